"""Two questions of a quiz have the same id.

Answers, results and repetitions are kept by the question's id. With two questions under one
id, an answer to the first counts for the second.

Example:
    ```yaml
    questions:
      - id: who-signs
        …
      - id: who-signs
        …
    ```

Instead:
    Give the newer of the two another id; the older one keeps its own, as results hang on it.

Malay:
    Dua soalan dalam satu kuiz mempunyai id yang sama.

    Jawapan, keputusan dan ulang kaji disimpan mengikut id soalan. Dengan id yang sama, jawapan
    bagi soalan pertama dikira untuk soalan kedua. Beri id lain kepada soalan yang lebih baharu;
    yang lama kekal dengan idnya.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.quiz import Quiz

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB204", "duplicate-question-id", Severity.ERROR, on=Quiz)
def duplicate_question_id(quiz: Quiz) -> Iterator[Finding]:
    """Remember every id."""
    first: dict[str, int] = {}
    for index, question in enumerate(quiz.questions):
        earlier = first.setdefault(question.id, index)
        if earlier != index:
            yield Finding(
                ("questions", index, "id"),
                f"the id `{question.id}` is taken by question {earlier + 1} of this quiz",
                "give the newer question another id; the older one keeps its own",
            )
