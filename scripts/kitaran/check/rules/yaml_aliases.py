"""A file uses YAML's anchors (`&name`) and aliases (`*name`) in a way that loses or bloats text.

A word that begins with `&` names the value behind it: nobody sees the word again. And a few
lines of aliases that repeat each other stand for millions of values.

Example:
    ```yaml
    ms: &Co Trading
    ```

Instead:
    ```yaml
    ms: "&Co Trading"
    ```

Malay:
    Fail ini menggunakan sauh (`&nama`) dan alias (`*nama`) YAML sehingga ada teks yang hilang
    atau berganda tanpa had.

    Perkataan yang bermula dengan `&` dianggap nama bagi nilai di belakangnya, lalu tidak
    muncul dalam teks. Letakkan teks itu dalam tanda petik, dan tulis semula bahagian yang
    berulang.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB110", "yaml-aliases", Severity.ERROR, on=Loaded)
def yaml_aliases(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("yaml-aliases"):
        yield Finding(problem.span, problem.message, problem.help)
