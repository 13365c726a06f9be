"""The index of the search: what can be found, what it says at once, and how it is written."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kitaran.library import load_library
from kitaran.render.page import Context
from kitaran.render.site import render_site
from kitaran.search.entries import Entry, entries
from kitaran.search.files import index_files
from kitaran.search.index import MOST_PAGES, Index, make_index
from kitaran.search.pack import place
from kitaran.search.plain import answer, heard, plain, sections
from kitaran.settings import load_settings
from tests.conftest import SMALL

if TYPE_CHECKING:
    from kitaran.models.text import Locale


def found(locale: Locale) -> dict[str, Entry]:
    """Give everything that can be found in the small handbook, by its address."""
    context = Context(load_library(load_settings(SMALL)), locale)
    return {entry.url: entry for entry in entries(context, render_site(context))}


@pytest.fixture(scope="module")
def malay() -> dict[str, Entry]:
    return found("ms")


def test_every_kind_of_page_can_be_found(malay: dict[str, Entry]) -> None:
    kinds = {entry.kind for entry in malay.values()}
    assert kinds >= {"stage", "objection", "product", "role", "topic", "term", "path", "form"}


@pytest.mark.parametrize("locale", ["ms", "en"])
def test_an_objection_says_what_to_say(locale: Locale) -> None:
    entry = found(locale)["objections/price/"]
    page = load_library(load_settings(SMALL)).page("objections/price", locale)
    assert page is not None
    assert entry.answer == (answer(page.body) or page.summary)
    assert entry.reviewed < entry.due


def test_a_term_says_what_it_means(malay: dict[str, Entry]) -> None:
    terms = [entry for entry in malay.values() if entry.kind == "term"]
    assert all(entry.answer and "glossary/#" in entry.url for entry in terms)


def test_a_page_is_known_by_the_names_of_both_languages(malay: dict[str, Entry]) -> None:
    names = [name for _, name in malay["stages/closing/"].phrases]
    library = load_library(load_settings(SMALL))
    for locale in library.settings.languages:
        page = library.page("stages/closing", locale)
        assert page is not None
        assert page.title in names
        assert set(page.words.search) <= set(names)


def test_a_page_that_has_no_twin_is_marked_with_its_language() -> None:
    library = load_library(load_settings(SMALL))
    alone = {
        key: page for key, page in library.playbooks.items() if key != ("objections/price", "en")
    }
    context = Context(replace(library, playbooks=alone), "en")
    (entry,) = [e for e in entries(context, ()) if e.kind == "objection"]
    assert (entry.url, entry.locale) == ("../objections/price/", "ms")


def made(*texts: str, **more: object) -> Index:
    """Make an index of pages that have a title each."""
    return make_index(
        Entry(f"{n}/", text, "topic", phrases=((1.0, text),), texts=((4.0, text),), **more)  # type: ignore[arg-type]
        for n, text in enumerate(texts)
    )


def test_forms_lead_to_one_key() -> None:
    index = made("Menutup perjanjian", "Penutupan akaun")
    assert set(index.postings["tutup"]) == {0, 1}


def test_words_of_asking_are_no_part_of_a_name() -> None:
    index = made("Bagaimana saya boleh menutup jualan")
    assert index.phrases[0][0].keys == ("tutup", "jual")


def test_a_name_of_words_of_asking_alone_keeps_them() -> None:
    assert made("Apa itu?").phrases[0][0].keys


def test_parts_hold_what_belongs_in_them() -> None:
    library = load_library(load_settings(SMALL))
    texts = [f"perkataan{n} harga" for n in range(400)]
    files = index_files(made(*texts), library.glossary, "ms", {})
    core = json.loads(files["core.json"])
    assert core["parts"] > 1
    for number in range(core["parts"]):
        version, part = json.loads(files[f"k{number}.json"])
        assert version == core["v"]
        assert all(place(key, core["parts"]) == number for key in part)


def test_a_common_word_leads_to_a_limited_number_of_pages() -> None:
    library = load_library(load_settings(SMALL))
    few = index_files(made(*["harga"] * MOST_PAGES), library.glossary, "ms", {})
    many = index_files(made(*["harga"] * MOST_PAGES * 4), library.glossary, "ms", {})
    assert len(many["k0.json"]) < 1.3 * len(few["k0.json"])


def test_the_same_handbook_gives_the_same_files() -> None:
    library = load_library(load_settings(SMALL))
    context = Context(library, "ms")
    pages = render_site(context)
    one, other = (
        index_files(make_index(entries(context, pages)), library.glossary, "ms", {})
        for _ in range(2)
    )
    assert one == other


BODY = """## Apa yang pelanggan kata {#heard}

- "Mahal **sangat** lah."
- "Tak boleh [kurang](x.md) ke?"

## Jawapan {#response}

> "Mahal berbanding
> apa, Encik?"

Lepas itu diam.
"""


def test_parts_of_an_objection() -> None:
    assert heard(BODY) == ["Mahal sangat lah.", "Tak boleh kurang ke?"]
    assert answer(BODY) == '"Mahal berbanding apa, Encik?"'
    assert sections(BODY) == ["Apa yang pelanggan kata", "Jawapan"]
    assert (answer("## Lain\n"), heard("## Lain\n")) == ("", [])


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        pytest.param("| a | b |\n|---|---|\n| 1 | 2 |", "a b\n1 2", id="table"),
        pytest.param("- [ ] Sahkan {#sahkan}", "Sahkan", id="checklist"),
        pytest.param('<kt-quiz data-x="1">\n<b>Soalan</b>', "Soalan", id="html"),
        pytest.param("![gambar](a.png) [nota][1]", "gambar nota", id="links"),
    ],
)
def test_plain_text(markdown: str, expected: str) -> None:
    assert plain(markdown) == expected
