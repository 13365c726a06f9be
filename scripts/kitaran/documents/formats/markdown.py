"""Markdown: a task list that GitHub, GitLab, Obsidian and the like show with boxes."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from kitaran.documents.inline import Run, parse, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.documents.checklist import Checklist, Section
    from kitaran.documents.formats import Paper

SUFFIX = "md"
PAPERS = False

_SPECIAL = re.compile(r"([\\`*_\[\]<>#~|&])")
_LIST = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=:])(?=[\s=-]|$)")
"""What would begin a list, a rule or a heading at the start of a line."""


def render(checklist: Checklist, *, paper: Paper) -> bytes:
    """Write the checklist; paper plays no part."""
    del paper
    return ("\n".join(_lines(checklist)) + "\n").encode()


def _lines(checklist: Checklist) -> Iterator[str]:
    """Give the lines of the file."""
    say = checklist.words
    yield f"# {escape(checklist.title)}"
    yield ""
    yield f"**{escape(checklist.label)}**: {escape(checklist.subtitle)}"
    yield ""
    edition = (checklist.version, checklist.reviewed, checklist.count)
    yield " · ".join((escape(checklist.handbook), *edition))
    yield ""
    fields = ("name", "client", "date")
    yield " ".join(f"{say(f'checklists.{field}')}: \\_\\_\\_\\_\\_\\_\\_\\_" for field in fields)
    for part, sections in groupby(checklist.sections, key=lambda section: section.part):
        if part:
            yield from ("", f"## {escape(part)}")
        for section in sections:
            yield from _section(section, 1 if checklist.single else 3 if part else 2)


def _section(section: Section, level: int) -> Iterator[str]:
    """Give the lines of one page's checklist; its heading is the file's title at level 1."""
    if level > 1:
        yield from ("", f"{'#' * level} {escape(section.title)}")
    for phase in section.phases:
        if phase.title:
            yield from ("", f"{'#' * (level + 1)} {write(phase.title)}")
        yield ""
        yield from (f"- [ ] {write(item.runs)}" for item in phase.items)


def escape(text: str) -> str:
    r"""Take their meaning from signs that are Markdown.

    >>> escape("*a* <b> #1"), escape("1. a")
    ('\\*a\\* \\<b\\> \\#1', '1\\. a')
    """
    escaped = _SPECIAL.sub(r"\\\1", text)
    return _LIST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


def write(runs: tuple[Run, ...]) -> str:
    """Write runs as Markdown; without the styles, where Markdown cannot tell them apart.

    >>> write(parse("Sahkan **nama** di [SSM](https://ssm.example)"))
    'Sahkan **nama** di [SSM](https://ssm.example)'
    """
    text = "".join(
        f"[{inner}]({_target(href)})" if href else inner
        for href, inner in (
            (href, "".join(map(_styled, group)))
            for href, group in groupby(runs, key=lambda run: run.href)
        )
    )
    return text if parse(text) == runs else escape(plain(runs))


def _styled(run: Run) -> str:
    """Write one run without its link."""
    if run.code:
        fence = "`" * (1 + max((len(m) for m in re.findall("`+", run.text)), default=0))
        pad = " " if run.text.startswith("`") or run.text.endswith("`") else ""
        return f"{fence}{pad}{run.text}{pad}{fence}"
    inner = escape(run.text)
    for wanted, sign in ((run.strike, "~~"), (run.emph, "*"), (run.strong, "**")):
        inner = f"{sign}{inner}{sign}" if wanted else inner
    return inner


def _target(href: str) -> str:
    """Write an address so that brackets in it do not end the link."""
    return href.replace("(", "%28").replace(")", "%29")
