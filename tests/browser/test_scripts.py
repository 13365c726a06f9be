"""The scripts as files: small, and with every text that they ask for."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from kitaran.mkdocs_plugin.scripts import slim
from kitaran.models.text import LOCALES, Locale
from kitaran.render.quiz import CLIENT_WORDS
from kitaran.render.words import words

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

ASSETS = Path(__file__).parents[2] / "scripts/kitaran/render/assets/js"
SCRIPTS = sorted(file for file in ASSETS.rglob("*.js") if "vendor" not in file.parts)
"""Our own. What others published is kept as it is."""
STATES = {"store_blocked", "store_damaged", "store_full", "store_other"}
VERDICTS = {"right", "wrong", "partly", "no_answer"}
"""Asked for by the name of the look."""
ASKED = re.compile(r"\bwords\.(\w+)")
IMPORTS = re.compile(
    r"""^(?:import|export)\b[^;]*?from "(\.[^"]+)"|^import "(\.[^"]+)";""", re.MULTILINE
)


def _closure(*names: str) -> set[Path]:
    """List scripts and all that they cannot do without."""
    found: set[Path] = set()
    waiting = [ASSETS / name for name in names]
    while waiting:
        file = waiting.pop().resolve()
        if file in found or "vendor" in file.parts:
            continue
        found.add(file)
        named = IMPORTS.findall(file.read_text("utf-8"))
        waiting += [file.parent / (one or other) for one, other in named]
    return found


def _asked(*names: str) -> set[str]:
    """List the texts that scripts ask for, by name."""
    texts = (file.read_text("utf-8") for file in _closure(*names))
    return STATES.union(*(ASKED.findall(text) for text in texts))


def test_scripts_of_a_page_with_a_quiz_are_small(visit: Visit, small_site: Path) -> None:
    page = visit("topics/visits/")
    expect(page.locator("kt-quiz")).to_have_attribute("data-ready", "")
    addresses = page.evaluate(
        "() => performance.getEntriesByType('resource').map(({ name }) => name)"
    )
    loaded = {urlsplit(name).path.partition("/assets/kitaran/js/")[2] for name in addresses} - {""}
    assert {"quiz.js", "questions/match.js"} <= loaded
    sent = small_site / "assets/kitaran/js"
    assert sum(len(gzip.compress((sent / name).read_bytes())) for name in loaded) < 60_000


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: str(file.name))
def test_no_text_of_a_script_runs_over_lines(file: Path) -> None:
    # What is sent has lost its indentation, and lines that look like comments.
    texts = re.findall(r"`[^`]*`", slim(file.read_text("utf-8")))
    assert [text for text in texts if "\n" in text] == []


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: str(file.name))
def test_script_obeys_the_policy(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.startswith("// @ts-check\n")
    hosts = r"https?://(?!www\.w3\.org|adlnet\.gov)"
    unwanted = rf"\.innerHTML|\beval\(|new Function|\.cssText|[\"']style[\"']|{hosts}"
    assert re.findall(unwanted, text) == []


def test_quizzes_carry_the_texts_that_their_scripts_ask_for() -> None:
    types = [f"questions/{file.name}" for file in (ASSETS / "questions").glob("*.js")]
    assert _asked("quiz.js", *types) | VERDICTS == set(CLIENT_WORDS)


@pytest.mark.parametrize("locale", LOCALES)
def test_pages_carry_the_texts_that_checklists_ask_for(small_site: Path, locale: Locale) -> None:
    prefix = "" if locale == "ms" else "en/"
    html = (small_site / prefix / "topics/quotations/index.html").read_text("utf-8")
    block = re.search(r'class="kt-checklist-words" data-page="([^"]+)">(.+?)</script>', html)
    assert block is not None
    assert block[1] == "topics/quotations"
    assert json.loads(block[2]) == {name: words(locale)(name) for name in _asked("checklist.js")}


def test_only_pages_with_checklists_carry_their_texts(small_site: Path) -> None:
    assert "kt-checklist-words" not in (small_site / "glossary/index.html").read_text("utf-8")
