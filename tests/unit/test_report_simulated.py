"""What is planted in simulated results is found in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from benchmarks.learners import Planted, simulate

from kitaran.check.measured import Kind, verdicts
from kitaran.models.result import load_result
from kitaran.models.text import LOCALES, Locale
from kitaran.reports.first import leads
from kitaran.reports.report import Report, make
from kitaran.reports.store import opened
from kitaran.reports.words import words
from tests.handed_in import catalogue_of

ROOT = Path(__file__).parents[2]
LEARNERS = 300


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Planted, Path, Report]:
    """Simulate learners of this handbook, and report on them."""
    folder = tmp_path_factory.mktemp("simulated")
    planted = simulate(ROOT, folder, LEARNERS, seed=3)
    catalogue = catalogue_of(ROOT)
    with opened() as store:
        store.load_files([str(folder)])
        store.keep(catalogue, date(2025, 11, 23))
        return planted, folder, make(store, catalogue, date(2026, 11, 23), date(2025, 11, 23))


def _found(report: Report, kind: Kind) -> set[tuple[str, str, int]]:
    return {
        (item.quiz, item.question, option.at)
        for item in report.items
        for verdict in verdicts(item)
        if verdict.kind is kind
        for option in verdict.options
    }


def test_the_wrong_key_is_found_and_nothing_else_is_called_one(
    made: tuple[Planted, Path, Report],
) -> None:
    planted, _, report = made
    assert _found(report, Kind.WRONG_KEY) == {planted.wrong_key}


def test_the_dead_option_is_found(made: tuple[Planted, Path, Report]) -> None:
    planted, _, report = made
    assert planted.dead in _found(report, Kind.DEAD)


def test_the_weak_stage_is_the_first_that_is_named(made: tuple[Planted, Path, Report]) -> None:
    planted, _, report = made
    assert report.weak[0].page == planted.weak


def test_what_was_spoiled_is_told(made: tuple[Planted, Path, Report]) -> None:
    planted, _, report = made
    told = dict.fromkeys(("damaged", "same", "older"), 0)
    for note in report.notes:
        told[note.kind] += 1
    assert told["same"] == len(planted.doubles)
    assert told["older"] == len(planted.older)
    # A file is not damaged where there was nothing to change in it.
    assert 0 < told["damaged"] <= len(planted.damaged)
    assert report.files == LEARNERS + len(planted.doubles)


def test_files_are_as_the_page_saves_them_and_the_same_for_a_seed(
    made: tuple[Planted, Path, Report], tmp_path: Path
) -> None:
    planted, folder, _ = made
    simulate(ROOT, tmp_path, 20, seed=3)
    for file in sorted(tmp_path.iterdir()):
        assert file.read_bytes() == (folder / file.name).read_bytes()
        if file.name not in planted.damaged:
            assert load_result(file.read_text("utf-8")).schema_ == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_what_to_do_first_names_what_was_planted(
    locale: Locale, made: tuple[Planted, Path, Report]
) -> None:
    planted, _, report = made
    found = {lead.section: lead.text for lead in leads(report, words(locale))}
    assert list(found) == ["readiness", "stages", "ending", "questions"]
    assert report.catalogue.page_title(planted.weak, locale) in found["stages"]
    assert f"{planted.wrong_key[0]}#{planted.wrong_key[1]}" in found["questions"]
    assert report.ending[0].name in found["ending"]
