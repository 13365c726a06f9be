"""The pages: what they are made of, before any site generator sees them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from markdown import Markdown

from kitaran.diagnostics import Diagnostic, Severity, Span
from kitaran.library import Library, load_library
from kitaran.models.glossary import Glossary
from kitaran.models.questions import types
from kitaran.models.quiz import Quiz
from kitaran.models.text import LOCALES, Locale
from kitaran.render.links import item_ids, relative, rewrite, site_path, url
from kitaran.render.page import Context, RenderedPage
from kitaran.render.quiz import quiz_html
from kitaran.render.site import navigation, render_site
from kitaran.render.terms import Terms
from kitaran.render.words import words
from kitaran.settings import load_settings
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7*7 }} [x](javascript:alert(1))"
)

QUESTIONS: dict[str, dict[str, Any]] = {
    "single": {"options": [{"text": HOSTILE, "correct": True, "why": HOSTILE}, {"text": "b"}]},
    "multiple": {"options": [{"text": HOSTILE, "correct": True, "why": HOSTILE}, {"text": "b"}]},
    "true_false": {"answer": "true", "why": HOSTILE, "why_not": HOSTILE},
    "short": {"answers": [HOSTILE], "near": [{"text": HOSTILE, "why": HOSTILE}], "why": HOSTILE},
    "numeric": {"answer": "14800.5", "tolerance": "0.5", "unit": "RM", "why": HOSTILE},
    "match": {"pairs": [{"left": HOSTILE, "right": "b", "why": HOSTILE}]},
    "order": {"items": [HOSTILE, "b"], "why": HOSTILE},
    "cloze": {"text": "Buka {{a}} dan " + HOSTILE, "gaps": {"a": {"answers": [HOSTILE]}}},
    "scenario": {"nodes": [{"id": "a", "text": HOSTILE, "choices": [{"text": HOSTILE}]}]},
    "reflection": {"model_answer": HOSTILE},
}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(load_settings(SMALL))


def pages(context: Context) -> dict[str, RenderedPage]:
    return {page.uri: page for page in render_site(context)}


def test_every_question_type_is_tried_here() -> None:
    assert set(QUESTIONS) == set(types())


@pytest.mark.parametrize("kind", sorted(QUESTIONS))
@pytest.mark.parametrize("locale", LOCALES)
def test_question_shows_hostile_text_as_text(kind: str, locale: Locale) -> None:
    base = {"id": "q", "type": kind, "objective": "o", "section": "s", "text": HOSTILE}
    quiz = Quiz.model_validate({"id": "a/b", "questions": [base | QUESTIONS[kind]]})
    html = quiz_html(quiz, words(locale))
    shown = html.split('<script type="application/json"')[0]
    assert "<script" not in shown
    assert "<img" not in shown
    assert 'href="javascript' not in shown
    assert "&lt;script&gt;" in shown
    assert "\n\n" not in html


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        pytest.param("14800.5", "RM", "RM 14,800.5", id="money first"),
        pytest.param("12", "hari", "12 hari", id="unit last"),
        pytest.param("0.3", None, "0.3", id="no unit, no rounding error"),
        pytest.param("-2", None, "-2", id="negative"),
    ],
)
def test_number_is_written_as_people_write_it(value: str, unit: str | None, shown: str) -> None:
    question = {"id": "q", "type": "numeric", "objective": "o", "section": "s", "text": "Berapa?"}
    question |= {"answer": value} | ({"unit": unit} if unit else {})
    html = quiz_html(Quiz.model_validate({"id": "a/b", "questions": [question]}), words("ms"))
    assert f"</strong> {shown}<" in re.sub(r"\n", "", html)


@pytest.mark.parametrize(
    ("link", "path", "target"),
    [
        pytest.param("b.md", "playbooks/stages/a.md", "b.md", id="same folder"),
        pytest.param(
            "../objections/b.md#x", "playbooks/stages/a.md", "../objections/b.md#x", id="other"
        ),
        pytest.param("../playbooks/stages/a.md", "docs/start.md", "stages/a.md", id="from docs"),
        pytest.param("../../docs/start.md", "playbooks/stages/a.md", "../start.md", id="to docs"),
        pytest.param("../glossary.yml", "playbooks/stages/a.md", "../glossary.md", id="glossary"),
        pytest.param(
            "../../quizzes/roleplays/p.yml",
            "playbooks/stages/a.md",
            "../roleplays/p.md",
            id="role-play",
        ),
        pytest.param(
            "https://x.example/a.md", "playbooks/stages/a.md", "https://x.example/a.md", id="web"
        ),
    ],
)
def test_link_between_files_becomes_one_between_pages(link: str, path: str, target: str) -> None:
    assert rewrite(f"[x]({link})", path) == f"[x]({target})"


@pytest.mark.parametrize(
    ("page", "target", "address"),
    [
        ("index.md", "index.md", "./"),
        ("index.md", "stages/closing.md", "stages/closing/"),
        ("stages/index.md", "stages/closing.md", "closing/"),
        ("stages/closing.md", "index.md", "../../"),
        ("stages/closing.md", "stages/index.md", "../"),
    ],
)
def test_address_from_page_to_page(page: str, target: str, address: str) -> None:
    assert url(page, target) == address


def test_pages_know_each_other_and_yaml_has_pages() -> None:
    assert relative("stages/closing.md", "glossary.md") == "../glossary.md"
    assert site_path("playbooks/paths/client-manager.yml") == "paths/client-manager.md"


@pytest.mark.parametrize(
    "item",
    [
        "- [ ] Hantar draf {#a}",
        "- [x] Hantar [draf](b.md) {: #a }",
        "    - [ ] Hantar **draf** {#a}",
    ],
)
def test_item_keeps_its_id_in_the_html(item: str) -> None:
    made = Markdown(extensions=["attr_list", "kitaran.render.markdown"])
    html = made.convert(item_ids(item.strip()))
    assert 'id="a"' in html
    assert 'data-task="a"' in html
    assert "{" not in html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(
            "- [ ] Hantar\n  draf {#a}", "Hantar\n  draf\n    {: #a }", id="on its last line"
        ),
        pytest.param("```\n- [ ] Hantar {#a}\n```", "Hantar {#a}", id="not in code"),
        pytest.param("- Hantar {#a}", "Hantar {#a}", id="not in a plain list"),
        pytest.param("- [ ] Satu {#a}\n\nDua {#b}", "Dua {#b}", id="not after the list"),
    ],
)
def test_ids_of_items_only_are_moved(text: str, shown: str) -> None:
    assert shown in item_ids(text)


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "![x](data:text/html,x)",
        "[x][y]\n\n[y]: vbscript:x",
    ],
)
def test_unsafe_address_is_taken_away(text: str) -> None:
    html = Markdown(extensions=["kitaran.render.markdown"]).convert(text)
    assert "href=" not in html
    assert "src=" not in html


TERMS = Terms.of(
    Glossary.model_validate(
        {
            "terms": [
                {"id": "o", "ms": "bantahan", "en": "objection", "definition": 'Kata "tidak"'},
                {"id": "p", "ms": "bantahan harga", "en": "price objection", "definition": "x"},
            ]
        }
    ),
    "ms",
)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param("Jawab bantahan itu.", ["bantahan"], id="in running text"),
        pytest.param("Bantahan dan bantahan.", ["Bantahan"], id="first mention, as it is written"),
        pytest.param("Ada bantahan harga.", ["bantahan harga"], id="longest term"),
        pytest.param("Pembantahan, bantahan-bantahan.", [], id="not within a word"),
        pytest.param("## Bantahan", [], id="not in a heading"),
        pytest.param("- [ ] Catat bantahan", [], id="not in a checklist"),
        pytest.param("[bantahan](x.md) `bantahan` **bantahan**", [], id="not in links, code, bold"),
        pytest.param("| bantahan |", [], id="not in a table"),
        pytest.param("```\nbantahan\n```", [], id="not in a code block"),
        pytest.param('!!! note "bantahan"', [], id="not in the title of an admonition"),
    ],
)
def test_term_is_linked_once_and_only_in_prose(text: str, marked: list[str]) -> None:
    linked = TERMS.link(text, "stages/a.md")
    assert re.findall(r"\[([^\]]*)\]\(\.\./glossary\.md#", linked) == marked


def test_definition_cannot_end_its_title() -> None:
    assert '"Kata ”tidak”"' in TERMS.link("bantahan", "a.md")


def test_objection_page_begins_with_its_answer(library: Library, handbook: Path) -> None:
    file = handbook / "playbooks/objections/price.md"
    text = file.read_text("utf-8").replace(
        "## Jawapan {#response}\n", '## Jawapan {#response}\n\n> "Mahal berbanding apa, Encik?"\n'
    )
    file.write_text(text, "utf-8")
    body = pages(Context(load_library(load_settings(handbook)), "ms"))["objections/price.md"].body
    assert body.index("kt-answer-first") < body.index("{#heard}")
    assert "Mahal berbanding apa, Encik?" in body[: body.index("{#heard}")]


def test_product_page_is_drawn_from_data(library: Library) -> None:
    body = pages(Context(library, "en"))["products/carton.md"].body
    assert "| **Minimum order** | 100 pieces |" in body
    assert "[The price is too high](../objections/price.md)" in body


def test_battlecard_names_what_it_is_met_with(library: Library) -> None:
    body = pages(Context(library, "en"))["battlecards/reseller.md"].body
    assert "**Met when offering:** [Carton](../products/carton.md)" in body
    assert "**Usual objections:** [The price is too high](../objections/price.md)" in body


def test_navigation_holds_every_page_of_a_menu_once(library: Library) -> None:
    context = Context(library, "ms")
    rendered = render_site(context)
    listed = re.findall(r"'([\w/-]+\.md)'", str(navigation(context, rendered)))
    assert sorted(listed) == sorted(page.uri for page in rendered if page.menu)


@pytest.mark.parametrize("count", [40, 41, 500])
def test_navigation_shows_a_page_few_neighbours(library: Library, count: int) -> None:
    many = [RenderedPage(f"topics/t{i}.md", f"T{i}", "", "topics", (i, "")) for i in range(count)]
    index = RenderedPage("topics/index.md", "Topik", "", "topics", (-1, ""))
    (menu,) = navigation(Context(library, "ms"), [index, *many])
    (items,) = menu.values()
    assert items[0] == "topics/index.md"
    assert len(items) <= 41
    listed = re.findall(r"'(topics/t\d+\.md)'", str(items))
    assert listed == [page.uri for page in many]


def test_ring_and_list_name_every_stage(library: Library) -> None:
    body = pages(Context(library, "en"))["stages/index.md"].body
    assert body.count('<g role="listitem">') == body.count('class="kt-cycle__row"') == 1
    assert 'href="closing/"' in body


@pytest.mark.parametrize(
    "title", ["Harga [baharu]", "A {#b}", "2 * 3 _x_", "a < b", "`x`", "a | b"]
)
def test_odd_title_is_shown_as_it_is(handbook: Path, title: str) -> None:
    file = handbook / "playbooks/objections/price.md"
    text = file.read_text("utf-8").replace("Harga terlalu tinggi", f"'{title}'", 1)
    file.write_text(text, "utf-8")
    rendered = pages(Context(load_library(load_settings(handbook)), "ms"))
    made = Markdown(extensions=["attr_list", "tables"])
    shown = title.replace("<", "&lt;")
    heading = made.convert(rendered["objections/price.md"].markdown.split("---\n")[2])
    assert f"<h1>{shown}</h1>" in heading
    assert f'<a href="price.md">{shown}</a>' in made.reset().convert(
        rendered["objections/index.md"].body
    )


def test_empty_handbook_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "playbooks").mkdir()
    rendered = pages(Context(load_library(load_settings(tmp_path)), "en"))
    for uri in ("stages/index.md", "objections/index.md", "quizzes/index.md", "paths/index.md"):
        assert "kitaran new" in rendered[uri].body
    assert "playbooks/glossary.yml" in rendered["glossary.md"].body


def _fault(path: str) -> dict[str, tuple[Diagnostic, ...]]:
    found = Diagnostic(path, Span(3, 5), "KB112", Severity.ERROR, "the key `<b>` is not known here")
    return {path: (found,)}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("playbooks/stages/closing.md", "stages/closing.md", id="a playbook"),
        pytest.param("playbooks/stages/closing.en.md", "stages/closing.md", id="its twin"),
        pytest.param("quizzes/stages/closing.yml", "stages/closing.md", id="its quiz"),
        pytest.param("playbooks/stages/new.md", "stages/new.md", id="a page that cannot be read"),
        pytest.param("playbooks/glossary.yml", "glossary.md", id="the glossary"),
        pytest.param("playbooks/paths/client-manager.yml", "paths/client-manager.md", id="a path"),
        pytest.param("playbooks/scorecards/x.yml", "index.md", id="a file without a page"),
        pytest.param("docs/index.md", "index.md", id="a document"),
    ],
)
@pytest.mark.parametrize("locale", LOCALES)
def test_fault_is_shown_where_it_belongs(
    library: Library, path: str, uri: str, locale: Locale
) -> None:
    body = pages(Context(library, locale, _fault(path)))[uri].body
    assert f"<code>{path}:3:5</code>" in body
    assert "<b>" not in body
