"""Packs: the papers ask the same, the key is right for both, and the same plan gives the same."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typst
from pptx import Presentation
from pypdf import PdfReader

from kitaran.documents.formats.pdf import typeset
from kitaran.documents.session import pdf, projector, slides
from kitaran.documents.session.agenda import names
from kitaran.documents.session.context import PAPERS, Pack
from kitaran.documents.session.pack import PackError, make, refuse_others, write
from kitaran.documents.site import Site
from kitaran.library import Library, load_library
from kitaran.models.session import Session
from kitaran.models.text import LOCALES, Locale
from kitaran.sessions.material import Material, PlanError, gather
from kitaran.settings import load_settings
from tests.conftest import SMALL

if TYPE_CHECKING:
    from kitaran.documents.session.ask import Asked
    from kitaran.documents.session.context import Sheet

HERE = Path(__file__).parent
SITE = Site("Buku panduan & <contoh>", "https://handbook.example/")
TYPES = {
    "single", "multiple", "true_false", "short", "numeric", "match", "order", "cloze", "scenario",
    "reflection",
}  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Give the small handbook, with quizzes that have every type of question."""
    root = tmp_path_factory.mktemp("session") / "handbook"
    shutil.copytree(SMALL, root)
    shutil.copytree(HERE.parent / "browser" / "handbook", root, dirs_exist_ok=True)
    return load_library(load_settings(root))


def _session(**values: Any) -> Session:
    plan = {
        "id": "all",
        "title": {"ms": "Ulang kaji", "en": "Refresher"},
        "summary": {"ms": "Sebut harga tidak dijawab.", "en": "Quotations are not answered."},
        "date": "2026-11-26",
        "start": "9:00",
        "minutes": "240",
        "people": "8",
        "stages": ["stages/closing"],
        "pages": ["topics/quotations", "topics/visits"],
        "roleplays": ["price"],
        "scorecard": "reliability",
        "questions": "60",
        "seed": "4",
    }
    return Session.model_validate({k: v for k, v in {**plan, **values}.items() if v is not None})


@pytest.fixture(scope="module")
def material(library: Library) -> Material:
    return gather(library, _session())


def _pack(material: Material, locale: Locale = "en") -> Pack:
    return Pack(material, locale, SITE)


def _reader(pack: Pack, sheet: Sheet) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.render(pack, sheet, "12345678")))


def _text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


# ---- papers and key -----------------------------------------------------------------------


def test_every_type_of_question_is_on_the_papers(material: Material) -> None:
    paper = {asked.type for asked in _pack(material).paper("A")}
    live = {asked.type for _, asked in _pack(material).together}
    assert paper | live == TYPES
    assert len(paper) >= 8


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("seed", ["0", "1", "7", "99"])
def test_papers_ask_the_same_in_another_order(library: Library, locale: Locale, seed: str) -> None:
    pack = _pack(gather(library, _session(seed=seed)), locale)
    first, second = pack.paper("A"), pack.paper("B")
    assert Counter(a.name for a in first) == Counter(b.name for b in second)
    assert [a.name for a in first] != [b.name for b in second]
    others = {asked.name: asked for asked in second}
    for asked in first:
        other = others[asked.name]
        assert sorted(part.text for part in asked.options) == sorted(p.text for p in other.options)
        if asked.type in ("single", "multiple", "scenario"):
            assert [p.text for p in asked.options] != [p.text for p in other.options]


def _solved(asked: Asked, material: Material) -> bool:
    """Say whether the key of a question, read as a person reads it, gives the right answer."""
    question = next(d.question for d in material.paper if d.name == asked.name)
    marks = {part.mark: part.text for part in asked.options}
    match asked.type:
        case "single" | "multiple":
            right = {o.text.en for o in question.choices if o.correct}
            return {marks[mark] for mark in asked.answer.split(", ")} == right
        case "match":
            pairs = [pair.split("–") for pair in asked.answer.split(", ")]
            left = {part.mark: part.text for part in asked.left}
            said = {(left[number], marks[letter]) for number, letter in pairs}
            return said == {(p.left.en, p.right.en) for p in question.pairs}  # type: ignore[attr-defined]
        case "order":
            said_order = [marks[letter] for letter in asked.answer.split(" → ")]
            return said_order == [item.en for item in question.items]  # type: ignore[attr-defined]
        case "true_false":
            return ("True" in asked.answer) is question.answer  # type: ignore[attr-defined]
        case "scenario":
            return marks[asked.answer] == "Name Puan Siti and the purpose"
    return bool(asked.answer)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("seed", ["0", "1", "7", "99"])
def test_key_is_right_for_both_orders(library: Library, paper: str, seed: str) -> None:
    material = gather(library, _session(seed=seed))
    for asked in _pack(material).paper(paper):
        assert _solved(asked, material), asked


def test_an_order_is_not_given_away(library: Library) -> None:
    for seed in range(30):
        pack = _pack(gather(library, _session(seed=str(seed))))
        for paper in PAPERS:
            for asked in pack.paper(paper):
                if asked.type in ("order", "match") and len(asked.options) > 2:
                    letters = re.findall(r"[A-Z]", asked.answer)
                    assert letters != sorted(letters)


