"""Which files are meant, whatever they are called, and whatever cannot be looked into."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kitaran.documents.site import Site
from kitaran.reports.story import tell
from tests.handed_in import AT, attempt, report_of, result, save

if TYPE_CHECKING:
    from kitaran.reports.catalogue import Catalogue
    from kitaran.reports.report import Report

QUIZ = "stages/closing"
RIGHT = {"who-signs": 0, "what-to-send": 1}


@pytest.mark.parametrize("people", [8, 25])
def test_of_few_no_stage_is_called_strong(people: int, catalogue: Catalogue, folder: Path) -> None:
    for at in range(people):
        tried = attempt(catalogue, QUIZ, RIGHT, at=AT + at)
        save(folder, f"{at}.json", result(f"Learner {at}", {QUIZ: [tried]}))
    stages = tell(report_of(catalogue, folder), "en", Site()).parts[0]
    # The small handbook has one stage, and one has nothing to stand out from.
    assert stages.said == ("Too few people have answered to call a stage weak.",)
    assert (stages.table.rows[0][-2] is None) == (people < 20)


def told(report: Report) -> list[tuple[str, str]]:
    """Give the notes as the files' names and the reasons."""
    return [(os.path.basename(note.file), note.kind) for note in report.notes]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param(b"bad\xff.json", "bad\ufffd.json", id="not UTF-8"),
        pytest.param(b"a\x1b[31m\n.json", "a\ufffd[31m\ufffd.json", id="moves the cursor"),
        pytest.param("陈小明 வணக்கம்.json".encode(), "陈小明 வணக்கம்.json", id="other scripts"),
    ],
)
@pytest.mark.parametrize("whole", [True, False], ids=["whole", "damaged"])
def test_the_name_of_a_file_does_no_harm(
    name: bytes, shown: str, whole: bool, catalogue: Catalogue, folder: Path
) -> None:
    data = result("Aminah", {QUIZ: [attempt(catalogue, QUIZ, RIGHT)]})
    text = json.dumps(data) if whole else ""
    for each in (b"0.json", name):
        try:
            Path(folder, os.fsdecode(each)).write_text(text, "utf-8")
        except OSError:
            pytest.skip("this file system does not take the name")
    report = report_of(catalogue, folder)
    assert report.attempts == whole
    names = {str(value) for note in report.notes for value in (note.file, *note.values.values())}
    assert shown in {os.path.basename(each) for each in names}


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "[", "**"], ids=["long", "NUL", "[", "**"])
def test_a_name_that_no_file_can_have_stops_nothing(
    name: str, catalogue: Catalogue, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(folder, "1.json", result("Aminah", {QUIZ: [attempt(catalogue, QUIZ, RIGHT)]}))
    (folder / "empty").mkdir()
    monkeypatch.chdir(folder / "empty")
    report = report_of(catalogue, name, folder)
    assert [note.kind for note in report.notes] == ["missing"]
    assert report.attempts == 1


def test_a_folder_that_nobody_may_look_into_is_told(
    catalogue: Catalogue, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(folder, "1.json", result("Aminah", {QUIZ: [attempt(catalogue, QUIZ, RIGHT)]}))
    (folder / "closed").mkdir()
    scan = os.scandir

    def closed(path: Any) -> Any:
        if isinstance(path, str) and os.path.basename(path) == "closed":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    report = report_of(catalogue, folder)
    assert told(report) == [("closed", "unreadable")]
    assert report.attempts == 1
