"""A question has no right answer.

Whatever the learner chooses or types, it is wrong.

Example:
    ```yaml
    type: multiple
    options:
      - {text: {ms: Encik Kumar, en: Mr Kumar}, why: …}
      - {text: {ms: Puan Salmah, en: Puan Salmah}, why: …}
    ```

Instead:
    Mark every right option `correct: true`; a `short` question needs an entry in `answers:`.
    A single-choice question is KB210's matter, a gap of a cloze KB216's.

Malay:
    Soalan tidak mempunyai jawapan betul.

    Apa-apa pun yang dipilih atau ditaip oleh pelajar akan dikira salah. Tandakan setiap pilihan
    yang betul dengan `correct: true`; soalan `short` memerlukan sekurang-kurangnya satu butiran
    dalam `answers:`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.questions.base import Question
from kitaran.models.questions.multiple import Multiple
from kitaran.models.questions.short import Short

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB211", "no-right-answer", Severity.ERROR, on=Question)
def no_right_answer(question: Question) -> Iterator[Finding]:
    """Look whether anything is accepted."""
    if isinstance(question, Multiple) and not question.keys:
        yield Finding(
            ("options",),
            f"question `{question.id}` has no right option",
            "mark every right option `correct: true`",
        )
    elif isinstance(question, Short) and not question.answers:
        yield Finding(
            ("answers",),
            f"question `{question.id}` accepts no answer",
            "add an accepted wording under `answers:`",
        )
