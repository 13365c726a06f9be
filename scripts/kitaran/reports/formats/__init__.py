"""The formats that a report is written in. A new format is a new module here.

A module has `SUFFIX`, which is also the name that people choose it by, and `render(story)`, which
gives the files: their names, and their bytes.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from kitaran.reports.story import Story
    from kitaran.reports.table import Table


class Format(Protocol):
    """What a format's module has."""

    SUFFIX: str

    def render(self, story: Story) -> dict[str, bytes]:
        """Write a report."""
        ...


@cache
def formats() -> dict[str, Format]:
    """Give every format by its suffix, in the order of the suffixes."""
    modules = (
        importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
    )
    by_suffix = {module.SUFFIX: cast("Format", module) for module in modules}
    return dict(sorted(by_suffix.items()))


def cut(table: Table, most: int) -> tuple[int, bool]:
    """Say how many rows of a table are shown, and whether some are not."""
    return min(len(table.rows), most), len(table.rows) > most
