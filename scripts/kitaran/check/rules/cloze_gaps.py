"""The gaps of a cloze and its list of answers do not agree.

A gap without an accepted answer can never be filled rightly, and answers for a gap that the
text does not have are never asked for. In the other language the same gaps are needed.

Example:
    ```yaml
    type: cloze
    text:
      ms: "{{who}} menandatangani selepas {{what}} diluluskan."
      en: "{{who}} signs once {{waht}} is approved."
    gaps:
      who: {answers: [{ms: Puan Salmah, en: Puan Salmah}], why: …}
      what: {answers: [], why: …}
    ```

Instead:
    Write each gap as `{{id}}` in every language, and give each id an entry with at least one
    accepted answer.

Malay:
    Tempat kosong dalam teks tidak sepadan dengan senarai jawapannya.

    Tempat kosong tanpa jawapan tidak dapat diisi dengan betul, dan jawapan bagi tempat kosong
    yang tiada dalam teks tidak akan ditanya. Tulis setiap tempat kosong sebagai `{{id}}` dalam
    kedua-dua bahasa, dan beri setiap id sekurang-kurangnya satu jawapan.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import LANGUAGE, halves, nearest
from kitaran.diagnostics import Severity
from kitaran.models.questions.cloze import Cloze

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = re.compile(r"\{\{([^{}]*)\}\}")


@rule("KB216", "cloze-gaps", Severity.ERROR, on=Cloze)
def cloze_gaps(question: Cloze) -> Iterator[Finding]:
    """Compare what the text has with what is answered, language by language."""
    for name, gap in question.gaps.items():
        if not gap.answers:
            yield Finding(
                ("gaps", name, "answers"),
                f"the gap `{name}` has no accepted answer",
                "add an accepted wording under `answers:`",
            )
    written = {
        locale: [name.strip() for name in _GAP.findall(text)]
        for locale, text in halves(question.text)
    }
    for locale, found in written.items():
        for name in dict.fromkeys(found):
            if name not in question.gaps:
                yield Finding(
                    ("text", locale),
                    f"the gap `{name}` has no entry in `gaps`" if name else "a gap has no id",
                    _help(name, question),
                )
    for name in question.gaps:
        lacking = [locale for locale, found in written.items() if name not in found]
        if len(lacking) == len(written):
            yield Finding(
                ("gaps", name),
                f"the gap `{name}` is not in the text",
                f"write `{{{{{name}}}}}` where the gap is, or remove its entry",
            )
            continue
        for locale in lacking:
            yield Finding(
                ("text", locale),
                f"the gap `{name}` is not in the {LANGUAGE[locale]} text",
                f"write `{{{{{name}}}}}` where the gap is",
            )


def _help(name: str, question: Cloze) -> str:
    """Say what to do about a gap of the text that is not known."""
    if not name:
        return "write its id between the braces"
    return nearest(name, question.gaps) or f"add `{name}:` with `answers:` under `gaps:`"
