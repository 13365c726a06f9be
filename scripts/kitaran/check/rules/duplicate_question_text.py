"""Two questions of the bank have the same text.

A learner who meets a question twice answers the second from memory, and the score says more
than was learnt. Two questions with one stem also drift apart when one of them is mended.

Example:
    ```yaml
    - id: who-signs
      text: {ms: Siapa yang menandatangani kontrak?, en: Who signs the contract?}
    - id: signing
      text: {ms: "Siapa yang menandatangani kontrak?", en: Who will sign the contract?}
    ```

Instead:
    Delete one of the two, or give it a situation of its own. Case, accents, spaces and
    punctuation make no difference; the original language is compared. Matching and ordering
    questions may share an instruction as long as what is matched or ordered differs.

Malay:
    Dua soalan dalam bank soalan mempunyai teks yang sama.

    Pelajar yang bertemu soalan yang sama dua kali menjawab daripada ingatan, jadi markahnya
    lebih tinggi daripada pengetahuannya. Padam salah satu, atau beri situasi lain kepadanya.
    Huruf besar, ruang dan tanda baca tidak diambil kira.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB205", "duplicate-question-text", Severity.ERROR, on=Facts)
def duplicate_question_text(facts: Facts) -> Iterator[Finding]:
    """Remember every stem of the bank."""
    first: dict[str, str] = {}
    for file in facts.of_kind("quiz"):
        for index, question in enumerate(file.questions):
            if not question.stem:
                continue
            name = f"{file.id}#{question.id}"
            if question.stem in first:
                yield Finding(
                    ("questions", index, "text", "ms"),
                    f"question `{question.id}` has the same text as `{first[question.stem]}`",
                    "delete one of the two, or give it a situation of its own",
                    file.path,
                )
            else:
                first[question.stem] = name
