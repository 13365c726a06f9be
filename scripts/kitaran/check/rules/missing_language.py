"""A text is there in one language only.

The other half of the readers would see an empty line, or a language that they did not ask
for.

Example:
    ```yaml
    text: {ms: Siapa yang menandatangani?}
    ```

Instead:
    ```yaml
    text: {ms: Siapa yang menandatangani?, en: Who signs?}
    ```

    A handbook in one language says so: `languages = ["ms"]` under `[tool.kitaran]` in
    `pyproject.toml`. Plain text without words, such as `RM 3,200`, may serve both.

Malay:
    Satu teks ada dalam satu bahasa sahaja.

    Pembaca bahasa yang satu lagi akan nampak ruang kosong, atau bahasa yang tidak dipilihnya.
    Tulis kedua-duanya: `{ms: …, en: …}`. Teks tanpa perkataan, seperti `RM 3,200`, boleh
    dipakai untuk kedua-dua bahasa.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kitaran.check.one import Wording
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.document import Document
from kitaran.models.playbook import Playbook
from kitaran.models.quiz import Quiz
from kitaran.models.text import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.text import At

_WORD = re.compile(r"[^\W\d_]{4,}")
"""Letters enough for a word that wants translating; `RM`, `PO` and `cm` are none."""


@rule("KB507", "missing-language", Severity.ERROR, on=Wording)
def missing_language(wording: Wording) -> Iterator[Finding]:
    """Look at every text that is blank in a language, or the same in all of them."""
    record = wording.loaded.record
    if len(wording.languages) < 2 or isinstance(record, Playbook | Document):
        return
    for at, text in record.texts if isinstance(record, Quiz) else texts(record):
        ms, en = text.ms, text.en
        if ms == en:
            # One string stands for both: fine for a number, not for words.
            if _WORD.search(ms) and _is_string(wording, at):
                yield Finding(
                    at,
                    "the text is written once for both languages",
                    "write `{ms: …, en: …}`, even where both are the same",
                )
            continue
        # A text that is blank in both is empty, which is another fault.
        if not ms.strip() and en.strip():
            yield Finding((*at, "ms"), "the text has no Malay", "add `ms: …`")
        elif ms.strip() and not en.strip():
            yield Finding((*at, "en"), "the text has no English", "add `en: …`")


def _is_string(wording: Wording, at: At) -> bool:
    """Whether the file has a plain string at a place."""
    value: Any = wording.loaded.yaml.data if wording.loaded.yaml else None
    for step in at:
        value = value[step]
    return isinstance(value, str)
