"""Split a Markdown file into front matter and body, and see what the body consists of.

Python-Markdown, which renders the pages, forgets lines; markdown-it keeps them. So this
module reads for the checks, and another one renders.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from kitaran.diagnostics import Span
from kitaran.load.source import Problem
from kitaran.models.playbook import Heading, Image, Link, Outline, Raw, Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

ID = re.compile(r"\s*\{:?\s*#([^\s}]+)[^}]*\}\s*$")
"""The attribute list that gives a heading or an item its id: `{#exit-criteria}`."""
_BOX = re.compile(r"^\[([ xX])\]\s+")
_FENCE = re.compile(r"^---\s*$", re.MULTILINE)

_MARKDOWN = (
    MarkdownIt("commonmark")
    .enable(["table", "strikethrough"])
    .use(admon_plugin)
    .use(deflist_plugin)
    .use(footnote_plugin)
)
# By default an address such as `javascript:…` makes no link, and the checks would not see
# what the renderer shows.
_MARKDOWN.validateLink = lambda _url: True  # type: ignore[method-assign]


class Split(NamedTuple):
    """A Markdown file in its two parts."""

    front: str
    front_line: int
    body: str
    body_line: int
    problems: tuple[Problem, ...]


def split(text: str, *, required: bool = True) -> Split:
    """Part front matter and body.

    Args:
        text: The whole file.
        required: Whether a file without front matter is a problem.

    >>> split("---\\ntitle: A\\n---\\n\\nB\\n").front
    'title: A\\n'
    """
    opening = _FENCE.match(text)
    if opening is None:
        missing = Problem(
            "broken-front-matter",
            Span(1, 1),
            "the file does not begin with front matter",
            "begin the file with a line `---`, then `title: …` and the other keys, then `---`",
        )
        return Split("", 1, text, 1, (missing,) if required else ())
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        unclosed = Problem(
            "broken-front-matter",
            Span(1, 1, 4),
            "the front matter that begins here is never closed",
            "put a line `---` after its last key",
        )
        return Split("", 1, "", 1, (unclosed,))
    front = text[opening.end() + 1 : closing.start()]
    body = text[closing.end() + 1 :]
    return Split(front, 2, body, text.count("\n", 0, closing.end()) + 2, ())


def outline(body: str, first_line: int = 1) -> Outline:
    """See what a Markdown text consists of.

    >>> outline("## Tujuan {#purpose}\\n").headings
    (Heading(level=2, id='purpose', text='Tujuan', line=1),)
    """
    lines = body.split("\n")
    headings: list[Heading] = []
    tasks: list[Task] = []
    links: list[Link] = []
    images: list[Image] = []
    raw: list[Raw] = []
    prose: list[tuple[int, str]] = []
    tokens = _MARKDOWN.parse(body)
    for index, token in enumerate(tokens):
        at = token.map[0] if token.map else 0
        if token.type == "html_block":
            raw.extend(_raw(token.content, at + first_line))
        if token.type != "inline":
            continue
        before = tokens[index - 1]
        if before.type == "heading_open":
            text, name = _named(token.content)
            headings.append(Heading(int(before.tag[1]), name, text, at + first_line))
        elif index > 1 and tokens[index - 2].type == "list_item_open":
            task = _task(token.content, headings, lines, at, first_line)
            if task is not None:
                tasks.append(task)
        cursor: dict[int, int] = {}
        for child, line in _children(token, at):
            if child.type == "link_open":
                target = str(child.attrGet("href") or "")
                row, column = _place(lines, line, target, cursor)
                links.append(Link(target, "", row + first_line, column))
            elif child.type == "image":
                src = str(child.attrGet("src") or "")
                row, column = _place(lines, line, src, cursor)
                images.append(Image(src, child.content, row + first_line, column))
            elif child.type == "html_inline":
                row, column = _place(lines, line, child.content, cursor)
                raw.extend(_raw(child.content, row + first_line, column))
            elif child.type == "text" and child.content.strip():
                prose.append((line + first_line, child.content))
    return Outline(
        tuple(headings), tuple(tasks), tuple(links), tuple(images), tuple(raw), tuple(prose)
    )


def _named(content: str) -> tuple[str, str]:
    """Part a text and the id behind it.

    >>> _named("Tujuan {#purpose}")
    ('Tujuan', 'purpose')
    """
    match = ID.search(content)
    return (content[: match.start()], match[1]) if match else (content, "")


def _task(
    content: str, headings: list[Heading], lines: list[str], at: int, first_line: int
) -> Task | None:
    """Read a list item as an item of a checklist, if it is one."""
    # Python-Markdown ends an item at its last line; ids stand there.
    box = _BOX.match(content)
    if box is None:
        return None
    text, name = _named(" ".join(content[box.end() :].split("\n")))
    phase = headings[-1] if headings else Heading(2, "", "", first_line)
    line = lines[at] if at < len(lines) else ""
    column = len(line) - len(line.lstrip()) + 1
    return Task(name, text, phase.id, phase.text, at + first_line, column)


def _children(token: Token, at: int) -> Iterator[tuple[Token, int]]:
    """Give the inline parts of a paragraph, each with its line (from zero)."""
    line = at
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        yield child, line


def _place(lines: list[str], line: int, needle: str, cursor: dict[int, int]) -> tuple[int, int]:
    """Find where a link, an image or a tag stands: its line from zero, its column from one.

    Args:
        lines: The lines of the text.
        line: Where to begin. An address may stand on a later line than its words.
        needle: The address as the parser gives it, with spaces as `%20`; or the tag.
        cursor: How far each line was searched, so that equal links are told apart.
    """
    forms = dict.fromkeys((needle, unquote(needle)))
    for row in range(line, min(line + 3, len(lines))):
        for form in forms:
            # The address follows a bracket; the same words may stand in the link's text.
            for before in ("](", "](<", ""):
                start = lines[row].find(before + form, cursor.get(row, 0))
                if form and start >= 0:
                    start += len(before)
                    cursor[row] = start + len(form)
                    return row, start + 1
    return line, 1


_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def _raw(html: str, line: int, column: int = 1) -> list[Raw]:
    """Note raw HTML, except comments, which no reader meets."""
    left = _COMMENT.sub("", html).strip()
    return [Raw(left, line, column)] if left else []
