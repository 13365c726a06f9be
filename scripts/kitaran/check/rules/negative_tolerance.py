"""A tolerance is below zero.

No number is less than nothing away from the answer, so even the right one would be refused.

Example:
    ```yaml
    type: numeric
    answer: 3200
    tolerance: -10
    ```

Instead:
    ```yaml
    type: numeric
    answer: 3200
    tolerance: 10
    ```

Malay:
    Had toleransi (`tolerance`) kurang daripada sifar.

    Tiada nombor yang bezanya kurang daripada sifar, jadi jawapan yang betul pun akan ditolak.
    Tulis had itu tanpa tanda tolak.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.questions.numeric import Numeric

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB213", "negative-tolerance", Severity.ERROR, on=Numeric)
def negative_tolerance(question: Numeric) -> Iterator[Finding]:
    """Look at the sign."""
    if question.tolerance < 0:
        yield Finding(
            ("tolerance",),
            f"the tolerance of question `{question.id}` is {question.tolerance:g}, less than zero",
            f"write `tolerance: {-question.tolerance:g}`, or `tolerance: 0` for an exact answer",
        )
