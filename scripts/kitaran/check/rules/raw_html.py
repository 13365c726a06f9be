"""A text holds HTML, or a link that runs code.

Texts are shown on pages, in print and in other systems. HTML is either shown as it was typed
or, worse, obeyed: a tag swallows what follows it, and a script runs for every reader.

Example:
    ```yaml
    text: {ms: "Tekan <b>Hantar</b>.", en: "Press <b>Send</b>."}
    ```

Instead:
    ```yaml
    text: {ms: "Tekan **Hantar**.", en: "Press **Send**."}
    ```
    A plain `<` as in `< 5` is fine, and so is a web address in angle brackets. Something to be
    filled in is written with square brackets: `[nama]`.

Malay:
    Teks mengandungi HTML, atau pautan yang menjalankan kod.

    Teks dipaparkan pada halaman, dalam cetakan dan dalam sistem lain. Tag HTML boleh menelan
    ayat selepasnya, dan skrip akan dijalankan pada komputer setiap pembaca. Guna `**tebal**`
    atau `*condong*`. Tanda `<` biasa seperti dalam `< 5` tidak mengapa.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from kitaran.check.links import UNSAFE, scheme
from kitaran.check.one import Wording
from kitaran.check.rule import Finding, rule
from kitaran.check.words import halves
from kitaran.diagnostics import Severity
from kitaran.models.document import Document
from kitaran.models.playbook import Playbook
from kitaran.models.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.text import At

_TAG = re.compile(r"<(?:/?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|!--|!\[CDATA\[|!DOCTYPE\b|\?\w)")
_BEGUN = re.compile(
    r"</?(?:script|style|iframe|object|embed|img|svg|math|video|audio)\b",
    re.IGNORECASE,
)
"""Tags that do harm even where nothing closes them."""
_TARGET = re.compile(
    r"\]\(\s*<?([^)\s>]+)|<([A-Za-z][\w+.-]*:[^\s<>]*)>|^\[[^\]\n]+\]:\s*(\S+)", re.M
)
_SUSPECT = (b"<", b"](", b"]:", b"\\")


@rule("KB222", "raw-html", Severity.ERROR, on=Wording)
def raw_html(wording: Wording) -> Iterator[Finding]:
    """Look at every string of a record, and at the front matter of a page."""
    record, source = wording.loaded.record, wording.loaded.source.data
    if isinstance(record, Playbook | Document):
        source, record = source[: -len(record.body.encode()) or None], record.front
    # Most files hold none of these signs, which is told much faster than text by text, and
    # among bytes faster than among letters. A backslash may stand for any sign.
    if not any(sign in source for sign in _SUSPECT):
        return
    for at, text in _strings(record, ()):
        match = _TAG.search(text) or _BEGUN.search(text)
        if match is not None:
            yield Finding(
                at,
                f"the text holds HTML: `{match[0][:40]}`",
                "remove the tag; write **…** for bold, *…* for emphasis, […] for a blank",
            )
        for target in _TARGET.finditer(text):
            link = unescape(target[1] or target[2] or target[3])
            shown = "".join(sign for sign in link if sign.isprintable())
            if scheme(link) in UNSAFE:
                yield Finding(
                    at,
                    f"the text holds a link that is not safe: `{shown[:40]}`",
                    "link to a page of the handbook, or to an `https://` address",
                )


def _strings(value: Any, at: At) -> Iterator[tuple[At, str]]:
    """Give every string of a record once, with the way to it."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Text):
        for locale, text in halves(value):
            yield (*at, locale), text
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _strings(getattr(value, name), (*at, field.alias or name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, (*at, key))
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from _strings(inner, (*at, index))
