"""Odd and hostile content: it is refused or does no harm, and a build never breaks off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kitaran.mkdocs_plugin.build import BuildError, build_site
from kitaran.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path


def _document(root: Path, front: str, name: str = "f") -> None:
    for suffix in (".md", ".en.md"):
        (root / f"docs/{name}{suffix}").write_text(f"---\n{front}\n---\n\nHai\n", "utf-8")


def _built(root: Path) -> Path:
    site = root / "site"
    build_site(load_settings(root), site)
    return site


@pytest.mark.parametrize(
    "front",
    [
        "template: nosuch.html",
        "template: redirect.html\nlocation: '\"+alert(1)+\"'",
        "search: 3",
        "hide: 3",
        "title: [a]",
        "status: {a: b}",
    ],
)
def test_front_matter_reaches_the_theme_only_as_it_expects(handbook: Path, front: str) -> None:
    _document(handbook, front)
    html = (_built(handbook) / "f/index.html").read_text("utf-8")
    assert "Hai" in html
    assert "alert(1)" not in html


def test_an_error_of_the_theme_names_the_page(handbook: Path) -> None:
    _document(handbook, "icon: no/such/icon\nmenu: guide", "a")
    with pytest.raises(BuildError, match=r"a\.md"):
        _built(handbook)


def test_a_summary_stays_between_its_quotation_marks(handbook: Path) -> None:
    page = handbook / "playbooks/stages/closing.md"
    lines = page.read_text("utf-8").split("\n")
    lines = [
        "summary: '0;url=https://x.example\" http-equiv=\"refresh'" if "summary:" in line else line
        for line in lines
    ]
    page.write_text("\n".join(lines), "utf-8")
    html = (_built(handbook) / "stages/closing/index.html").read_text("utf-8")
    assert "x.example&quot; http-equiv=&quot;refresh" in html


@pytest.mark.skipif(os.name == "nt", reason="no such file names")
def test_a_file_name_is_no_html(handbook: Path) -> None:
    folder = handbook / 'docs/"><script>alert(1)<'
    folder.mkdir()
    for suffix in (".md", ".en.md"):
        (folder / f"script>{suffix}").write_text("Hai\n")
        (handbook / f"docs/<img src=x>{suffix}").write_text("Hai\n")
    site = _built(handbook)
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    assert not any("<script>alert(1)" in html or "<img src=x>" in html for html in pages)


def test_a_handbook_without_a_home_page_gets_one(handbook: Path) -> None:
    for file in (handbook / "docs").glob("index*"):
        file.unlink()
    site = _built(handbook)
    for address in ("index.html", "en/index.html"):
        assert 'href="stages/closing/"' in (site / address).read_text("utf-8")


def test_a_handbook_without_docs_is_told_what_to_do(handbook: Path) -> None:
    shutil.rmtree(handbook / "docs")
    with pytest.raises(BuildError, match="docs is missing: make the folder"):
        _built(handbook)


def test_one_language_has_no_switch(handbook: Path) -> None:
    (handbook / "pyproject.toml").write_text('[tool.kitaran]\nlanguages = ["ms"]\n')
    html = (_built(handbook) / "stages/closing/index.html").read_text("utf-8")
    assert "hreflang" not in html


def test_mkdocs_by_itself_builds_the_original_and_leads_nowhere_else(handbook: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=handbook, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "rules/kb" not in done.stderr
    html = (handbook / "site/stages/closing/index.html").read_text("utf-8")
    assert 'lang="ms"' in html
    assert "hreflang" not in html
