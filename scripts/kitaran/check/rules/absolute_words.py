"""A wrong option gives itself away by an absolute word.

Hardly anything is always or never so, and experienced test-takers strike such options out
unread.

Example:
    ```yaml
    - text: {ms: Sentiasa beri diskaun dahulu, en: Always give a discount first}
    ```

Instead:
    ```yaml
    - text: {ms: Beri diskaun dahulu, en: Give a discount first}
    ```
    The finding is made where wrong options have such a word and no right one has. Words that
    describe a fact, as in "a shop that has never bought", are fine.

Malay:
    Pilihan yang salah mudah dikesan kerana perkataan mutlak.

    Hampir tiada perkara yang sentiasa atau tidak pernah berlaku, jadi orang yang biasa dengan
    ujian akan terus memotong pilihan seperti itu tanpa membacanya. Buang perkataan itu daripada
    pilihan.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import halves, holds
from kitaran.diagnostics import Severity
from kitaran.models.questions.base import Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.text import Text

_CLIENTS = r"(?:clients?|customers?|buyers?|prospects?|suppliers?|companies|company|objections?)"
_PELANGGAN = r"(?:bakal pelanggan|pelanggan|pembeli|pembekal|syarikat|bantahan)"
_ABSOLUTE = re.compile(
    r"""
    (?<!that\ )(?<!who\ )(?<!which\ )(?<!that\ has\ )(?<!who\ has\ )(?<!which\ has\ )
    (?<!that\ have\ )(?<!who\ have\ )(?<!almost\ )(?<!nearly\ )(?<!not\ )
    \b(?:always|never(?!\ mind\b))\b(?!-)
    | \b(?:under\ no\ circumstances|in\ (?:all|every)\ cases?|without\ exception|no\ matter\ what)\b
    | (?<!yang\ )(?<!tidak\ )(?<!hampir\ )\bsentiasa\b
    | (?<!yang\ )\b(?:tidak|tak)\ pernah\b
    | \b(?:tanpa\ pengecualian|sekali-kali|dalam\ (?:apa\ jua|semua|setiap)\ keadaan)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLAIM = re.compile(
    r"""
    (?:all|every)\ (?:client|customer|buyer|prospect|supplier|compan|objection)(?:s|y|ies)?
        \ (?:wants?|needs?|must|will|prefers?|asks?|pays?|expects?|has\ to|have\ to)\b
    | (?:semua|setiap)\ (?:(?:bakal\ )?pelanggan|pembeli|pembekal|syarikat|bantahan)
        \ (?:mahu|perlu|mesti|akan|suka|(?:me)?minta|(?:mem)?bayar|mengharapkan)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A claim about everybody, with which an option begins."""
_PARTS = (
    "lways", "ever", "Ever", "ircumstances", "ll cases", "xception", "matter what",
    "entiasa", "pernah", "engecualian", "ekali-kali", "eadaan",
    "ll c", "ll b", "ll p", "ll s", "ll o", "emua ", "etiap ",
)  # fmt: skip
"""One of these is in everything that is looked for: most options are told from them at once."""


@rule("KB609", "absolute-words", Severity.WARNING, on=Question)
def absolute_words(question: Question) -> Iterator[Finding]:
    """Compare what the wrong options say with what the right ones say."""
    choices = question.choices
    if not holds("\n".join([f"{each.text.ms}\n{each.text.en}" for each in choices]), _PARTS):
        return
    told = [_absolute(option.text) for option in choices]
    if not any(told) or any(told[key] for key in question.keys):
        return
    for index, said in enumerate(told):
        if said:
            locale, word = said
            yield Finding(
                ("options", index, "text", locale),
                f"`{word}` gives option {index + 1} of question `{question.id}` away as wrong",
                "say it without the absolute word",
            )


def _absolute(text: Text) -> tuple[str, str] | None:
    """Find the first absolute word of an option, with its language."""
    for locale, words in halves(text):
        match = holds(words, _PARTS) and (_CLAIM.match(words) or _ABSOLUTE.search(words))
        if match:
            return locale, match[0]
    return None
