"""What to write in each section of a new page, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kitaran.models.playbook import Kind
    from kitaran.models.text import Locale


class Guide(NamedTuple):
    """Advice to the author of a section."""

    ms: str
    en: str

    def get(self, locale: Locale) -> str:
        """Give the advice in one language."""
        return self.ms if locale == "ms" else self.en


GUIDES: dict[Kind, dict[str, Guide]] = {
    "stage": {
        "purpose": Guide(
            "Apa yang dicapai oleh tahap ini, dan mengapa ia wujud. Dua atau tiga ayat.",
            "What this stage achieves, and why it exists. Two or three sentences.",
        ),
        "entry-criteria": Guide(
            "Apa yang mesti sudah ada sebelum tahap ini bermula. Setiap satu boleh disemak.",
            "What has to be in place before this stage begins. Each one can be checked.",
        ),
        "what-to-do": Guide(
            "Langkah bernombor, mengikut susunan kerja. Ayat yang disebut, borang yang diisi, "
            "angka yang dikira.",
            "Numbered steps, in the order of the work. The sentence to say, the form to fill in, "
            "the number to work out.",
        ),
        "questions-to-ask": Guide(
            "Soalan sebenar, seperti disebut kepada pelanggan, dan apa yang dicari daripadanya.",
            "Real questions, as you would put them to the client, and what each one is for.",
        ),
        "say-this": Guide(
            'Pasangan `!!! success "Cakap"` dan `!!! failure "Jangan cakap"`: ayat yang tepat, '
            "kemudian satu baris sebabnya.",
            'Pairs of `!!! success "Say"` and `!!! failure "Do not say"`: the exact sentence, '
            "then one line on why.",
        ),
        "objections-here": Guide(
            "Bantahan yang biasa timbul di tahap ini, dengan pautan ke kad bantahan.",
            "The objections that usually come up here, with links to their cards.",
        ),
        "documents": Guide(
            "Dokumen yang dipakai atau dihasilkan, siapa menyediakannya, bila.",
            "The documents that are used or made, who prepares them, and when.",
        ),
        "checklist": Guide(
            "Tindakan yang boleh disemak, satu baris setiap satu, bermula dengan kata kerja, "
            "dalam fasa. Dua belas atau lebih.",
            "Acts that can be checked, one line each, beginning with a verb, in phases. Twelve "
            "or more.",
        ),
        "exit-criteria": Guide(
            "Bagaimana anda tahu tahap ini selesai: perkara yang pelanggan buat atau katakan.",
            "How you know that the stage is done: what the client does or says.",
        ),
        "measures": Guide(
            "Ukuran, cara mengiranya, dan satu contoh kiraan dengan angka contoh.",
            "The measures, how each is worked out, and one example with example numbers.",
        ),
        "worked-example": Guide(
            "Pilihan. Satu urusan dari mula hingga akhir, dengan nama rekaan.",
            "Optional. One deal from beginning to end, with invented names.",
        ),
        "common-mistakes": Guide(
            "Kesilapan yang orang baik pun buat, dan apa yang patut dibuat sebagai gantinya.",
            "Mistakes that good people make, and what to do instead.",
        ),
    },
    "objection": {
        "heard": Guide(
            "Empat atau lebih ayat, seperti pelanggan benar-benar menyebutnya dalam bahasa ini.",
            "Four wordings or more, as clients really say them in this language.",
        ),
        "meaning": Guide(
            "Apa yang selalunya ada di sebalik ayat itu, dan bagaimana membezakannya.",
            "What is usually behind the words, and how to tell one from another.",
        ),
        "questions": Guide(
            "Soalan untuk mencari sebab yang sebenar sebelum menjawab.",
            "Questions that find the real reason before you answer.",
        ),
        "response": Guide(
            "Perenggan pertama: satu ayat untuk disebut, sebagai petikan (`> …`). Kemudian "
            "pasangan `!!! success` dan `!!! failure`.",
            "First paragraph: the one line to say, as a quotation (`> …`). Then pairs of "
            "`!!! success` and `!!! failure`.",
        ),
        "proof": Guide(
            "Bukti yang boleh diletakkan di atas meja.",
            "Proof that can be put on the table.",
        ),
        "next-step": Guide(
            "Apa yang dipersetujui sekarang: siapa, apa, bila.",
            "What is agreed now: who, what, by when.",
        ),
        "follow-up": Guide(
            "Apa yang dihantar selepas itu, dan bila anda menghubungi semula.",
            "What you send afterwards, and when you get in touch again.",
        ),
    },
    "product": {
        "what-it-is": Guide(
            "Apa produk ini dalam bahasa pelanggan, tanpa kata katalog.",
            "What the product is in the client's words, without catalogue language.",
        ),
        "who-for": Guide(
            "Pelanggan yang patut membelinya, dan yang tidak patut.",
            "Clients who should buy it, and clients who should not.",
        ),
        "advantages": Guide(
            "Kelebihan yang pelanggan rasa, bukan ciri. Satu baris bukti bagi setiap satu.",
            "Advantages that the client feels, not features. One line of proof for each.",
        ),
        "proof": Guide(
            "Sampel, ujian, rekod: apa yang boleh ditunjukkan.",
            "Samples, tests, records: what can be shown.",
        ),
        "how-to-offer": Guide(
            "Bila menyebutnya, dengan soalan apa, dan ayat yang tepat.",
            "When to bring it up, with which question, and the exact sentence.",
        ),
    },
    "battlecard": {
        "in-short": Guide(
            "Jenis pesaing apa ini, dan bila anda bertemu dengannya. Tiada nama syarikat.",
            "What kind of competitor this is, and when you meet it. No company names.",
        ),
        "strengths": Guide(
            "Apa yang memang lebih baik di sana, dan bagi siapa. Tiga atau lebih.",
            "What really is better over there, and for whom. Three or more.",
        ),
        "weaknesses": Guide(
            "Apa yang biasanya menjadi kelemahannya, dan soalan untuk memastikannya dahulu.",
            "What tends to be weak, and the question that settles it first.",
        ),
        "opportunities": Guide(
            "Keadaan pelanggan yang membuka ruang kepada kita.",
            "What in the client's situation makes room for us.",
        ),
        "threats": Guide(
            "Apa yang boleh menewaskan kita, dan apa yang dibuat lebih awal.",
            "What could beat us, and what to do about it beforehand.",
        ),
        "how-to-win": Guide(
            'Soalan yang menunjukkan bezanya, pasangan `!!! success "Cakap"` dan '
            '`!!! failure "Jangan cakap"`, bukti, dan bila kita patut kalah.',
            'Questions that show the difference, pairs of `!!! success "Say"` and '
            '`!!! failure "Do not say"`, proof, and when we should lose.',
        ),
        "do-not-claim": Guide(
            "Apa yang tidak boleh dikatakan kerana tidak benar atau tidak dapat dibuktikan.",
            "What must not be said, because it is untrue or cannot be proved.",
        ),
        "common-mistakes": Guide(
            "Pilihan. Kesilapan orang baik apabila bertemu pesaing ini, dan gantinya.",
            "Optional. Mistakes that good people make against it, and what to do instead.",
        ),
    },
    "role": {
        "purpose": Guide(
            "Mengapa jawatan ini ada, dalam satu perenggan.",
            "Why this job exists, in one paragraph.",
        ),
        "responsibilities": Guide(
            "Apa yang orang ini bertanggungjawab ke atasnya, bukan senarai tugas harian.",
            "What this person answers for, rather than a list of daily tasks.",
        ),
        "a-week": Guide(
            "Seminggu biasa, dari Isnin hingga Jumaat, dengan masa.",
            "An ordinary week, Monday to Friday, with times.",
        ),
        "authority": Guide(
            "Apa yang boleh diputuskan sendiri, dan apa yang perlu dibawa ke atas. Dengan had.",
            "What may be decided alone, and what has to be taken further. With limits.",
        ),
        "works-with": Guide(
            "Bekerja dengan siapa, untuk apa, dan apa yang diserahkan kepada siapa.",
            "Who this person works with, on what, and who hands what to whom.",
        ),
        "measures": Guide(
            "Ukuran prestasi, cara mengira, dan satu contoh kiraan.",
            "Measures of success, how they are worked out, and one example.",
        ),
        "checklist": Guide(
            "Pilihan. Apa yang perlu siap pada minggu atau bulan pertama.",
            "Optional. What has to be done in the first week or month.",
        ),
        "growth": Guide(
            "Jawatan seterusnya, dan apa yang perlu ditunjukkan untuk ke sana.",
            "The jobs that come next, and what has to be shown to get there.",
        ),
        "common-mistakes": Guide(
            "Kesilapan orang baharu dalam jawatan ini, dan gantinya.",
            "Mistakes of people who are new in the job, and what to do instead.",
        ),
    },
    "topic": {
        "in-short": Guide(
            "Intinya dalam tiga ayat, untuk orang yang hanya ada seminit.",
            "The gist in three sentences, for somebody who has a minute.",
        ),
        "how-to": Guide(
            "Langkah demi langkah, cukup untuk dibuat pada hari Isnin.",
            "Step by step, enough to do it on Monday.",
        ),
        "example": Guide(
            "Satu contoh lengkap dengan nama rekaan dan angka contoh.",
            "One whole example with invented names and example numbers.",
        ),
        "checklist": Guide(
            "Pilihan. Tindakan yang boleh disemak, dalam fasa.",
            "Optional. Acts that can be checked, in phases.",
        ),
        "common-mistakes": Guide(
            "Kesilapan biasa, dan apa yang patut dibuat sebagai gantinya.",
            "Common mistakes, and what to do instead.",
        ),
    },
}
"""The advice by kind of page and id of the section."""
