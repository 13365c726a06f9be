"""The ways to tell findings, one a file. Each module has `report(report, root, colour)`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Protocol
from unicodedata import category

from kitaran.check.rule import rules

if TYPE_CHECKING:
    from pathlib import Path

    from kitaran.check.engine import Report


class Reporter(Protocol):
    """Turns what a check has found into text."""

    def __call__(self, report: Report, *, root: Path, colour: bool) -> str:
        """Give the whole text, with a line break at its end."""
        ...


def formats() -> list[str]:
    """Name every format, in alphabetical order."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def reporter(name: str) -> Reporter:
    """Give the reporter of a format."""
    module = importlib.import_module(f"{__name__}.{name}")
    made: Reporter = module.report
    return made


@cache
def rule_names() -> dict[str, str]:
    """Give every rule's name by its code."""
    return {rule.code: rule.name for rule in rules()}


def summary(report: Report) -> str:
    """Say in a line what was found in how much.

    >>> from kitaran.check.engine import Report
    >>> summary(Report((), 1, 0, 2))
    'no findings in 1 file, 0 questions (2 switched off)'
    """
    kinds = (("error", len(report.errors)), ("warning", len(report.warnings)))
    found = ", ".join(_count(number, kind) for kind, number in kinds if number)
    where = f"{_count(report.files, 'file')}, {_count(report.questions, 'question')}"
    off = f" ({report.suppressed} switched off)" if report.suppressed else ""
    return f"{found or 'no findings'} in {where}{off}"


def _count(number: int, noun: str) -> str:
    """Count things in words.

    >>> _count(1, "file"), _count(2000, "file")
    ('1 file', '2,000 files')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def shown(text: str) -> str:
    r"""Replace what would steer a terminal or turn the reading direction, and line breaks.

    >>> shown("a\x1b[31m b\nc")
    'a\ufffd[31m b c'
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _stand_in(sign) for sign in text)


def _stand_in(sign: str) -> str:
    """Give what is shown in place of a sign that cannot be shown."""
    if sign in "\n\r\t\u2028\u2029" or category(sign) == "Zs":
        return " "
    # Joiners and selectors belong to the signs around them, and do no harm.
    return sign if sign in "\u200c\u200d\u00ad" else "\ufffd"
