"""Two entries of a short answer are one and the same once they are compared.

Typed answers are compared without regard to case, accents, spaces and punctuation. An
accepted wording that is there already does nothing. A near miss that equals an accepted
wording can never be met: the answer counts as right.

Example:
    ```yaml
    type: short
    answers: [{ms: resolusi lembaga, en: board resolution}]
    near:
      - {text: {ms: Resolusi Lembaga, en: resolution}, why: …}
    ```

Instead:
    Remove the one that is there already, or make a near miss of something that is not accepted.
    A wording may be repeated in one language where the other language has two words for it.

Malay:
    Dua butiran jawapan pendek menjadi sama apabila dibandingkan.

    Jawapan yang ditaip dibandingkan tanpa mengira huruf besar, ruang dan tanda baca. Jawapan
    yang sudah ada tidak menambah apa-apa, dan jawapan hampir betul (`near`) yang sama dengan
    jawapan yang diterima tidak akan dicapai. Buang yang berulang.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import folded
from kitaran.diagnostics import Severity
from kitaran.models.questions.short import Short
from kitaran.models.text import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.text import Locale


@rule("KB217", "short-answers-collide", Severity.ERROR, on=Short)
def short_answers_collide(question: Short) -> Iterator[Finding]:
    """Compare the accepted wordings with each other, and the near misses with them."""
    first: dict[tuple[str, ...], int] = {}
    accepted: set[tuple[Locale, str]] = set()
    for index, answer in enumerate(question.answers):
        forms = tuple(_form(answer.get(locale)) for locale in LOCALES)
        earlier = first.setdefault(forms, index)
        if earlier != index:
            yield Finding(
                ("answers", index),
                f"accepted answer {index + 1} of question `{question.id}` is the same as "
                f"answer {earlier + 1}",
                "remove one of the two",
            )
        accepted.update(zip(LOCALES, forms, strict=True))
    for index, near in enumerate(question.near):
        for locale in LOCALES:
            text = near.text.get(locale)
            if text and (locale, _form(text)) in accepted:
                yield Finding(
                    ("near", index, "text", locale),
                    f"the near miss `{text}` of question `{question.id}` is an accepted answer",
                    "remove it from `near:`, or from `answers:`",
                )
                break


def _form(text: str) -> str:
    """Give the form in which an answer is compared; a mere sign stands for itself."""
    return folded(text) or text.strip()
