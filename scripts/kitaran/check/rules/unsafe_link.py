"""A link or an image has an address that runs code or points into somebody's computer.

`javascript:` and `data:` run what a stranger wrote in the reader's browser; `file:` leads
into the author's own computer, where no reader can follow.

Example:
    ```markdown
    [Buka borang](javascript:buka())
    ```

Instead:
    ```markdown
    [Buka borang](borang.pdf)
    ```

Malay:
    Pautan atau gambar mempunyai alamat yang menjalankan kod atau menuju ke komputer sendiri.

    `javascript:` dan `data:` menjalankan kod dalam pelayar pembaca; `file:` menuju ke komputer
    penulis. Letak fail itu di sebelah halaman dan pautkan failnya.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.links import UNSAFE, scheme
from kitaran.check.places import address, addresses, of_link
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.playbook import Outline

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB406", "unsafe-link", Severity.ERROR, on=Outline)
def unsafe_link(outline: Outline) -> Iterator[Finding]:
    """Look at the scheme of every address."""
    for link in addresses(outline):
        target = address(link)
        named = scheme(target)
        if named in UNSAFE:
            yield Finding(
                of_link(link),
                f"an address that begins with `{named}:` is not safe",
                "link to a page, to a file beside the page, or to an address with `https://`",
            )
