"""Where the parts of a form stand in a spreadsheet, and its formulas as cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kitaran.models.formula import Formula, FormulaError, Ref, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from kitaran.models.form import Column, Field, Form

ACCENT, LINE, GREY, WASH = "0F5C63", "9AA8AB", "5A6668", "EAF1F2"
"""The colours: of the title, of lines, of small print, and of what is not filled in."""
FIRST = 6
"""The row of the first section; title, version and how to fill in stand above it."""
_WIDTHS = {"text": 24, "long": 38, "choice": 20, "date": 15, "money": 17}
"""How wide a column of a type is, in characters."""
_DEFAULT_WIDTH = 13
_LABEL = 34
"""How wide the names of fields are."""
_NARROWEST = 4
"""How many columns a sheet has at least."""
_FUNCTIONS = {"sum": "SUM", "average": "AVERAGE", "count": "COUNTA"}


class Place(NamedTuple):
    """Where a section, a field or a table stands."""

    row: int
    """Its row: of the heading of a section, and of the column names of a table."""
    last: int = 0
    """The last row of a table."""
    total: int = 0
    """The row of a table's totals; 0 where it has none."""


def letter(column: int) -> str:
    """Name a column.

    >>> letter(2), letter(27)
    ('B', 'AA')
    """
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def places(form: Form) -> dict[str, Place]:
    """Say where everything stands, one below the other."""
    at: dict[str, Place] = {}
    row = FIRST
    for section in form.sections:
        at[section.id] = Place(row)
        row += 1 + (section.help is not None)
        for field in section.fields:
            if field.type != "table":
                at[field.id] = Place(row)
                row += 1
                continue
            head = row + 1 + (field.help is not None)
            last = head + field.height
            totals = any(column.total for column in field.columns)
            at[field.id] = Place(head, last, last + 1 if totals else 0)
            row = last + 2 + totals
        row += 1
    return at


def widths(form: Form) -> list[int]:
    """Give the width of every column: tables that stand above one another share them."""
    wanted = [_LABEL] + [_DEFAULT_WIDTH] * (_NARROWEST - 1)
    for field in form.fields:
        for index, column in enumerate(field.columns):
            width = _WIDTHS.get(column.type, _DEFAULT_WIDTH)
            if index >= len(wanted):
                wanted.append(width)
            else:
                wanted[index] = max(wanted[index], width)
    return wanted


def field_formula(field: Field, form: Form, at: dict[str, Place]) -> str:
    """Write the formula of a field that is no table; empty where it has none."""
    tables = {each.id: each for each in form.fields if each.type == "table"}

    def cell(ref: Ref) -> str:
        if not ref.column:
            return f"$B${at[ref.name].row}"
        place = at[ref.name]
        ids = [column.id for column in tables[ref.name].columns]
        column = letter(ids.index(ref.column) + 1)
        return f"{column}{place.row + 1}:{column}{place.last}"

    return excel(field.formula, cell)


def row_formula(column: Column, table: Field, row: int) -> str:
    """Write the formula of a column in one row; empty where it has none."""
    ids = [each.id for each in table.columns]
    return excel(column.formula, lambda ref: f"{letter(ids.index(ref.name) + 1)}{row}")


def total_formula(column: Column, table: Field, at: Place) -> str:
    """Write what stands under a column: a sum, or its formula over the other totals."""
    if column.total == "formula":
        return row_formula(column, table, at.total)
    name = letter([each.id for each in table.columns].index(column.id) + 1)
    cells = f"{name}{at.row + 1}:{name}{at.last}"
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def excel(text: str, cell: Callable[[Ref], str]) -> str:
    """Write a formula as a spreadsheet reads it.

    It stays empty until all that it needs is filled in: half a sum is a wrong sum.

    >>> excel("{a} / {b}", lambda ref: {"a": "B2", "b": "B3"}[ref.name])
    '=IF(COUNT(B2,B3)<2,"",IFERROR(B2/B3,""))'
    """
    if not text:
        return ""
    try:
        formula = read(text)
        body = "".join(_token(token, cell) for token in formula.tokens)
        needs = _needs(formula, cell)
    except (FormulaError, KeyError, ValueError):
        return ""  # The check tells; under `serve` the rest of the form is shown all the same.
    whole = f'IFERROR({body},"")'
    if not needs:
        return f"={whole}"
    missing = needs[0] if len(needs) == 1 else f"OR({','.join(needs)})"
    return f'=IF({missing},"",{whole})'


def _token(token: Ref | float | str, cell: Callable[[Ref], str]) -> str:
    """Write one part of a formula."""
    if isinstance(token, Ref):
        return cell(token)
    return f"{token:.10g}" if isinstance(token, float) else _FUNCTIONS.get(token, token)


def _needs(formula: Formula, cell: Callable[[Ref], str]) -> list[str]:
    """Say when something that a formula needs is not filled in yet."""
    single = [cell(ref) for ref in formula.refs if not ref.column]
    needs = [f"COUNT({','.join(single)})<{len(single)}"] if single else []
    for before, ref in zip(formula.tokens[:-2], formula.tokens[2:], strict=True):
        if isinstance(ref, Ref) and ref.column and before != "count":
            needs.append(f"COUNT({cell(ref)})=0")
    return list(dict.fromkeys(needs))
