"""PDF, set by typst: tagged (PDF/UA-1), to be printed on A4 or, as a pocket card, on A6.

What is printed reaches typst as data, never as markup, so nothing in it can be a command.
"""

from __future__ import annotations

import json
import re
import warnings
from datetime import UTC, datetime
from functools import cache, partial
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any

import typst

from kitaran.documents.formats import FormatError
from kitaran.documents.inline import Run, written_out

if TYPE_CHECKING:
    from datetime import date

    from kitaran.documents.checklist import Checklist, Section
    from kitaran.documents.formats import Paper

SUFFIX = "pdf"
PAPERS = True

_PROBE = b'#set document(title: "-")\n#set text(font: "Libertinus Serif")\n#sys.inputs.text'
_USUAL = re.compile(r"[\x20-\x7e\xa0-\xff–—‘’“”…✓]")
"""Characters that the fonts within typst have for certain."""
_JOINERS = re.compile("[\u200d\ufe0e\ufe0f]")
_LONG = re.compile(r"[!-ɏ]{30,}")
"""A word of Latin letters that may not fit a line; no word of a language is as long."""
_NO_GLYPH = "\N{REPLACEMENT CHARACTER}"


def render(checklist: Checklist, *, paper: Paper) -> bytes:
    """Write the document.

    Text in scripts that the fonts within typst lack is set in the fonts of the machine; what
    these lack too is printed as a replacement character, with a Python warning.

    Raises:
        FormatError: If typst refuses the document.
    """
    return typeset("checklist.typ", _data(checklist, paper), checklist.date)


def typeset(template: str, values: dict[str, Any], day: date) -> bytes:
    """Set a template of this package with the fonts that have what is printed.

    Args:
        template: The file's name in `templates/`.
        values: What is printed, as plain data.
        day: The date that the document bears.

    Raises:
        FormatError: If typst refuses the document.
    """
    data = json.dumps(values, ensure_ascii=False)
    compiled = partial(_compile, template, at=datetime(*day.timetuple()[:3], tzinfo=UTC))
    try:
        return compiled(data, system=False)
    except typst.TypstError:
        # PDF/UA allows no missing glyph: say which are missing even on the whole machine.
        missing = _missing(data)
    if missing:
        data = _JOINERS.sub("", data)
        data = "".join(_NO_GLYPH if c in missing else c for c in data)
        listed = " ".join(f"{c} (U+{ord(c):04X})" for c in sorted(missing)[:10])
        warnings.warn(f"no font on this machine has {listed}; printed as {_NO_GLYPH}", stacklevel=2)
    try:
        return compiled(data, system=True)
    except typst.TypstError:
        # Some scripts cannot be mapped back to their letters as PDF/UA asks; print them still.
        pass
    try:
        return compiled(data, system=True, standards=())
    except typst.TypstError as error:
        message = f"the PDF cannot be set: {error}"
        raise FormatError(message) from error


def _compile(
    template: str,
    data: str,
    *,
    at: datetime,
    system: bool,
    standards: tuple[str, ...] = ("ua-1",),
) -> bytes:
    """Set the document."""
    result: bytes = _compiler(system=system).compile(
        _template(template),
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=list(standards),
        timestamp=at,
    )
    return result


@cache
def _compiler(*, system: bool) -> Any:
    """Make a compiler with the fonts within typst, or with those of the machine as well."""
    return typst.Compiler(font_paths=typst.Fonts(include_system_fonts=system))


@cache
def _template(name: str) -> bytes:
    """Read a template once."""
    return (files("kitaran.documents") / "templates" / name).read_bytes()


def _missing(text: str) -> set[str]:
    """Find the characters that no font of the machine has."""
    return {c for c in set(_JOINERS.sub("", text)) if not _USUAL.match(c) and not _has_glyph(c)}


def _has_glyph(character: str) -> bool:
    """Say whether a character can be set."""
    try:
        _compiler(system=True).compile(
            _PROBE, format="pdf", sys_inputs={"text": character}, pdf_standards=["ua-1"]
        )
    except typst.TypstError as error:
        return "could not be displayed" not in str(error.message)
    return True


def _data(checklist: Checklist, paper: Paper) -> dict[str, Any]:
    """Give what the template prints, as plain data."""
    say = checklist.words
    keys = ("name", "client", "date", "contents", "page")
    return {
        "paper": paper,
        "lang": checklist.locale,
        "date": checklist.date.timetuple()[:3],
        "handbook": breakable(checklist.handbook),
        "label": checklist.label,
        "title": breakable(checklist.title),
        "subtitle": breakable(checklist.subtitle),
        "version": checklist.version,
        "reviewed": checklist.reviewed,
        "count": checklist.count,
        "single": checklist.single,
        "words": {key: say.table["checklists"][key] for key in keys},
        "parts": [
            {"title": breakable(part), "sections": [_section(section) for section in sections]}
            for part, sections in groupby(checklist.sections, key=lambda section: section.part)
        ],
    }


def _section(section: Section) -> dict[str, Any]:
    """Give the checklist of one page as plain data."""
    return {
        "title": breakable(section.title),
        "phases": [
            {
                "title": _links(phase.title),
                "items": [_links(item.runs) for item in phase.items],
            }
            for phase in section.phases
        ],
    }


def _links(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    """Give runs as plain data, those of one link together."""
    return [
        {
            "href": href,
            "out": breakable(written_out(href, "".join(run.text for run in group))),
            "runs": [{**run._asdict(), "text": breakable(run.text)} for run in group],
        }
        for href, group in (
            (href, tuple(group)) for href, group in groupby(runs, key=lambda run: run.href)
        )
    ]


def breakable(text: str) -> str:
    """Let a word that is longer than a line break anywhere.

    >>> breakable("short") == "short", len(breakable("x" * 40))
    (True, 79)
    """
    return _LONG.sub(lambda word: "\u200b".join(word[0]), text)
