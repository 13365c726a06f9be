"""There are fewer than two things to choose from, to match or to order.

With one option there is no decision to take, and with none nothing to answer.

Example:
    ```yaml
    type: single
    options:
      - {text: {ms: Puan Salmah, en: Puan Salmah}, correct: true, why: …}
    ```

Instead:
    Add distractors that people really choose: three or four options in all. A matching question
    needs two pairs or more, an ordering question two items or more.

Malay:
    Kurang daripada dua perkara untuk dipilih, dipadankan atau disusun.

    Dengan satu pilihan sahaja, tiada keputusan yang perlu dibuat. Tambah jawapan salah yang
    memang biasa dipilih orang, supaya ada tiga atau empat pilihan semuanya.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.questions.base import Question
from kitaran.models.questions.match import Match
from kitaran.models.questions.multiple import Multiple
from kitaran.models.questions.order import Order
from kitaran.models.questions.single import Single

if TYPE_CHECKING:
    from collections.abc import Iterator

_COUNT = ("no {}s", "one {} only")


@rule("KB212", "too-few-options", Severity.ERROR, on=Question)
def too_few_options(question: Question) -> Iterator[Finding]:
    """Count them."""
    match question:
        case Single() | Multiple():
            key, name, count = "options", "option", len(question.options)
        case Match():
            key, name, count = "pairs", "pair", len(question.pairs)
        case Order():
            key, name, count = "items", "item", len(question.items)
        case _:
            return
    if count < 2:
        yield Finding(
            (key,),
            f"question `{question.id}` has {_COUNT[count].format(name)}",
            f"write at least two {key}",
        )
