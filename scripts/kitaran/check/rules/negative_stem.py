"""A question asks for what is not so, and the "not" is easily missed.

A reader in a hurry overlooks one small word and gives the right answer to the opposite
question. That tests attention to the wording and not the work.

Example:
    ```yaml
    text: {ms: Dokumen mana yang tidak perlu dibawa?, en: Which document should you not bring?}
    ```

Instead:
    ```yaml
    text: {ms: Dokumen mana yang patut ditinggalkan?, en: Which document should you leave behind?}
    ```
    Or let the word stand out: `**tidak**`, `**not**`, or capital letters. A "not" that belongs
    to the situation, such as "What do you do if he has not replied?", is fine.

Malay:
    Soalan bertanya tentang apa yang tidak benar, dan perkataan “tidak” mudah terlepas pandang.

    Pembaca yang tergesa-gesa akan terlepas satu perkataan kecil lalu menjawab soalan yang
    sebaliknya. Tulis semula soalan secara positif, atau tonjolkan perkataan itu: `**tidak**`,
    `**bukan**`, `**kecuali**`. Kata nafi dalam situasi, seperti “Apa yang anda buat jika dia belum
    membalas?”, tidak mengapa.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import asking, halves, holds, without_emphasis
from kitaran.diagnostics import Severity
from kitaran.models.questions.base import Question
from kitaran.models.text import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.text import Locale

_ROOTS: dict[Locale, tuple[str, ...]] = {
    "ms": ("tidak", "bukan", "kecuali", " tak ", "tiada"),
    "en": (" not ", "n't", "n’t", "cannot", "except"),
}
"""One of these is in every negative stem: most stems are told from them at once."""

_AUX = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would|will|must|may|might)"
_BREAK = (
    # What begins another clause or phrase, whose "not" does not belong to the question word.
    r"(?:that|if|when|who|whom|whose|which|because|while|after|before|as|so|but|and|or|why|how"
    r"|whether|than|of|for|to|in|on|at|with|from|about|by|without)\b"
)
_ENGLISH = re.compile(
    rf"""
    # Which of these is not …, What should you not …, Who must not …, Which document doesn't …
    (?:^|^(?:In|On|At|For|From|Of|Among|After|Before|If|Once|With|According)\b[^,]*,\ )
      (?:(?:[Ww]hich|[Ww]hat)
          (?:\ of\ (?:the\ following|these|those|them)(?:\ (?!{_AUX}\b)\w+){{0,2}}
            |(?:\ (?!{_AUX}\b|{_BREAK})\w+){{0,2}})
        |[Ww]ho|[Ww]hen|[Ww]here)
      \ (?:{_AUX}(?:\ (?!{_BREAK})\w+){{0,2}}?\ not\b(?!\ only\b|\ to\b|\ \w{{3,}}ing\b)
         |cannot\b|\w+n['’]t\b)
    # Choose the answers that are not …
    | \b(?:[Cc]hoose|[Ss]elect|[Pp]ick|[Mm]ark|[Ff]ind)
      (?:\ (?:all|any|the|one|two|three|four|answers?|options?|statements?|sentences?|things?|steps?
        |replies|reply|documents?|items?|those|ones?|of|these))+
      \ (?:that|which)\ (?:{_AUX}\ not|cannot|\w+n['’]t)\b
    # All of these are …, except
    | ^(?:[Aa]ll|[Ee]ach|[Ee]very|[Aa]ny)\b.*\bexcept\b
    | \bexcept(?:\ for)?\s*[:?…._]*$
    """,
    re.VERBOSE,
)
_MALAY = re.compile(
    r"""
    # Yang mana bukan …, Dokumen mana yang tidak …, Siapa yang tidak boleh …
    (?:(?<![-\w])(?<!di\ )(?<!Di\ )(?<!ke\ )[Mm]ana(?:kah)?
      |(?:^|,\ )(?:[Aa]pa|[Ss]iapa)(?:kah)?)
      (?:\ satu|\ (?:antara|daripada)(?:\ (?!yang\b)\w+){1,3}|\ \w+(?=\ yang\b))?
      ,?(?:\ yang)?(?:\ mana(?:kah)?)?
      \ (?:bukan|tidak|tak|tiada)\b(?!\ kena\b)
    # Pilih jawapan yang tidak …
    | \b[Pp]ilih(?:kan|lah)?
      (?:\ (?:semua|satu|dua|tiga|jawapan|pilihan|pernyataan|ayat|perkara|langkah|tindakan|dokumen
        |soalan))+
      \ yang\ (?:bukan|tidak|tak|tiada)\b
    # Semua yang berikut …, kecuali
    | ^(?:[Ss]emua|[Kk]esemua|[Ss]etiap)\b.*\bkecuali\b
    | \bkecuali\s*[:?…._]*$
    """,
    re.VERBOSE,
)
_PATTERN: dict[Locale, re.Pattern[str]] = {"ms": _MALAY, "en": _ENGLISH}
_STANDS_OUT: dict[Locale, str] = {"ms": "`**bukan**`, `**tidak**`", "en": "`**not**`"}
_NOT_ASKED = frozenset({"true_false", "scenario", "cloze", "reflection"})
"""Types whose text states or tells something rather than asks for a choice."""


@rule("KB608", "negative-stem", Severity.WARNING, on=Question)
def negative_stem(question: Question) -> Iterator[Finding]:
    """Look for a negation in what is asked, leaving out what is emphasised."""
    if question.type in _NOT_ASKED:
        return
    for locale, text in halves(question.text):
        # A plain string may be in either language.
        languages = LOCALES if question.text.ms == question.text.en else (locale,)
        language = next((each for each in languages if _negates(text, each)), None)
        if language is not None:
            yield Finding(
                ("text", locale),
                f"question `{question.id}` asks for what is not so, in words easily missed",
                f"ask the other way round, or let the word stand out: {_STANDS_OUT[language]}",
            )


def _negates(text: str, locale: Locale) -> bool:
    """Say whether a sentence that asks has a negation that does not stand out."""
    if not holds(text, _ROOTS[locale]):
        return False
    pattern = _PATTERN[locale]
    return any(pattern.search(without_emphasis(each, "·")) for each in asking(text))
