"""A single-choice question has no right option, or several.

The learner can pick one option only. Without a key nobody can pass; with two, a right
answer is called wrong.

Example:
    ```yaml
    type: single
    options:
      - {text: {ms: Encik Kumar, en: Mr Kumar}, correct: true, why: …}
      - {text: {ms: Puan Salmah, en: Puan Salmah}, correct: true, why: …}
    ```

Instead:
    Mark one option `correct: true`, or change the type to `multiple`.

Malay:
    Soalan satu jawapan tidak mempunyai jawapan betul, atau mempunyai beberapa.

    Pelajar hanya boleh memilih satu. Tandakan satu pilihan sahaja dengan `correct: true`,
    atau tukar jenis soalan kepada `multiple`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.questions.single import Single

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB210", "not-one-right-answer", Severity.ERROR, on=Single)
def not_one_right_answer(question: Single) -> Iterator[Finding]:
    """Count the keys."""
    keys = question.keys
    if not keys:
        yield Finding(
            ("options",),
            f"question `{question.id}` has no right option",
            "mark one option `correct: true`",
        )
    for extra in keys[1:]:
        yield Finding(
            ("options", extra, "correct"),
            f"question `{question.id}` has more than one right option",
            "leave one `correct: true`, or set `type: multiple`",
        )
