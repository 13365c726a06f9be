"""In most questions of a quiz the longest option is the right one.

Authors qualify what is true and keep what is false short. Learners notice: whoever picks the
longest option passes without having read the page.

Example:
    ```yaml
    - text: {ms: Hantar e-mel, en: Send an e-mail}
    - text: {ms: Sahkan dahulu siapa yang menandatangani, en: Confirm first who is going to sign}
      correct: true
    - text: {ms: Beri diskaun, en: Give a discount}
    ```

Instead:
    Say as much in the wrong options as in the right one, or move the reason from the option to
    its `why`. The finding counts the single-choice questions of a quiz, four at least, for each
    language on its own; an option counts as the longest when it is a tenth and three characters
    longer than any other.

Malay:
    Dalam kebanyakan soalan kuiz ini, pilihan yang paling panjang ialah jawapannya.

    Penulis biasanya menerangkan jawapan betul dengan lengkap dan memendekkan yang salah.
    Pelajar akan perasan, lalu lulus tanpa membaca halaman. Samakan panjang pilihan, atau pindahkan
    sebab daripada pilihan ke `why`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import LANGUAGE, in_language, listed, without_emphasis
from kitaran.diagnostics import Severity
from kitaran.models.questions.single import Single
from kitaran.models.quiz import Quiz
from kitaran.models.text import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.text import Locale

_FEWEST = 4
"""From how many questions on a pattern can be told."""
_SHARE, _CHARACTERS = 1.1, 3
"""How much longer than the next an option has to be for a reader to notice."""


@rule("KB602", "longest-option-is-key", Severity.WARNING, on=Quiz)
def longest_option_is_key(quiz: Quiz) -> Iterator[Finding]:
    """Measure the single-choice questions in each language."""
    for locale in LOCALES:
        leads = [
            (lead, index)
            for index, question in enumerate(quiz.questions)
            if isinstance(question, Single) and (lead := _lead(question, locale)) is not None
        ]
        giveaways = [(lead, index) for lead, index in leads if lead > 0]
        if len(leads) < _FEWEST or 2 * len(giveaways) <= len(leads):
            continue
        index = max(giveaways)[1]
        question = quiz.questions[index]
        key = question.keys[0]
        text = question.choices[key].text
        language = "" if text.ms == text.en else f"{LANGUAGE[locale]} "
        names = listed(quiz.questions[index].id for _, index in giveaways)
        yield Finding(
            ("questions", index, "options", key, "text", locale),
            f"the longest {language}option is the right one in {len(giveaways)} of "
            f"{len(leads)} questions: {names}",
            "shorten the right options, or say as much in the wrong ones",
        )


def _lead(question: Single, locale: Locale) -> int | None:
    """Say by how many characters the key is noticeably the longest; 0 where it is not."""
    lengths = [
        len(without_emphasis(text))
        for text in in_language([option.text for option in question.options], locale)
    ]
    keys = question.keys
    if len(lengths) < 2 or len(keys) != 1:
        return None
    key = lengths.pop(keys[0])
    other = max(lengths)
    return key - other if key >= other * _SHARE and key - other >= _CHARACTERS else 0
