"""A pass mark is not above 0% and up to 100%.

At 0% everybody passes without an answer; above 100% nobody can.

Example:
    ```yaml
    pass: 800%
    ```

Instead:
    ```yaml
    pass: 80%
    ```

Malay:
    Markah lulus tidak berada antara 0% dengan 100%.

    Pada 0% semua orang lulus tanpa menjawab; lebih daripada 100% tiada sesiapa boleh lulus.
    Tulis peratus yang munasabah, misalnya `pass: 80%`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.quiz import Quiz

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB221", "pass-mark-out-of-range", Severity.ERROR, on=Quiz)
def pass_mark_out_of_range(quiz: Quiz) -> Iterator[Finding]:
    """Compare it with both ends."""
    if not 0 < quiz.pass_mark <= 1:
        yield Finding(
            ("pass",),
            f"with a pass mark of {quiz.pass_mark * 100:g}% "
            + ("everybody passes" if quiz.pass_mark <= 0 else "nobody can pass"),
            "write a share above 0% and up to 100%, such as `pass: 80%`",
        )
