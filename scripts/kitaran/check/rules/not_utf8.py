"""A file is not saved as UTF-8.

UTF-8 is the one way of storing text that every tool here reads alike. In another one, a
curly quotation mark or an é turns into something else, or stops the build.

Example:
    A file that an older Windows editor saved as “ANSI” or “Unicode”.

Instead:
    Save it again and choose “UTF-8” as its encoding.

Malay:
    Fail ini tidak disimpan sebagai UTF-8.

    Hanya UTF-8 dibaca dengan cara yang sama oleh semua alat di sini. Dalam pengekodan lain,
    tanda petik atau huruf seperti é bertukar menjadi aksara lain. Simpan semula fail itu dan
    pilih “UTF-8” sebagai pengekodannya.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB103", "not-utf8", Severity.ERROR, on=Loaded)
def not_utf8(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("not-utf8"):
        yield Finding(problem.span, problem.message, problem.help)
