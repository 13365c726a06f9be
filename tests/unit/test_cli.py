"""The commands as people call them: what they print, and what they exit with."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kitaran.cli import main

REPOSITORY = Path(__file__).parents[2]
QUIZ = "quizzes/stages/closing.yml"


def run(*args: str | Path) -> Result:
    """Call the command, and let no traceback pass."""
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def break_quiz(root: Path) -> None:
    """Put one error into the quiz."""
    file = root / QUIZ
    file.write_text(file.read_text("utf-8").replace("correct: true", "corect: true", 1), "utf-8")


@pytest.mark.parametrize(
    "command", ["build", "check", "checklists", "explain", "new", "schemas", "stats"]
)
def test_every_command_explains_itself(command: str) -> None:
    assert command in run("--help").output
    assert "Usage:" in run(command, "--help").output


def test_check_of_a_clean_handbook_exits_with_0(handbook: Path) -> None:
    result = run("check", "--handbook", handbook)
    assert (result.exit_code, "no findings" in result.output) == (0, True)


def test_check_of_a_broken_one_exits_with_1_and_points_at_the_place(handbook: Path) -> None:
    break_quiz(handbook)
    result = run("check", "--handbook", handbook)
    assert result.exit_code == 1
    assert f"{QUIZ}:13:9: error KB112" in result.output
    assert "did you mean `correct`?" in result.output


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_check_tells_it_in_every_form(handbook: Path, form: str) -> None:
    break_quiz(handbook)
    result = run("check", "--handbook", handbook, "--format", form)
    assert (result.exit_code, "KB112" in result.output) == (1, True)
    if form in ("json", "sarif"):
        json.loads(result.output)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["check", "--format", "xml"], "xml", id="unknown format"),
        pytest.param(["check", "no-such-file"], "no-such-file", id="no such file"),
        pytest.param(["check", "--handbook", "/no/such/folder"], "/no/such/folder", id="no folder"),
        pytest.param(["explain", "KB999"], "KB999", id="unknown rule"),
        pytest.param(["frobnicate"], "frobnicate", id="unknown command"),
    ],
)
def test_wrong_usage_exits_with_2(args: list[str], said: str) -> None:
    result = run(*args)
    assert (result.exit_code, said in result.output) == (2, True)


def test_check_outside_a_handbook_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("check")
    assert (result.exit_code, "is in no handbook" in result.output) == (2, True)


def test_settings_that_cannot_be_used_are_named(handbook: Path) -> None:
    (handbook / "pyproject.toml").write_text('[tool.kitaran]\nlanguages = ["fr"]\n')
    result = run("check", "--handbook", handbook)
    assert (result.exit_code, "tool.kitaran.languages.0" in result.output) == (2, True)


def test_check_can_be_narrowed_to_a_folder(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_quiz(handbook)
    monkeypatch.chdir(handbook)
    assert run("check", "playbooks").exit_code == 0
    assert run("check", "quizzes").exit_code == 1
    assert run("check", ".").exit_code == 1


def test_warnings_fail_only_when_strict(handbook: Path) -> None:
    page = handbook / "playbooks/stages/closing.md"
    text = page.read_text("utf-8").replace("Buat yang ini dahulu.", "Atasi keberatan dahulu.", 1)
    page.write_text(text, "utf-8")
    assert run("check", "--handbook", handbook).exit_code == 0
    assert run("check", "--handbook", handbook, "--strict").exit_code == 1


def test_build_refuses_errors_and_lists_them_all(handbook: Path) -> None:
    break_quiz(handbook)
    (handbook / "playbooks/topics/events.en.md").unlink()
    result = run("build", "--handbook", handbook)
    assert result.exit_code == 1
    assert "KB112" in result.output
    assert "KB501" in result.output
    assert not (handbook / "site").exists()


def test_build_and_stage_write_where_they_are_told(handbook: Path, tmp_path: Path) -> None:
    assert run("build", "--handbook", handbook, "--site-dir", tmp_path / "s").exit_code == 0
    assert (tmp_path / "s/en/stages/closing/index.html").is_file()
    assert run("stage", tmp_path / "m", "--handbook", handbook).exit_code == 0
    assert "# Close the deal" in (tmp_path / "m/en/stages/closing.md").read_text("utf-8")


def test_staged_pages_build_without_the_plugin(handbook: Path, tmp_path: Path) -> None:
    run("stage", tmp_path / "m", "--handbook", handbook)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Plain\ndocs_dir: m/ms\ntheme: material\n"
        "markdown_extensions: [admonition, attr_list, pymdownx.details, pymdownx.tasklist]\n"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "site/stages/closing/index.html").read_text("utf-8")
    assert 'id="confirm-signatory"' in html
    assert "{#" not in html


def test_stamp_makes_a_translation_current_until_the_original_changes(handbook: Path) -> None:
    original = handbook / "playbooks/stages/closing.md"
    assert run("stamp", original, "--handbook", handbook).exit_code == 0
    assert "KB506" not in run("check", "--handbook", handbook).output
    original.write_text(original.read_text("utf-8").replace("Buat yang ini", "Buat semua ini", 1))
    assert "KB506" in run("check", "--handbook", handbook).output


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param(QUIZ, "only the pages in playbooks/", id="a quiz"),
        pytest.param("playbooks/stages/closing.md", "there is no", id="a page without a twin"),
    ],
)
def test_stamp_refuses_what_it_cannot_stamp(handbook: Path, path: str, said: str) -> None:
    (handbook / "playbooks/stages/closing.en.md").unlink()
    result = run("stamp", handbook / path, "--handbook", handbook)
    assert (result.exit_code, said in result.output) == (1, True)


@pytest.mark.parametrize("name", ["KB210", "kb210", "not-one-right-answer"])
def test_explain_takes_a_code_or_a_name(name: str) -> None:
    assert "A single-choice question has no right option" in run("explain", name).output


def test_scripts_run_as_they_are(handbook: Path) -> None:
    break_quiz(handbook)
    shutil.rmtree(handbook / "playbooks/topics")
    script = REPOSITORY / "scripts/validate_quizzes.py"
    done = subprocess.run(
        [sys.executable, script], cwd=handbook, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert f"{QUIZ}:13:9: error KB112" in done.stdout
    assert "playbooks/" not in done.stdout


def test_handbook_in_english_only(tmp_path: Path) -> None:
    (tmp_path / "playbooks").mkdir()
    (tmp_path / "pyproject.toml").write_text('[tool.kitaran]\nlanguages = ["en"]\n')
    shutil.copy(REPOSITORY / "tests/handbook/mkdocs.yml", tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("---\ntitle: Home\n---\n\nWelcome.\n")
    for kind, name in (("playbook", "stages/closing"), ("quiz", "stages/closing")):
        assert run("new", kind, name, "--handbook", tmp_path).exit_code == 0
    assert run("check", "--strict", "--handbook", tmp_path).output.startswith("no findings")
    assert run("build", "--handbook", tmp_path).exit_code == 0
    html = (tmp_path / "site/stages/closing/index.html").read_text("utf-8")
    assert '<html lang="en"' in html
    assert "Exit criteria" in html
    assert not (tmp_path / "site/en").exists()


def test_stats_count_what_is_there(handbook: Path) -> None:
    lines = run("stats", "--handbook", handbook).output.splitlines()
    counted = {line[:44].strip(): line[44:].strip() for line in lines}
    assert counted["pages in stages (ms/en)"] == "1/1"
    assert counted["questions"] == counted["single"] == "2"
    assert counted["questions at apply or above"] == "100%"
    assert counted["objectives with two questions or more"] == "1"
    assert counted["glossary terms"] == "1"


def test_stats_of_an_empty_handbook(tmp_path: Path) -> None:
    (tmp_path / "playbooks").mkdir()
    assert run("stats", "--handbook", tmp_path).exit_code == 0
