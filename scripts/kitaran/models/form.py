"""A form: sections of fields to be filled in, each with an example."""

from __future__ import annotations

from typing import Literal

from pydantic import Field as Limits

from kitaran.models.base import Day, PageId, Record, Slug
from kitaran.models.text import Text

NUMBERS = frozenset({"number", "money", "percent"})
"""The types that can be reckoned with."""

CellType = Literal["text", "long", "number", "money", "percent", "date", "choice"]
FieldType = Literal["text", "long", "number", "money", "percent", "date", "choice", "table"]


class Column(Record):
    """A column of a table."""

    id: Slug
    """Unique in the table."""
    label: Text
    """Its heading."""
    type: CellType = "text"
    """What is written in it."""
    choices: tuple[Text, ...] = ()
    """What there is to choose from, for `choice`."""
    formula: str = ""
    """How it is worked out from the same row, such as `{quantity} * {price}`."""
    total: Literal["sum", "formula"] | None = None
    """What stands under it: the sum of its cells, or its formula over the other totals."""


class Field(Record):
    """One thing to fill in."""

    id: Slug
    """Unique in the form."""
    label: Text
    """What it asks for, in a few words."""
    type: FieldType = "text"
    """What is written in it: a line, several lines, a number, an amount in RM, a table."""
    help: Text | None = None
    """How to fill it in, in one sentence."""
    example: Text | None = None
    """What an experienced colleague would write; a number and a date without words."""
    choices: tuple[Text, ...] = ()
    """What there is to choose from, for `choice`."""
    columns: tuple[Column, ...] = ()
    """The columns, for `table`."""
    lines: tuple[Text, ...] = ()
    """What stands in the first column of a table already, row by row."""
    rows: int | None = Limits(default=None, ge=1, le=40)
    """How many rows a table has, or lines a long text."""
    examples: tuple[dict[Slug, Text], ...] = ()
    """Rows of a table as an experienced colleague would write them, by the ids of the columns."""
    formula: str = ""
    """How it is worked out, such as `sum({costs.amount}) / {appointments}`."""

    @property
    def height(self) -> int:
        """How many rows or lines there are to write on."""
        if self.type == "table":
            return max(self.rows or 6, len(self.lines))
        return (self.rows or 3) if self.type == "long" else 1


class Section(Record):
    """Fields under one heading."""

    id: Slug
    """Unique in the form, and the id of its heading on the page."""
    title: Text
    """Its heading."""
    help: Text | None = None
    """What the section is for, and when it is filled in."""
    fields: tuple[Field, ...] = Limits(min_length=1)
    """What there is to fill in, in order."""


class Form(Record):
    """A form to download and fill in."""

    id: Slug
    """The file's name without suffix."""
    title: Text
    """What it is called."""
    summary: Text
    """When to fill it in and what for, in one sentence."""
    page: PageId | None = None
    """The page that teaches how to fill it in."""
    owner: Slug
    """The role that answers for it."""
    reviewed: Day
    """When it was last checked."""
    sections: tuple[Section, ...] = Limits(min_length=1)
    """Its parts, in order."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field, in order."""
        return tuple(field for section in self.sections for field in section.fields)
