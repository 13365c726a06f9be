"""A quiz belongs to a page that does not exist.

A quiz practises what a page teaches: its objectives and sections are those of the page, and
the site links the two. Without the page there is nothing to check the questions against.

Example:
    ```yaml
    # there is playbooks/stages/closing.md
    id: stages/closing-deals
    ```

Instead:
    ```yaml
    id: stages/closing-deals
    page: stages/closing
    ```

Malay:
    Kuiz dimiliki oleh halaman yang tidak wujud.

    Kuiz melatih apa yang diajar oleh satu halaman: objektif dan bahagiannya datang daripada
    halaman itu. Namakan halaman yang betul dengan `page:`, atau tulis halaman itu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.rule import Finding, rule
from kitaran.check.words import nearest
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

_MANY = 500
"""Up to how many pages every one is compared with a misspelt id."""


@rule("KB208", "unknown-quiz-page", Severity.ERROR, on=Facts)
def unknown_quiz_page(facts: Facts) -> Iterator[Finding]:
    """Look each quiz's page up."""
    known = sorted({page for page, _ in facts.pages})
    for quiz in facts.of_kind("quiz"):
        page = quiz.quiz_page
        if not page or facts.original(page) is not None:
            continue
        near = nearest(page, known) if len(known) <= _MANY else ""
        yield Finding(
            ("id",) if page == quiz.stated else ("page",),
            f"there is no page `{page}` that the quiz could belong to",
            near or f"write playbooks/{page}.md, or name another page with `page:`",
            quiz.path,
        )
