"""A quiz has no questions.

It would be a page with a pass mark and nothing to answer, and a learning path that asks for
it could never be finished.

Example:
    ```yaml
    id: stages/closing
    pass: 80%
    questions: []
    ```

Instead:
    Add a question, or delete the file until there is one.

Malay:
    Kuiz tidak mempunyai soalan.

    Halaman kuiz akan keluar tanpa apa-apa untuk dijawab, dan laluan pembelajaran yang
    memerlukannya tidak dapat diselesaikan. Tambah soalan, atau padam fail itu sehingga
    soalannya ada.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.quiz import Quiz

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB201", "no-questions", Severity.ERROR, on=Quiz)
def no_questions(quiz: Quiz) -> Iterator[Finding]:
    """Look whether there is any."""
    if not quiz.questions:
        yield Finding(
            ("questions",),
            f"the quiz `{quiz.id}` has no questions",
            "add a question under `questions:`, or delete the file",
        )
