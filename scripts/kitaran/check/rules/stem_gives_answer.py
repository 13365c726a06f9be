"""The key repeats words of the question, and no other option does.

Learners who know nothing pick the option that sounds like the question.

Example:
    ```yaml
    text: {ms: …, en: Which document confirms the authority to sign?}
    options:
      - {text: {ms: …, en: A resolution that confirms this authority}, correct: true, why: …}
      - {text: {ms: …, en: The price list of the year}, why: …}
      - {text: {ms: …, en: The delivery note}, why: …}
    ```

Instead:
    Say it in other words in the key, or let the wrong options sound like the question too.

    The finding is made for single-choice questions where the key shares two telling words or
    more with the sentence that asks, or three or more with the whole stem, and no other option
    shares even a part of one. Names, numbers, and words that every sales question has are not
    telling.

Malay:
    Jawapan betul mengulang perkataan daripada soalan, dan pilihan lain tidak.

    Pelajar yang tidak tahu apa-apa akan memilih pilihan yang bunyinya seperti soalan. Guna
    perkataan lain dalam jawapan betul, atau biarkan pilihan yang salah turut menyebut perkataan
    daripada soalan.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import asking, folded, in_language, word_set
from kitaran.diagnostics import Severity
from kitaran.models.questions.single import Single
from kitaran.models.text import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ASKED, _TOLD = 2, 3
"""How many telling words are shared at least with the sentence that asks, or with the stem."""
_PART = 5
"""How many letters in a row make two words alike: `confirms` and `confirmation`."""
_SHORTEST = 4
"""Shorter words tell nothing."""
_CAPITAL = re.compile(r"\b[A-Z]\w+")
_COMMON = word_set(
    """
    about above after again also another answer anything back because been before being below both
    call calls client clients come comes company contract could customer customers decide decision
    does doing done each either even every find first from gets give gives goes have having here
    into just keep last least less like look made make makes meeting month more most much must need
    needs next offer offers once only option order orders other over part person price prices
    product question quotation quote reply right said sales same says sell seller send sends should
    show since some something step still such supplier suppliers take takes tell tells than that
    their them then there these they thing things think this those through time today tomorrow
    under until used using very want wants week well were what when where which while whom whose
    will with within without work would year your yours

    adakah akan aktiviti anda antara apabila apakah atas atau bagaimana bagi bahawa bakal balas
    banyak baru bawah beberapa begini begitu beli belum beri berikan berikut berlaku bila boleh
    buat bukan cakap cara cuma dahulu dalam dapat dapatkan dari daripada dengan dibuat diskaun
    esok hanya harga hantar harga hari hingga ialah iaitu jawab jawapan jika jualan juga kalau
    kami kata katakan kepada kerana ketika kita kontrak kurang lagi lain langkah lebih manakah
    masih masa mereka mesti mesyuarat minggu bulan tahun minta mula oleh pada paling patut
    pelanggan pembekal pengurus perlu pertama pesanan pilih produk pula punca sahaja sama saja
    sambil satu sebab sebelum sebut sedang sejak selepas semasa semua semula seperti serta
    sesuatu setelah setiap siapa soalan sudah supaya syarikat tahu tanpa tanya telah telefon
    tentang terhadap terus tetapi tiada tidak tindakan untuk yang encik puan tuan saya awak kamu
    """
)
"""Words of every language that hold a sentence together, or that every sales question has."""


@rule("KB610", "stem-gives-answer", Severity.WARNING, on=Single)
def stem_gives_answer(question: Single) -> Iterator[Finding]:
    """Compare each option with the stem, in each language."""
    keys = question.keys
    if len(keys) != 1 or len(question.options) < 2:
        return
    texts = [question.text, *(option.text for option in question.options)]
    for locale in LOCALES:
        given = in_language(texts, locale)
        if given and (shared := _shared(given[0], given[1:], keys[0])):
            words = ", ".join(f"`{word}`" for word in shared)
            yield Finding(
                ("options", keys[0], "text", locale),
                f"only the key of question `{question.id}` repeats words of the stem: {words}",
                "say it in other words, or let the wrong options take up words of the stem too",
            )


def _shared(stem: str, options: list[str], key: int) -> list[str]:
    """List the telling words that give the key away; none where they do not."""
    if not _may_share(stem, options[key]):
        return []
    said = set(folded(stem).split())
    common = _telling(said, options[key])
    if len(common) < _ASKED:
        return []
    others = [option for index, option in enumerate(options) if index != key]
    if any(_telling(said, option) for option in others):
        return []
    names = {folded(name) for name in _CAPITAL.findall(stem)}
    asked = {word for sentence in asking(stem) for word in folded(sentence).split()}
    telling = [word for word in common if word not in names and not word.isdigit()]
    if len(telling) < _TOLD and sum(word in asked for word in telling) < _ASKED:
        return []
    if _parts(said) & _parts(word for option in others for word in folded(option).split()):
        return []
    return sorted(telling, key=folded(stem).find)


def _may_share(stem: str, key: str) -> bool:
    """Say whether the key may have words of the stem: a quick look before they are compared."""
    if not stem.isascii():
        return True
    stem = stem.lower()
    found = [word for word in folded(key).split() if word in stem and len(word) >= _SHORTEST]
    return len(found) >= _ASKED


def _telling(said: set[str], option: str) -> list[str]:
    """List the words that an option shares with the stem, but for those that all share."""
    return [
        word
        for word in said.intersection(folded(option).split())
        if len(word) >= _SHORTEST and word not in _COMMON
    ]


def _parts(words: Iterable[str]) -> set[str]:
    """Cut words that tell something into parts, by which related words are alike."""
    return {
        word[start : start + _PART]
        for word in words
        if word not in _COMMON
        for start in range(len(word) - _PART + 1)
    }