@pytest.mark.parametrize("locale", LOCALES)
def test_printed_key_has_the_answers_and_the_papers_have_none(
    material: Material, locale: Locale
) -> None:
    pack = _pack(material, locale)
    sheets = {sheet.key: sheet for sheet in pdf.sheets(pack)}
    key = _text(_reader(pack, sheets["key"]))
    papers = [_text(_reader(pack, sheets[f"paper_{p.lower()}"])) for p in PAPERS]
    for paper, text in zip(PAPERS, papers, strict=True):
        for asked in pack.paper(paper):
            if asked.points:
                assert " ".join(asked.answer.replace("\u00a0", " ").split())[:40] in key
            for part in asked.options:
                assert not part.why or part.why not in text
                assert not part.why or part.why in key
        assert "✓" not in text
    assert str(pack.total) in papers[0]


def test_handout_has_no_answers(material: Material) -> None:
    pack = _pack(material)
    handout = next(sheet for sheet in pdf.sheets(pack) if sheet.key == "handout")
    text = _text(_reader(pack, handout))
    for _, asked in pack.together:
        assert all(part.why not in text for part in asked.options if part.why)
        assert asked.type == "true_false" or asked.answer not in text or len(asked.answer) < 4


# ---- PDF ----------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_pdf_is_tagged_a4_with_version_date_and_pages(material: Material, locale: Locale) -> None:
    pack = _pack(material, locale)
    said = {"ms": "Halaman 1 daripada", "en": "Page 1 of"}[locale]
    for sheet in pdf.sheets(pack):
        reader = _reader(pack, sheet)
        root: Any = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert str(root["/Lang"]) == locale
        assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
        # Where long words may be parted is no part of what is read.
        first = reader.pages[0].extract_text().replace("\u200b", "")
        assert said in first
        assert "12345678" in first
        assert pack.date in first


def test_agenda_says_what_was_left_out_and_adds_up(library: Library) -> None:
    material = gather(library, _session(minutes="60", questions=None))
    pack = _pack(material)
    agenda = pdf.sheets(pack)[0]
    table = next(block for block in agenda.blocks if block["kind"] == "table")
    minutes = ["".join(run["text"] for run in row[1]) for row in table["rows"]]
    assert sum(map(int, minutes[:-1])) == int(minutes[-1]) == 60
    text = _text(_reader(pack, agenda))
    assert "What was left out, and why" in text
    assert "09:00 to 10:00" in text
    assert "role-play" in text.lower()


def test_role_play_sheets_start_on_pages_of_their_own(material: Material) -> None:
    pack = _pack(material)
    sheet = next(sheet for sheet in pdf.sheets(pack) if sheet.key == "roleplay")
    pages = [page.extract_text() for page in _reader(pack, sheet).pages]
    for said in ("Buyer's sheet", "Seller's sheet", "Observer's sheet", "Scorecard:"):
        assert sum(said in page for page in pages) == 1
    assert "You want a discount" not in "".join(page for page in pages if "Seller's" in page)


@pytest.mark.parametrize("people", ["2", "40"])
def test_attendance_has_a_row_for_everyone(library: Library, people: str) -> None:
    pack = _pack(gather(library, _session(people=people)))
    sheet = next(sheet for sheet in pdf.sheets(pack) if sheet.key == "attendance")
    tables = [block for block in sheet.blocks if block["kind"] == "table"]
    assert [len(table["rows"]) for table in tables] == [int(people)] * 2
    assert pdf.render(pack, sheet, "1")


_NARROW = b"""#set text(lang: sys.inputs.lang, hyphenate: true)
#set page(width: 2.2cm, height: auto, margin: 2mm)
#sys.inputs.words"""


def _broken(lang: str, words: str) -> bool:
    data = typst.compile(_NARROW, format="pdf", sys_inputs={"lang": lang, "words": words})
    text = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    return words not in " ".join(text.split())


def test_typst_knows_no_malay_hyphens() -> None:
    """Malay is set without hyphens, because typst has no patterns for it: it parts nothing."""
    assert _broken("en", "responsibility representation")
    assert not _broken("ms", "tanggungjawab perwakilan")


@pytest.mark.parametrize(
    ("locale", "word"), [("ms", "mempertanggungjawabkan"), ("en", "internationalisation")]
)
def test_no_malay_word_is_parted_in_a_narrow_column(locale: Locale, word: str) -> None:
    from kitaran.documents.session import blocks as b

    table = b.table([("", 1.0), ("", 6.0)], [(f"{word} {word}", "")])
    values = {
        "lang": locale, "date": [2026, 11, 26], "day": "", "handbook": "h", "label": "l",
        "title": "t", "running": "t", "subtitle": "", "version": "v",
        "words": {"page": "{page}", "answer": ""}, "blocks": [table],
    }  # fmt: skip
    data = typeset("session.typ", values, _session().date)
    text = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert (word in text) is (locale == "ms")


