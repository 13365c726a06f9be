"""XLSX: a sheet for each table, to sort and to filter."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from kitaran.documents.formats.xlsx import put_text, saved
from kitaran.reports.formats import cut

if TYPE_CHECKING:
    from kitaran.reports.story import Part, Story

SUFFIX = "xlsx"

MOST = 20_000
"""So many rows of a table are written; the CSV files have all of them."""
_FORMATS = {"percent": "0%", "decimal": "0.00", "date": "yyyy-mm-dd", "count": "#,##0"}
_ACCENT, _GREY = "0F5C63", "5A6668"
_FILLS = {
    "passed": "CFE5E6",
    "old": "E4EFEF",
    "changed": "E4EFEF",
    "begun": "F6EED6",
    "failed": "F0D5CE",
}
_WIDE = {"text": 60, "says": 60, "why": 50, "file": 44, "question": 34, "name": 28, "typed": 34}


def render(story: Story) -> dict[str, bytes]:
    """Write the workbook."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    for part in story.parts:
        _sheet(book.create_sheet(sheet_name(part.table.title)), part, story)
    book.properties.title = story.title
    book.properties.creator = story.handbook
    book.properties.language = story.locale
    return {f"{story.name}.xlsx": saved(book, story.day)}


def sheet_name(title: str) -> str:
    """Give a sheet a name that Excel takes: 31 characters at most, cut between words.

    >>> sheet_name("Sijil: hampir tamat atau sudah tamat")
    'Sijil hampir tamat atau sudah…'
    """
    return shorten(re.sub(r"[\[\]:*?/\\]", " ", title), 31, placeholder="…")


def _sheet(sheet: Any, part: Part, story: Story) -> None:
    """Write one table."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    table = part.table
    shown, more = cut(table, MOST)
    for at, column in enumerate(table.columns, 1):
        width = _WIDE.get(column.name, 18 if column.form in ("text", "state") else 12)
        sheet.column_dimensions[get_column_letter(at)].width = width
    head = 4
    sheet.freeze_panes = f"B{head + 1}"
    last = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A{head}:{last}{head + max(shown, 1)}"
    _paper(sheet, story, head)

    def written(text: str, **style: Any) -> Any:
        cell = WriteOnlyCell(sheet)
        put_text(cell, text)
        for name, value in style.items():
            setattr(cell, name, value)
        return cell

    sheet.append([written(table.title, font=Font(size=16, bold=True, color=_ACCENT))])
    counted = story.say("report.more", shown=f"{shown:,}", all=f"{len(table.rows):,}")
    said = " ".join([*part.said, table.intro, *([counted] if more else [])])
    sheet.append([written(said, font=Font(size=10, color=_GREY))])
    sheet.append([written(f"{story.made} · {story.version}", font=Font(size=10, color=_GREY))])
    top, white = PatternFill("solid", fgColor=_ACCENT), Font(bold=True, color="FFFFFF")
    wrapped = Alignment(wrap_text=True, vertical="center")
    sheet.append([written(c.head, font=white, fill=top, alignment=wrapped) for c in table.columns])
    fills = {state: PatternFill("solid", fgColor=colour) for state, colour in _FILLS.items()}
    for index in range(shown):
        cells: list[Any] = []
        states = table.states[index] if table.states else ()
        for at, (column, value) in enumerate(zip(table.columns, table.rows[index], strict=True)):
            if isinstance(value, str):
                cell = written(value)
                if states and states[at] in fills:
                    cell.fill = fills[states[at]]
            elif value is None:
                cell = None
            else:
                cell = WriteOnlyCell(sheet, value)
                cell.number_format = _FORMATS.get(column.form, "General")
            cells.append(cell)
        sheet.append(cells)


def _paper(sheet: Any, story: Story, head: int) -> None:
    """Set the sheet up for A4 across, as wide as the paper."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{head}:{head}"
    sheet.oddFooter.left.text = f"{story.handbook} · {story.made}".replace("&", "&&")[:200]
    sheet.oddFooter.right.text = story.say("checklists.page", page="&P", pages="&N")
