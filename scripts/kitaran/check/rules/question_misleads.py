"""The better a learner is, the likelier the answer to a question is wrong.

No single option stands out as the true key, so the fault lies in the question: it is ambiguous, it
asks for something that is not always so, or it punishes those who know more. Only
`kitaran check --results` looks at this.

Example:
    ```text
    150 first answers: 55% right, discrimination -0.24
    ```

Instead:
    Ask two people who know the work to answer it aloud, and reword what they stumble over. The
    finding needs 20 first answers and a discrimination that is below zero beyond what chance
    explains.

Malay:
    Semakin baik seseorang pelajar, semakin besar kemungkinan jawapannya kepada soalan ini salah.

    Tiada satu pilihan yang ketara sebagai kunci sebenar, jadi kesilapannya pada soalan: ia kabur,
    atau menghukum orang yang lebih tahu. Minta dua orang yang mahir menjawabnya dengan kuat, dan
    ubah bahagian yang mengganggu mereka. Hanya `kitaran check --results` memeriksa hal ini.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.measured import Kind, Measured, verdicts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB805", "question-misleads", Severity.WARNING, on=Measured)
def question_misleads(measured: Measured) -> Iterator[Finding]:
    """Find a question with a negative discrimination."""
    if measured.r is not None and any(each.kind is Kind.MISLEADS for each in verdicts(measured)):
        yield Finding(
            ("text",),
            f"the better learners of {measured.n} answer it wrong: discrimination is "
            f"{measured.r:.2f}",
            "ask two people who know the work to answer it aloud, and reword what stops them",
        )
