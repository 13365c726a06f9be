"""A playbook holds raw HTML, or an attribute that runs code or changes an address.

HTML is neither checked nor translated, does not reach the print-outs, and can run code in
the reader's browser. Markdown has a form for what a handbook needs. (Pages of `docs/` lay
out the site and may hold HTML.)

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
from kitaran.models.playbook import Playbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.playbook import Raw

_ATTRIBUTE = re.compile(
    r"\{[^{}]*?\b(?P<name>on[a-z]+|href|src|srcset|srcdoc|style|action|formaction)\s*=",
    re.IGNORECASE,
)

_CODE = re.compile(r"`+[^`]*`+")


@rule("KB308", "html-in-page", Severity.ERROR, on=Playbook)
def html_in_page(page: Playbook) -> Iterator[Finding]:
    """Look for tags in the text, and for attributes that do harm."""
    opened = False
    for raw in page.outline.raw:
        # A closing tag is told with its opening one.
        if not (opened and raw.html.startswith("</")):
            yield _tag(raw)
        opened = True
    yield from _attributes(page)


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


def _attributes(page: Playbook) -> Iterator[Finding]:
    """Look into attribute lists: `{: onclick="…" }` becomes an attribute of the element."""
    if "{" not in page.body:
        return
    lines = page.body.split("\n")
    # Only lines that are read by people, so that code may show what is not to be done.
    numbers = {line for line, _ in page.outline.prose}
    numbers.update(heading.line for heading in page.outline.headings)
    for number in sorted(numbers):
        line = _CODE.sub("", lines[number - page.body_line])
        match = _ATTRIBUTE.search(line)
        if match is not None:
            yield Finding(
                Span(number),
                f"the attribute `{match['name']}` is set in braces",
                "keep ids (`#…`) and classes (`.…`) in the braces only",
            )
