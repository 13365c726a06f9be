"""The text of a checklist item: from Markdown to runs that every format can write.

A run is a stretch of text in one style. Runs are flat, not nested: a format then needs no
tree walk, and no format can get another one's markup by mistake.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that no format can show; XML and typst refuse some of them."""
_BREAK = re.compile("[ \t\r\n\u2028\u2029]+")
"""What parts words. A space that does not break is a letter here: `RM 100` stays together."""


class Run(NamedTuple):
    """A stretch of text in one style."""

    text: str
    strong: bool = False
    emph: bool = False
    code: bool = False
    strike: bool = False
    href: str = ""
    """The whole address that it leads to, or the empty string."""


def clean(text: str) -> str:
    r"""Bring a text onto one line, without characters that cannot be shown.

    >>> clean("Sahkan\n nama\x07")
    'Sahkan nama'
    """
    return _BREAK.sub(" ", _CONTROL.sub("", text)).strip(" ")


def parse(markdown: str, address: Callable[[str], str] = lambda href: href) -> tuple[Run, ...]:
    """Read one line of Markdown.

    Args:
        markdown: The text.
        address: Gives the whole address of a link target; the empty string for a target
            that leads nowhere from a paper, whose words are then kept without the link.

    >>> parse("Sahkan **nama**")
    (Run(text='Sahkan ', strong=False, emph=False, code=False, strike=False, href=''), \
Run(text='nama', strong=True, emph=False, code=False, strike=False, href=''))
    """
    tokens = _MARKDOWN.parseInline(clean(markdown))
    runs: list[Run] = []
    style = Run("")
    for token in (tokens[0].children or ()) if tokens else ():
        name, _, turn = token.type.rpartition("_")
        opens = turn == "open"
        if name == "strong":
            style = style._replace(strong=opens)
        elif name == "em":
            style = style._replace(emph=opens)
        elif name == "s":
            style = style._replace(strike=opens)
        elif name == "link":
            target = str(token.attrGet("href") or "")
            style = style._replace(href=address(target) if opens else "")
        else:
            runs.append(style._replace(text=_text(token), code=token.type == "code_inline"))
    return _joined(runs)


def _text(token: Token) -> str:
    """Give what a token says: a line break is a space, an image its description."""
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Put neighbours of one style together, and drop the empty ones."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1][1:] == run[1:]:
            joined[-1] = run._replace(text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)


def plain(runs: Iterable[Run]) -> str:
    """Give the words alone, for formats without styles.

    >>> plain(parse("Sahkan **nama** dalam `CRM`"))
    'Sahkan nama dalam CRM'
    """
    return "".join(run.text for run in runs)


def written_out(href: str, text: str) -> str:
    """Give an address as it is printed behind its link; empty where the words say it already.

    >>> written_out("https://www.ssm.com.my/", "SSM")
    'www.ssm.com.my'
    """
    for scheme in ("https://", "http://", "mailto:", "tel:"):
        if href.startswith(scheme):
            short = href[len(scheme) :].rstrip("/")
            return "" if short in text else short
    return ""
