"""Where the parts of a page stand, as spans to point at."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from kitaran.diagnostics import Span
from kitaran.models.playbook import Image

if TYPE_CHECKING:
    from kitaran.models.playbook import Heading, Link, Outline, Task


def of_heading(heading: Heading) -> Span:
    """Give the place of a heading's signs and words.

    >>> from kitaran.models.playbook import Heading
    >>> of_heading(Heading(2, "purpose", "Tujuan", 12))
    Span(line=12, column=1, end_column=10)
    """
    return Span(heading.line, 1, heading.level + len(heading.text) + 2)


def of_task(task: Task) -> Span:
    """Give the place where an item of a checklist begins."""
    return Span(task.line, task.column)


def addresses(outline: Outline) -> list[Link | Image]:
    """Give everything on a page that has an address: links, then images."""
    return [*outline.links, *outline.images]


def address(link: Link | Image) -> str:
    """Give the address as it is written."""
    return link.src if isinstance(link, Image) else link.target


def of_link(link: Link | Image) -> Span:
    """Give the place of a link's or an image's address."""
    if link.column == 1:  # The address stands elsewhere, such as at the foot of the page.
        return Span(link.line)
    return Span(link.line, link.column, link.column + len(unquote(address(link))))
