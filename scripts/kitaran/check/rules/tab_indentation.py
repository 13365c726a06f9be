"""A line is indented with a tab where YAML needs spaces.

YAML tells by the indentation what belongs to what, and forbids tabs there because their
width differs from editor to editor.

Example:
    ```yaml
    options:
    →- text: Ya
    ```
    (where → stands for a tab)

Instead:
    ```yaml
    options:
      - text: Ya
    ```

Malay:
    Baris ini diinden dengan tab, sedangkan YAML memerlukan ruang (space).

    YAML menentukan susunan berdasarkan inden, dan tab dilarang kerana lebarnya tidak sama
    dalam setiap penyunting teks. Gunakan dua ruang bagi setiap aras.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB106", "tab-indentation", Severity.ERROR, on=Loaded)
def tab_indentation(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("tab-indentation"):
        yield Finding(problem.span, problem.message, problem.help)
