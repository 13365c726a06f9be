"""A text cannot be read as YAML.

One sign in the wrong place, and nothing in the file can be trusted to mean what its author
meant. The finding points at the place where reading stopped; the slip is there, or in the
lines just above.

Example:
    ```yaml
    text: Pelanggan bertanya: berapa harganya?
    ```

Instead:
    ```yaml
    text: "Pelanggan bertanya: berapa harganya?"
    ```

Malay:
    Teks ini tidak dapat dibaca sebagai YAML.

    Satu tanda yang tersalah letak sudah cukup untuk mengubah maksud seluruh fail. Semak baris
    yang ditunjukkan dan baris di atasnya. Teks yang mengandungi tanda titik bertindih, kurungan
    atau tanda petik perlu diletakkan dalam tanda petik.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB108", "broken-yaml", Severity.ERROR, on=Loaded)
def broken_yaml(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("broken-yaml"):
        yield Finding(problem.span, problem.message, problem.help)
