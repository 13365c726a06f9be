"""What is printed: the record and every format of it.

Golden files are in `golden/checklists/`. After a wanted change, write them anew with
`KITARAN_GOLDEN=write pytest tests/unit/test_checklists.py` and look at the difference.
"""

from __future__ import annotations

import csv
import io
import os
import warnings
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from kitaran.documents.checklist import Checklist, make
from kitaran.documents.choice import Choice, ChoiceError, UnreadError
from kitaran.documents.formats import formats, pdf
from kitaran.documents.formats.csv import COLUMNS
from kitaran.documents.formats.markdown import write
from kitaran.documents.inline import parse, plain
from kitaran.documents.site import Site, site_of
from kitaran.library import Library, load_library
from kitaran.settings import load_settings

GOLDEN = Path(__file__).parents[1] / "golden" / "checklists"
SITE = Site("Kitaran", "https://kitaran.example/")

HOSTILE = {
    "html": "<script>alert(1)</script> & <b>tebal</b> </style>",
    "typst": '#let x = 1; $x^2$ #import "a" @ref <label> \\ // /* ~ = -- \'"',
    "stars": r"5 \* 3 \*\*bukan tebal\*\* dan \_ini\_ \`itu\`",
    "styles": "**Tebal**, *condong*, ~~batal~~, `kod #x` dan ***dua***",
    "quotes": "Kata \"betul\" dan 'ya' — “tutup”",
    "formula": '=HYPERLINK("https://evil.example","x")',
    "plus": "+60 3-1234 5678",
    "link": "Cari di [SSM](https://www.ssm.example/e-search?a=1&b=2) dahulu",
    "inner": "Baca [harga](../objections/price.md#response) semula",
    "unsafe": "Buka [ini](javascript:alert(1)) atau [itu](data:text/html,x)",
    "rtl": "Tanya العربية dan עברית, kemudian sahkan",
    "emoji": "Raikan ✅ 😀 👩‍💻 ✔️",
    "tamil": "Sapa வணக்கம் dan 你好",
    "long": "x" * 300,
    "address": "https://kitaran.example/" + "a/" * 100,
    "brackets": "{curly} [square] (round) {{ jinja }} {% x %}",
}


def library(root: Path) -> Library:
    return load_library(load_settings(root))


@pytest.fixture
def hostile(handbook: Path) -> Library:
    """Give the small handbook with every hostile text as an item."""
    items = "\n".join(f"- [ ] {text} {{#{name}}}" for name, text in HOSTILE.items())
    for file in ("closing.md", "closing.en.md"):
        page = handbook / "playbooks" / "stages" / file
        text = page.read_text("utf-8")
        old = (
            "- [ ] Hantar draf {#send-draft}"
            if file == "closing.md"
            else "- [ ] Send the draft {#send-draft}"
        )
        assert old in text
        page.write_text(text.replace(old, f"{old}\n{items}"), "utf-8")
    return library(handbook)


def golden(name: str, text: str, *, spaces: bool = True) -> None:
    """Compare a text with its golden file, or write it."""
    file = GOLDEN / name
    if os.environ.get("KITARAN_GOLDEN") == "write":
        file.write_bytes(text.encode())
    expected = file.read_bytes().decode()
    # Where words end in a PDF is a guess of the reader, which another version makes differently.
    if not spaces:
        text, expected = "".join(text.split()), "".join(expected.split())
    assert text == expected


def said(data: bytes) -> str:
    """Give the text of a PDF on one line, without the marks that let long words break."""
    pages = PdfReader(io.BytesIO(data)).pages
    text = "\n".join(page.extract_text() for page in pages)
    return " ".join(text.replace("\u200b", "").split())


