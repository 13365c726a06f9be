"""A key is not known where it stands.

Most often it is misspelt, is indented too far or not far enough, or begins after a comma
in a text that lacks its quotes. What it says would be ignored.

Example:
    ```yaml
    - text: Tanya siapa yang menandatangani
      corect: true
    ```

Instead:
    ```yaml
    - text: Tanya siapa yang menandatangani
      correct: true
    ```

Malay:
    Kunci ini tidak dikenali di tempat ini.

    Biasanya ejaannya salah, indennya tidak betul, atau ia terjadi kerana tanda koma dalam teks
    yang tiada tanda petik. Betulkan ejaan atau inden, atau buang kunci itu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB112", "unknown-key", Severity.ERROR, on=Loaded)
def unknown_key(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("unknown-key"):
        yield Finding(problem.span, problem.message, problem.help)
