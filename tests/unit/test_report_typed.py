"""What people typed instead of the right answer, and what nobody is shown of it."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kitaran.check.measured import FEW
from kitaran.models.text import LOCALES
from kitaran.reports.items import measure
from kitaran.reports.report import make
from kitaran.reports.sql import OFTEN
from kitaran.reports.store import opened
from kitaran.reports.tables import tables
from tests.conftest import SMALL
from tests.handed_in import AT, catalogue_of, result, save, typed_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kitaran.models.text import Locale
    from kitaran.reports.catalogue import Catalogue

QUIZ = "topics/quotations"
DAY = date(2025, 11, 23)
RIGHT = ("had kredit", 1.0)

Answer = tuple[str | None, float]


@pytest.fixture
def catalogue(handbook: Path) -> Catalogue:
    """Give a handbook with questions whose answers are typed."""
    shutil.copytree(SMALL.parent / "browser" / "handbook", handbook, dirs_exist_ok=True)
    return catalogue_of(handbook)


def hand_in(catalogue: Catalogue, folder: Path, question: str, answers: Sequence[Answer]) -> None:
    """Let everybody answer one question."""
    for at, answer in enumerate(answers):
        tried = typed_in(catalogue, QUIZ, {question: answer}, at=AT + 1000 * at)
        data = result(f"Learner {at}", {QUIZ: [tried]})
        save(folder, f"{question}-{at}.json", data)


def typed(catalogue: Catalogue, folder: Path, question: str) -> list[tuple[str, int]]:
    """Give what is told of one question."""
    with opened() as store:
        store.load_files([str(folder)])
        store.keep(catalogue, DAY)
        items = {item.question: item for item in measure(store, catalogue)}
    return list(items[question].typed) if question in items else []


SHORT, NUMBER = "name-of-limit", "year-value"
CASES: dict[str, tuple[str, Sequence[Answer], list[tuple[str, int]]]] = {
    "three say the same": (
        SHORT,
        [RIGHT] * 17 + [("tempoh kredit", 0)] * 3,
        [("tempoh kredit", 3)],
    ),
    "two do not show": (SHORT, [RIGHT] * 18 + [("tempoh kredit", 0)] * 2, []),
    "too few answered": (SHORT, [RIGHT] * 10 + [("tempoh kredit", 0)] * 9, []),
    "no answer is none": (SHORT, [RIGHT] * 16 + [(None, 0)] * 3 + [("x", 0)] * 3, []),
    "blank is none": (SHORT, [RIGHT] * 16 + [("  ", 0)] * 4, []),
    "what is too long is none": (SHORT, [RIGHT] * 17 + [("a" * 1001, 0)] * 3, []),
    "capitals and spaces make no difference": (
        SHORT,
        [RIGHT] * 16 + [("Tempoh  kredit", 0), (" tempoh KREDIT", 0), ("Tempoh kredit ", 0)] * 2,
        [("Tempoh kredit", 6)],
    ),
    "half right is wrong": (SHORT, [RIGHT] * 17 + [("had kredti", 0.5)] * 3, [("had kredti", 3)]),
    "commas make no difference in numbers": (
        NUMBER,
        [("177600", 1.0)] * 16 + [("44,400", 0), ("44400", 0), ("44 400", 0), ("44,400", 0)],
        [("44,400", 4)],
    ),
    "five at most, the most frequent first": (
        SHORT,
        [RIGHT] * 3 + [(f"salah {at}", 0.0) for at in range(7) for _ in range(3 + at)],
        [(f"salah {at}", 3 + at) for at in (6, 5, 4, 3, 2)],
    ),
    "reflections never": ("own-words", [("sama", 0.0)] * 25, []),
}


@pytest.mark.parametrize(("question", "answers", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(
    question: str,
    answers: Sequence[Answer],
    expected: list[tuple[str, int]],
    catalogue: Catalogue,
    tmp_path: Path,
) -> None:
    hand_in(catalogue, tmp_path / "in", question, answers)
    assert typed(catalogue, tmp_path / "in", question) == expected
    assert len(expected) <= OFTEN


def test_one_person_counts_once(catalogue: Catalogue, tmp_path: Path) -> None:
    hand_in(catalogue, tmp_path / "in", SHORT, [RIGHT] * FEW)
    for at in range(5):
        tried = typed_in(catalogue, QUIZ, {SHORT: ("salah", 0)}, id=str(at), at=AT + 10**7 + at)
        save(tmp_path / "in", f"again-{at}.json", result("Aminah", {QUIZ: [tried]}))
    assert typed(catalogue, tmp_path / "in", SHORT) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table(locale: Locale, catalogue: Catalogue, tmp_path: Path) -> None:
    hand_in(catalogue, tmp_path / "in", SHORT, [RIGHT] * 16 + [("=1+1", 0)] * 4)
    with opened() as store:
        store.load_files([str(tmp_path / "in")])
        store.keep(catalogue, DAY)
        table = tables(make(store, catalogue, DAY, DAY), locale)["typed"]
    asked = {"ms": "Apakah nama jumlah", "en": "What is the highest sum"}[locale]
    ((name, text, answer, count, share),) = table.rows
    assert (name, answer, count, share) == (f"{QUIZ}#{SHORT}", "=1+1", 4, 0.2)
    assert str(text).startswith(asked)
    assert "{" not in table.intro