def cells(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheet(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).active


# ---- choices ----------------------------------------------------------------------------

CHOICES = [
    Choice(),
    Choice("stage", "closing"),
    Choice("stage", "stages/closing"),
    Choice("role", "client-manager"),
    Choice("path", "client-manager"),
    Choice("page", "stages/closing"),
]


@pytest.mark.parametrize("locale", ["ms", "en"])
@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_every_choice_in_every_format(choice: Choice, locale: Any, handbook: Path) -> None:
    checklist = make(library(handbook), choice, locale, SITE)
    assert checklist.items == 2
    for each in formats().values():
        for paper in ("a4", "a6"):
            assert each.render(checklist, paper=paper) == each.render(checklist, paper=paper)


@pytest.mark.parametrize(
    ("choice", "name"),
    [
        (Choice(), "cycle"),
        (Choice("stage", "closing"), "stages-closing"),
        (Choice("path", "client-manager"), "path-client-manager"),
    ],
)
@pytest.mark.parametrize("locale", ["ms", "en"])
def test_golden_files(choice: Choice, name: str, locale: Any, handbook: Path) -> None:
    checklist = make(library(handbook), choice, locale, SITE)
    assert checklist.name == name
    for suffix in ("md", "csv", "html"):
        data = formats()[suffix].render(checklist, paper="a4")
        golden(f"{name}.{locale}.{suffix}", data.decode())
    text = said(formats()["pdf"].render(checklist, paper="a4"))
    golden(f"{name}.{locale}.pdf.txt", f"{text}\n", spaces=False)


def test_role_has_its_own_page_and_what_is_for_everyone(handbook: Path) -> None:
    stages, roles = handbook / "playbooks" / "stages", handbook / "playbooks" / "roles"
    box = "## Senarai semak {#checklist}\n\n- [ ] Buat {#do}\n"
    for name in ("client-manager", "key-account-manager"):
        text = (roles / "client-manager.md").read_text("utf-8").split(box)[0]
        (roles / f"{name}.md").write_text(f"{text}\n{box}", "utf-8")
        (roles / f"{name}.en.md").write_text(
            (roles / "client-manager.en.md").read_text("utf-8").split(box)[0] + f"\n{box}", "utf-8"
        )
    for suffix in (".md", ".en.md"):
        closing = (stages / f"closing{suffix}").read_text("utf-8")
        (stages / f"needs{suffix}").write_text(closing.replace("roles: [client-manager]\n", ""))
        (stages / f"other{suffix}").write_text(closing.replace("[client-m", "[other-m"))
    made = {
        role: [s.page_id for s in make(library(handbook), Choice("role", role), "en").sections]
        for role in ("client-manager", "roles/key-account-manager", "other-manager")
    }
    assert made == {
        "client-manager": ["stages/closing", "stages/needs", "roles/client-manager"],
        "roles/key-account-manager": ["stages/needs", "roles/key-account-manager"],
        "other-manager": ["stages/needs", "stages/other"],
    }


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (
            Choice("stage", "closng"),
            "there is no stage `closng`, did you mean `closing`?\nthere are: closing",
        ),
        (
            Choice("page", "closing"),
            "there is no page `closing`, did you mean `stages/closing`?\nthere are: stages/closing",
        ),
        (
            Choice("page", "objections/price"),
            "the page `objections/price` has no checklist; these have: stages/closing",
        ),
        (
            Choice("role", "manager"),
            "there is no role `manager`, did you mean `client-manager`?\nthere are: client-manager",
        ),
        (Choice("path", "x"), "there is no path `x`\nthere are: client-manager"),
    ],
)
def test_unknown_id(choice: Choice, message: str, handbook: Path) -> None:
    with pytest.raises(ChoiceError) as caught:
        make(library(handbook), choice, "ms")
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("remove", "choice"),
    [
        ("playbooks/stages/closing.en.md", Choice()),
        ("playbooks/stages/closing.md", Choice("path", "client-manager")),
    ],
)
def test_page_that_is_not_there(remove: str, choice: Choice, handbook: Path) -> None:
    (handbook / remove).unlink()
    with pytest.raises(UnreadError):
        make(library(handbook), choice, "en")


# ---- version and date -------------------------------------------------------------------


