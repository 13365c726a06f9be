"""Result files as learners hand them in, made for tests."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from kitaran.library import load_library
from kitaran.models.result import check_of
from kitaran.reports.catalogue import KINDS, Catalogue
from kitaran.reports.report import make
from kitaran.reports.store import opened
from kitaran.settings import load_settings
from kitaran.versions import question_hash, quiz_version

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kitaran.reports.report import Report

AT = 1_795_000_000_000
"""In November 2026, in milliseconds since 1970."""
DAY = 86_400_000
TODAY, FRESH = date(2026, 11, 23), date(2025, 11, 23)
"""The day of a report, and the day before which a pass is too old for it."""


def catalogue_of(root: Path) -> Catalogue:
    """Load what results are held against."""
    return Catalogue(load_library(load_settings(root), kinds=KINDS))


def attempt(
    catalogue: Catalogue, quiz: str, answers: Mapping[str, int | None], **more: Any
) -> dict[str, Any]:
    """Make one time through a quiz, from the positions of the options that were chosen."""
    questions: dict[str, dict[str, Any]] = {}
    for name, picked in answers.items():
        entry = catalogue.questions[quiz, name]
        questions[name] = {
            "answer": None if picked is None else entry.keys[picked],
            "share": int(picked is not None and entry.right[picked]),
            "hash": question_hash(entry.question),
        }
    earned = sum(each["share"] for each in questions.values())
    percent = round(100 * earned / max(1, len(questions)))
    return {
        "id": "1",
        "at": AT,
        "mode": "test",
        "version": quiz_version(catalogue.quizzes[quiz]),
        "points": earned,
        "total": len(questions),
        "percent": percent,
        "passed": percent >= 80,
        "seconds": 60,
        "seed": 1,
        "questions": questions,
        **more,
    }


def typed_in(
    catalogue: Catalogue, quiz: str, answers: Mapping[str, tuple[Any, float]], **more: Any
) -> dict[str, Any]:
    """Make one time through a quiz, from what was answered and the share that it earned."""
    questions = {
        name: {
            "answer": answer,
            "share": share,
            "hash": question_hash(catalogue.questions[quiz, name].question),
        }
        for name, (answer, share) in answers.items()
    }
    return attempt(catalogue, quiz, {}, questions=questions, **more)


def result(
    name: str = "Aminah", quizzes: dict[str, list[dict[str, Any]]] | None = None, **more: Any
) -> dict[str, Any]:
    """Make the content of a file, with its check code."""
    told = {
        "format": "kitaran-result",
        "schema": 1,
        "person": {"name": name},
        "made": "2026-11-20T08:00:00.000Z",
        "locale": "ms",
        "content": "0" * 12,
        "quizzes": {
            quiz: {"version": None, "attempts": tries} for quiz, tries in (quizzes or {}).items()
        },
        "steps": {},
        "certificates": {},
        "due": None,
        **more,
    }
    return {**told, "check": check_of(told)}


def save(folder: Path, file: str, data: dict[str, Any]) -> Path:
    """Write a file as the page does."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / file
    target.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    return target


def hand_in(root: Path, folder: Path, groups: list[dict[str, Any]]) -> None:
    """Let groups of learners take a quiz, each learner of a group with the same answers.

    Args:
        root: The handbook.
        folder: Where the files go.
        groups: Each with `n`, how many learners; `answers`, the position of the option by
            question; and `quiz`, where it is another than that of the small handbook.
    """
    catalogue = catalogue_of(root)
    number = 0
    for group in groups:
        quiz = group.get("quiz", "stages/closing")
        for _ in range(group["n"]):
            number += 1
            tried = attempt(catalogue, quiz, group["answers"], at=AT + number * 1000)
            save(folder, f"{number}.json", result(f"Learner {number}", {quiz: [tried]}))


def report_of(catalogue: Catalogue, *wanted: Path | str) -> Report:
    """Draw a report on files and folders."""
    with opened() as store:
        store.load_files([str(each) for each in wanted])
        store.keep(catalogue, FRESH)
        return make(store, catalogue, TODAY, FRESH)
