"""A twin's checklist has other items than its original.

There is one checklist, in two languages: a tick that somebody set in Malay stands when he
reads on in English, and a print-out may show both side by side. That takes the same items,
in the same order, under the same phases.

Example:
    ```markdown
    - [ ] Sahkan penandatangan {#confirm-signatory}     in closing.md
    - [ ] Confirm who signs {#confirm-signer}           in closing.en.md
    ```

Instead:
    ```markdown
    - [ ] Confirm who signs {#confirm-signatory}
    ```

Malay:
    Senarai semak dalam fail bahasa Inggeris tidak sama dengan yang asal.

    Senarai semaknya satu, bahasanya dua: tanda yang dibuat dalam bahasa Melayu kekal apabila
    pembaca bertukar ke bahasa Inggeris. Kekalkan id, susunan dan fasa yang sama.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.places import of_task
from kitaran.check.rule import Finding, rule
from kitaran.check.twins import twins
from kitaran.diagnostics import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.playbook import Task


@rule("KB504", "twin-checklist-differs", Severity.ERROR, on=Facts)
def twin_checklist_differs(facts: Facts) -> Iterator[Finding]:
    """Compare the ids of the items, their order and their phases."""
    for first, second in twins(facts):
        a = [task for task in first.page.tasks if task.id]
        b = [task for task in second.page.tasks if task.id]
        if [(task.id, task.phase) for task in a] != [(task.id, task.phase) for task in b]:
            for finding in _differences(a, b, {h.id for h in second.page.headings}):
                yield finding._replace(path=second.file.path)


def _differences(mine: list[Task], theirs: list[Task], phases: set[str]) -> Iterator[Finding]:
    """Word what is missing, what is too much, and what stands elsewhere."""
    here, there = {task.id: task for task in mine}, {task.id: task for task in theirs}
    place = of_task(theirs[-1]) if theirs else Span(1)
    for task in mine:
        if task.id not in there:
            yield Finding(
                place,
                f"the item `{task.id}` of the original (line {task.line}) is missing",
                f"add it under `{task.phase}`: `- [ ] … {{#{task.id}}}`",
            )
    # The same phase has another name where the headings differ, which is told elsewhere.
    both = [task for task in theirs if task.id in here]
    for task in theirs:
        if task.id not in here:
            yield Finding(
                of_task(task),
                f"the original has no item `{task.id}`",
                "give it the id that it has in the original, or add it there",
            )
        elif task.phase != here[task.id].phase and here[task.id].phase in phases:
            yield Finding(
                of_task(task),
                f"the item `{task.id}` stands under `{task.phase}`, in the original under "
                f"`{here[task.id].phase}`",
                f"move it under `{here[task.id].phase}`",
            )
            both = []
    order = [task.id for task in mine if task.id in there]
    for task, name in zip(both, order, strict=False):
        if task.id != name:
            yield Finding(
                of_task(task),
                f"the item `{task.id}` stands where the original has `{name}`",
                "bring the items into the order of the original",
            )
            break
