"""A file or folder cannot be read at all.

The system refuses it, it is no ordinary file, or its content is damaged. What it says is
missing from the handbook, so nothing is built until that is settled.

Example:
    ```
    quizzes/stages/closing.yml/        a folder with a file's name
    ```

Instead:
    ```
    quizzes/stages/closing.yml         a file that you may read
    ```

Malay:
    Fail atau folder tidak dapat dibaca langsung.

    Sistem tidak membenarkannya dibaca, ia bukan fail biasa, atau kandungannya rosak. Isinya
    tiada dalam buku panduan, maka laman tidak dibina selagi hal ini belum selesai. Semak sama
    ada fail itu wujud dan sama ada anda dibenarkan membacanya.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB101", "unreadable", Severity.ERROR, on=Loaded)
def unreadable(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("unreadable"):
        yield Finding(problem.span, problem.message, problem.help)
