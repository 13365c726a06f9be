"""A page lacks a section that every page of its kind has.

Somebody who prepares for a meeting has a minute. He finds the exit criteria because they
stand in the same place on every stage page; where they are missing, he does not know
whether there are none or nobody wrote them down. Quizzes, checklists and print-outs also
find their part by the section's id.

Example:
    ```markdown
    ## Senarai semak {#checklist}

    ## Ukuran {#measures}
    ```

Instead:
    ```markdown
    ## Senarai semak {#checklist}

    ## Syarat keluar {#exit-criteria}

    ## Ukuran {#measures}
    ```

Malay:
    Halaman ini tidak mempunyai bahagian yang ada pada setiap halaman sejenisnya.

    Orang yang sedang bersiap untuk mesyuarat hanya ada seminit. Dia menjumpai syarat keluar
    kerana bahagian itu berada di tempat yang sama pada setiap halaman tahap. Tambah bahagian
    itu dengan id yang disebut, walaupun isinya cuma satu ayat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.places import of_heading
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity, Span
from kitaran.models.playbook import Front, Playbook
from kitaran.models.skeleton import SKELETONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.skeleton import Section


@rule("KB301", "missing-section", Severity.ERROR, on=Playbook)
def missing_section(page: Playbook) -> Iterator[Finding]:
    """Look for every required section. A twin is compared with its original instead."""
    if not isinstance(page.front, Front):
        return
    sections = {h.id: h for h in page.outline.headings if h.level == 2}
    place, before = Span(page.body_line), ""
    for section in SKELETONS[page.kind]:
        if section.id in sections:
            place = of_heading(sections[section.id])
        elif section.required:
            yield _missing(section, page, place, before)
        else:
            continue
        before = section.id


def _missing(section: Section, page: Playbook, place: Span, before: str) -> Finding:
    """Point at a heading that is nearly the section, or at the one that it should follow."""
    message = f"the section `{section.id}` is missing"
    title = section.title(page.locale)
    for heading in page.outline.headings:
        if heading.id == section.id:
            return Finding(
                of_heading(heading),
                f"the section `{section.id}` has a heading of level {heading.level}",
                f"write `## {heading.text} {{#{section.id}}}`",
            )
        if heading.level == 2 and heading.text.strip().casefold() == title.casefold():
            return Finding(
                of_heading(heading), message, f"write `## {heading.text} {{#{section.id}}}` here"
            )
    where = f"after `{before}`" if before else "at the beginning"
    return Finding(place, message, f"add `## {title} {{#{section.id}}}` {where}")
