"""`kitaran session` and `kitaran new session`, with and without results."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from kitaran.cli import main
from kitaran.commands import new
from kitaran.documents.session import slides
from kitaran.library import load_library
from kitaran.models.result import check_of
from kitaran.sessions.material import gather
from kitaran.sessions.results import files_in, group_of
from kitaran.settings import load_settings
from kitaran.versions import question_hash, quiz_version

if TYPE_CHECKING:
    from pathlib import Path

    from kitaran.library import Library

PLAN = "playbooks/sessions/refresher.yml"


def run(*args: str, typed: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(main, args, input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def _result(
    library: Library, name: str, shares: dict[str, float], at: float = 1.0, old: bool = False
) -> str:
    """Write a learner's file as the page of one's progress does."""
    quiz = library.quizzes["stages/closing"][0]
    answers = {
        question.id: {
            "answer": "x",
            "share": shares[question.id],
            "hash": "000000000000" if old else question_hash(question),
        }
        for question in quiz.questions
        if question.id in shares
    }
    attempt = {
        "id": f"{name}-{at}", "at": at, "mode": "learn", "version": quiz_version(quiz),
        "points": 1, "total": 2, "percent": 50, "passed": False, "seconds": None, "seed": None,
        "questions": answers,
    }  # fmt: skip
    data: dict[str, Any] = {
        "format": "kitaran-result", "schema": 1, "person": {"name": name, "code": None},
        "made": "2026-11-23T00:00:00Z", "locale": "ms", "content": "1",
        "quizzes": {"stages/closing": {"version": None, "attempts": [attempt]}},
        "steps": {}, "certificates": {}, "due": None,
    }  # fmt: skip
    return json.dumps(data | {"check": check_of(data)})


@pytest.fixture
def library(handbook: Path) -> Library:
    return load_library(load_settings(handbook))


@pytest.fixture
def results(library: Library, tmp_path: Path) -> Path:
    """Give a folder of results: good, damaged, twice the same, outdated, and no JSON at all."""
    folder = tmp_path / "results"
    folder.mkdir()
    wrong = {"who-signs": 0.0, "what-to-send": 1.0}
    for name in ("Aina", "Hafiz", "Mei"):
        (folder / f"{name}.json").write_text(_result(library, name, wrong), "utf-8")
    (folder / "twice.json").write_text(_result(library, "Aina", wrong), "utf-8-sig")
    better = _result(library, "Mei", {"who-signs": 1.0}, at=2.0)
    (folder / "later.json").write_text(better, "utf-8")
    (folder / "old.json").write_text(_result(library, "Raj", wrong, old=True), "utf-8")
    (folder / "changed.json").write_text(_result(library, "Siti", wrong).replace("Siti", "Sita"))
    (folder / "half.json").write_text(_result(library, "Siti", wrong)[:200], "utf-8")
    (folder / "bytes.json").write_bytes(b"\xff\x00\x01")
    return folder


# ---- results ------------------------------------------------------------------------------


def test_results_say_what_the_group_got_wrong(library: Library, results: Path) -> None:
    group = group_of(library, files_in([results]))
    assert {key: round(missed.share, 2) for key, missed in group.missed.items()} == {
        ("stages/closing", "who-signs"): 0.67
    }
    assert group.missed["stages/closing", "who-signs"].people == 3
    assert (group.people, group.files, group.outdated) == (4, 6, 2)
    assert [said.rpartition("/")[2].partition(":")[0] for said in group.skipped] == [
        "bytes.json",
        "changed.json",
        "half.json",
    ]


def test_what_went_wrong_is_gone_over_and_not_asked_again(library: Library, results: Path) -> None:
    group = group_of(library, files_in([results]))
    material = gather(library, library.sessions["refresher"], group)
    assert [drawn.question.id for drawn in material.wrong] == ["who-signs"]
    assert [drawn.question.id for drawn in material.paper] == ["what-to-send"]
    assert [block.kind for block in material.agenda.blocks][1] == "wrong"


def test_command_names_the_files_that_it_skips(handbook: Path, results: Path) -> None:
    code, output = run(
        "session", "refresher", "--results", str(results), "--handbook", str(handbook)
    )
    assert code == 0, output
    assert output.count("warning: skipped") == 3
    assert "half.json: this is no file of results" in output


# ---- the pack -----------------------------------------------------------------------------


def test_command_says_what_it_wrote_and_writes_the_same_again(handbook: Path) -> None:
    folder = handbook / "packs" / "refresher"
    code, output = run("session", "refresher", "--handbook", str(handbook))
    assert code == 0, output
    written = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}
    assert len(written) == 21
    assert all(path in output for path in written if path != "pack.json")
    assert run("session", "refresher", "--handbook", str(handbook))[0] == 0
    assert {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")
    } == written


@pytest.mark.parametrize(
    ("language", "folders"), [("ms", {"ms"}), ("en", {"en"}), ("both", {"ms", "en"})]
)
def test_language(handbook: Path, tmp_path: Path, language: str, folders: set[str]) -> None:
    out = tmp_path / "out"
    plan = str(handbook / PLAN)
    args = ("session", plan, "--out", str(out), "--language", language)
    assert run(*args, "--handbook", str(handbook))[0] == 0
    assert {path.name for path in out.iterdir()} == {*folders, "pack.json"}


def test_a_plan_may_stand_anywhere(handbook: Path, tmp_path: Path) -> None:
    plan = tmp_path / "thursday.yml"
    plan.write_text((handbook / PLAN).read_text("utf-8"), "utf-8")
    args = ("session", str(plan), "--out", str(tmp_path / "out"), "--handbook", str(handbook))
    assert run(*args)[0] == 0


def test_a_folder_with_other_files_is_left_alone(handbook: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine", "utf-8")
    args = ("session", "refresher", "--out", str(out), "--handbook", str(handbook))
    code, output = run(*args)
    assert (code, "mine.txt" in output, len(list(out.iterdir()))) == (2, True, 1)
    assert run(*args, "--force")[0] == 0
    assert (out / "mine.txt").read_text("utf-8") == "mine"


def test_without_pptx_it_says_what_to_install(
    handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slides, "available", lambda: False)
    code, output = run("session", "refresher", "--handbook", str(handbook))
    assert code == 0
    assert "pip install 'kitaran[slides]'" in output
    assert ".pptx" not in output


@pytest.mark.parametrize(
    ("find", "replace", "said"),
    [
        pytest.param("stages/closing]", "stages/closng]", "stages/closng", id="unknown stage"),
        pytest.param("roleplays: [price]", "roleplays: [prise]", "prise", id="unknown role-play"),
        pytest.param("minutes: 60", "minutes: 5", "KB114", id="too few minutes"),
        pytest.param("minutes: 60", "minutes: [", "KB108", id="no YAML"),
        pytest.param("stages: [stages/closing]", "stages: []", "KB231", id="no topic"),
        pytest.param("date: 2026-11-26", "date: soon", "KB114", id="no date"),
    ],
)
def test_a_bad_plan_makes_nothing(handbook: Path, find: str, replace: str, said: str) -> None:
    plan = handbook / PLAN
    plan.write_text(plan.read_text("utf-8").replace(find, replace), "utf-8")
    code, output = run("session", "refresher", "--handbook", str(handbook))
    assert (code, said in output) == (1, True), output
    assert not (handbook / "packs").exists()


def test_a_fault_in_a_page_that_is_used_makes_nothing(handbook: Path) -> None:
    quiz = handbook / "quizzes" / "stages" / "closing.yml"
    quiz.write_text(quiz.read_text("utf-8").replace("correct: true", "correct: false"), "utf-8")
    code, output = run("session", "refresher", "--handbook", str(handbook))
    assert (code, "KB210" in output) == (1, True)


def test_an_unknown_plan_is_wrong_usage(handbook: Path) -> None:
    code, output = run("session", "refreshr", "--handbook", str(handbook))
    assert (code, "did you mean `refresher`?" in output) == (2, True)


@pytest.mark.parametrize("folder", ["playbooks", "quizzes/stages", "docs"])
def test_a_pack_does_not_go_among_the_content(handbook: Path, folder: str) -> None:
    args = ("session", "refresher", "--handbook", str(handbook))
    assert run(*args, "--out", str(handbook / folder))[0] == 2
    assert run(*args, "--out", str(handbook / folder), "--force")[0] == 2


# ---- new session --------------------------------------------------------------------------


def test_new_session_takes_options(handbook: Path) -> None:
    code, output = run(
        "new", "session", "thursday", "--handbook", str(handbook), "--roles", "client-manager",
        "--stages", "closing", "--minutes", "45", "--people", "11", "--language", "ms",
        "--date", "2026-12-01", "--seed", "5",
    )  # fmt: skip
    assert code == 0, output
    assert run("check", "--strict", "--handbook", str(handbook))[0] == 0
    plan = load_library(load_settings(handbook)).sessions["thursday"]
    assert (plan.minutes, plan.people, plan.language, plan.seed) == (45, 11, "ms", 5)
    assert (plan.topics, plan.roles) == (("stages/closing",), ("client-manager",))
    assert plan.date.isoformat() == "2026-12-01"
    assert run("session", "thursday", "--handbook", str(handbook))[0] == 0


def test_new_session_asks_on_a_terminal(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new, "at_terminal", lambda: True)
    typed = "closing\nclient-manager\n2026-12-32\n2026-12-01\n60\n9\n3\nen\n"
    code, output = run("new", "session", "asked", "--handbook", str(handbook), typed=typed)
    assert code == 0, output
    assert "is no date" in output
    assert run("check", "--strict", "--handbook", str(handbook))[0] == 0
    plan = load_library(load_settings(handbook)).sessions["asked"]
    assert (plan.minutes, plan.people, plan.seed, plan.language) == (60, 9, 3, "en")


def test_new_session_asks_only_for_what_is_open(
    handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new, "at_terminal", lambda: True)
    code, output = run(
        "new", "session", "x", "--handbook", str(handbook), "--stages", "closing", "--people", "4",
        "--minutes", "30", "--seed", "1", "--language", "ms", "--roles", "client-manager",
        typed="\n",
    )  # fmt: skip
    assert code == 0, output
    assert ("Date" in output, "People" in output) == (True, False)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["--stages", "closng"], "did you mean `closing`?", id="stage"),
        pytest.param(["--roles", "client"], "there is no page `roles/client`", id="role"),
        pytest.param(["--minutes", "5"], "take 15 to 480", id="minutes"),
        pytest.param(["--people", "1"], "take 2 to 40", id="people"),
        pytest.param(["--date", "2026-13-01"], "is no date", id="date"),
        pytest.param(["--language", "fr"], "fr", id="language"),
        pytest.param(["--minutes", "15", "--stages", "closing,price,topics/events"], "take 19",
                     id="too short"),
    ],
)  # fmt: skip
def test_new_session_refuses(handbook: Path, args: list[str], said: str) -> None:
    code, output = run("new", "session", "x", "--handbook", str(handbook), *args)
    assert (code, said in output) == (2, True), output
    assert not (handbook / "playbooks" / "sessions" / "x.yml").exists()


def test_only_a_session_takes_its_options(handbook: Path) -> None:
    assert run("new", "path", "x", "--minutes", "5", "--handbook", str(handbook))[0] == 2
