"""`kitaran report` and `kitaran check --results`, as they are called."""

from __future__ import annotations

import builtins
import csv
import io
import stat
import sys
from typing import TYPE_CHECKING, Any

import openpyxl
import pypdf
import pytest
from click.testing import CliRunner

from kitaran.cli import main
from kitaran.models.text import LOCALES
from kitaran.reports.codes import CodesError, give_codes, read_codes
from tests.handed_in import AT, attempt, catalogue_of, hand_in, result, save

if TYPE_CHECKING:
    from pathlib import Path

QUIZ = "stages/closing"
RIGHT = {"who-signs": 0, "what-to-send": 1}
WRONG = {"who-signs": 1, "what-to-send": 0}
ODD = '=HYPERLINK("http://kitaran.example")'
TABLES = {"stages", "readiness", "ending", "refreshers", "paths", "quizzes", "questions", "options",
          "typed", "notes"}  # fmt: skip


@pytest.fixture
def folder(handbook: Path, tmp_path: Path) -> Path:
    """Let forty people hand in results, with one file that is damaged and one odd name."""
    made = tmp_path / "handed-in"
    hand_in(
        handbook,
        made,
        [
            {"n": 22, "answers": {"who-signs": 1, "what-to-send": 1}},
            {"n": 17, "answers": {"who-signs": 0, "what-to-send": 0}},
        ],
    )
    catalogue = catalogue_of(handbook)
    for name in (ODD, "<script>alert(1)</script>"):
        tried = attempt(catalogue, QUIZ, RIGHT, at=AT - len(name))
        save(made, f"odd-{len(name)}.json", result(name, {QUIZ: [tried]}))
    (made / "damaged.json").write_text('{"format": "kitaran-result", ', "utf-8")
    return made


def call(*given: object, code: int = 0) -> Any:
    """Call the command."""
    done = CliRunner().invoke(main, [str(each) for each in given])
    assert done.exit_code == code, done.output + repr(done.exception)
    return done


def report(handbook: Path, folder: Path, out: Path, *more: object, code: int = 0) -> Any:
    """Make a report on one day."""
    day = ("--date", "2026-11-23")
    return call("report", folder, "--handbook", handbook, "--out", out, *day, *more, code=code)


def rows(file: Path) -> list[dict[str, str]]:
    """Read a CSV file."""
    return list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"))))


def test_every_format_in_both_languages(handbook: Path, folder: Path, tmp_path: Path) -> None:
    done = report(handbook, folder, tmp_path / "out")
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert names == {
        *(f"report.{locale}.{form}" for locale in LOCALES for form in ("html", "pdf", "xlsx")),
        *(f"{table}.{locale}.csv" for locale in LOCALES for table in TABLES),
    }
    assert all(name in done.stdout for name in names)
    assert "damaged.json: damaged: " in done.stderr
    assert "42 files · 41 people · 41 attempts" in done.stdout


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        pytest.param("en", ["Probably keyed wrongly: the best", "not passed"], id="en"),
        pytest.param("ms", ["Kemungkinan kunci jawapan salah", "belum lulus"], id="ms"),
    ],
)
def test_the_page(
    locale: str, said: list[str], handbook: Path, folder: Path, tmp_path: Path
) -> None:
    report(handbook, folder, tmp_path / "out", "--format", "html", "--language", locale)
    (file,) = (tmp_path / "out").iterdir()
    page = file.read_text("utf-8")
    assert f'<html lang="{locale}">' in page
    for text in said:
        assert text in page
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert 'src="' not in page
    assert page.count("<svg") == page.count('role="img"') == 1
    assert page.count("<table") == page.count("<caption") == page.count("<thead>")


def test_the_paper_is_tagged_a4(handbook: Path, folder: Path, tmp_path: Path) -> None:
    report(handbook, folder, tmp_path / "out", "--format", "pdf", "--language", "ms")
    paper = pypdf.PdfReader(tmp_path / "out" / "report.ms.pdf")
    root: Any = paper.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "ms"
    assert [round(float(side)) for side in paper.pages[0].mediabox[2:]] == [842, 595]
    text = " ".join(page.extract_text() for page in paper.pages).replace("\u200b", "")
    assert "Siapa bersedia untuk apa" in text
    assert f"Halaman 1 daripada {len(paper.pages)}" in text


