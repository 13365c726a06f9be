"""What is in the built site: languages apart, nothing from elsewhere, a policy that is obeyed."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from kitaran.mkdocs_plugin.build import BuildError, build_site
from kitaran.settings import load_settings

BASE = "https://handbook.example/"


def _html(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


@pytest.mark.parametrize(
    ("address", "locale"),
    [
        pytest.param("stages/closing/index.html", "ms", id="Malay at the root"),
        pytest.param("en/stages/closing/index.html", "en", id="English below /en/"),
        pytest.param("404.html", "ms", id="missing page in Malay"),
        pytest.param("en/404.html", "en", id="missing page in English"),
    ],
)
def test_page_says_its_language(site: Path, address: str, locale: str) -> None:
    assert f'<html lang="{locale}"' in (site / address).read_text("utf-8")


def test_every_page_exists_in_both_languages(site: Path) -> None:
    english = {path.relative_to(site / "en") for path in _html(site / "en")}
    malay = {path.relative_to(site) for path in _html(site)} - {
        Path("en") / path for path in english
    }
    assert malay == english


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["Malay", "English"])
def test_page_knows_its_address_its_source_and_its_twin(site: Path, prefix: str) -> None:
    html = (site / prefix / "stages/closing/index.html").read_text("utf-8")
    suffix = ".en.md" if prefix else ".md"
    assert f'<link rel="canonical" href="{BASE}{prefix}stages/closing/">' in html
    assert f'href="{BASE}edit/playbooks/stages/closing{suffix}"' in html
    assert f'href="{BASE}stages/closing/" hreflang="ms"' in html
    assert f'href="{BASE}en/stages/closing/" hreflang="en"' in html


@pytest.mark.parametrize(
    "address",
    ["index.html", "stages/index.html", "stages/closing/index.html", "rules/kb210/index.html"],
)
@pytest.mark.parametrize(("here", "there"), [("", "en/"), ("en/", "")], ids=["to English", "back"])
def test_language_switch_keeps_the_page(site: Path, address: str, here: str, there: str) -> None:
    html = (site / here / address).read_text("utf-8")
    locale = "en" if there else "ms"
    link = re.search(rf'<a href="([^"]+)" hreflang="{locale}" class="md-select__link"', html)
    assert link is not None
    target = urljoin(f"{BASE}{here}{address}", link[1])
    assert target.removesuffix("index.html") == f"{BASE}{there}{address}".removesuffix("index.html")


@pytest.mark.parametrize(
    ("prefix", "own", "other"),
    [("", "Menutup perjanjian", "Close the deal"), ("en/", "Close the deal", "Menutup perjanjian")],
    ids=["Malay", "English"],
)
def test_search_index_holds_one_language(site: Path, prefix: str, own: str, other: str) -> None:
    shown = _index(site / prefix, "d*.json")
    assert own in shown
    assert other not in shown


def test_search_does_not_give_answers_away(site: Path) -> None:
    assert "Orang yang salah menerimanya" not in _index(site, "*.json")


def test_the_theme_writes_no_index_of_its_own(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert index["docs"] == []


def _index(site: Path, files: str) -> str:
    """Read files of a language's search index as one text."""
    found = sorted((site / "assets/kitaran/search").glob(files))
    return "".join(file.read_text("utf-8") for file in found)


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    loaded = re.compile(
        r'(?:\bsrc|<link[^>]+rel="(?:stylesheet|icon|preconnect)"[^>]+href)="(https?:|//)'
    )
    assert [path for path in _html(site) if loaded.search(path.read_text("utf-8"))] == []


def test_policy_names_every_inline_script_and_no_other(site: Path) -> None:
    scripts = re.compile(r"<script(?![^>]*src=)(?![^>]*json)[^>]*>(.*?)</script>", re.DOTALL)
    for path in _html(site):
        html = path.read_text("utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert policy is not None, path
        named = set(re.findall(r"'(sha256-[^']+)'", policy[1]))
        digests = (hashlib.sha256(script.encode()).digest() for script in scripts.findall(html))
        assert named == {f"sha256-{base64.b64encode(d).decode()}" for d in digests}, path


def test_no_page_has_a_style_or_an_event_attribute(site: Path) -> None:
    unwanted = re.compile(r"<[a-z][^>]*\s(?:style|onclick|onload)=", re.IGNORECASE)
    assert [path for path in _html(site) if unwanted.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(("prefix", "locale"), [("", "ms"), ("en/", "en")])
def test_every_form_has_its_files_in_its_language(site: Path, prefix: str, locale: str) -> None:
    page = site / prefix / "forms/visit/index.html"
    links = re.findall(r'href="([^"]+\.(?:xlsx|pdf))"', page.read_text("utf-8"))
    assert [link.rpartition("/")[2] for link in links] == [
        f"visit.{locale}.xlsx",
        f"visit.{locale}.pdf",
    ]
    assert all((page.parent / link).resolve().stat().st_size > 1000 for link in links)


def test_same_input_gives_the_same_bytes(site: Path, handbook: Path) -> None:
    again = handbook / "again"
    build_site(load_settings(handbook), again)

    def contents(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*")
            if path.is_file()
        }

    assert contents(again) == contents(site)


def test_failed_build_leaves_the_old_site(handbook: Path) -> None:
    old = handbook / "site"
    old.mkdir()
    (old / "index.html").write_text("old")
    (handbook / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: no-such-theme}\nplugins: [kitaran]\n"
    )
    with pytest.raises(BuildError, match="no-such-theme"):
        build_site(load_settings(handbook), old)
    assert (old / "index.html").read_text() == "old"
    assert [path.name for path in handbook.glob(".kitaran-*")] == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(None, "mkdocs.yml is missing", id="no mkdocs.yml"),
        pytest.param("site_name: x\nplugins: []\n", "add `- kitaran`", id="no plugin"),
        pytest.param(
            "site_name: x\nplugins: [{kitaran: {locale: fr}}]\n", "locale", id="unknown language"
        ),
        pytest.param(
            "site_name: x\nplugins: [{kitaran: {handbook: nowhere}}]\n",
            "nowhere",
            id="no such folder",
        ),
    ],
)
def test_build_says_what_is_wrong_with_its_configuration(
    handbook: Path, change: str | None, said: str
) -> None:
    if change is None:
        (handbook / "mkdocs.yml").unlink()
    else:
        (handbook / "mkdocs.yml").write_text(change)
    with pytest.raises(BuildError, match=re.escape(said)):
        build_site(load_settings(handbook), handbook / "site")


@pytest.mark.parametrize(
    ("option", "cards", "kept"),
    [
        pytest.param("true", False, True, id="built"),
        pytest.param("false", False, False, id="switched off"),
        pytest.param("true", True, False, id="being written"),
    ],
)
def test_only_a_built_site_is_kept_for_reading_offline(
    handbook: Path, option: str, cards: bool, kept: bool
) -> None:
    config = handbook / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert "  - kitaran\n" in text
    config.write_text(text.replace("  - kitaran\n", f"  - kitaran:\n      offline: {option}\n"))
    built = handbook / "site"
    build_site(load_settings(handbook), built, cards=cards)
    for folder in (built, built / "en"):
        html = (folder / "stages/closing/index.html").read_text("utf-8")
        assert ("<kt-update" in html, (folder / "assets/kitaran/offline.json").exists()) == (
            kept,
            kept,
        )
        assert ("unregister()" in (folder / "sw.js").read_text("utf-8")) is not kept
