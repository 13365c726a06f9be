"""A section does not stand where it stands on the other pages of its kind.

Readers who know one page know all of them, as long as the order is the same.

Example:
    ```markdown
    ## Syarat keluar {#exit-criteria}

    ## Senarai semak {#checklist}
    ```

Instead:
    ```markdown
    ## Senarai semak {#checklist}

    ## Syarat keluar {#exit-criteria}
    ```

Malay:
    Satu bahagian tidak berada di tempat biasanya.

    Pembaca yang kenal satu halaman sudah kenal semua halaman sejenisnya, selagi susunannya
    sama. Pindahkan bahagian itu ke tempat yang disebut.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kitaran.check.places import of_heading
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.playbook import Front, Playbook
from kitaran.models.skeleton import SKELETONS

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB307", "section-order", Severity.WARNING, on=Playbook)
def section_order(page: Playbook) -> Iterator[Finding]:
    """Point at the fewest sections that have to move. A twin is compared with its original."""
    if not isinstance(page.front, Front):
        return
    skeleton = [section.id for section in SKELETONS[page.kind]]
    sections = [h for h in page.outline.headings if h.level == 2 and h.id in skeleton]
    order = [skeleton.index(heading.id) for heading in sections]
    kept = _longest_rising(order)
    for position, heading in enumerate(sections):
        if position in kept:
            continue
        before = [order[k] for k in kept if order[k] < order[position]]
        where = f"after `{skeleton[max(before)]}`" if before else "before the others"
        yield Finding(
            of_heading(heading),
            f"the section `{heading.id}` stands in another place than on other pages of its kind",
            f"move it {where}",
        )


def _longest_rising(numbers: list[int]) -> set[int]:
    """Give the positions of the longest rising run of numbers; the others are out of order.

    >>> _longest_rising([0, 3, 1, 2])
    {0, 2, 3}
    """
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for position, number in enumerate(numbers):
        at = bisect_left(ends, number)
        previous.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [number]
        last[at : at + 1] = [position]
    kept: set[int] = set()
    position = last[-1] if last else -1
    while position >= 0:
        kept.add(position)
        position = previous[position]
    return kept
