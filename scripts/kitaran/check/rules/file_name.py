"""The name of a file or its folder cannot be an id.

A page's address, its links, its quiz and the learners' progress all hang on its id, which is
made of its path. Capitals, spaces and accents in it differ between systems, and break them.

Example:
    ```
    playbooks/stages/Menutup Perjanjian.md
    ```

Instead:
    ```
    playbooks/stages/menutup-perjanjian.md
    ```

Malay:
    Nama fail atau foldernya tidak boleh dijadikan id.

    Alamat halaman, pautan, kuiz dan rekod kemajuan pelajar semuanya bergantung pada id, yang
    diambil daripada laluan fail. Gunakan huruf kecil, angka dan satu tanda sempang sahaja
    antara perkataan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB117", "file-name", Severity.ERROR, on=Loaded)
def file_name(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("file-name"):
        yield Finding(problem.span, problem.message, problem.help)
