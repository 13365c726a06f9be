"""Two headings or checklist items of a page have one id.

A link to the id leads to the first of the two only, and a tick of one item would tick the
other as well.

Example:
    ```markdown
    - [ ] Sahkan penandatangan {#confirm}
    - [ ] Sahkan alamat penghantaran {#confirm}
    ```

Instead:
    ```markdown
    - [ ] Sahkan penandatangan {#confirm-signatory}
    - [ ] Sahkan alamat penghantaran {#confirm-address}
    ```

Malay:
    Dua tajuk atau perkara senarai semak pada satu halaman memakai id yang sama.

    Pautan hanya sampai kepada yang pertama, dan apabila satu perkara ditanda, yang satu lagi
    turut bertanda. Kekalkan id yang lama dan beri id lain kepada yang baharu.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from kitaran.check.places import of_heading, of_task
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.playbook import Outline

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB306", "duplicate-anchor", Severity.ERROR, on=Outline)
def duplicate_anchor(outline: Outline) -> Iterator[Finding]:
    """Compare the explicit ids of headings and items."""
    named = [(heading.id, of_heading(heading)) for heading in outline.headings]
    named += [(task.id, of_task(task)) for task in outline.tasks]
    first: dict[str, int] = {}
    for name, span in sorted(named, key=itemgetter(1)):
        if not name:
            continue
        if name in first:
            yield Finding(
                span,
                f"the id `{name}` is used twice on the page; it is on line {first[name]} already",
                "give the newer of the two another id",
            )
        first.setdefault(name, span.line)
