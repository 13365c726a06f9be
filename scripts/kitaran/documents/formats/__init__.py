"""The formats that a checklist is written in. A new format is a new module here.

A module has `SUFFIX`, which is also the name that people choose it by, `PAPERS`, which says
whether the size of the paper changes the file, and `render(checklist, *, paper)`, which gives
the bytes. What a format needs beyond the standard library is imported when it is first used.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Literal, Protocol, cast

if TYPE_CHECKING:
    from kitaran.documents.checklist import Checklist

Paper = Literal["a4", "a6"]


class Format(Protocol):
    """What a format's module has."""

    SUFFIX: str
    PAPERS: bool

    def render(self, checklist: Checklist, *, paper: Paper) -> bytes:
        """Write a checklist."""
        ...


class FormatError(Exception):
    """A format cannot be written on this machine. The message says what to do."""


@cache
def formats() -> dict[str, Format]:
    """Give every format by its suffix, in the order of the suffixes."""
    modules = (
        importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
    )
    by_suffix = {module.SUFFIX: cast("Format", module) for module in modules}
    return dict(sorted(by_suffix.items()))
