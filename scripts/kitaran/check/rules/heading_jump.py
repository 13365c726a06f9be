"""A heading is more than one level below the one before it.

Readers who cannot see the page, and everybody who uses its table of contents, take the
levels for the page's structure. A level that is left out looks like a part that is lost.

Example:
    ```markdown
    ## Senarai semak {#checklist}

    #### Sebelum mesyuarat {#before-meeting}
    ```

Instead:
    ```markdown
    ## Senarai semak {#checklist}

    ### Sebelum mesyuarat {#before-meeting}
    ```

Malay:
    Satu tajuk melangkau satu aras atau lebih.

    Pembaca skrin dan senarai kandungan memakai aras tajuk sebagai susunan halaman. Aras yang
    dilangkau kelihatan seperti bahagian yang hilang. Guna `##` untuk bahagian dan `###`
    untuk pecahannya.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.places import of_heading
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.playbook import Outline

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB302", "heading-jump", Severity.ERROR, on=Outline)
def heading_jump(outline: Outline) -> Iterator[Finding]:
    """Compare every heading with the one before it; the page's title is of level 1."""
    level = 1
    for heading in outline.headings:
        if heading.level > level + 1:
            above = f"the one before it of level {level}" if level > 1 else "the title of level 1"
            yield Finding(
                of_heading(heading),
                f"the heading `{heading.text}` is of level {heading.level}, {above}",
                f"begin it with `{'#' * (level + 1)}`",
            )
        level = heading.level
