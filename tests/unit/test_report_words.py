"""The words of reports: the same in both languages, and none without use."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kitaran
from kitaran.check.measured import Kind
from kitaran.load.yaml import parse
from kitaran.models.questions import types
from kitaran.models.text import LOCALES, Locale
from kitaran.reports.charts import stages
from kitaran.reports.report import STATES, make
from kitaran.reports.store import opened
from kitaran.reports.words import words
from tests.handed_in import catalogue_of

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(kitaran.__file__).parent / "reports"


def table(locale: str) -> dict[str, Any]:
    """Read the words of one language."""
    return dict(parse((FOLDER / "locales" / f"{locale}.yml").read_text("utf-8")).data)


def keys(words: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Give every key with its text."""
    for key, value in words.items():
        if isinstance(value, dict):
            yield from keys(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


def test_both_languages_have_the_same_keys_and_values_to_fill_in() -> None:
    malay, english = dict(keys(table("ms"))), dict(keys(table("en")))
    assert malay.keys() == english.keys()
    for key in malay:
        assert set(re.findall(r"{\w+}", malay[key])) == set(re.findall(r"{\w+}", english[key])), key


def test_there_is_a_word_for_everything_that_can_be_told() -> None:
    words = table("en")
    assert words["verdict"].keys() == set(Kind)
    assert words["states"].keys() == set(STATES)
    assert words["type"].keys() == types().keys() - {"reflection"}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_legend_of_the_chart_fits(locale: Locale, handbook: Path) -> None:
    with opened() as store:
        store.load_files([])
        catalogue = catalogue_of(handbook)
        store.keep(catalogue, date.min)
        chart = stages(make(store, catalogue, date.max - timedelta(99), date.min), words(locale))
    width = float(re.findall(r'viewBox="0 0 (\d+)', chart.svg)[0])
    at, label = re.findall(r'<text x="([\d.]+)"[^>]*>([^<]*)</text>', chart.svg)[len(STATES) - 1]
    assert label == words(locale)(f"states.{STATES[-1]}")
    assert float(at) + 6.3 * len(label) <= width


def test_every_word_is_used() -> None:
    files = [*FOLDER.rglob("*.py"), *FOLDER.rglob("*.j2")]
    sources = "".join(file.read_text("utf-8") for file in files)
    made = ("verdict", "states", "certificate", "reasons", "type", "intro", "sections", "how")
    for key, _ in keys(table("en")):
        name = key.split(".")[1] if key.startswith("report.") else key.split(".")[-1]
        if key.split(".")[0] not in made and name not in ("one", "other"):
            assert re.search(rf"""["'.]{name}\b""", sources), key