def test_version_follows_what_is_printed(handbook: Path) -> None:
    before = make(library(handbook), Choice(), "ms")
    assert before.hash == make(library(handbook), Choice(), "ms").hash
    assert before.version == f"Versi {before.hash}"
    assert before.reviewed == "Disemak 1 November 2026"
    page = handbook / "playbooks" / "stages" / "closing.md"
    page.write_text(page.read_text("utf-8").replace("Hantar draf", "Hantar draf akhir"), "utf-8")
    after = make(library(handbook), Choice(), "ms")
    assert after.hash != before.hash
    page.write_text(page.read_text("utf-8").replace("2026-11-01", "2026-12-24"), "utf-8")
    assert make(library(handbook), Choice(), "ms").date == date(2026, 12, 24)


# ---- hostile texts ----------------------------------------------------------------------


@pytest.fixture
def printed(hostile: Library) -> Checklist:
    return make(hostile, Choice("stage", "closing"), "ms", SITE)


def texts(checklist: Checklist) -> dict[str, str]:
    phases = checklist.sections[0].phases
    return {item.id: plain(item.runs) for phase in phases for item in phase.items}


def test_hostile_texts_stay_words(printed: Checklist) -> None:
    found = texts(printed)
    assert found["html"] == HOSTILE["html"]
    assert found["stars"] == "5 * 3 **bukan tebal** dan _ini_ `itu`"
    assert found["styles"] == "Tebal, condong, batal, kod #x dan dua"
    assert found["inner"] == "Baca harga semula"
    assert found["brackets"] == HOSTILE["brackets"]


def test_hostile_markdown(printed: Checklist) -> None:
    text = formats()["md"].render(printed, paper="a4").decode()
    lines = [line.removeprefix("- [ ] ") for line in text.splitlines() if line.startswith("- [ ]")]
    assert [plain(parse(line)) for line in lines] == list(texts(printed).values())
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert "[harga](https://kitaran.example/objections/price/#response)" in text


def test_hostile_html(printed: Checklist) -> None:
    text = formats()["html"].render(printed, paper="a6").decode()
    body = text.partition("</style>")[2]
    assert text.count("</style>") == 1
    assert "<script" not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;tebal" in body
    assert "<strong>Tebal</strong>, <em>condong</em>, <s>batal</s>, <code>kod #x</code>" in body
    assert 'href="https://www.ssm.example/e-search?a=1&amp;b=2"' in body
    assert body.count("href=") == 2
    assert body.count('type="checkbox"') == printed.items
    assert 'lang="ms"' in text
    assert "size: 105mm 148mm" in text
    assert "src=" not in text


