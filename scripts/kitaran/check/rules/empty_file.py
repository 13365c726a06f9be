"""A file holds nothing.

An empty file gives no page and no question, but other files may already point at it.

Example:
    A quiz that consists of comments only.

Instead:
    Write it, or remove the file. A file whose name begins with `_` is not read, so a draft
    can wait under such a name.

Malay:
    Fail ini kosong.

    Fail kosong tidak menghasilkan halaman atau soalan, tetapi fail lain mungkin sudah merujuk
    kepadanya. Isikan, atau buang fail itu. Draf boleh disimpan dengan nama yang bermula
    dengan `_`, kerana fail begitu tidak dibaca.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB105", "empty-file", Severity.ERROR, on=Loaded)
def empty_file(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("empty-file"):
        yield Finding(problem.span, problem.message, problem.help)
