"""A table of a report: what it holds, and how its values are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from kitaran.reports.words import number, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kitaran.documents.words import Words

Value = str | int | float | date | None
Form = Literal["text", "count", "percent", "decimal", "date", "state"]
"""What a column holds. A percentage is kept as a share; a state is the sign and its words."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    name: str
    """What it is called in files for programs."""
    head: str
    form: Form = "text"


@dataclass(frozen=True)
class Table:
    """A table with its heading."""

    name: str
    title: str
    intro: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    states: tuple[tuple[str, ...], ...] = field(default=())
    """For each row, the state of each cell; empty strings where it has none."""

    def shown(self, value: Value, form: Form, say: Words) -> str:
        """Write a value as people read it."""
        if isinstance(value, date):
            return short_date(say, value)
        if value is None:
            return "–"
        if form == "percent" and isinstance(value, int | float):
            return f"{number(100 * value, 0)}%"
        if form == "decimal" and isinstance(value, int | float):
            return number(value)
        return f"{value:,}" if isinstance(value, int) else str(value)


def put(
    name: str,
    say: Words,
    columns: tuple[tuple[str, Form], ...],
    rows: Iterable[tuple[Value, ...]],
    **values: object,
) -> Table:
    """Put a table together, with its texts from the words."""
    heads = tuple(Column(key, say(f"heads.{key}"), form) for key, form in columns)
    intro = say.table["intro"].get(name, "")
    filled = str(intro).format(**values) if values else str(intro)
    return Table(name, say(f"sections.{name}"), filled, heads, tuple(rows))
