"""A test draws more questions than the quiz can give.

A test draws from the questions that earn points; a reflection earns none. Who reads "15
questions" and gets 12 wonders what is missing.

Example:
    ```yaml
    test: {draw: 15}
    questions: …  # 12 of them
    ```

Instead:
    ```yaml
    test: {draw: 10}
    ```

Malay:
    Ujian mengambil lebih banyak soalan daripada yang ada dalam kuiz.

    Ujian mengambil soalan yang ada markah; soalan jenis `reflection` tiada markah. Pembaca yang
    dijanjikan 15 soalan tetapi mendapat 12 akan tertanya-tanya. Kurangkan `draw`, atau tambah
    soalan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.quiz import Quiz

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB240", "draw-more-than-there-are", Severity.ERROR, on=Quiz)
def draw_more_than_there_are(quiz: Quiz) -> Iterator[Finding]:
    """Compare it with the questions that earn points."""
    scored = sum(question.type != "reflection" for question in quiz.questions)
    if quiz.test.draw is not None and quiz.test.draw > scored:
        yield Finding(
            ("test", "draw"),
            f"the test draws {quiz.test.draw} questions, but {scored} in this quiz earn points",
            f"write `draw: {scored}` or less, or add questions",
        )
