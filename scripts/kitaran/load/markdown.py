"""Split a Markdown file into front matter and body, and see what the body consists of.

Python-Markdown, which renders the pages, forgets lines; markdown-it keeps them. So this
module reads for the checks, and another one renders.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from kitaran.diagnostics import Span
from kitaran.load.source import Problem
from kitaran.models.playbook import Heading, Image, Link, Outline, Raw, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BOX = re.compile(r"\[[ xX]\][ \t]+")
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_DASHES = re.compile(r"\s*[-–—]{1,4}[ \t]*\n[\w ]+:")
"""A file whose first lines were meant to be front matter."""
_TAB = re.compile(r'^([ \t]*)===[!+]?(?= ")', re.MULTILINE)
"""The head of a content tab, which markdown-it does not know."""
_LOOSE = re.compile(
    r"\]\(\s*+((?:[^()\n]|\([^()\n]*+\))+?)(?:\s++\"[^\"]*+\")?\s*+(?:\)|$)"
    r"|^\[[^\]^]++\]:\s++(\S++)\s*+$"
)
"""The address of a link that the renderer sees and markdown-it does not: one with a space, and
a reference that is defined within a paragraph."""


@cache
def _parser() -> MarkdownIt:
    """Make the parser, once there is a page to read: a check of few changed files has none."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.admon import admon_plugin
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .use(admon_plugin)
        .use(deflist_plugin)
        .use(footnote_plugin)
    )
    # By default an address such as `javascript:…` makes no link, and the checks would not see
    # what the renderer shows.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


class Split(NamedTuple):
    """A Markdown file in its two parts."""

    front: str
    front_line: int
    body: str
    body_line: int
    problems: tuple[Problem, ...]


def split(text: str, *, required: bool = True) -> Split:
    r"""Part front matter and body.

    Args:
        text: The whole file.
        required: Whether a file without front matter is a problem.

    >>> split("---\ntitle: A\n---\n\nB\n").front
    'title: A\n'
    """
    opening = _FENCE.match(text)
    if opening is None:
        return Split("", 1, text, 1, (_no_front(text),) if required else ())
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


def _no_front(text: str) -> Problem:
    """Say why a file has no front matter."""
    if _DASHES.match(text):
        message = "the front matter does not begin with three hyphens on the first line"
        remedy = "let the first line of the file be `---`, and nothing else"
    else:
        message = "the file does not begin with front matter"
        remedy = "begin the file with a line `---`, then `title: …` and the other keys, then `---`"
    return Problem("broken-front-matter", Span(1), message, remedy)


def outline(body: str, first_line: int = 1) -> Outline:
    r"""See what a Markdown text consists of.

    >>> outline("## Tujuan {#purpose}\n").headings
    (Heading(level=2, id='purpose', text='Tujuan', line=1),)
    """
    reader = _Reader(body.split("\n"), first_line)
    reader.read(_parser().parse(_TAB.sub(r"\1!!! tab", body)))
    return Outline(
        tuple(reader.headings),
        tuple(reader.tasks),
        tuple(reader.links),
        tuple(reader.images),
        tuple(reader.raw),
        tuple(reader.prose),
    )


