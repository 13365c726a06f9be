"""An item of a checklist has no id, or one that cannot be used.

What somebody has ticked is kept under the item's id. Without one the tick would hang on the
wording or the position, and would be lost or move to another item with the next edit.

Example:
    ```markdown
    - [ ] Sahkan nama penandatangan
    ```

Instead:
    ```markdown
    - [ ] Sahkan nama penandatangan {#confirm-signatory}
    ```

Malay:
    Satu perkara dalam senarai semak tiada id, atau idnya tidak boleh dipakai.

    Tanda yang dibuat oleh pembaca disimpan mengikut id. Tanpa id, tanda itu hilang atau
    berpindah ke perkara lain apabila ayatnya disunting. Letak id di hujung baris yang akhir,
    dengan huruf kecil, angka dan sempang: `{#confirm-signatory}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kitaran.check.places import of_task
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.base import SLUG
from kitaran.models.playbook import Playbook

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLUG = re.compile(SLUG)


@rule("KB305", "checklist-item-without-id", Severity.ERROR, on=Playbook)
def checklist_item_without_id(page: Playbook) -> Iterator[Finding]:
    """Look at the id of every item."""
    for task in page.outline.tasks:
        if not task.id:
            inside = "{#" in task.text
            yield Finding(
                of_task(task),
                f"the checklist item `{_short(task.text)}` has no id",
                "move its id to the end of the item's last line"
                if inside
                else "end the item with an id, such as `{#confirm-signatory}`",
            )
        elif not _SLUG.match(task.id):
            yield Finding(
                of_task(task),
                f"`{task.id}` cannot be the id of a checklist item",
                "write lower-case letters, digits and single hyphens",
            )


def _short(text: str) -> str:
    """Cut a long text."""
    return text if len(text) <= 50 else f"{text[:49].rstrip()}…"