def test_hostile_csv(printed: Checklist) -> None:
    rows = cells(formats()["csv"].render(printed, paper="a4"))
    by_id = {row["Item id"].partition("#")[2]: row for row in rows}
    assert tuple(rows[0]) == COLUMNS
    assert by_id["formula"]["Task Name"] == "'" + HOSTILE["formula"]
    assert by_id["plus"]["Task Name"] == "'" + HOSTILE["plus"]
    assert by_id["html"]["Task Name"] == HOSTILE["html"]
    assert by_id["html"]["Page link"] == "https://kitaran.example/stages/closing/#before"
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_hostile_xlsx(printed: Checklist) -> None:
    data = formats()["xlsx"].render(printed, paper="a4")
    page = sheet(data)
    tasks = [page.cell(row, 2) for row in range(5, page.max_row + 1)]
    assert [cell.value for cell in tasks] == list(texts(printed).values())
    assert {cell.data_type for cell in tasks} == {"s"}
    assert page.freeze_panes == "C5"
    assert str(page.page_setup.paperSize) == page.PAPERSIZE_A4
    assert [(str(v.sqref), v.formula1) for v in page.data_validations.dataValidation] == [
        (f"A5:A{page.max_row}", '"✓"')
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert {info.date_time for info in book.infolist()} == {(2026, 11, 1, 0, 0, 0)}
        assert b"2026-11-01T00:00:00Z" in book.read("docProps/core.xml")


@pytest.mark.filterwarnings("ignore:no font")
@pytest.mark.parametrize("paper", ["a4", "a6"])
def test_hostile_pdf(paper: Any, printed: Checklist) -> None:
    data = formats()["pdf"].render(printed, paper=paper)
    text, found = said(data).replace(" ", ""), texts(printed)
    for name in ("html", "typst", "stars", "styles", "quotes", "formula", "brackets"):
        assert found[name].replace(" ", "") in text
    assert text.count("x") >= len(found["long"])
    assert ("(www.ssm.example/e-search?a=1&b=2)" in text) == (paper == "a4")


def test_pdf_prints_what_no_font_has_as_a_sign(
    printed: Checklist, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded = pdf._compiler(system=False)
    monkeypatch.setattr(pdf, "_compiler", lambda **_: embedded)
    with pytest.warns(UserWarning, match=r"no font on this machine has .*U\+0BB5"):
        data = formats()["pdf"].render(printed, paper="a4")
    assert "Sapa \N{REPLACEMENT CHARACTER}" in said(data)


# ---- formats ----------------------------------------------------------------------------


def roles_of(node: Any) -> list[str]:
    """List the roles of a PDF's tags in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        return [role for inner in node for role in roles_of(inner)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (roles_of(node["/K"]) if "/K" in node else [])


@pytest.mark.parametrize("paper", ["a4", "a6"])
@pytest.mark.parametrize("locale", ["ms", "en"])
def test_pdf_is_tagged(locale: Any, paper: Any, handbook: Path) -> None:
    checklist = make(library(handbook), Choice("path", "client-manager"), locale, SITE)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        reader = PdfReader(io.BytesIO(formats()["pdf"].render(checklist, paper=paper)))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (an object of its own)
    assert root["/Lang"] == locale
    assert b"<pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()
    about: Any = reader.metadata
    assert about["/Title"] == checklist.title
    assert about["/CreationDate"] == "D:20261101000000Z"
    roles = roles_of(root["/StructTreeRoot"])
    assert [role for role in roles if role[1] == "H"] == ["/H1", "/H2", "/H3"]
    assert roles.count("/LI") == 2
    width = float(reader.pages[0].mediabox.width)
    assert width == pytest.approx({"a4": 595.3, "a6": 297.6}[paper], abs=0.5)
    for page in reader.pages:
        text = page.extract_text()
        assert checklist.version in text
        assert checklist.reviewed in text


def test_links_without_a_site_are_words(handbook: Path) -> None:
    page = handbook / "playbooks" / "stages" / "closing.md"
    text = page.read_text("utf-8").replace("Hantar draf", "Baca [harga](../objections/price.md)")
    page.write_text(text, "utf-8")
    checklist = make(library(handbook), Choice("stage", "closing"), "ms")
    assert "- [ ] Baca harga\n" in formats()["md"].render(checklist, paper="a4").decode()
    row = cells(formats()["csv"].render(checklist, paper="a4"))[1]
    assert row["Page link"] == "playbooks/stages/closing.md#before"


@pytest.mark.parametrize(
    ("text", "site"),
    [
        (
            "site_name: Kilang A\nsite_url: https://a.example/x\n",
            ("Kilang A", "https://a.example/x/"),
        ),
        ("site_name: !ENV [NAME, x]\nsite_url: ftp://a\n", ("", "")),
        ("- a\n", ("", "")),
        ("a: [\n", ("", "")),
    ],
)
def test_name_and_address_come_from_mkdocs(
    text: str, site: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert site_of(tmp_path)[:2] == site


@given(st.text(alphabet="ab *_`[]()<>#~|&\\!-+1.\"'é", max_size=30))
def test_markdown_says_the_same_when_read_again(text: str) -> None:
    runs = parse(text)
    assert plain(parse(write(runs))) == plain(runs)
