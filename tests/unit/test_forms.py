"""Forms as files and pages: what is in them, what they refuse, and that they stay the same."""

from __future__ import annotations

import io
import warnings
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.cell.cell import MergedCell
from pypdf import PdfReader

from kitaran.cli import main
from kitaran.documents.forms import pdf, xlsx
from kitaran.documents.forms.paper import FormPaper, papers
from kitaran.documents.forms.publish import addresses, downloads
from kitaran.documents.site import Site
from kitaran.library import Library, load_library
from kitaran.models.text import LOCALES, Locale
from kitaran.render.page import Context
from kitaran.render.pages.form import pages
from kitaran.settings import load_settings
from tests.conftest import SMALL

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).parent.parent.parent
SITE = Site("Buku panduan & <contoh>", "https://handbook.example/")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(load_settings(SMALL))


def _paper(library: Library, locale: Locale = "ms") -> FormPaper:
    return papers(library, locale, SITE)[0]


def _book(paper: FormPaper) -> Any:
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(paper)), rich_text=True)


def _words(sheet: Any) -> str:
    return " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)


# ---- spreadsheet --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "sheets", "said"),
    [
        pytest.param("ms", ["Borang", "Contoh", "Pilihan"], "Laporan lawatan", id="Malay"),
        pytest.param("en", ["Form", "Example", "Choices"], "Visit report", id="English"),
    ],
)
def test_workbook_is_in_its_language(
    library: Library, locale: Locale, sheets: list[str], said: str
) -> None:
    book = _book(_paper(library, locale))
    assert book.sheetnames == sheets
    assert book.worksheets[2].sheet_state == "hidden"
    assert book.properties.title == book.worksheets[0]["A1"].value == said
    assert SITE.name in book.worksheets[0]["A2"].value


def test_cells_take_what_their_type_allows(library: Library) -> None:
    book = _book(_paper(library, "en"))
    rules = {rule.type: rule for rule in book.worksheets[0].data_validations.dataValidation}
    assert set(rules) == {"date", "list", "decimal"}
    assert all(rule.showErrorMessage and rule.error for rule in rules.values())
    assert rules["list"].formula1 == "'Choices'!$A$1:$A$2"
    assert [book.worksheets[2].cell(row, 1).value for row in (1, 2)] == ["Agreed", "Not yet"]


def test_only_what_is_filled_in_is_open(library: Library) -> None:
    sheet = _book(_paper(library)).worksheets[0]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    for row in sheet.iter_rows():
        for cell in row:
            if not isinstance(cell, MergedCell) and cell.value is not None:
                assert cell.protection.locked, cell.coordinate
    opened = {c.coordinate for r in sheet.iter_rows() for c in r if not c.protection.locked}
    assert {"B7", "B8", "D7"} <= opened  # A date and a choice, as wide as the sheet.
    assert {"A13", "B13", "C15"} <= opened  # Rows of the table.
    assert not {"A7", "A12", "D13", "D16"} & opened


def test_formulas_and_totals(library: Library) -> None:
    sheet = _book(_paper(library)).worksheets[0]
    assert sheet["D13"].value == '=IF(COUNT(B13,C13)<2,"",IFERROR(B13*C13,""))'
    assert sheet["D16"].value == '=IF(COUNT(D13:D15)=0,"",SUM(D13:D15))'
    assert "SUM(D13:D15)/$B$18" in sheet["B19"].value
    assert sheet["D13"].number_format == '"RM "#,##0.00'
    assert sheet["B7"].number_format == "d/m/yyyy"


def test_example_holds_results_and_no_formulas(library: Library) -> None:
    sheet = _book(_paper(library, "en")).worksheets[1]
    assert sheet["B7"].value == datetime(2026, 11, 4)
    assert [sheet[f"D{row}"].value for row in (13, 14, 16)] == [60, 120, 180]
    assert sheet["B19"].value == 45
    assert "=IF" not in _words(sheet)
    assert sheet["A4"].value.startswith("Example, with invented")


