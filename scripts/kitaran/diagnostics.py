"""What is wrong, where, and what to do about it.

A diagnostic is a plain record. Rules make them, reporters phrase them; this module
knows neither and imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """The handbook cannot be built, or would teach something wrong."""
    WARNING = "warning"
    """The handbook builds; its reader or learner is served worse than need be."""


class Span(NamedTuple):
    """Where something is written, for people: lines and columns count from one.

    A named tuple and not a dataclass, because a check of a large handbook makes millions.
    """

    line: int = 1
    column: int = 1
    end_column: int = 0
    """One past the last character on that line; 0 when it is not known."""


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding about one place in one file."""

    path: str
    """The file, relative to the handbook's root, with forward slashes."""
    span: Span
    code: str
    """A rule's code, such as `KB211`. Its meaning never changes."""
    severity: Severity
    message: str
    """What is wrong, as a statement, without a full stop."""
    help: str = ""
    """The remedy, as an instruction."""
    excerpt: str = ""
    """The line of the file that the span points at, without its line break."""

    def __str__(self) -> str:
        """Give the one-line form that editors and build tools parse.

        >>> print(Diagnostic("a.yml", Span(3, 5), "KB211", Severity.ERROR, "two right answers"))
        a.yml:3:5: error KB211: two right answers
        """
        return (
            f"{self.path}:{self.span.line}:{self.span.column}: "
            f"{self.severity} {self.code}: {self.message}"
        )
