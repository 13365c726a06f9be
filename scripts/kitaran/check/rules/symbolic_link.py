"""A symbolic link cannot be followed.

It leads nowhere, out of the handbook, to a hidden file, or to a folder that is read anyway.
On another computer it may lead somewhere else, and a page could show what nobody meant to
publish.

Example:
    ```
    docs/prices.md -> /home/aina/prices.md
    ```

Instead:
    Put the file itself in its place. A link to a file in the handbook's own folder is followed.

Malay:
    Pautan simbolik ini tidak dapat diikuti.

    Pautan itu tidak sampai ke mana-mana, keluar dari buku panduan, menuju fail tersembunyi,
    atau menuju folder yang memang sudah dibaca. Letakkan fail atau folder sebenar di tempatnya.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB115", "symbolic-link", Severity.ERROR, on=Loaded)
def symbolic_link(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("symbolic-link"):
        yield Finding(problem.span, problem.message, problem.help)