def test_spreadsheets_take_no_name_for_a_formula(
    handbook: Path, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    report(handbook, folder, out, "--format", "xlsx", "--format", "csv", "--language", "en")
    names = [row["name"] for row in rows(out / "readiness.en.csv")]
    assert f"'{ODD}" in names
    book = openpyxl.load_workbook(out / "report.en.xlsx")
    assert len(book.sheetnames) == len(TABLES)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert ODD in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    stages = rows(out / "stages.en.csv")
    assert [(row["passed"], row["failed"]) for row in stages] == [("2", "39")]


def test_codes_stand_for_names_and_stay(handbook: Path, folder: Path, tmp_path: Path) -> None:
    keys = tmp_path / "private" / "codes.csv"
    out = tmp_path / "out"
    first = report(handbook, folder, out, "--codes", keys, "--to-parquet", tmp_path / "tables")
    assert "Keep it to yourself" in first.stdout
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600
    codes = read_codes(keys)
    assert len(codes) == len(set(codes.values())) == 41
    for file in out.iterdir():
        data = file.read_bytes()
        assert b"Learner" not in data, file.name
        assert str(folder).encode() not in data, file.name
    plain = report(handbook, folder, tmp_path / "plain", "--format", "csv")
    assert plain.stderr == first.stderr
    assert len(rows(out / "notes.en.csv")) == len(rows(tmp_path / "plain" / "notes.en.csv"))
    # Whoever joins later changes nobody's code.
    tried = attempt(catalogue_of(handbook), QUIZ, RIGHT, at=AT - 1)
    save(folder, "new.json", result("Zul", {QUIZ: [tried]}))
    report(handbook, folder, tmp_path / "again", "--codes", keys, "--format", "csv")
    assert read_codes(keys).items() > codes.items()
    found = {row["name"] for row in rows(tmp_path / "again" / "readiness.en.csv")}
    assert found == set(read_codes(keys).values())
    # The tables that were written hold no name either, and give the same people.
    given = ("--parquet", tmp_path / "tables", "--out", tmp_path / "third", "--format", "csv")
    call("report", *given, "--handbook", handbook)
    third = {row["name"] for row in rows(tmp_path / "third" / "readiness.en.csv")}
    assert third == set(codes.values())


@pytest.mark.parametrize("text", ["name,code\n", "code,person,name\nA,1,x\nA,2,y\n"])
def test_a_file_of_codes_that_cannot_be_right(text: str, tmp_path: Path) -> None:
    file = tmp_path / "codes.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(CodesError):
        give_codes([("name:a", "A")], file)
    assert file.read_text("utf-8") == text


def test_results_at_the_questions_of_the_check(
    handbook: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = call("check", "--handbook", handbook, "--no-cache")
    assert "KB80" not in plain.output
    found = call("check", "--handbook", handbook, "--no-cache", "--results", folder)
    assert "quizzes/stages/closing.yml:15:9: warning KB801" in found.stdout
    assert "damaged.json: left out" in found.stderr
    monkeypatch.chdir(folder)
    files = sorted(file.name for file in folder.glob("*.json"))
    spread = call("check", "--handbook", handbook, "--no-cache", "--results", *files)
    assert spread.stdout == found.stdout
    call("check", "--handbook", handbook, "--results", folder, "--strict", code=1)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        pytest.param((), 2, id="nothing"),
        pytest.param(("a.json", "--parquet", "b"), 2, id="both"),
        pytest.param(("nobody.json",), 1, id="no file"),
        pytest.param(("--parquet", "nowhere"), 1, id="no tables"),
        pytest.param(("--searches",), 2, id="no searches"),
        pytest.param(("--searches", "nobody.json"), 2, id="searches that are not there"),
    ],
)
def test_wrong_usage_is_told(given: tuple[str, ...], code: int, handbook: Path) -> None:
    assert call("report", *given, "--handbook", handbook, code=code).output


def test_without_the_database_it_says_what_to_install(
    handbook: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *more: Any, **named: Any) -> Any:
        if name == "duckdb":
            raise ImportError(name)
        return real(name, *more, **named)

    monkeypatch.delitem(sys.modules, "duckdb", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    done = report(handbook, folder, tmp_path / "out", code=1)
    assert "pip install 'kitaran[reports]'" in done.stderr
    assert not (tmp_path / "out").exists()
