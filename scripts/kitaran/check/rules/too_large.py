"""A file is larger than the handbook allows.

A playbook of 200 printed pages is half of the limit. A larger file is mostly something
else that was saved under the wrong name, and no reader finds anything in it.

Example:
    A quiz of 3,000 questions in one file.

Instead:
    One quiz for each page. Where a large file is meant, raise the limit:
    ```toml
    [tool.kitaran.check]
    max_bytes = 2_000_000
    ```

Malay:
    Fail ini lebih besar daripada had buku panduan.

    Panduan setebal 200 muka surat pun hanya separuh daripada had itu. Fail yang lebih besar
    biasanya benda lain yang tersalah simpan. Pecahkan kepada beberapa fail, atau naikkan
    `max_bytes` jika saiz itu memang disengajakan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB102", "too-large", Severity.ERROR, on=Loaded)
def too_large(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("too-large"):
        yield Finding(problem.span, problem.message, problem.help)
