"""A value has a YAML tag, a word that begins with `!`.

Tags tell a program what to make of a value; some make it run code. The handbook decides by
the key what a value is, so a tag is either of no use or a text that lacks its quotes.

Example:
    ```yaml
    text: !penting Sahkan harga dahulu
    ```

Instead:
    ```yaml
    text: "!penting Sahkan harga dahulu"
    ```

Malay:
    Satu nilai mempunyai tag YAML, iaitu perkataan yang bermula dengan `!`.

    Tag memberitahu program cara mengolah sesuatu nilai, malah ada yang menjalankan kod. Buku
    panduan ini tidak menggunakannya. Buang tag itu, atau letakkan teks dalam tanda petik jika
    perkataan itu sebahagian daripadanya.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB111", "yaml-tag", Severity.ERROR, on=Loaded)
def yaml_tag(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("yaml-tag"):
        yield Finding(problem.span, problem.message, problem.help)
