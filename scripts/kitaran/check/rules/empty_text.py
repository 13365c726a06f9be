"""A text is empty or blank.

The key is there, so nothing seems to be missing, but the reader meets a blank option, a
blank heading or a blank reason.

Example:
    ```yaml
    - text: {ms: "", en: " "}
      why: {ms: Kuasa menentukan tarikh., en: Authority decides the date.}
    ```

Instead:
    Write the text, or remove the whole entry. Where one language only is empty, KB507 says so.

Malay:
    Teks kosong.

    Kuncinya ada, jadi nampak seperti tiada yang kurang, tetapi pembaca akan melihat pilihan,
    tajuk atau sebab yang kosong. Tulis teksnya, atau buang keseluruhan butiran itu. Jika satu
    bahasa sahaja yang kosong, KB507 akan memberitahu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from kitaran.check.one import Wording
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.playbook import Playbook
from kitaran.models.quiz import Quiz
from kitaran.models.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.text import At

_HELP = "write it, or remove what it belongs to"


@rule("KB202", "empty-text", Severity.ERROR, on=Wording)
def empty_text(wording: Wording) -> Iterator[Finding]:
    """Look at every text of a record, and at the front matter of a page."""
    record = wording.loaded.record
    if isinstance(record, Quiz):  # Its strings that are no texts are ids, never empty.
        places = [at for at, text in record.texts if not text.ms.strip() and not text.en.strip()]
    else:
        places = list(_empty(record.front if isinstance(record, Playbook) else record, ()))
    for at in places:
        name = next((step for step in reversed(at) if isinstance(step, str)), "text")
        yield Finding(at, f"`{name}` is empty", _HELP)


def _empty(value: Any, at: At) -> Iterator[At]:
    """Find the texts and strings that are given and blank."""
    if isinstance(value, str):
        if not value.strip():
            yield at
    elif isinstance(value, Text):
        if not value.ms.strip() and not value.en.strip():
            yield at
    elif isinstance(value, BaseModel):
        fields = type(value).model_fields
        for name in fields:
            if name in value.model_fields_set:
                yield from _empty(getattr(value, name), (*at, fields[name].alias or name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _empty(inner, (*at, index))
