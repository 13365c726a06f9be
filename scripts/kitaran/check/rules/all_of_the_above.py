"""An option points at the other options by their place.

Options are shuffled, so what stands "above" may stand below. Besides, whoever knows that two
options are right knows that "all of the above" is, without judging the rest.

Example:
    ```yaml
    - text: {ms: Semua di atas, en: All of the above}
    ```

Instead:
    Replace the option by one with content. Where several are right, ask for all of them with
    `type: multiple`. With `shuffle: false` the finding is not made.

Malay:
    Satu pilihan merujuk pilihan lain mengikut kedudukannya.

    Pilihan dikocok, jadi yang “di atas” mungkin berada di bawah. Lagipun, pelajar yang tahu dua
    pilihan betul terus tahu bahawa “semua di atas” ialah jawapannya. Gantikan dengan pilihan yang
    berisi, atau guna `type: multiple` jika beberapa pilihan memang betul.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import folded, halves
from kitaran.diagnostics import Severity
from kitaran.models.questions.base import Question
from kitaran.models.questions.multiple import Multiple
from kitaran.models.questions.single import Single

if TYPE_CHECKING:
    from collections.abc import Iterator

_POINTS = re.compile(
    # Compared with the folded option: no case, no punctuation.
    r"""
    (?:all|none|both|neither|any|some|either|two)\ (?:of\ )?(?:the\ |these\ |those\ )?
        (?:(?:options?|answers?|choices?|statements?)\ )?(?:listed\ |given\ |mentioned\ )?
        (?:above|below)(?:\ (?:is|are)\ (?:right|correct|true|wrong|false))?
    | (?:all|none|both|neither)\ of\ (?:these|those|them|the\ others
            |(?:the|these|those)\ (?:options|answers|choices))
        (?:\ (?:is|are)\ (?:right|correct|true|wrong|false))?
    | all\ (?:options|answers|choices)(?:\ are\ (?:right|correct|true|wrong|false))?
    | (?:semua|kesemua|semuanya|kesemuanya|kedua\ dua|bukan\ semua|tiada|tiada\ satu\ pun|bukan)
        (?:\ (?:yang|jawapan|pilihan|pernyataan|perkara|satu))*
        \ (?:tersebut\ |berikut\ |disebut\ |disenaraikan\ )?di\ (?:atas|bawah)
        (?:\ (?:adalah\ )?(?:betul|benar|tepat|salah))?
    | (?:semua|kesemua|kedua\ dua|semuanya|kesemuanya)(?:\ (?:jawapan|pilihan|pernyataan))?
        (?:\ (?:ini|itu|tersebut))?\ (?:adalah\ )?(?:betul|benar|tepat|salah)
    | (?:tiada|tidak\ ada)\ (?:satu\ pun\ )?(?:jawapan|pilihan)\ (?:yang\ )?(?:betul|benar|tepat)
    | (?:both\ |only\ |either\ |options?\ |answers?\ |kedua\ dua\ |hanya\ |pilihan\ |jawapan\ )*
        (?:[a-e]|[1-5]|i{1,3}|iv)(?:\ (?:[a-e]|[1-5]|i{1,3}|iv))*
        \ (?:and|or|dan|atau|serta)\ (?:[a-e]|[1-5]|i{1,3}|iv)(?:\ (?:only|sahaja))?
    """,
    re.VERBOSE,
)
_LONGEST = 80
"""Longer options say something of their own."""


@rule("KB607", "all-of-the-above", Severity.WARNING, on=Question)
def all_of_the_above(question: Question) -> Iterator[Finding]:
    """Look at the options that may change places."""
    if not isinstance(question, Single | Multiple) or not question.shuffle:
        return
    for index, option in enumerate(question.options):
        for locale, text in halves(option.text):
            if len(text) <= _LONGEST and _POINTS.fullmatch(folded(text)):
                yield Finding(
                    ("options", index, "text", locale),
                    f"the option `{text}` points at the others, which change places",
                    "write an option with content, ask for all right ones with `type: multiple`, "
                    "or set `shuffle: false`",
                )
                break
