"""The ways to tell findings, one a file. Each module has `report(report, root, colour)`."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Protocol

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
