"""A question points at a section that its page does not have.

After a wrong answer the learner is led to the section that teaches the right one. That link
would lead to the top of the page, or nowhere.

Example:
    ```yaml
    # playbooks/stages/closing.md has `## Syarat keluar {#exit-criteria}`
    section: exit-criterion
    ```

Instead:
    ```yaml
    section: exit-criteria
    ```

Malay:
    Soalan menunjuk kepada bahagian yang tiada pada halamannya.

    Selepas jawapan yang salah, pelajar dibawa ke bahagian yang mengajar jawapan yang betul.
    Pautan itu tidak akan sampai ke mana-mana. Gunakan id tajuk pada halaman itu, iaitu yang
    ditulis dalam `{#…}`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.facts import Facts, anchors
from kitaran.check.rule import Finding, rule
from kitaran.check.words import listed, nearest
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB207", "unknown-section", Severity.ERROR, on=Facts)
def unknown_section(facts: Facts) -> Iterator[Finding]:
    """Look each question's section up among the headings of the quiz's page."""
    for quiz in facts.of_kind("quiz"):
        file = facts.original(quiz.quiz_page)
        if file is None or file.page is None:
            continue
        known = anchors(file.page.headings)
        explicit = [heading.id for heading in file.page.headings if heading.id]
        for index, question in enumerate(quiz.questions):
            if question.section not in known:
                yield Finding(
                    ("questions", index, "section"),
                    f"the page `{file.id}` has no heading with the id `{question.section}`",
                    nearest(question.section, known) or f"use one of {listed(explicit, 20)}"
                    if known
                    else f"add headings to {file.path}",
                    quiz.path,
                )