def test_sheet_is_set_up_for_paper(library: Library) -> None:
    sheet = _book(_paper(library)).worksheets[0]
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == ("9", 1) or int(
        sheet.page_setup.paperSize
    ) == 9
    assert sheet.print_title_rows == "$1:$2"
    assert "&P" in sheet.oddFooter.right.text
    assert "&&" in sheet.oddFooter.left.text  # The ampersand of the handbook's name.


def test_text_that_looks_like_a_formula_stays_a_text(library: Library) -> None:
    form = library.forms["visit"].model_copy(
        update={"title": library.forms["visit"].title.model_copy(update={"ms": "=1+1"})}
    )
    cell = _book(FormPaper(form, "ms", "x")).worksheets[0]["A1"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


# ---- paper --------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_pdf_is_tagged_and_says_everything(library: Library, locale: Locale) -> None:
    paper = _paper(library, locale)
    reader = PdfReader(io.BytesIO(pdf.render(paper)))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == locale
    assert reader.metadata is not None
    assert reader.metadata.title == paper.title
    text = " ".join(page.extract_text() for page in reader.pages)
    for section in paper.form.sections:
        assert paper.say(section.title) in text
        for field in section.fields:
            assert paper.say(field.label) in text
    assert f"https://handbook.example/{'en/' if locale == 'en' else ''}forms/visit/" in text


def test_wide_table_lays_the_page_on_its_side(library: Library) -> None:
    form = library.forms["visit"]
    table = form.sections[1].fields[0]
    columns = tuple(table.columns[0].model_copy(update={"id": f"c-{index}"}) for index in range(8))
    wide = table.model_copy(update={"columns": columns, "examples": ()})
    section = form.sections[1].model_copy(update={"fields": (wide,)})
    paper = FormPaper(form.model_copy(update={"sections": (section,)}), "ms", "x")
    page = PdfReader(io.BytesIO(pdf.render(paper))).pages[0]
    assert page.mediabox.width > page.mediabox.height
    assert _book(paper).worksheets[0].page_setup.orientation == "landscape"


def test_version_changes_with_what_is_printed(library: Library) -> None:
    paper = _paper(library)
    changed = paper.form.model_copy(update={"owner": "somebody-else"})
    assert paper.hash == _paper(library).hash
    assert FormPaper(changed, "ms", paper.handbook, paper.address).hash != paper.hash
    assert _paper(library, "en").hash != paper.hash


# ---- kept from run to run -----------------------------------------------------------------


def test_same_input_gives_the_same_bytes(library: Library) -> None:
    assert list(downloads(library, "ms", SITE)) == list(downloads(library, "ms", SITE))


def test_files_are_kept_and_old_ones_removed(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone.ms.0000.pdf").write_bytes(b"old")
    (tmp_path / "visit.en.0000.pdf").write_bytes(b"of the other language")
    first = list(downloads(library, "ms", SITE, tmp_path))
    names = {file.name for file in tmp_path.iterdir()}
    assert len(names) == 3
    assert "visit.en.0000.pdf" in names
    monkeypatch.setattr(xlsx, "_Sheet", None)  # Nothing is made a second time.
    assert list(downloads(library, "ms", SITE, tmp_path)) == first


def test_folder_that_cannot_be_written_to_costs_time_only(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert len(list(downloads(library, "ms", SITE, tmp_path / "file" / "below"))) == 2


def test_addresses(library: Library) -> None:
    assert addresses(list(downloads(library, "en", SITE))) == {
        "visit": {"xlsx": "forms/visit.en.xlsx", "pdf": "forms/visit.en.pdf"}
    }


# ---- pages --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        pytest.param(
            "ms",
            ["Laporan lawatan", "| Sampel | 2 | RM 30 | RM 60 |", "**Jumlah** | ", "**RM 180**",
             "**Kos seorang** = jumlah Jumlah ÷ Orang ditemui | RM 45 |", "4 November 2026"],
            id="Malay",
        ),
        pytest.param(
            "en",
            ["Visit report", "| Samples | 2 | RM 30 | RM 60 |", "**Total**", "**RM 180**",
             "**Result**: Agreed / Not yet | Not yet |", "[Close the deal](../stages/closing.md)"],
            id="English",
        ),
    ],
)  # fmt: skip
def test_page_shows_the_form_with_its_example(
    library: Library, locale: Locale, said: list[str]
) -> None:
    by_uri = {page.uri: page for page in pages(Context(library, locale))}
    for part in said:
        assert part in by_uri["forms/visit.md"].markdown.replace("\N{NO-BREAK SPACE}", " ")
    assert "visit.md" in by_uri["forms/index.md"].body