# ---- slides -------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_slides_have_layouts_placeholders_and_notes(material: Material, locale: Locale) -> None:
    pack = _pack(material, locale)
    deck = Presentation(io.BytesIO(slides.render(pack, "1")))
    used = Counter(slide.slide_layout.name for slide in deck.slides)
    assert set(used) == {"Title Slide", "Title and Content", "Section Header"}
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles)
    assert titles[0] == pack.title
    noted = [slide for slide in deck.slides if slide.notes_slide.notes_text_frame.text]
    assert len(noted) >= len(titles) - 4
    for number, (_, asked) in enumerate(pack.together, 1):
        at = titles.index(pack.w("question_n", n=number))
        notes = deck.slides[at].notes_slide.notes_text_frame.text
        assert asked.answer.split("**")[0][:20] in notes
        body = deck.slides[at].placeholders[1].text_frame.text
        assert all(part.why not in body for part in asked.options if part.why)
        assert pack.w("answer").lower() in titles[at + 1]
    assert deck.core_properties.title == pack.title
    assert deck.core_properties.created.isoformat().startswith("2026-11-26")


# ---- projector ----------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_projector_page_needs_nothing_else(material: Material, locale: Locale) -> None:
    pack = _pack(material, locale)
    html = projector.render(pack, "1").decode()
    assert f'<html lang="{locale}">' in html
    assert "default-src 'none'" in html
    assert not re.search(r"(src|href)=|url\(|https?://|@import|type=\"module\"", html)
    assert html.count("<section>") == len(pack.together) + 1
    assert "&lt;contoh&gt;" in html


# ---- the whole ----------------------------------------------------------------------------


def test_same_plan_and_seed_give_the_same_bytes(library: Library) -> None:
    first, second = (
        {made.path: made.data for made in make([_pack(gather(library, _session()), "ms")])}
        for _ in range(2)
    )
    assert list(first) == [
        f"ms/{name}" for name in names(_pack(gather(library, _session()), "ms")).values()
    ]
    assert [path for path in first if first[path] != second[path]] == []


def test_another_seed_gives_other_papers(library: Library) -> None:
    packs = [_pack(gather(library, _session(seed=seed))) for seed in ("1", "2")]
    assert packs[0].paper("A") != packs[1].paper("A")
    assert pdf.version(pdf.sheets(packs[0])) != pdf.version(pdf.sheets(packs[1]))


def test_without_pptx_the_rest_is_made(material: Material) -> None:
    pack = Pack(material, "en", SITE, slides=False)
    made = [each.path for each in make([pack])]
    assert len(made) == len(names(pack)) - 1
    assert not any(path.endswith(".pptx") for path in made)
    assert "needs python-pptx" in _text(_reader(pack, pdf.sheets(pack)[0]))


def test_a_topic_without_a_quiz_makes_a_pack_without_papers(library: Library) -> None:
    session = _session(stages=[], pages=["topics/events"], roleplays=None, scorecard=None)
    pack = _pack(gather(library, session))
    assert set(names(pack)) == {"agenda", "guide", "slides", "handout", "attendance"}
    assert "has no question on these topics" in _text(_reader(pack, pdf.sheets(pack)[0]))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        pytest.param({"stages": ["stages/x"]}, "no page `stages/x`", id="page"),
        pytest.param({"stages": ["stages/closng"]}, "mean `stages/closing`?", id="page near"),
        pytest.param({"roleplays": ["prise"]}, "did you mean `price`?", id="role-play near"),
        pytest.param({"scorecard": "relability"}, "mean `reliability`?", id="scorecard near"),
        pytest.param({"roleplays": ["x"]}, "no role-play `x`", id="role-play"),
        pytest.param({"scorecard": "x"}, "no scorecard `x`", id="scorecard"),
        pytest.param({"stages": [], "pages": []}, "names no stage", id="nothing"),
    ],
)
def test_unknown_names_are_refused(library: Library, values: dict[str, Any], said: str) -> None:
    with pytest.raises(PlanError, match=re.escape(said)):
        gather(library, _session(**values))


def test_a_folder_is_written_over_only_where_nothing_is_lost(
    material: Material, tmp_path: Path
) -> None:
    files = list(make([Pack(material, "en", SITE, slides=False)]))
    folder = tmp_path / "pack"
    refuse_others(folder)
    write(folder, "all", files)
    refuse_others(folder)
    write(folder, "all", files[1:])
    assert not (folder / files[0].path).exists()
    (folder / files[1].path).write_text("mine", "utf-8")
    with pytest.raises(PackError, match="has been changed"):
        refuse_others(folder)
    (folder / files[1].path).write_bytes(files[1].data)
    (folder / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(PackError, match=r"notes\.txt"):
        refuse_others(folder)


def test_a_list_of_files_leads_nowhere_else(material: Material, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", "utf-8")
    folder = tmp_path / "pack"
    folder.mkdir()
    digest = "6f3fc1d5d3a9a8fa2ee80d4cb0c1a31e5d50d2d8f5c5dfd2c0a7a39fdb7d9f2b"
    (folder / "pack.json").write_text(json.dumps({"files": {"../outside.txt": digest}}), "utf-8")
    write(folder, "all", [])
    assert outside.read_text("utf-8") == "mine"
