"""What can be kept on a device: the list, the worker, the manifest and the stylesheets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kitaran.library import load_library
from kitaran.mkdocs_plugin.offline import LIST, SEARCH_BYTES, WORKER, files, write
from kitaran.mkdocs_plugin.styles import SHARED, small, stylesheets
from kitaran.models.text import LOCALES, Locale
from kitaran.render import app
from kitaran.render.page import Context
from kitaran.render.site import render_site
from kitaran.settings import load_settings
from tests.conftest import SMALL

ASSETS = Path(app.__file__).parent / "assets"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site of a few files."""
    for path in (
        "index.html",
        "404.html",
        "sitemap.xml",
        "sitemap.xml.gz",
        ".nojekyll",
        "stages/closing/index.html",
        "practice/index.html",
        "forms/visit.ms.pdf",
        "stages/gambar kilang.png",
        "manifest.webmanifest",
        "assets/javascripts/bundle.js",
        "assets/javascripts/bundle.js.map",
        "assets/javascripts/lunr/min/lunr.ja.min.js",
        "assets/kitaran/js/kitaran.js",
        "search/search_index.json",
    ):
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, "utf-8")
    return tmp_path / "site"


def listed(site: Path) -> dict[str, bool]:
    return {file.path: file.core for file in files(site)}


def test_every_file_that_a_page_asks_for_is_listed_by_its_address(site: Path) -> None:
    assert listed(site) == {
        "": True,
        "404.html": True,
        "assets/javascripts/bundle.js": True,
        "assets/kitaran/js/kitaran.js": True,
        "forms/visit.ms.pdf": False,
        "manifest.webmanifest": True,
        "practice/": True,
        "search/search_index.json": True,
        "stages/closing/": False,
        "stages/gambar kilang.png": False,
    }


@pytest.mark.parametrize(
    ("over", "kept"), [pytest.param(0, True, id="small"), pytest.param(1, False, id="large")]
)
def test_a_very_large_search_index_is_kept_when_asked_for_only(
    site: Path, over: int, kept: bool
) -> None:
    (site / "search/search_index.json").write_bytes(b"x" * (SEARCH_BYTES + over))
    assert listed(site)["search/search_index.json"] is kept


def test_the_version_changes_with_any_byte_and_with_nothing_else(site: Path) -> None:
    def version() -> str:
        write(site, on=True)
        found: str = json.loads((site / LIST).read_text("utf-8"))["version"]
        assert f'VERSION = "{found}"' in (site / WORKER).read_text("utf-8")
        return found

    first = version()
    assert version() == first
    (site / "stages/closing/index.html").write_text("other")
    assert version() != first


def test_the_list_says_how_large_everything_is(site: Path) -> None:
    write(site, on=True)
    data = json.loads((site / LIST).read_text("utf-8"))
    assert data["bytes"] == sum(size for _, _, size, _ in data["files"]) > data["core"] > 0


def test_a_site_that_is_not_kept_has_a_worker_that_removes_itself(site: Path) -> None:
    write(site, on=False)
    assert "unregister()" in (site / WORKER).read_text("utf-8")
    assert not (site / LIST).exists()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_manifest_names_icons_that_there_are(locale: Locale) -> None:
    context = Context(load_library(load_settings(SMALL)), locale)
    data = app.manifest(context, "Buku panduan jualan", "")
    assert (data["lang"], data["name"], data["short_name"]) == (
        locale, "Buku panduan jualan", "Buku",
    )  # fmt: skip
    assert "description" not in data
    for icon in data["icons"]:
        assert (ASSETS / icon["src"].removeprefix("assets/kitaran/")).is_file()
    pages = {page.uri.removesuffix(".md").removesuffix("index") for page in render_site(context)}
    assert {shortcut["url"].rstrip("/") for shortcut in data["shortcuts"]} <= {
        page.rstrip("/") for page in pages
    }


@pytest.mark.parametrize("on", [True, False])
def test_only_a_site_that_can_be_kept_has_the_page_on_it(on: bool) -> None:
    context = Context(load_library(load_settings(SMALL)), "en", offline=on)
    assert any(page.uri == "offline.md" for page in render_site(context)) is on


@pytest.mark.parametrize(
    ("css", "smaller"),
    [
        pytest.param("a  >  b {\n color : red;\n}", "a > b{color : red}", id="spaces"),
        pytest.param("/* a { */ b {c: d} /* } */", "b{c: d}", id="comments"),
        pytest.param('a::after {content: " · ";}', 'a::after{content: " · "}', id="texts"),
        pytest.param("@media (a) { c { d: e } }", "@media (a){c{d: e}}", id="media"),
        pytest.param("a { b: calc(1px + 2px), c }", "a{b: calc(1px + 2px),c}", id="sums"),
    ],
)
def test_a_stylesheet_loses_what_nobody_reads(css: str, smaller: str) -> None:
    assert small(css) == smaller


def test_one_stylesheet_for_every_page_and_one_for_the_cards() -> None:
    sheets = stylesheets(ASSETS / "css")
    assert list(sheets) == [SHARED, "assets/kitaran/css/pages/card.css"]
    assert all(text.count("{") == text.count("}") for text in sheets.values())
    assert all(".kt-update{" in text for text in sheets.values())
