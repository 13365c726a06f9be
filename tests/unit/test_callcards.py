"""Call cards: what is drawn from a page, what its lack leaves out, and the paper."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from kitaran.callcards import CallCard, Exchange, Step, card, cards
from kitaran.cli import main
from kitaran.documents.cards import CardError, chosen, make, render
from kitaran.documents.site import Site
from kitaran.library import Library, load_library
from kitaran.models.text import LOCALES, Locale
from kitaran.render.page import Context, RenderedPage
from kitaran.render.site import render_site
from kitaran.settings import load_settings
from tests.conftest import SMALL

OBJECTION = (
    Path(__file__).parents[1] / "browser/handbook/playbooks/objections"  # A card with everything.
)


@pytest.fixture
def root(handbook: Path) -> Path:
    """Give a handbook that has a stage and two objections."""
    shutil.copytree(OBJECTION, handbook / "playbooks/objections", dirs_exist_ok=True)
    return handbook


def library_of(root: Path) -> Library:
    return load_library(load_settings(root))


def drawn(root: Path, page_id: str, locale: Locale = "ms") -> CallCard:
    page = library_of(root).page(page_id, locale)
    assert page is not None
    return card(page)


def rewritten(root: Path, sections: str, page_id: str = "stages/closing") -> CallCard:
    """Draw a card of a page whose text is another."""
    file = root / f"playbooks/{page_id}.md"
    front = file.read_text("utf-8").split("---\n")[1]
    file.write_text(f"---\n{front}---\n\n{sections}\n", "utf-8")
    return drawn(root, page_id)


def test_an_objection_gives_its_line_questions_exchanges_and_steps(root: Path) -> None:
    found = drawn(root, "objections/delivery", "en")
    assert (found.line, found.spoken) == ("“I understand. How long will your stock last?”", True)
    # The first question is in the line already.
    assert found.questions == (
        "“How many go in a day?”",
        "“Where does that date come from?”",
        "To the supervisor: “How many could follow later?”",
    )
    assert found.exchanges[0] == Exchange(
        "There is a gap",
        "“Let's work it out together, week by week.”",
        "“Don't worry, it will get there.”",
    )
    assert len(found.exchanges) == 2
    assert found.steps[0] == Step(
        "There is a gap", "Quantity, day, name; see The price is too high"
    )
    assert found.lead == ""


def test_what_a_page_lacks_its_card_lacks(root: Path) -> None:
    found = drawn(root, "objections/price")
    assert (found.line, found.spoken) == ("Apa yang perlu dijawab.", False)
    assert (found.questions, found.exchanges, found.steps) == ((), (), ())
    assert found.lead == "Buat yang ini dahulu."


@pytest.mark.parametrize(
    ("purpose", "line"),
    [
        pytest.param("Satu. Dua.", "Satu. Dua.", id="short sentences go together"),
        pytest.param(
            "Tahap ini mengubah persetujuan lisan menjadi kontrak bertulis. Lagi.",
            "Tahap ini mengubah persetujuan lisan menjadi kontrak bertulis.",
            id="a long one stands alone",
        ),
        pytest.param(
            "Bungkus Contoh Sdn. Bhd. dan Rempah Contoh Sdn. Bhd. menandatangani satu kontrak. X.",
            "Bungkus Contoh Sdn. Bhd. dan Rempah Contoh Sdn. Bhd. menandatangani satu kontrak.",
            id="an abbreviation ends nothing",
        ),
        pytest.param("**Tebal** dan [pautan](a.md#b)", "Tebal dan pautan", id="words only"),
        pytest.param("- senarai", "Cara menutup.", id="no sentence: the summary"),
    ],
)
def test_the_line_of_a_stage_is_its_purpose(root: Path, purpose: str, line: str) -> None:
    assert rewritten(root, f"## Tujuan {{#purpose}}\n\n{purpose}").line == line


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        pytest.param("| A | B |\n|---|---|\n| Maksud | \"Apa?\" |", ["“Apa?”"], id="table"),
        pytest.param("- Tanya sahaja", ["Tanya sahaja"], id="no quotation"),
        pytest.param("- **Tanya ini** kerana itu", ["Tanya ini"], id="bold"),
        pytest.param('- "Satu?"\n    - "Dalam?"\n- "Dua?"', ["“Satu?”", "“Dua?”"], id="nested"),
        pytest.param('- "Satu\n  baris?"', ["“Satu baris?”"], id="two lines"),
        pytest.param('```\n- "Kod?"\n```', [], id="code"),
        pytest.param("\n".join(f'{n}. "Q{n}?"' for n in range(9)), ["“Q0?”", "“Q1?”", "“Q2?”"],
                     id="three at most"),
    ],
)  # fmt: skip
def test_questions_of_every_form(root: Path, text: str, questions: list[str]) -> None:
    found = rewritten(root, f"## Soalan {{#questions-to-ask}}\n\n{text}")
    assert list(found.questions) == questions


@pytest.mark.parametrize("locale", LOCALES)
def test_every_stage_and_objection_has_a_card_and_leads_to_it(root: Path, locale: Locale) -> None:
    library = library_of(root)
    ids = [each.page.id for each in cards(library, locale)]
    assert ids == ["stages/closing", "objections/price", "objections/delivery"]
    pages: dict[str, RenderedPage] = {
        page.uri: page for page in render_site(Context(library, locale))
    }
    for page_id in ids:
        rendered = pages[f"card/{page_id}.md"]
        assert (rendered.layout, rendered.menu) == ("card.html", "")
        assert rendered.front["search"] == {"exclude": True}
        assert f'href="../../card/{page_id}/"' in pages[f"{page_id}.md"].body
        assert page_id in pages["card.md"].body
    assert "card/topics/events.md" not in pages
    around = pages["card/objections/delivery.md"].body
    assert around.count('href="../price/"') == 2  # Before and after: there are only two.
    assert "rel=" not in pages["card/stages/closing.md"].body


def test_nothing_written_is_html(root: Path) -> None:
    file = root / "playbooks/objections/delivery.md"
    text = file.read_text("utf-8").replace("Ada kekurangan", "<img src=x onerror=alert(1)>")
    file.write_text(text, "utf-8")
    library = library_of(root)
    page = next(p for p in render_site(Context(library, "ms")) if p.uri.endswith("delivery.md"))
    assert "<img" not in page.body


def run(*args: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize(
    ("named", "ids"),
    [
        pytest.param((), ["stages/closing", "objections/price", "objections/delivery"], id="all"),
        pytest.param(("closing",), ["stages/closing"], id="last part"),
        pytest.param(("objections",), ["objections/price", "objections/delivery"], id="folder"),
        pytest.param(
            ("objections/delivery.md", "stages"), ["stages/closing", "objections/delivery"],
            id="in the handbook's order",
        ),
    ],
)  # fmt: skip
def test_cards_are_chosen_by_name(root: Path, named: tuple[str, ...], ids: list[str]) -> None:
    assert list(chosen(library_of(root), named)) == ids


def test_an_unknown_card_is_refused_with_what_was_meant(root: Path) -> None:
    with pytest.raises(CardError, match="did you mean `delivery`"):
        chosen(library_of(root), ("delivry",))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_paper_is_a6_tagged_and_the_same_each_time(root: Path, locale: Locale) -> None:
    library = library_of(root)
    site = Site("Contoh", "https://kitaran.example/")
    paper = make(library, chosen(library, ()), locale, site)
    data = render(paper)
    assert data == render(make(library_of(root), chosen(library, ()), locale, site))
    pdf = PdfReader(io.BytesIO(data))
    assert len(pdf.pages) == 3
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in pdf.pages} == {(298, 420)}
    assert "/StructTreeRoot" in pdf.trailer["/Root"]  # type: ignore[operator]
    text = " ".join(pdf.pages[2].extract_text().split())
    for said in ("kitaran.example", paper.version, paper.every[2].questions[0].split("?")[0]):
        assert said in text


def test_a_long_card_stays_on_one_sheet(root: Path) -> None:
    rows = "\n".join(f"| Keadaan {n} | {'Buat yang ini dahulu. ' * 8} |" for n in range(12))
    file = root / "playbooks/objections/delivery.md"
    text = file.read_text("utf-8").replace("| Tiada | Tarikh mula |", rows)
    file.write_text(text, "utf-8")
    library = library_of(root)
    data = render(make(library, ("objections/delivery",), "ms", Site()))
    assert len(PdfReader(io.BytesIO(data)).pages) == 1


def test_the_version_changes_with_what_is_printed(root: Path) -> None:
    def version() -> str:
        return make(library_of(root), ("objections/delivery",), "ms", Site()).version

    before = version()
    file = root / "playbooks/objections/delivery.md"
    file.write_text(file.read_text("utf-8").replace("Nombornya milik", "Angkanya milik"), "utf-8")
    assert version() == before
    file.write_text(file.read_text("utf-8").replace("Saya faham", "Faham"), "utf-8")
    assert version() != before


@pytest.mark.parametrize(
    ("args", "files"),
    [
        pytest.param([], ["call-cards.en.pdf", "call-cards.ms.pdf"], id="all"),
        pytest.param(
            ["closing", "--lang", "en"], ["call-card-stages-closing.en.pdf"], id="one, a language"
        ),
    ],
)
def test_command_writes_files_and_names_them(
    root: Path, tmp_path: Path, args: list[str], files: list[str]
) -> None:
    result = run("cards", *args, "--out", tmp_path / "out", "--handbook", root)
    assert result.exit_code == 0, result.output
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == files
    assert all(name in result.output for name in files)


def test_command_writes_one_file_where_one_is_named(root: Path, tmp_path: Path) -> None:
    assert run("cards", "--out", tmp_path / "x.pdf", "--handbook", root).exit_code == 0
    assert (tmp_path / "x.pdf").read_bytes()[:5] == b"%PDF-"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["clossing"], "did you mean `closing`?", id="no such card"),
        pytest.param(["--lang", "all", "--out", "x.pdf"], "is one file", id="one file"),
        pytest.param(["--out", "playbooks/x"], "own files", id="in the handbook"),
    ],
)
def test_wrong_usage_exits_with_2(
    root: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], said: str
) -> None:
    monkeypatch.chdir(root)
    result = run("cards", *args)
    assert (result.exit_code, said in result.output) == (2, True), result.output


def test_content_with_errors_gives_no_card(root: Path, tmp_path: Path) -> None:
    file = root / "playbooks/objections/delivery.en.md"
    file.write_text(file.read_text("utf-8").replace("price.md", "prise.md"), "utf-8")
    result = run("cards", "--out", tmp_path / "out", "--handbook", root)
    assert (result.exit_code, "KB401" in result.output) == (1, True)
    assert not (tmp_path / "out").exists()


def test_a_handbook_without_stages_says_so(tmp_path: Path) -> None:
    (tmp_path / "playbooks").mkdir()
    result = run("cards", "--handbook", tmp_path)
    assert (result.exit_code, "no call card" in result.output) == (2, True)


def test_the_small_handbook_has_no_more_than_it_says() -> None:
    assert drawn(SMALL, "stages/closing").questions == ()
