"""XLSX: a sheet that a team ticks off together, set up to be printed on A4."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kitaran.documents.inline import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kitaran.documents.checklist import Checklist
    from kitaran.documents.formats import Paper

SUFFIX = "xlsx"
PAPERS = False

WIDTHS = {
    "done": 7,
    "task": 62,
    "section": 24,
    "phase": 26,
    "by": 16,
    "date": 13,
    "note": 28,
    "link": 34,
    "id": 34,
}
"""The columns, and how wide they are in characters."""
HEAD = 4
"""The row of the column names; title and version stand above it."""
_ACCENT, _LINE, _GREY = "0F5C63", "C9D3D4", "5A6668"
_LONGEST = 32_767
"""The longest text that a cell holds."""


def render(checklist: Checklist, *, paper: Paper) -> bytes:
    """Write the workbook. It is printed on A4 whatever the paper is."""
    import openpyxl

    del paper
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = re.sub(r"[\[\]:*?/\\]", " ", checklist.words("checklists.checklist"))[:31]
    _top(sheet, checklist)
    last = _body(sheet, checklist)
    _ticks(sheet, checklist, last)
    _print(sheet, checklist)
    book.properties.title = checklist.title
    book.properties.creator = checklist.handbook
    book.properties.language = checklist.locale
    return saved(book, checklist.date)


def put_text(cell: Any, text: str) -> None:
    """Put a text into a cell as a text, even where it looks like a formula."""
    cell.value = text[:_LONGEST]
    cell.data_type = "s"


def _top(sheet: Any, checklist: Checklist) -> None:
    """Write the title, the version and the names of the columns."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    say = checklist.words
    put_text(sheet["A1"], checklist.title)
    sheet["A1"].font = Font(size=18, bold=True, color=_ACCENT)
    sheet.row_dimensions[1].height = 28
    said = (checklist.label, checklist.handbook, checklist.version, checklist.reviewed)
    put_text(sheet["A2"], " · ".join((*said, checklist.count)))
    sheet["A2"].font = Font(size=10, color=_GREY)
    for column, (key, width) in enumerate(WIDTHS.items(), 1):
        cell = sheet.cell(HEAD, column)
        put_text(cell, say(f"checklists.{key}"))
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_ACCENT)
        cell.alignment = Alignment(vertical="center", horizontal=None if column > 1 else "center")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[HEAD].height = 20
    sheet.freeze_panes = sheet.cell(HEAD + 1, 3)


def _body(sheet: Any, checklist: Checklist) -> int:
    """Write a row for each task, and give the number of the last one."""
    from openpyxl.styles import Alignment, Border, Font, Side

    line = Border(bottom=Side("thin", color=_LINE))
    row = HEAD
    for row, cells in enumerate(_rows(checklist), HEAD + 1):
        for column, key in enumerate(WIDTHS, 1):
            cell = sheet.cell(row, column)
            cell.border = line
            cell.alignment = Alignment(
                wrap_text=True, vertical="top", horizontal="center" if key == "done" else None
            )
            if key in cells:
                put_text(cell, cells[key])
            if key == "done":
                cell.font = Font(size=13, bold=True, color=_ACCENT)
            elif key == "link" and cells[key].startswith("http"):
                cell.hyperlink = cells[key]
                cell.font = Font(underline="single", color=_ACCENT)
            elif key == "date":
                cell.number_format = "yyyy-mm-dd"
    sheet.auto_filter.ref = f"A{HEAD}:{sheet.cell(row, len(WIDTHS)).coordinate}"
    return row


def _rows(checklist: Checklist) -> Iterator[dict[str, str]]:
    """Give the cells of each task that are filled in."""
    for section in checklist.sections:
        for phase in section.phases:
            anchor = f"#{phase.id}" if phase.id else ""
            for item in phase.items:
                title = f"{section.part} · {section.title}" if section.part else section.title
                yield {
                    "task": plain(item.runs),
                    "section": title,
                    "phase": plain(phase.title),
                    "link": f"{section.address or section.path}{anchor}",
                    "id": f"{section.page_id}#{item.id}",
                }


def _ticks(sheet: Any, checklist: Checklist, last: int) -> None:
    """Let the first column be ticked from a list, and grey what is done."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    say = checklist.words
    ticks = DataValidation("list", formula1='"✓"', allow_blank=True, showErrorMessage=True)
    ticks.promptTitle, ticks.prompt = say("checklists.done"), say("checklists.choose")
    ticks.errorTitle, ticks.error = say("checklists.done"), say("checklists.only_tick")
    ticks.showInputMessage = True
    ticks.add(f"A{HEAD + 1}:A{last}")
    sheet.add_data_validation(ticks)
    done = FormulaRule([f'$A{HEAD + 1}="✓"'], font=Font(color=_GREY, strike=True))
    sheet.conditional_formatting.add(f"B{HEAD + 1}:B{last}", done)


def _print(sheet: Any, checklist: Checklist) -> None:
    """Set the sheet up for A4 across, as wide as the paper, the column names on every page."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    page = checklist.words("checklists.page", page="&P", pages="&N")
    said = f"{checklist.handbook} · {checklist.version} · {checklist.reviewed}"
    sheet.oddFooter.left.text = said.replace("&", "&&")[:200]
    sheet.oddFooter.right.text = page


_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def saved(book: Any, day: date) -> bytes:
    """Save a workbook without the time of day, so that the same content gives the same bytes.

    Parts are stored and not packed, because packers differ from one machine to the next.
    """
    stream = io.BytesIO()
    book.save(stream)
    stamp = day.isoformat().encode() + b"T00:00:00Z"
    moment = max(datetime(1980, 1, 1), datetime(*day.timetuple()[:3]))
    result = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _TIMES.sub(rb"\g<1>" + stamp, content)
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.create_system = 0
            new.writestr(info, content)
    return result.getvalue()
