"""Two options of a question say the same.

If one of them is the key, the other is right as well and is called wrong; if neither is, the
learner has one thing less to consider.

Example:
    ```yaml
    options:
      - {text: {ms: Tanya sebabnya, en: Ask why}, correct: true, why: …}
      - {text: {ms: "tanya sebabnya.", en: "Ask why."}, why: …}
    ```

Instead:
    Replace one of the two. Case, accents, spaces and punctuation make no difference; signs such
    as `+` and `-` do. In a scenario the choices of one moment are compared.

Malay:
    Dua pilihan dalam satu soalan mengatakan perkara yang sama.

    Jika satu daripadanya jawapan betul, yang satu lagi pun betul tetapi dikira salah. Gantikan
    salah satu. Huruf besar, ruang dan tanda baca tidak diambil kira.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import first_same, in_language
from kitaran.diagnostics import Severity
from kitaran.models.questions.base import Question
from kitaran.models.questions.scenario import Scenario
from kitaran.models.text import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kitaran.models.text import At, Text


@rule("KB605", "duplicate-options", Severity.ERROR, on=Question)
def duplicate_options(question: Question) -> Iterator[Finding]:
    """Compare the options in each language."""
    if question.choices:
        yield from _repeated([option.text for option in question.choices], ("options",), "option")
    elif isinstance(question, Scenario):
        for index, node in enumerate(question.nodes):
            at = ("nodes", index, "choices")
            yield from _repeated([choice.text for choice in node.choices], at, "choice")


def _repeated(texts: Sequence[Text], at: At, what: str) -> Iterator[Finding]:
    """Report each text that says what one before it says, once for all languages."""
    told: set[int] = set()
    for locale in LOCALES:
        for index, earlier in first_same(in_language(texts, locale)):
            if index not in told:
                told.add(index)
                yield Finding(
                    (*at, index, "text", locale),
                    f"{what} {index + 1} says the same as {what} {earlier + 1}",
                    "replace one of the two",
                )
