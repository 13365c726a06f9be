"""A section's heading, or the heading of a checklist's phase, has no id that can be used.

Links, quizzes and saved ticks hang on ids. An id made from the words changes with every
rewording and differs between the languages, so it holds nothing.

Example:
    ```markdown
    ## Syarat keluar
    ```

Instead:
    ```markdown
    ## Syarat keluar {#exit-criteria}
    ```

Malay:
    Tajuk bahagian, atau tajuk fasa dalam senarai semak, tiada id yang boleh dipakai.

    Pautan, soalan kuiz dan tanda yang disimpan bergantung pada id. Id yang dibuat daripada
    ayat akan berubah apabila ayatnya disunting, dan berlainan antara bahasa. Letak id dalam
    bahasa Inggeris di hujung tajuk: `{#exit-criteria}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kitaran.check.places import of_heading
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.base import SLUG
from kitaran.models.playbook import Playbook
from kitaran.models.skeleton import CHECKLIST, SKELETONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.playbook import Heading

_SLUG = re.compile(SLUG)


@rule("KB311", "heading-without-id", Severity.ERROR, on=Playbook)
def heading_without_id(page: Playbook) -> Iterator[Finding]:
    """Look at the headings that others point at: sections, and phases of the checklist."""
    section = ""
    for heading in page.outline.headings:
        if heading.level == 2:
            section = heading.id
        if heading.level != 2 and section != CHECKLIST and not heading.id:
            continue
        if heading.id and not _SLUG.match(heading.id):
            yield Finding(
                of_heading(heading),
                f"`{heading.id}` cannot be the id of a heading",
                "write lower-case letters, digits and single hyphens",
            )
        elif not heading.id and not _is_told_as_missing(heading, page):
            yield Finding(
                of_heading(heading),
                f"the heading `{heading.text}` has no id",
                "end it with an English id, such as `{#exit-criteria}`",
            )


def _is_told_as_missing(heading: Heading, page: Playbook) -> bool:
    """Whether the heading is that of a section which other rules miss, and name."""
    if heading.level != 2:
        return False
    there = {other.id for other in page.outline.headings}
    title = heading.text.strip().casefold()
    return any(
        title == section.title(page.locale).casefold()
        for section in SKELETONS[page.kind]
        if section.required and section.id not in there
    )
