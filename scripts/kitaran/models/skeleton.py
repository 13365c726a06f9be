"""The sections that a page of each kind has, in their order.

Readers in a hurry find their way because every page of a kind is built alike. The checks
hold pages to it, and new pages are begun from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kitaran.models.playbook import Kind
    from kitaran.models.text import Locale


class Section(NamedTuple):
    """A section: a heading of the second level with an id."""

    id: str
    """The id, the same in both languages, and never changed."""
    ms: str
    """Its heading in Malay."""
    en: str
    """Its heading in English."""
    required: bool = True
    """Whether every page of the kind has it."""

    def title(self, locale: Locale) -> str:
        """Give the heading in one language."""
        return self.ms if locale == "ms" else self.en


SKELETONS: dict[Kind, tuple[Section, ...]] = {
    "stage": (
        Section("purpose", "Tujuan", "Purpose"),
        Section("entry-criteria", "Syarat masuk", "Entry criteria"),
        Section("what-to-do", "Apa yang perlu dibuat", "What to do"),
        Section("questions-to-ask", "Soalan untuk ditanya", "Questions to ask"),
        Section("say-this", "Cakap begini, bukan begitu", "Say this, not that"),
        Section("objections-here", "Bantahan yang timbul di sini", "Objections met here"),
        Section("documents", "Dokumen", "Documents"),
        Section("checklist", "Senarai semak", "Checklist"),
        Section("exit-criteria", "Syarat keluar", "Exit criteria"),
        Section("measures", "Ukuran", "Measures"),
        Section("worked-example", "Contoh lengkap", "Worked example", required=False),
        Section("common-mistakes", "Kesilapan biasa", "Common mistakes"),
    ),
    "objection": (
        Section("heard", "Apa yang pelanggan kata", "What the client says"),
        Section("meaning", "Maksud di sebaliknya", "What is often meant"),
        Section("questions", "Soalan untuk ditanya", "Questions to ask"),
        Section("response", "Jawapan", "Response"),
        Section("proof", "Bukti untuk dibawa", "Proof to bring"),
        Section("next-step", "Langkah seterusnya", "Next step"),
        Section("follow-up", "Susulan", "Follow-up"),
    ),
    "product": (
        Section("what-it-is", "Apa produk ini", "What it is"),
        Section("who-for", "Untuk siapa", "Who it is for"),
        Section("advantages", "Kelebihan", "Advantages"),
        Section("proof", "Bukti", "Proof"),
        Section("how-to-offer", "Cara menawarkan", "How to offer it"),
    ),
    "battlecard": (
        Section("in-short", "Ringkasnya", "In short"),
        Section("strengths", "Kekuatan mereka", "Their strengths"),
        Section("weaknesses", "Kelemahan mereka", "Their weaknesses"),
        Section("opportunities", "Peluang bagi kita", "Opportunities for us"),
        Section("threats", "Ancaman kepada kita", "Threats to us"),
        Section("how-to-win", "Cara menang", "How to win"),
        Section("do-not-claim", "Jangan dakwa", "Do not claim"),
        Section("common-mistakes", "Kesilapan biasa", "Common mistakes", required=False),
    ),
    "role": (
        Section("purpose", "Tujuan jawatan", "Purpose of the job"),
        Section("responsibilities", "Tanggungjawab", "Responsibilities"),
        Section("a-week", "Seminggu dalam kerja ini", "A week in the job"),
        Section("authority", "Kuasa membuat keputusan", "Authority"),
        Section("works-with", "Bekerja dengan siapa", "Who you work with"),
        Section("measures", "Ukuran prestasi", "Measures of success"),
        Section("checklist", "Senarai semak", "Checklist", required=False),
        Section("growth", "Langkah kerjaya", "Where it leads"),
        Section("common-mistakes", "Kesilapan biasa", "Common mistakes"),
    ),
    "topic": (
        Section("in-short", "Ringkasnya", "In short"),
        Section("how-to", "Cara melakukannya", "How to do it"),
        Section("example", "Contoh", "Example"),
        Section("checklist", "Senarai semak", "Checklist", required=False),
        Section("common-mistakes", "Kesilapan biasa", "Common mistakes"),
    ),
}
"""The sections by kind of page. Other sections may stand between them."""

CHECKLIST = "checklist"
"""The id of the section whose task list is the page's checklist."""
