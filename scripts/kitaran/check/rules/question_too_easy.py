"""A question is so easy that it tells nobody apart.

Nearly everybody answers it at the first attempt. It may be kept to encourage, or because the point
matters; but it tells nothing of who needs the page. Only `kitaran check --results` looks at this.

Example:
    ```text
    first answers of 180 learners: 98% of the points
    ```

Instead:
    Ask for a decision in a case where people differ, or make the wrong options more likely. The
    finding needs 20 first answers and 95% of the points.

Malay:
    Soalan ini terlalu mudah sehingga tidak membezakan sesiapa.

    Hampir semua orang menjawabnya pada percubaan pertama. Tanya keputusan dalam keadaan yang
    membezakan orang, atau jadikan pilihan salah lebih munasabah. Hanya `kitaran check --results`
    memeriksa hal ini.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.measured import Kind, Measured, verdicts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB803", "question-too-easy", Severity.WARNING, on=Measured)
def question_too_easy(measured: Measured) -> Iterator[Finding]:
    """Find a question that nearly everybody answers."""
    if measured.p is not None and any(each.kind is Kind.EASY for each in verdicts(measured)):
        yield Finding(
            ("text",),
            f"too easy to tell anybody apart: first answers of {measured.n} learners earned "
            f"{measured.p:.0%} of the points",
            "ask for a decision on which people differ, or make the wrong options more likely",
        )
