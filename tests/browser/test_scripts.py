"""The scripts as files: small, and with every text that they ask for."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from kitaran.models.text import LOCALES, Locale
from kitaran.render.quiz import CLIENT_WORDS
from kitaran.render.words import words

SCRIPTS = sorted((Path(__file__).parents[2] / "scripts/kitaran/render/assets/js").rglob("*.js"))
STATES = {"store_blocked", "store_damaged", "store_full", "store_other"}
ASKED = re.compile(r"\bwords\.(\w+)")


def _asked(*, checklist: bool) -> set[str]:
    """List the texts that scripts ask for, by name."""
    files = [file for file in SCRIPTS if (file.stem == "checklist") == checklist]
    return STATES.union(*(ASKED.findall(file.read_text("utf-8")) for file in files))


def test_scripts_are_small() -> None:
    assert sum(len(gzip.compress(file.read_bytes())) for file in SCRIPTS) < 25_000


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: str(file.name))
def test_script_obeys_the_policy(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.startswith("// @ts-check\n")
    unwanted = (
        r"\.innerHTML|\beval\(|new Function|\.cssText|[\"']style[\"']|https?://(?!www\.w3\.org)"
    )
    assert re.findall(unwanted, text) == []


def test_quizzes_carry_the_texts_that_their_scripts_ask_for() -> None:
    # The verdicts are asked for by the name of the look.
    assert _asked(checklist=False) | {"right", "wrong", "partly"} == set(CLIENT_WORDS)


@pytest.mark.parametrize("locale", LOCALES)
def test_pages_carry_the_texts_that_checklists_ask_for(small_site: Path, locale: Locale) -> None:
    prefix = "" if locale == "ms" else "en/"
    html = (small_site / prefix / "topics/quotations/index.html").read_text("utf-8")
    block = re.search(r'class="kt-checklist-words" data-page="([^"]+)">(.+?)</script>', html)
    assert block is not None
    assert block[1] == "topics/quotations"
    assert json.loads(block[2]) == {name: words(locale)(name) for name in _asked(checklist=True)}


def test_only_pages_with_checklists_carry_their_texts(small_site: Path) -> None:
    assert "kt-checklist-words" not in (small_site / "glossary/index.html").read_text("utf-8")
