"""A file stands where nothing reads it.

What a file is, is told by its folder and its suffix. This one fits none, so it is left out
without any other word.

Example:
    ```
    quizzes/closing.yaml
    ```

Instead:
    ```
    quizzes/stages/closing.yml
    ```

Malay:
    Fail ini berada di tempat yang tidak dibaca.

    Jenis fail ditentukan oleh folder dan akhiran namanya. Fail ini tidak sepadan dengan
    mana-mana, maka isinya diabaikan. Pindahkan atau namakan semula fail itu, atau letakkan `_`
    di depan namanya jika ia memang tidak perlu dibaca.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB116", "misplaced-file", Severity.WARNING, on=Loaded)
def misplaced_file(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("misplaced-file"):
        yield Finding(problem.span, problem.message, problem.help)
