"""A question tests an objective that its page does not state.

The report on who can do what is drawn up by objective. A question that points at none of the
page's objectives counts for nothing there.

Example:
    ```yaml
    # playbooks/stages/closing.md has the objective `confirm-authority`
    objective: confirm-autority
    ```

Instead:
    ```yaml
    objective: confirm-authority
    ```

Malay:
    Soalan menguji objektif yang tidak dinyatakan pada halamannya.

    Laporan tentang siapa yang mampu berbuat apa disusun mengikut objektif. Soalan yang tidak
    menunjuk kepada mana-mana objektif halaman itu tidak dikira langsung. Betulkan ejaan id
    objektif, atau tambah objektif itu pada halaman.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.rule import Finding, rule
from kitaran.check.words import listed, nearest
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB206", "unknown-objective", Severity.ERROR, on=Facts)
def unknown_objective(facts: Facts) -> Iterator[Finding]:
    """Look each question's objective up on the quiz's page."""
    for quiz in facts.of_kind("quiz"):
        file = facts.original(quiz.quiz_page)
        if file is None or file.page is None:
            continue
        known = file.page.objectives
        for index, question in enumerate(quiz.questions):
            if question.objective not in known:
                yield Finding(
                    ("questions", index, "objective"),
                    f"the page `{file.id}` has no objective `{question.objective}`",
                    nearest(question.objective, known) or _help(known, file.path),
                    quiz.path,
                )


def _help(known: tuple[str, ...], path: str) -> str:
    """Say what can be done where no objective is spelt alike."""
    if not known:
        return f"add `objectives:` to the front matter of {path}"
    return f"use one of {listed(known)}"
