"""A link names the English file.

Links go to `x.md` in both languages. The site leads every reader to the page in his own
language, and the check of links then holds for both.

Example:
    ```markdown
    [Closing](closing.en.md#exit-criteria)
    ```

Instead:
    ```markdown
    [Closing](closing.md#exit-criteria)
    ```

Malay:
    Pautan menyebut fail bahasa Inggeris.

    Dalam kedua-dua bahasa, pautan menuju ke `x.md`. Laman akan membawa pembaca ke halaman
    dalam bahasanya sendiri. Buang `.en` daripada alamat itu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from kitaran.check.links import scheme
from kitaran.check.places import of_link
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.playbook import Outline

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB407", "link-to-twin", Severity.ERROR, on=Outline)
def link_to_twin(outline: Outline) -> Iterator[Finding]:
    """Look for addresses within the handbook that end in `.en.md`."""
    for link in outline.links:
        address, sign, anchor = unquote(link.target).partition("#")
        if address.endswith(".en.md") and not scheme(link.target) and not address.startswith("/"):
            yield Finding(
                of_link(link),
                f"the link leads to the English file `{address}`",
                f"write `{address.removesuffix('.en.md')}.md{sign}{anchor}`",
            )
