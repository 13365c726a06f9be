"""XLSX: a form to fill in on a screen, and the same form filled in as an example.

Whoever fills it in can spoil nothing: labels and formulas are locked, without a password, so
that who adapts the form for a team unlocks it in one click.
"""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING, Any

from kitaran.documents.formats.xlsx import put_text, saved
from kitaran.documents.forms import grid
from kitaran.documents.forms.entries import Entries
from kitaran.documents.forms.grid import Place, letter, places, widths

if TYPE_CHECKING:
    from kitaran.documents.forms.paper import FormPaper
    from kitaran.models.filled import Value
    from kitaran.models.form import Column, Field, Section

SUFFIX = "xlsx"

_FORMATS = {"money": '"RM "#,##0.00', "percent": "0.0%", "date": "d/m/yyyy"}
_LINE = 15.0
"""How high a line of text is, in points."""


def render(paper: FormPaper) -> bytes:
    """Write the workbook: the empty form, the example, and the lists to choose from."""
    import openpyxl

    book = openpyxl.Workbook()
    blank, example = book.active, book.create_sheet()
    lists = book.create_sheet(_name(paper.words("forms.choices")))
    lists.sheet_state = "hidden"
    blank.title = _name(paper.words("forms.form"))
    example.title = _name(paper.words("forms.example"))
    at = places(paper.form)
    for sheet, filled in ((blank, False), (example, True)):
        _Sheet(paper, sheet, lists, at, filled=filled).write()
    book.properties.title = paper.title
    book.properties.creator = paper.handbook
    book.properties.language = paper.locale
    # A spreadsheet made by a program holds no results yet: they are worked out on opening.
    book.calculation.fullCalcOnLoad = True
    return saved(book, paper.form.reviewed)


def _name(text: str) -> str:
    """Give a name that a sheet may have."""
    return re.sub(r"[\[\]:*?/\\]", " ", text)[:31]


