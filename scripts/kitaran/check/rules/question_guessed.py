"""A question is answered as by guessing.

It is answered right as often as chance does it, and by good learners no more than by others.
Either nobody has been taught the answer, or nobody can tell what is asked. Only
`kitaran check --results` looks at this.

Example:
    ```text
    4 options, 160 first answers: 26% right, discrimination 0.03
    ```

Instead:
    See whether the section that the question names teaches the answer, and whether the question
    can be understood without its author.

Malay:
    Soalan ini dijawab seperti meneka.

    Jawapan betul hanya sekerap kebetulan, dan pelajar yang baik tidak lebih kerap betul daripada
    yang lain. Semak sama ada bahagian halaman itu mengajar jawapannya, dan sama ada soalan itu
    boleh difahami tanpa penulisnya. Hanya `kitaran check --results` memeriksa hal ini.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.measured import Kind, Measured, verdicts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB804", "question-guessed", Severity.WARNING, on=Measured)
def question_guessed(measured: Measured) -> Iterator[Finding]:
    """Find a question whose answers look like chance."""
    if measured.p is None or measured.r is None:
        return
    if any(each.kind is Kind.GUESSING for each in verdicts(measured)):
        yield Finding(
            ("text",),
            f"answered as by guessing: {measured.p:.0%} of {measured.n} learners are right, where "
            f"chance gives {1 / len(measured.real):.0%}, and discrimination is {measured.r:.2f}",
            "see whether the page teaches the answer, and whether the question can be understood",
        )
