"""An answer does not say why it is right or wrong.

The reason is what a learner takes away from a question: the score only says that something
was missed, the reason says what to do next time.

Example:
    ```yaml
    - text: {ms: Hantar kontrak akhir hari ini, en: Send the final contract today}
    ```

Instead:
    ```yaml
    - text: {ms: Hantar kontrak akhir hari ini, en: Send the final contract today}
      why: {ms: Orang yang salah menerimanya., en: The wrong person receives it.}
    ```
    Needed are `why` with every option and every choice of a scenario; `why` and `why_not` of
    `true_false`; `why` of `short`, `numeric`, `order` and of every gap of a `cloze`. Pairs of a
    `match` may have one.

Malay:
    Jawapan tidak menyatakan sebab ia betul atau salah.

    Sebab itulah yang dibawa pulang oleh pelajar: markah hanya memberitahu bahawa ada yang
    tertinggal, sebab memberitahu apa yang perlu dibuat lain kali. Tambah `why` pada setiap
    pilihan, yang betul dan yang salah.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.questions.base import Question
from kitaran.models.questions.cloze import Cloze
from kitaran.models.questions.numeric import Numeric
from kitaran.models.questions.order import Order
from kitaran.models.questions.scenario import Scenario
from kitaran.models.questions.short import Short
from kitaran.models.questions.true_false import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.text import At


@rule("KB601", "missing-rationale", Severity.ERROR, on=Question)
def missing_rationale(question: Question) -> Iterator[Finding]:
    """Look for a reason with everything that can be answered."""
    for index, option in enumerate(question.choices):
        if option.why is None:
            verdict = "right" if option.correct else "wrong"
            yield Finding(
                ("options", index),
                f"option {index + 1} of question `{question.id}` has no reason why it is {verdict}",
                "add `why:` with the reason in a sentence",
            )
    if not question.choices:
        for at, key, what in _without_reason(question):
            yield Finding(
                at, f"{what} has no reason", f"add `{key}:` with the reason in a sentence"
            )


def _without_reason(question: Question) -> Iterator[tuple[At, str, str]]:
    """Find what lacks its reason in a question without options, as (place, key, name)."""
    match question:
        case TrueFalse() | Short() | Numeric() | Order():
            if question.why is None:
                yield (), "why", f"the answer to question `{question.id}`"
            if isinstance(question, TrueFalse) and question.why_not is None:
                yield (), "why_not", f"the wrong answer to question `{question.id}`"
        case Cloze():
            for name, gap in question.gaps.items():
                if gap.why is None:
                    yield ("gaps", name), "why", f"the gap `{name}` of question `{question.id}`"
        case Scenario():
            yield from _choices_without_reason(question)


def _choices_without_reason(question: Scenario) -> Iterator[tuple[At, str, str]]:
    """Find the choices of a scenario that lack their reason."""
    for index, node in enumerate(question.nodes):
        for place, choice in enumerate(node.choices):
            if choice.why is None:
                what = f"choice {place + 1} at `{node.id}` of question `{question.id}`"
                yield ("nodes", index, "choices", place), "why", what
