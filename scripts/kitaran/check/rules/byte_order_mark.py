"""A file begins with a byte order mark.

The mark is three invisible bytes that some editors put before the text. It is no part of
the text, yet other tools take it for one, and then do not find the front matter.

Example:
    A file that was saved as “UTF-8 with BOM”.

Instead:
    Save it as “UTF-8”.

Malay:
    Fail ini bermula dengan tanda tertib bait (BOM).

    Tanda itu ialah tiga bait halimunan yang dimasukkan oleh sesetengah penyunting teks. Alat
    lain menganggapnya sebahagian daripada teks, lalu gagal menemui bahagian depan halaman.
    Simpan fail itu sebagai “UTF-8”, bukan “UTF-8 with BOM”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB104", "byte-order-mark", Severity.ERROR, on=Loaded)
def byte_order_mark(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("byte-order-mark"):
        yield Finding(problem.span, problem.message, problem.help)