def test_page_leads_to_files_that_were_made_and_to_no_others(library: Library) -> None:
    made = {"visit": {"pdf": "forms/visit.ms.pdf"}}
    with_file = {p.uri: p for p in pages(Context(library, "ms", downloads=made))}
    assert "](visit.ms.pdf){ .md-button }" in with_file["forms/visit.md"].body
    without = {p.uri: p for p in pages(Context(library, "ms"))}
    assert "md-button" not in without["forms/visit.md"].body


# ---- command ------------------------------------------------------------------------------


def run(handbook: Path, *args: str) -> Result:
    result = CliRunner().invoke(main, ["forms", *args, "--handbook", str(handbook)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_command_writes_every_form_in_every_language(handbook: Path) -> None:
    result = run(handbook)
    assert result.exit_code == 0, result.output
    assert sorted(file.name for file in (handbook / "forms").iterdir()) == [
        "visit.en.pdf", "visit.en.xlsx", "visit.ms.pdf", "visit.ms.xlsx",
    ]  # fmt: skip
    assert "Laporan lawatan · Versi " in result.output


def test_command_writes_what_is_asked_for(handbook: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(handbook, "visit", "--format", "pdf", "--lang", "en", "--out", str(out))
    assert result.exit_code == 0, result.output
    assert [file.name for file in out.iterdir()] == ["visit.en.pdf"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["visits"], "did you mean `visit`?", id="misspelt"),
        pytest.param(["zzz"], "there are: visit", id="unknown"),
        pytest.param(["--out", "docs/forms"], "give another folder", id="into the handbook"),
    ],
)
def test_command_says_what_is_wrong(
    handbook: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], said: str
) -> None:
    monkeypatch.chdir(handbook)
    result = run(handbook, *args)
    assert result.exit_code == 2
    assert said in result.output


def test_command_makes_nothing_of_a_form_with_errors(handbook: Path) -> None:
    file = handbook / "playbooks/forms/visit.yml"
    file.write_text(file.read_text("utf-8").replace("/ {people}", "/ {poeple}"), "utf-8")
    result = run(handbook)
    assert result.exit_code == 1
    assert "KB228" in result.output
    assert not (handbook / "forms").exists()


def test_command_without_any_form(handbook: Path) -> None:
    (handbook / "playbooks/forms/visit.yml").unlink()
    result = run(handbook)
    assert result.exit_code == 2
    assert "kitaran new form" in result.output


def test_staged_pages_have_their_files(handbook: Path) -> None:
    staged = handbook / "staged"
    result = CliRunner().invoke(main, ["stage", str(staged), "--handbook", str(handbook)])
    assert result.exit_code == 0, result.output
    for locale in LOCALES:
        page = (staged / locale / "forms/visit.md").read_text("utf-8")
        assert f"](visit.{locale}.xlsx)" in page
        assert (staged / locale / f"forms/visit.{locale}.xlsx").is_file()


# ---- the handbook's own forms -------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_every_form_of_the_handbook_can_be_handed_out(locale: Locale) -> None:
    library = load_library(load_settings(ROOT))
    assert len(library.forms) >= 8
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for paper in papers(library, locale):
            assert paper.form.page in {page_id for page_id, _ in library.playbooks}
            assert len(PdfReader(io.BytesIO(pdf.render(paper))).pages) <= 3, paper.name
            blank = _book(paper).worksheets[0]
            for field in paper.form.fields:
                if field.formula:
                    assert paper.filled.fields[field.id] is not None, (paper.name, field.id)
            assert paper.title in _words(blank)
