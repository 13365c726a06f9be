"""A key is written twice in one mapping.

YAML readers keep the last of two equal keys and drop the first without a word, so half of
what was written would silently not count.

Example:
    ```yaml
    pass: 80%
    pass: 70%
    ```

Instead:
    ```yaml
    pass: 80%
    ```

Malay:
    Kunci yang sama ditulis dua kali dalam satu kumpulan.

    Pembaca YAML menyimpan kunci yang terakhir dan membuang yang pertama tanpa sebarang
    amaran. Kekalkan satu sahaja, atau namakan semula yang satu lagi.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB107", "duplicate-key", Severity.ERROR, on=Loaded)
def duplicate_key(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("duplicate-key"):
        yield Finding(problem.span, problem.message, problem.help)
