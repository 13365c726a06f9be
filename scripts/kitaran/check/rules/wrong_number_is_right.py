"""A number listed as a typical mistake counts as right.

It lies within the tolerance around the answer, so whoever makes the mistake gets the point,
and the explanation of it is never shown.

Example:
    ```yaml
    type: numeric
    answer: 3200
    tolerance: 50
    wrong:
      - {value: 3180, why: …}
    ```

Instead:
    Make the tolerance smaller, or remove the entry.

Malay:
    Nombor yang disenaraikan sebagai kesilapan dikira betul.

    Nombor itu berada dalam had toleransi (`tolerance`), jadi sesiapa yang tersilap tetap mendapat
    markah dan penjelasannya tidak akan dipaparkan. Kecilkan had toleransi, atau buang butiran itu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.questions.numeric import Numeric

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROUNDING = 1e-9
"""Decimal fractions such as 0.1 are not exact in binary; this share makes up for it."""


@rule("KB224", "wrong-number-is-right", Severity.ERROR, on=Numeric)
def wrong_number_is_right(question: Numeric) -> Iterator[Finding]:
    """Measure how far each is from the answer."""
    reach = max(question.tolerance, 0) + _ROUNDING * max(1, abs(question.answer))
    for index, wrong in enumerate(question.wrong):
        if abs(wrong.value - question.answer) <= reach:
            yield Finding(
                ("wrong", index, "value"),
                f"{wrong.value:g} is given as wrong, but {question.answer:g} with a tolerance of "
                f"{question.tolerance:g} accepts it",
                "make the tolerance smaller, or remove the entry",
            )
