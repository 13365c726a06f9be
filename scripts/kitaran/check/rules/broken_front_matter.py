"""A page does not begin with front matter that can be read.

The front matter is the part between two lines `---` at the top of the file. It holds the
title and all else that the handbook has to know of the page.

Example:
    ```markdown
    ---
    title: Menutup perjanjian

    ## Tujuan {#purpose}
    ```

Instead:
    ```markdown
    ---
    title: Menutup perjanjian
    ---

    ## Tujuan {#purpose}
    ```

Malay:
    Halaman ini tidak bermula dengan bahagian depan yang boleh dibaca.

    Bahagian depan ialah bahagian antara dua baris `---` di bahagian atas fail. Di situlah
    tajuk dan maklumat lain tentang halaman disimpan. Pastikan baris pertama fail ialah `---`,
    dan letakkan satu lagi `---` selepas kunci yang terakhir.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB109", "broken-front-matter", Severity.ERROR, on=Loaded)
def broken_front_matter(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("broken-front-matter"):
        yield Finding(problem.span, problem.message, problem.help)
