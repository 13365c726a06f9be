"""A page holds raw HTML, or an attribute that runs code or changes an address.

HTML is neither checked nor translated, does not reach the print-outs, and can run code in
the reader's browser. Markdown has a form for what a handbook needs.

Example:
    ```markdown
    <div class="kotak">Harga contoh: RM 0.42</div>

    Hubungi kami {: onclick="buka()" }
    ```

Instead:
    ```markdown
    !!! example "Contoh"
        Harga contoh: RM 0.42
    ```

Malay:
    Halaman ini mengandungi HTML mentah, atau atribut yang menjalankan kod atau menukar alamat.

    HTML tidak disemak, tidak diterjemah, tidak masuk ke dalam cetakan, dan boleh menjalankan
    kod dalam pelayar pembaca. Gunakan Markdown: kotak (`!!!`), jadual, senarai, **tebal**.
    Kalau tanda `<` memang dimaksudkan sebagai tanda, tulis `&lt;` atau apit dengan tanda kod.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity, Span
from kitaran.load.record import Loaded
from kitaran.models.document import Document
from kitaran.models.playbook import Playbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.playbook import Outline, Raw
    from kitaran.models.text import At

_TAG = re.compile(r"<(?:[a-zA-Z][\w:-]*(?=[\s/>])|/[a-zA-Z]|!(?!--)|\?)")
_ATTRIBUTE = re.compile(
    r"\{:?[^{}]*?\b(?P<name>on[a-z]+|href|src|srcset|srcdoc|style|action|formaction)\s*=",
    re.IGNORECASE,
)


@rule("KB308", "html-in-page", Severity.ERROR, on=Loaded)
def html_in_page(loaded: Loaded) -> Iterator[Finding]:
    """Look for tags in the text and the front matter, and for attributes that do harm."""
    page = loaded.record
    if not isinstance(page, Playbook | Document):
        return
    for raw in page.outline.raw:
        # A closing tag is told with its opening one.
        if not raw.html.startswith("</"):
            yield _tag(raw)
    yield from _attributes(page.outline)
    data = loaded.yaml.data if loaded.yaml else None
    for at, text in _strings(data):
        if _TAG.search(text):
            yield Finding(at, "the front matter holds raw HTML", "write plain words")


def _tag(raw: Raw) -> Finding:
    """Name the tag."""
    html = raw.html.split("\n", 1)[0]
    if html.startswith("<!--"):
        message, remedy = "the comment that begins here is never closed", "close it with `-->`"
    else:
        short = html if len(html) <= 40 else f"{html[:39]}…"
        message = f"the page holds raw HTML: `{short}`"
        remedy = "write it as Markdown, or put a sign that is meant as a sign between backticks"
    return Finding(Span(raw.line, raw.column, raw.column + len(html)), message, remedy)


def _attributes(outline: Outline) -> Iterator[Finding]:
    """Look into attribute lists: `{: onclick="…" }` becomes an attribute of the element."""
    for line, text in outline.prose:
        match = _ATTRIBUTE.search(text) if "{" in text else None
        if match is not None:
            yield Finding(
                Span(line),
                f"the attribute `{match['name']}` is set in braces",
                "keep ids (`#…`) and classes (`.…`) in the braces only",
            )


def _strings(data: object, at: At = ()) -> Iterator[tuple[At, str]]:
    """Give every string of the front matter, with the way to it."""
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _strings(value, (*at, index))
