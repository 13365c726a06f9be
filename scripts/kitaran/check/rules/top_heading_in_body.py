"""The text of a playbook has a heading of the first level.

The page's title comes from the front matter, so a `#` in the text gives the page a second
title: in the table of contents, in search results and on paper.

Example:
    ```markdown
    # Menutup perjanjian
    ```

Instead:
    Set `title: Menutup perjanjian` in the front matter, and begin the text with `##`.

Malay:
    Isi halaman mempunyai tajuk aras pertama.

    Tajuk halaman sudah diambil daripada `title` di bahagian atas fail. Kalau ada `#` dalam
    isi, halaman itu mempunyai dua tajuk. Mulakan isi dengan `##`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.places import of_heading
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.playbook import Playbook

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB303", "top-heading-in-body", Severity.ERROR, on=Playbook)
def top_heading_in_body(page: Playbook) -> Iterator[Finding]:
    """Look for headings of level 1."""
    for heading in page.outline.headings:
        if heading.level != 1:
            continue
        is_title = heading.text.strip() == page.front.title
        yield Finding(
            of_heading(heading),
            f"the heading `{heading.text}` is of level 1, as the page's title is",
            "remove it: the title comes from the front matter"
            if is_title
            else "begin it with `##`",
        )