@dataclass(slots=True)
class _Reader:
    """What was seen of a text so far. Its lines count from zero here, and from one in the file."""

    lines: list[str]
    first_line: int
    headings: list[Heading] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    raw: list[Raw] = field(default_factory=list)
    prose: list[tuple[int, str]] = field(default_factory=list)
    cursor: dict[int, int] = field(default_factory=dict)
    """How far each line was searched, so that equal links are told apart."""
    end: int = 0
    """Where the block that is being read ends."""

    def read(self, tokens: Sequence[Token]) -> None:
        """See every block of a text."""
        for index, token in enumerate(tokens):
            at, self.end = token.map or (0, len(self.lines))
            if token.type == "html_block":
                self._html(token.content, at, 1)
            elif token.type == "inline":
                text = token.content
                if tokens[index - 1].type == "heading_open":
                    text, name = named(text)
                    level = int(tokens[index - 1].tag[1])
                    self.headings.append(Heading(level, name, text, at + self.first_line))
                elif index > 1 and tokens[index - 2].type == "list_item_open":
                    self._task(text, at)
                self._inline(token.children or (), at)

    def _task(self, content: str, at: int) -> None:
        """Read a list item as an item of a checklist, if it is one."""
        box = _BOX.match(content)
        if box is None:
            return
        # An item that goes on over several lines has its id at the end of the last one.
        text, name = named(" ".join(content[box.end() :].split("\n")))
        phase = self.headings[-1] if self.headings else Heading(2, "", "", self.first_line)
        line = self.lines[at] if at < len(self.lines) else ""
        column = len(line) - len(line.lstrip()) + 1
        self.tasks.append(Task(name, text, phase.id, phase.text, at + self.first_line, column))

    def _inline(self, children: Sequence[Token], at: int) -> None:
        """See the parts of one paragraph, heading or item."""
        line = row = at
        for index, child in enumerate(children):
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif child.type == "link_close":
                line = max(line, row)
            elif child.type == "text":
                self._text(child.content, line, first=index == 0)
            elif child.type == "link_open":
                target = str(child.attrGet("href") or "")
                row, column = self._place(line, target)
                text = _words(children[index + 1 :])
                self.links.append(Link(target, text, row + self.first_line, column))
            elif child.type == "image":
                src = str(child.attrGet("src") or "")
                row, column = self._place(line, src)
                self.images.append(Image(src, child.content, row + self.first_line, column))
            elif child.type == "html_inline":
                row, column = self._place(line, child.content.partition("\n")[0])
                self._html(child.content, row, column)
                line += child.content.count("\n")

    def _text(self, text: str, line: int, *, first: bool) -> None:
        """Keep words for people, without the box of an item and the id behind a text."""
        box = _BOX.match(text) if first else None
        words = named(text[box.end() :] if box else text)[0]
        if words.strip():
            self.prose.append((line + self.first_line, words))
        if len(text) > 2000 or ("](" not in text and "]:" not in text):
            return  # Nobody writes a line as long as that, and it would take long to search.
        for loose in _LOOSE.finditer(text):
            target = loose[1] or loose[2]
            if f"\\[{text[: loose.end()].rpartition('[')[2]}" in self.lines[line]:
                continue  # It begins with a backslash, to show what a link looks like.
            row, column = self._place(line, target)
            self.links.append(Link(target, "", row + self.first_line, column))

    def _html(self, html: str, at: int, column: int) -> None:
        """Note raw HTML, except comments, which no reader meets."""
        left, skipped = _uncommented(html)
        if left:
            first = at + self.first_line + skipped
            self.raw.append(Raw(left, first, 1 if skipped else column))

    def _place(self, line: int, needle: str) -> tuple[int, int]:
        """Find where a link, an image or a tag stands: its line from zero, its column from one.

        Args:
            line: Where to begin. An address may stand on a later line than its words.
            needle: The address as the parser gives it, with spaces as `%20`; or the tag.
        """
        forms = tuple(dict.fromkeys((needle, unquote(needle))))
        # The address follows a bracket; the same words may stand in the link's text.
        for befores in (("](", "](<"), ("",)):
            for row in range(line, min(line + 3, self.end)):
                begin = self.cursor.get(row, 0)
                starts = [
                    start + len(before)
                    for before in befores
                    for form in forms
                    if form and (start := self.lines[row].find(before + form, begin)) >= 0
                ]
                if starts:
                    self.cursor[row] = min(starts) + 1
                    return row, min(starts) + 1
        return min(line, len(self.lines) - 1), 1


def named(content: str) -> tuple[str, str]:
    """Part a text and the id behind it.

    >>> named("Tujuan {#purpose}"), named("Harga {: .wide #price }"), named("a {b}")
    (('Tujuan', 'purpose'), ('Harga', 'price'), ('a {b}', ''))
    """
    text = content.rstrip()
    if not text.endswith("}"):
        return content, ""
    start = text.rfind("{")
    words = text[start + 1 : -1].removeprefix(":").split() if start >= 0 else []
    name = next((word[1:] for word in words if word[0] == "#" and len(word) > 1), "")
    return (text[:start].rstrip(), name) if name else (content, "")


def _words(children: Sequence[Token]) -> str:
    """Give the words of a link, up to its end."""
    words: list[str] = []
    for child in children:
        if child.type == "link_close":
            break
        words.append(" " if child.type == "softbreak" else child.content)
    return "".join(words)


def _uncommented(html: str) -> tuple[str, int]:
    r"""Take the comments out of HTML.

    Returns:
        What is left, and how many lines of comments and blanks stand before it.

    >>> _uncommented("<!-- a -->\n<b>")
    ('<b>', 1)
    """
    left: list[str] = []
    begin, skipped = 0, -1
    while begin < len(html):
        start = html.find("<!--", begin)
        end = html.find("-->", start + 4) if start >= 0 else -1
        if end < 0:
            start = end = len(html)
        part = html[begin:start]
        if skipped < 0 and part.strip():
            blank = len(part) - len(part.lstrip())
            skipped = html.count("\n", 0, begin + blank)
        left.append(part)
        begin = end + 3
    return "".join(left).strip(), max(skipped, 0)
