"""The example of a form: what its author wrote, and what its formulas come to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kitaran.models.form import NUMBERS
from kitaran.models.formula import FormulaError, Ref, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kitaran.models.form import Column, Field, Form
    from kitaran.models.formula import Token
    from kitaran.models.text import Locale

Value = str | float | date | None
"""What stands in a field or a cell; `None` where nothing does."""
Row = dict[str, Value]
"""The cells of a row, by the ids of the columns."""

_NUMBER = re.compile(r"(?:RM\s?)?([-−]?)(?:RM\s?)?(\d[\d,]*(?:\.\d+)?)\s?(%?)")


def number(text: str) -> float | None:
    """Read a number as people write it; `None` where it is none.

    >>> number("RM 10,800"), number("−2.5"), number("40%"), number("about 3")
    (10800.0, -2.5, 0.4, None)
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    value = float(match[2].replace(",", "")) * (-1 if match[1] else 1)
    return value / 100 if match[3] else value


def read_value(kind: str, text: str) -> Value:
    """Read what an author wrote as an example, by the type of the field.

    >>> read_value("date", "2026-11-04"), read_value("percent", "40%"), read_value("date", "soon")
    (datetime.date(2026, 11, 4), 0.4, None)
    """
    if kind in NUMBERS:
        found = number(text)
        fits = found is not None and text.strip().endswith("%") == (kind == "percent")
        return found if fits else None
    if kind == "date":
        try:
            return date.fromisoformat(text.strip())
        except ValueError:
            return None
    return text


def shown(value: Value, kind: str, say_date: Callable[[date], str]) -> str:
    r"""Write a value as it is read on paper; an amount stays on one line with its `RM`.

    >>> shown(10800.0, "money", str), shown(-0.125, "percent", str), shown(0.36, "money", str)
    ('RM\xa010,800', '−12.5%', 'RM\xa00.36')
    """
    if isinstance(value, date):
        return say_date(value)
    if not isinstance(value, float):
        return value or ""
    sign = "−" if value < 0 else ""
    size = abs(value)
    if kind == "percent":
        return f"{sign}{round(size * 100, 1):g}%"
    whole = round(size, 2)
    said = f"{whole:,.0f}" if whole == int(whole) else f"{whole:,.2f}"
    if kind != "money" and whole != int(whole):
        said = said.rstrip("0")
    return f"{sign}RM\N{NO-BREAK SPACE}{said}" if kind == "money" else f"{sign}{said}"


_SIGNS = {"*": " × ", "/": " ÷ ", "+": " + ", "-": " − ", "(": "(", ")": ")"}


def in_words(
    formula: str,
    near: Iterable[Field | Column],
    form: Form,
    locale: Locale,
    functions: Mapping[str, str],
) -> str:
    """Write a formula with the names of what it takes, such as `Spent ÷ Appointments`.

    Args:
        formula: The formula.
        near: The fields, or the columns of the same row, that it may name.
        form: The form that it stands in.
        locale: The language.
        functions: What `sum`, `average` and `count` are called.

    Returns:
        The words; none where it cannot be read, which the check tells.
    """
    labels = {Ref(each.id): each.label.get(locale) for each in near}
    for table in form.fields:
        for column in table.columns:
            labels[Ref(table.id, column.id)] = column.label.get(locale)
    try:
        tokens = read(formula).tokens if formula else ()
    except FormulaError:
        return ""
    parts: list[str] = []
    for index, token in enumerate(tokens):
        if token in ("(", ")") and _of_function(tokens, index):
            continue  # What it holds is one column, which needs no brackets in words.
        if isinstance(token, Ref):
            parts.append(labels.get(token, str(token)))
        elif isinstance(token, float):
            parts.append(f"{token:.10g}")
        else:
            parts.append(_SIGNS.get(token) or f"{functions[token]} ")
    return "".join(parts)


def _of_function(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a bracket belongs to a function: the name stands before, or a column within."""
    before = tokens[index - 1] if index else ""
    if tokens[index] == "(":
        return isinstance(before, str) and before.isalpha()
    return isinstance(before, Ref) and bool(before.column)


@dataclass(frozen=True)
class Filled:
    """A form's example in one language."""

    fields: dict[str, Value] = field(default_factory=dict)
    """What stands in each field that is no table."""
    tables: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    """The rows of each table."""
    totals: dict[str, Row] = field(default_factory=dict)
    """What stands under each table."""


def fill(form: Form, locale: Locale) -> Filled:
    """Fill a form in with its example. It never raises: what cannot be read stays empty."""
    result = Filled()
    for each in form.fields:
        if each.type == "table":
            rows = tuple(_rows(each, locale))
            result.tables[each.id] = rows
            result.totals[each.id] = _totals(each, rows)
        elif each.example is not None and not each.formula:
            result.fields[each.id] = read_value(each.type, each.example.get(locale))
    by_id = {each.id: each for each in form.fields}
    for each in form.fields:
        if each.formula and each.type != "table":
            result.fields[each.id] = _field(each, by_id, result, frozenset())
    return result


def _rows(table: Field, locale: Locale) -> list[Row]:
    """Fill in the rows of a table."""
    rows: list[Row] = []
    for index in range(max(len(table.lines), len(table.examples))):
        given = table.examples[index] if index < len(table.examples) else {}
        row: Row = {
            column.id: read_value(column.type, given[column.id].get(locale))
            for column in table.columns
            if column.id in given
        }
        if table.columns and index < len(table.lines):
            row[table.columns[0].id] = table.lines[index].get(locale)
        _reckon(table.columns, row)
        rows.append(row)
    return rows


def _totals(table: Field, rows: tuple[Row, ...]) -> Row:
    """Work out what stands under a table."""
    totals: Row = {}
    for column in table.columns:
        if column.total == "sum":
            cells = [row.get(column.id) for row in rows]
            numbers = [cell for cell in cells if isinstance(cell, float)]
            totals[column.id] = sum(numbers) if numbers else None
    _reckon([column for column in table.columns if column.total == "formula"], totals)
    return totals


def _reckon(columns: tuple[Column, ...] | list[Column], row: Row) -> None:
    """Work out the columns of a row that have a formula, whatever their order is."""
    for _ in columns:
        for column in columns:
            if column.formula:
                row[column.id] = _value(column.formula, lambda ref: _float(row, ref.name), {})


def _field(each: Field, by_id: dict[str, Field], so_far: Filled, above: frozenset[str]) -> Value:
    """Work out a field, and first what it is worked out from."""

    def single(ref: Ref) -> float | None:
        other = by_id.get(ref.name)
        if other is None or other.type == "table" or other.id in above:
            return None
        if other.formula:
            value = _field(other, by_id, so_far, above | {each.id})
            return value if isinstance(value, float) else None
        return _float(so_far.fields, ref.name)

    return _value(each.formula, single, so_far.tables)


def _value(
    formula: str,
    single: Callable[[Ref], float | None],
    tables: Mapping[str, tuple[Row, ...]],
) -> float | None:
    """Work out a formula; `None` where it cannot be read, which the check tells."""

    def column(ref: Ref) -> list[Value]:
        cells = (row.get(ref.column) for row in tables.get(ref.name, ()))
        return [cell for cell in cells if cell not in (None, "")]

    try:
        return read(formula).value(single, column)
    except FormulaError:
        return None


def _float(values: Mapping[str, Value], name: str) -> float | None:
    """Give a number among values."""
    value = values.get(name)
    return value if isinstance(value, float) else None
