"""Result files in every state: what counts, what is told, and that nothing counts twice."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from kitaran.models.result import check_of
from kitaran.reports.items import measure
from kitaran.reports.report import make
from kitaran.reports.store import StoreError, opened
from tests.handed_in import (
    AT,
    DAY,
    FRESH,
    TODAY,
    attempt,
    hand_in,
    report_of,
    result,
    save,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kitaran.reports.catalogue import Catalogue
    from kitaran.reports.report import Report

QUIZ = "stages/closing"
RIGHT = {"who-signs": 0, "what-to-send": 1}
WRONG = {"who-signs": 1, "what-to-send": 0}


def told(report: Report) -> list[tuple[str, str]]:
    """Give the notes as the files' names and the reasons."""
    return [(os.path.basename(note.file), note.kind) for note in report.notes]


def change(data: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Change a file by hand, and work its check code out anew."""
    changed = {**data, **more}
    return {**changed, "check": check_of(changed)}


SPOILED: dict[str, tuple[Callable[[str], bytes], str]] = {
    "cut": (lambda text: text[:400].encode(), "damaged"),
    "changed": (lambda text: text.replace('"percent": 100', '"percent": 99').encode(), "damaged"),
    "not JSON": (lambda _: b"Hello", "foreign"),
    "of another kind": (lambda _: b'{"format": "other"}', "foreign"),
    "a list": (lambda _: b"[]", "foreign"),
    "newer": (lambda _: b'{"format": "kitaran-result", "schema": 2}', "newer"),
    "empty": (lambda _: b" \n", "empty"),
    "not UTF-8": (lambda text: text.encode("utf-16"), "damaged"),
    "deep": (lambda _: b"[" * 100_000, "foreign"),
    "a number of 5,000 digits": (lambda _: b"9" * 5000, "foreign"),
    "another form": (
        lambda text: json.dumps(change(json.loads(text), quizzes=[])).encode(),
        "form",
    ),
}


@pytest.mark.parametrize(("spoil", "kind"), SPOILED.values(), ids=SPOILED)
def test_a_spoiled_file_is_told_and_stops_nothing(
    spoil: Callable[[str], bytes], kind: str, catalogue: Catalogue, folder: Path
) -> None:
    data = result("Aminah", {QUIZ: [attempt(catalogue, QUIZ, RIGHT)]})
    good = save(folder, "good.json", data)
    (folder / "spoiled.json").write_bytes(spoil(good.read_text("utf-8")))
    report = report_of(catalogue, folder)
    assert told(report) == [("spoiled.json", kind)]
    assert (report.files, len(report.people), report.attempts) == (2, 1, 1)


def test_folders_patterns_and_what_is_not_there(catalogue: Catalogue, folder: Path) -> None:
    inner = folder / "team" / "two"
    save(inner, "1.json", result("Aminah", {QUIZ: [attempt(catalogue, QUIZ, RIGHT)]}))
    save(folder, "2.json", result("Devi", {QUIZ: [attempt(catalogue, QUIZ, RIGHT, at=AT + 1)]}))
    save(folder / ".trash", "3.json", result("Old"))
    (folder / "notes.txt").write_text("none", "utf-8")
    report = report_of(catalogue, folder, f"{folder}/*.json", folder / "nobody.json")
    assert [row.name for row in report.people] == ["Aminah", "Devi"]
    assert told(report) == [("nobody.json", "missing")]
    assert report.files == 2


def test_the_same_file_twice_counts_once(catalogue: Catalogue, folder: Path) -> None:
    data = result("Aminah", {QUIZ: [attempt(catalogue, QUIZ, RIGHT)]})
    save(folder, "a.json", data)
    save(folder, "a (1).json", data)
    report = report_of(catalogue, folder)
    assert told(report) == [("a (1).json", "same")]
    assert (report.attempts, report.whole, report.items[0].n) == (1, 1, 1)


def test_files_of_one_person_are_put_together(catalogue: Catalogue, folder: Path) -> None:
    first = attempt(catalogue, QUIZ, WRONG)
    second = attempt(catalogue, QUIZ, RIGHT, id="2", at=AT + DAY)
    third = attempt(catalogue, QUIZ, RIGHT, id="3", at=AT + 2 * DAY)
    save(folder, "1.json", result("Aminah", {QUIZ: [first]}, made="2026-11-18T00:00:00.000Z"))
    save(folder, "2.json", result(" aminah ", {QUIZ: [first, second]}))
    save(folder, "3.json", result("Aminah", {QUIZ: [second, third]}, made="2026-11-21T00:00:00Z"))
    report = report_of(catalogue, folder)
    assert [(row.name, row.ready) for row in report.people] == [("Aminah", 1)]
    assert report.attempts == 3
    assert told(report) == [("1.json", "double"), ("2.json", "part")]


def test_a_code_instead_of_the_name_makes_nobody_count_twice(
    catalogue: Catalogue, folder: Path
) -> None:
    tried = {QUIZ: [attempt(catalogue, QUIZ, RIGHT)]}
    save(folder, "named.json", result("Aminah", tried, made="2026-11-18T00:00:00.000Z"))
    save(folder, "coded.json", result("", tried, person={"name": "", "code": "K-1"}))
    report = report_of(catalogue, folder)
    assert told(report) == [("named.json", "stranger")]
    assert report.attempts == 1
    assert [(row.name, row.ready) for row in report.people] == [("Aminah", 0), ("K-1", 1)]


def test_two_people_of_one_name_are_told(catalogue: Catalogue, folder: Path) -> None:
    for number in range(2):
        tried = {QUIZ: [attempt(catalogue, QUIZ, RIGHT, id=str(number), at=AT + number)]}
        save(folder, f"plain-{number}.json", result("Nur", tried))
        tried = {QUIZ: [attempt(catalogue, QUIZ, RIGHT, id=str(number), at=AT + 9 + number)]}
        coded = {"name": "Lim", "code": f"K-{number}"}
        save(folder, f"coded-{number}.json", result("", tried, person=coded))
    report = report_of(catalogue, folder)
    assert [row.name for row in report.people] == ["Lim (K-0)", "Lim (K-1)", "Nur"]
    assert told(report) == [("plain-0.json", "namesake")]


def test_files_without_a_name_stay_apart(catalogue: Catalogue, folder: Path) -> None:
    for number in range(2):
        tried = {QUIZ: [attempt(catalogue, QUIZ, RIGHT, at=AT + number)]}
        save(folder, f"{number}.json", result("", tried))
    assert [row.name for row in report_of(catalogue, folder).people] == ["", ""]


def test_older_content_is_counted_apart(catalogue: Catalogue, folder: Path) -> None:
    tried = attempt(catalogue, QUIZ, RIGHT, version="0" * 12)
    tried["questions"]["who-signs"]["hash"] = "0" * 12
    tried["questions"]["gone"] = {"answer": "x", "share": 1, "hash": "1" * 12}
    save(folder, "old.json", result("Aminah", {QUIZ: [tried], "stages/gone": [tried]}))
    report = report_of(catalogue, folder)
    assert told(report) == [("old.json", "older")]
    assert [(item.question, item.n, item.older) for item in report.items] == [
        ("who-signs", 0, 1),
        ("what-to-send", 1, 0),
    ]
    assert report.people[0].cells[QUIZ].state == "changed"


@pytest.mark.parametrize(
    ("tries", "state"),
    [
        pytest.param([{"answers": RIGHT}], "passed", id="passed"),
        pytest.param([{"answers": WRONG}], "failed", id="failed"),
        pytest.param(
            [{"answers": RIGHT}, {"answers": WRONG, "at": AT + 1, "id": "2"}], "passed", id="kept"
        ),
        pytest.param([{"answers": RIGHT, "at": AT - 500 * DAY}], "old", id="long ago"),
        pytest.param([{"answers": RIGHT, "version": "0"}], "changed", id="of older content"),
        pytest.param([{"answers": RIGHT, "at": 1e300}], "old", id="a clock that was wrong"),
        pytest.param([{"answers": RIGHT, "mode": "learn"}], "passed", id="practice"),
    ],
)
def test_how_somebody_stands(
    tries: list[dict[str, Any]], state: str, catalogue: Catalogue, folder: Path
) -> None:
    made = [attempt(catalogue, QUIZ, **each) for each in tries]
    save(folder, "a.json", result("Aminah", {QUIZ: made}))
    report = report_of(catalogue, folder)
    cell = report.people[0].cells[QUIZ]
    assert (cell.state, cell.test) == (state, tries[0].get("mode") != "learn")
    assert report.stages[0].counts[state] == 1
    assert [each.state for each in report.refreshers] == ([] if state == "passed" else [state])


def test_the_first_test_counts_and_not_the_practice_before(
    catalogue: Catalogue, folder: Path
) -> None:
    learn = attempt(catalogue, QUIZ, WRONG, mode="learn")
    first = attempt(catalogue, QUIZ, RIGHT, id="2", at=AT + DAY)
    second = attempt(catalogue, QUIZ, WRONG, id="3", at=AT + 2 * DAY)
    for number in range(20):
        moved = [{**each, "at": each["at"] + number} for each in (second, learn, first)]
        save(folder, f"{number}.json", result(f"N{number}", {QUIZ: moved}))
    with opened() as store:
        store.load_files([str(folder)])
        store.keep(catalogue, FRESH)
        items = measure(store, catalogue)
    assert [(item.n, item.p) for item in items] == [(20, 1.0), (20, 1.0)]


def test_paths_sign_offs_and_certificates(catalogue: Catalogue, folder: Path) -> None:
    def signed(by: str | None) -> dict[str, Any]:
        return {"at": AT, "by": by, "name": "Ali", "date": "", "score": None, "note": ""}

    steps = {"page:stages/closing": signed(None), "task:shadow-a-call": signed("manager")}
    days = {"Aminah": -1, "Bala": 30, "Chan": 300}
    for number, (name, left) in enumerate(days.items()):
        paper = {"id": "c", "at": AT - DAY, "name": name, "version": "", "code": ""}
        ends = int(AT + (left - 8) * DAY) if left > 0 else AT - 2 * DAY
        save(
            folder,
            f"{name}.json",
            result(
                name,
                {QUIZ: [attempt(catalogue, QUIZ, RIGHT, at=AT + number)]},
                steps={"client-manager": steps},
                certificates={"client-manager": [{**paper, "expires": ends}]},
            ),
        )
    report = report_of(catalogue, folder)
    assert [(each.done, each.steps, each.signed, each.to_sign) for each in report.paths] == [
        (3, 5, 1, 1)
    ] * 3
    assert [each.certificate for each in report.paths] == ["expired", "due", "valid"]
    assert [each.name for each in report.ending] == ["Aminah", "Bala"]


@pytest.mark.parametrize(
    "name",
    ["a\0b", "'; DROP TABLE files; --", "<b>&amp;", "=1+1", "x" * 200, "名前", "\u202eabc"],
)
def test_any_name_is_only_a_name(name: str, catalogue: Catalogue, folder: Path) -> None:
    data = result(name, {QUIZ: [attempt(catalogue, QUIZ, RIGHT)]})
    (folder / "a.json").write_text(json.dumps(data), "utf-8")
    report = report_of(catalogue, folder)
    assert told(report) == []
    assert report.people[0].ready == 1


def test_what_is_made_by_hand_does_no_harm(catalogue: Catalogue, folder: Path) -> None:
    tried = attempt(catalogue, QUIZ, RIGHT)
    odd: list[Any] = [None, 7, True, [], ["zz", 3], {"a": {}}, "x" * 10_000, "\ud800", [[["deep"]]]]
    for number, answer in enumerate(odd):
        question = {**tried["questions"]["who-signs"], "answer": answer}
        questions = {**tried["questions"], "who-signs": question}
        made = {**tried, "questions": questions, "at": AT + number}
        data = result(f"N{number}", {QUIZ: [made]})
        (folder / f"{number}.json").write_text(json.dumps(data), "utf-8")
    # A key that is there twice: the last one counts for the check code.
    text = save(folder, "z.json", result("Z", {QUIZ: [{**tried, "at": AT + 99}]})).read_text(
        "utf-8"
    )
    (folder / "z.json").write_text(text.replace('"person"', '"person": 5, "person"', 1), "utf-8")
    report = report_of(catalogue, folder)
    assert report.items[0].n >= len(odd)
    assert not {kind for _, kind in told(report)} - {"form"}


@pytest.mark.parametrize("odd", ['a"b,c', "a\nb", "a\r\nb", "\\N", "", "NULL", "a\0b"])
def test_any_id_is_only_an_id(odd: str, catalogue: Catalogue, folder: Path) -> None:
    tried = attempt(catalogue, QUIZ, RIGHT, id=odd)
    other = {**tried, "at": AT + 1, "questions": {odd: tried["questions"]["who-signs"]}}
    signed = {"at": AT, "by": None, "name": odd, "date": odd, "score": None, "note": odd}
    data = result("Aminah", {QUIZ: [tried], odd: [other]}, steps={odd: {odd: signed}})
    (folder / "a.json").write_text(json.dumps(data), "utf-8")
    save(folder, "b.json", result("Bala", {QUIZ: [attempt(catalogue, QUIZ, WRONG, at=AT + 2)]}))
    report = report_of(catalogue, folder)
    assert [note for note in told(report) if note[1] != "older"] == []
    assert [(row.name, row.ready) for row in report.people] == [("Aminah", 1), ("Bala", 0)]
    assert report.attempts == 3


def test_nothing_at_all(catalogue: Catalogue, folder: Path) -> None:
    report = report_of(catalogue, folder)
    assert told(report) == [("handed in", "missing")]
    assert (report.people, report.items, report.quizzes, report.weak) == ((), (), (), ())


def test_the_same_queries_run_on_parquet(
    handbook: Path, catalogue: Catalogue, folder: Path, tmp_path: Path
) -> None:
    groups = [{"n": 15, "answers": RIGHT}, {"n": 10, "answers": WRONG}]
    hand_in(handbook, folder, groups)
    with opened() as store:
        store.load_files([str(folder)])
        store.keep(catalogue, FRESH)
        expected = make(store, catalogue, TODAY, FRESH)
        written = store.save_parquet(tmp_path / "it's parquet")
    assert {file.name for file in written} == {
        f"{table}.parquet" for table in ("files", "attempts", "answers", "steps", "certificates")
    }
    # What was written twice, as from overlapping months, counts once.
    again = tmp_path / "it's parquet" / "answers-2026-11.parquet"
    again.write_bytes((tmp_path / "it's parquet" / "answers.parquet").read_bytes())
    with opened() as store:
        store.load_parquet(f"{tmp_path}/it's parquet/")
        store.keep(catalogue, FRESH)
        found = make(store, catalogue, TODAY, FRESH)
    for part in ("people", "stages", "paths", "refreshers", "items", "quizzes", "attempts"):
        assert getattr(found, part) == getattr(expected, part), part


def test_parquet_that_is_not_there(tmp_path: Path) -> None:
    with opened() as store, pytest.raises(StoreError, match="cannot be read"):
        store.load_parquet(str(tmp_path))
