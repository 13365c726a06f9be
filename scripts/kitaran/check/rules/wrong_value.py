"""A value is not of the kind that its key needs.

Each key takes one kind of value: a text, a number, a date, a list, one of a few words. What
is written does not fit, so the whole record is left out.

Example:
    ```yaml
    reviewed: 1 Nov 2026
    minutes: sepuluh
    pass: 0.8
    ```

Instead:
    ```yaml
    reviewed: 2026-11-01
    minutes: 10
    pass: 80%
    ```

Malay:
    Nilai ini bukan jenis yang diperlukan oleh kuncinya.

    Setiap kunci menerima satu jenis nilai sahaja: teks, nombor, tarikh, senarai atau pilihan
    perkataan yang tertentu. Tulis nilai itu dalam bentuk yang dicadangkan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB114", "wrong-value", Severity.ERROR, on=Loaded)
def wrong_value(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("wrong-value"):
        yield Finding(problem.span, problem.message, problem.help)