class _Sheet:
    """One sheet of the workbook, while it is being written."""

    def __init__(
        self, paper: FormPaper, sheet: Any, lists: Any, at: dict[str, Place], *, filled: bool
    ) -> None:
        self.paper, self.sheet, self.at, self.filled = paper, sheet, at, filled
        self.widths = widths(paper.form)
        self.last = len(self.widths)
        self.entries = Entries(paper, sheet, lists)

    def write(self) -> None:
        """Write everything."""
        from openpyxl.styles import Alignment

        for column, width in enumerate(self.widths, 1):
            self.sheet.column_dimensions[letter(column)].width = width
        self._top()
        for section in self.paper.form.sections:
            self._section(section)
        for row in self.sheet.iter_rows():
            for cell in row:
                if not cell.alignment.wrap_text:
                    cell.alignment = Alignment(wrap_text=True, vertical="center")
        self._set_up()

    # ---- text ---------------------------------------------------------------------------

    def _line(self, row: int, text: str, **font: Any) -> Any:
        """Write a text across the sheet."""
        from openpyxl.styles import Alignment, Font

        cell = self.sheet.cell(row, 1)
        put_text(cell, text)
        cell.font = Font(**font)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        self.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=self.last)
        size = font.get("size", 11)
        lines = ceil(len(text) * size / 11 / sum(self.widths)) or 1
        self.sheet.row_dimensions[row].height = max(1, lines) * _LINE * size / 11 + 4
        return cell

    def _top(self) -> None:
        """Write title, version and what to do."""
        paper = self.paper
        self._line(1, paper.title, size=18, bold=True, color=grid.ACCENT)
        said = (paper.words("forms.form"), paper.handbook, paper.version, paper.reviewed)
        self._line(2, " · ".join(said), size=10, color=grid.GREY)
        self._line(3, paper.say(paper.form.summary))
        if self.filled:
            how = paper.words("forms.filled", sheet=paper.words("forms.form"))
        else:
            how = paper.words("forms.how")
        cell = self._line(4, how, italic=True, bold=self.filled, color=grid.GREY)
        if paper.address and not self.filled:
            cell.hyperlink = paper.address

    def _section(self, section: Section) -> None:
        """Write one section."""
        from openpyxl.styles import PatternFill

        row = self.at[section.id].row
        cell = self._line(row, self.paper.say(section.title), size=13, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=grid.ACCENT)
        if section.help is not None:
            self._line(row + 1, self.paper.say(section.help), italic=True, color=grid.GREY)
        for field in section.fields:
            if field.type == "table":
                self._table(field)
            else:
                self._field(field)

    def _label(self, row: int, label: str, help_text: str) -> None:
        """Write what a field is called, with its help below in small letters."""
        from openpyxl.cell.rich_text import CellRichText, TextBlock
        from openpyxl.cell.text import InlineFont

        cell = self.sheet.cell(row, 1)
        if help_text:
            cell.value = CellRichText(
                TextBlock(InlineFont(b=True), f"{label}\n"),
                TextBlock(InlineFont(sz=9, color=grid.GREY), help_text),
            )
        else:
            put_text(cell, label)
        self._look(cell, bold=not help_text, fill=grid.WASH)

    # ---- fields -------------------------------------------------------------------------

    def _field(self, field: Field) -> None:
        """Write a field that is no table: its name, and the cell to fill in."""
        row = self.at[field.id].row
        label, hint = self.paper.say(field.label), self.paper.say(field.help)
        self._label(row, label, hint)
        value = self.paper.filled.fields.get(field.id) if self.filled else None
        cell = self.sheet.cell(row, 2)
        for column in range(2, self.last + 1):
            self._look(self.sheet.cell(row, column))
        self.sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=self.last)
        self._value(cell, field, value, grid.field_formula(field, self.paper.form, self.at))
        shown = self.paper.shown(value, field.type)
        lines = max(
            self._lines(label, 0) + ceil(self._lines(hint, 0) * 0.85),
            ceil(len(shown) * 1.1 / sum(self.widths[1:])),
            field.height,
        )
        self.sheet.row_dimensions[row].height = lines * _LINE + 6

    def _table(self, table: Field) -> None:
        """Write a table: name, help, headings, rows, totals."""
        at = self.at[table.id]
        self._line(at.row - 1 - bool(table.help), self.paper.say(table.label), bold=True)
        if table.help is not None:
            self._line(at.row - 1, self.paper.say(table.help), size=10, color=grid.GREY)
        for number, column in enumerate(table.columns, 1):
            cell = self.sheet.cell(at.row, number)
            put_text(cell, self.paper.say(column.label))
            self._look(cell, bold=True, fill=grid.WASH)
        heading = max(
            (self._lines(self.paper.say(c.label), i) for i, c in enumerate(table.columns)),
            default=1,
        )
        self.sheet.row_dimensions[at.row].height = heading * _LINE + 6
        rows = self.paper.filled.tables.get(table.id, ()) if self.filled else ()
        for index in range(table.height):
            self._row(table, at.row + 1 + index, index, rows[index] if index < len(rows) else {})
        if at.total:
            self._totals(table, at)

    def _row(self, table: Field, row: int, index: int, values: dict[str, Value]) -> None:
        """Write one row of a table."""
        lines = 1
        for number, column in enumerate(table.columns, 1):
            cell = self.sheet.cell(row, number)
            given = number == 1 and index < len(table.lines)
            said = self.paper.say(table.lines[index]) if given else ""
            if given:
                put_text(cell, said)
                self._look(cell, fill=grid.WASH)
            else:
                self._look(cell)
                value = values.get(column.id)
                said = self.paper.shown(value, column.type)
                self._value(cell, column, value, grid.row_formula(column, table, row))
            lines = max(lines, self._lines(said, number - 1))
        self.sheet.row_dimensions[row].height = lines * _LINE + 6

    def _totals(self, table: Field, at: Place) -> None:
        """Write what stands under a table."""
        values = self.paper.filled.totals.get(table.id, {}) if self.filled else {}
        self.sheet.row_dimensions[at.total].height = _LINE + 6
        for number, column in enumerate(table.columns, 1):
            cell = self.sheet.cell(at.total, number)
            if number == 1 and not column.total:
                put_text(cell, self.paper.words("forms.total"))
            self._look(cell, bold=True, fill=grid.WASH)
            if column.total:
                formula = grid.total_formula(column, table, at)
                self._value(cell, column, values.get(column.id), formula)

    # ---- cells --------------------------------------------------------------------------

    def _value(self, cell: Any, thing: Field | Column, value: Value, formula: str) -> None:
        """Make a cell one to be filled in, or one that is worked out."""
        from openpyxl.styles import PatternFill, Protection

        if thing.type == "number":
            self.entries.numbers.append((cell.column, cell.row))
        cell.number_format = _FORMATS.get(thing.type, "General")
        if formula:
            cell.fill = PatternFill("solid", fgColor=grid.WASH)
        elif not self.filled:
            for part in self._whole(cell):
                part.protection = Protection(locked=False)
            self.entries.add(cell, thing)
        if self.filled:
            # Some that show a spreadsheet work nothing out, so the example holds its results.
            self._put(cell, value)
        elif formula:
            cell.value = formula

    def _whole(self, cell: Any) -> list[Any]:
        """Give a cell with those that it is merged with."""
        for merged in self.sheet.merged_cells.ranges:
            if cell.coordinate in merged:
                return [self.sheet.cell(*place) for row in merged.rows for place in row]
        return [cell]

    def _put(self, cell: Any, value: Value) -> None:
        """Put a value of the example into a cell."""
        if isinstance(value, str):
            put_text(cell, self.paper.shown(value, "text"))
        elif value is not None:
            cell.value = round(value, 6) if isinstance(value, float) else value

    def _look(self, cell: Any, *, bold: bool = False, fill: str = "") -> None:
        """Give a cell its lines, and its ground."""
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        side = Side("thin", color=grid.LINE)
        cell.border = Border(side, side, side, side)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        if bold:
            cell.font = Font(bold=True)
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)

    def _lines(self, text: str, column: int) -> int:
        """Guess how many lines a text takes in a column; 0 for none."""
        return sum(ceil(len(line) * 1.15 / self.widths[column]) for line in text.split("\n"))

    # ---- the sheet as a whole -----------------------------------------------------------

    def _set_up(self) -> None:
        """Lock what is not filled in, and set the sheet up for A4."""
        sheet, paper = self.sheet, self.paper
        self.entries.show_numbers()
        sheet.protection.sheet = True
        # Rows and columns may be made larger, hidden or added; only what stands there is kept.
        for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "sort"):
            setattr(sheet.protection, allowed, False)
        sheet.freeze_panes = "A3"
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.orientation = "landscape" if paper.wide else "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = "1:2"
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        said = f"{paper.handbook} · {paper.version} · {paper.reviewed}"
        sheet.oddFooter.left.text = said.replace("&", "&&")[:200]
        sheet.oddFooter.right.text = paper.words("checklists.page", page="&P", pages="&N")
