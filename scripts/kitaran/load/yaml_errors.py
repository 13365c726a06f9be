"""Phrase what libyaml says of broken YAML, for people who write handbooks.

libyaml knows where it gave up and what it expected there. What an author needs is the
slip that usually leads there, so each of its phrases is matched with that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from kitaran.diagnostics import Span
from kitaran.load.source import Problem
from kitaran.load.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Callable


class _Place(NamedTuple):
    """Where libyaml gave up, counting from zero, and what stands there."""

    line: int
    column: int
    before: str
    """The part of the line before it."""
    sign: str
    """The character there; empty at the end of a line."""
    began: int
    """The line, from zero, on which the part that libyaml was reading begins."""


Phrase = tuple[str, str]
"""What is wrong, and the remedy."""

_QUOTE = "put the whole text in quotes"


def broken(error: Exception, text: str, first_line: int) -> Problem:
    """Phrase an error of the YAML parser, with the remedy for what usually causes it.

    Args:
        error: What the parser raised.
        text: What it was given.
        first_line: The line of the file on which the text begins.
    """
    if isinstance(error, yaml.reader.ReaderError):
        return _control(error, text, first_line)
    said = f"{getattr(error, 'context', None) or ''} | {getattr(error, 'problem', None) or error}"
    start, end = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    mark = start if end is None or any(sign in said for sign in _AT_START) else end
    mark = mark or end
    lines = text.split("\n")
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    if line >= len(lines) or (line == len(lines) - 1 and not lines[line]):
        # The end of the text: the last line that says something is the one to look at.
        line = max((i for i, each in enumerate(lines) if each.strip()), default=0)
        column = len(lines[line])
    here = lines[line]
    place = _Place(
        line, column, here[:column], here[column : column + 1], start.line if start else line
    )
    if place.sign == "\t" or "a tab character" in said:
        return _tabs(lines, place, first_line)
    phrase = next((phrase for sign, phrase in _PHRASES if sign in said), None)
    if phrase is None:
        message, remedy = f"the YAML cannot be read: {said.rpartition(' | ')[2]}", _COMPARE
    else:
        message, remedy = phrase(place._replace(began=place.began + first_line))
    return Problem("broken-yaml", Span(line + first_line, column + 1), message, remedy)


def _control(error: yaml.reader.ReaderError, text: str, first_line: int) -> Problem:
    """Point at a character that no text holds. libyaml counts bytes from the beginning."""
    before = text.encode("utf-8", "replace")[: error.position].decode("utf-8", "replace")
    line, column = before.count("\n"), len(before.rpartition("\n")[2])
    return Problem(
        "broken-yaml",
        Span(line + first_line, column + 1),
        f"there is an invisible character (U+{ord(text[len(before)]):04X}) that YAML refuses"
        if len(before) < len(text)
        else "there is an invisible character that YAML refuses",
        "delete it; it may have come with a copied text",
    )


_TAB = re.compile(r"^ *\t")


def _tabs(lines: list[str], place: _Place, first_line: int) -> Problem:
    """Say that a tab stands where spaces are needed, and how many lines there are like that."""
    more = sum(1 for line in lines[place.line + 1 :] if _TAB.match(line))
    also = f", and {more} more below it" if more else ""
    tab = lines[place.line].find("\t")
    return Problem(
        "tab-indentation",
        Span(place.line + first_line, tab + 1 if tab >= 0 else place.column + 1),
        f"the line is indented with a tab{also}",
        "use two spaces for each level instead",
    )


_COMPARE = "compare it with the lines around it"
_ALIGN = (
    "let what belongs together begin in the same column, and put a space after each `:` and `-`"
)


def _colon(place: _Place) -> Phrase:
    """A colon in a text, or a line that is indented by mistake."""
    if ": " in place.before:
        return "a text holds a colon", f'{_QUOTE}, as it holds a colon: "…: …"'
    return (
        "the line does not belong to the one above it",
        "let it begin in the same column, or end the line above with a colon",
    )


def _key(place: _Place) -> Phrase:
    """A text that goes on behind its closing quote, or keys that are not in one column."""
    if place.before.strip(" -"):
        return (
            "a text goes on behind its closing quotation mark or bracket",
            f"{_QUOTE}; double a quotation mark that is part of it",
        )
    return f"the line fits neither the list nor the keys that begin on line {place.began}", _ALIGN


def _bracket(place: _Place) -> Phrase:
    """A bracket that is open at the end of its part."""
    return (
        f"the bracket that is opened on line {place.began} is not closed before this",
        "close it, put a comma between its parts, or put a text that holds brackets in quotes",
    )


def _sign(place: _Place) -> Phrase:
    """A text that begins with a sign that YAML keeps for itself."""
    if not place.sign:
        return "a value is missing at the end of the line", "write it, or close the bracket"
    sign = "a backtick" if place.sign == "`" else quoted(place.sign)
    return f"a text cannot begin with {sign}", _QUOTE


def _always(message: str, remedy: str) -> Callable[[_Place], Phrase]:
    """Make a phrase that does not depend on the place."""
    return lambda _place: (message, remedy)


_AT_START = ("scanning a quoted scalar | found unexpected", "simple key", "found undefined alias")
"""Where the beginning of a part tells more than the place at which libyaml gave up."""

_PHRASES: tuple[tuple[str, Callable[[_Place], Phrase]], ...] = (
    ("mapping values are not allowed", _colon),
    ("did not find expected key", _key),
    ("did not find expected '-'", _key),
    ("expected <block end>", _key),
    ("did not find expected ',' or", _bracket),
    ("cannot start any token", _sign),
    ("did not find expected node content", _sign),
    (
        "could not find expected ':'",
        _always(
            "the line is no key with a value",
            "write `key: value`, put a space after each `:` and `-`, and indent a text that goes "
            "on from the line above",
        ),
    ),
    (
        "quoted scalar | found unexpected",
        _always("the quotation mark that is opened here is never closed", "close it"),
    ),
    (
        "undefined alias",
        _always("a text that begins with `*` is a reference in YAML", _QUOTE),
    ),
    ("scanning an alias", _always("a text cannot begin with `*`", _QUOTE)),
    ("scanning an anchor", _always("a text cannot begin with `&`", _QUOTE)),
    ("a tag |", _always("a text cannot begin with `!`", _QUOTE)),
    ("undefined tag handle", _always("a text cannot begin with `!`", _QUOTE)),
    (
        "duplicate anchor",
        _always("a word that begins with `&` is used for two values", f"{_QUOTE}, or rename one"),
    ),
    (
        "unknown escape character",
        _always(
            "the backslash is no part of the text here",
            "use single quotes, or write `\\\\` for one backslash",
        ),
    ),
    (
        "escape code",
        _always("the escape after the backslash is not complete", "write the sign itself"),
    ),
    (
        "hexdecimal",
        _always("the escape after the backslash is not complete", "write the sign itself"),
    ),
    (
        "block sequence entries are not allowed",
        _always("a list cannot begin here", "put each `- ` on a line of its own, below the key"),
    ),
    (
        "comment or line break",
        _always(
            "a text that is announced with `|` or `>` begins on the next line",
            "break the line after the sign, and indent the text",
        ),
    ),
    ("mapping keys are not allowed", _always("a text cannot begin with `? `", _QUOTE)),
    (
        "single document",
        _always("a second record begins here", "remove the line `---`: a file holds one record"),
    ),
    ("directive", _always("a line cannot begin with `%`", "put the text in quotes")),
    (
        "<document start>",
        _always("the line does not belong to what stands above it", _ALIGN),
    ),
)
