"""What the commands refuse, and what they say instead of breaking off."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from kitaran.cli import main
from kitaran.commands._handbook import in_colour
from kitaran.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from pathlib import Path


def run(*args: str | Path) -> Result:
    """Call the command, and let no traceback pass."""
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize("place", [".", "..", "playbooks", "docs/site", "quizzes/stages", "mine"])
def test_build_never_takes_the_place_of_anything_but_a_site(handbook: Path, place: str) -> None:
    (handbook / "mine").mkdir()
    (handbook / "mine/thesis.txt").write_text("years of work")
    before = sorted(handbook.rglob("*"))
    result = run("build", "--handbook", handbook, "--site-dir", handbook / place)
    assert result.exit_code == 1
    assert "give" in result.output
    assert [p for p in sorted(handbook.rglob("*")) if ".cache" not in p.parts] == before


def test_build_replaces_a_site_and_leaves_hidden_files(handbook: Path) -> None:
    site = handbook / "site"
    site.mkdir()
    (site / ".nojekyll").touch()
    assert run("build", "--handbook", handbook).exit_code == 0
    (site / "old.html").touch()
    assert run("build", "--handbook", handbook).exit_code == 0
    assert (site / ".nojekyll").exists()
    assert not (site / "old.html").exists()


@pytest.mark.parametrize("folder", ["docs", "playbooks/stages", "quizzes/x"])
def test_stage_does_not_write_among_the_content(handbook: Path, folder: str) -> None:
    before = sorted(handbook.rglob("*"))
    result = run("stage", handbook / folder, "--handbook", handbook)
    assert (result.exit_code, "another folder" in result.output) == (2, True)
    assert sorted(handbook.rglob("*")) == before


def test_new_refuses_a_name_that_no_file_can_have(handbook: Path) -> None:
    result = run("new", "playbook", f"stages/{'a' * 300}", "--handbook", handbook)
    assert (result.exit_code, "300 characters" in result.output) == (2, True)


def test_stamp_refuses_a_file_elsewhere_in_words(handbook: Path, tmp_path: Path) -> None:
    (tmp_path / "x.md").touch()
    result = run("stamp", tmp_path / "x.md", "--handbook", handbook)
    assert (result.exit_code, "is not in the handbook" in result.output) == (2, True)


def test_stamp_keeps_line_ends(handbook: Path) -> None:
    twin = handbook / "playbooks/stages/closing.en.md"
    twin.write_bytes(twin.read_bytes().replace(b"\n", b"\r\n"))
    assert run("stamp", twin, "--handbook", handbook).exit_code == 0
    assert twin.read_bytes().count(b"\r\n") == twin.read_bytes().count(b"\n")
    assert b"translates: " in twin.read_bytes()


@pytest.mark.parametrize("port", ["0", "99999", "-1"])
def test_serve_refuses_a_port_that_is_none(handbook: Path, port: str) -> None:
    result = run("serve", "--handbook", handbook, "--port", port)
    assert (result.exit_code, "--port" in result.output) == (2, True)


def test_serve_says_at_once_that_it_cannot_listen(handbook: Path) -> None:
    result = run("serve", "--handbook", handbook, "--host", "host.invalid")
    assert (result.exit_code, "cannot serve at host.invalid" in result.output) == (1, True)
    assert "Ready" not in result.output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("[tool.kitaran]\nlanguages = []", "a list is expected", id="no language"),
        pytest.param('[tool.kitaran]\nlanguages = "en"', "a list is expected", id="no list"),
        pytest.param('[tool.kitaran]\nlanguages = ["en", "ms"]', "original", id="English first"),
        pytest.param("[tool.kitaran]\nlang = 1", "no such setting", id="unknown setting"),
        pytest.param("[tool]\nkitaran = 3", "a table", id="no table"),
        pytest.param("[tool.kitaran.check]\nmax_bytes = -5", "max_bytes", id="negative size"),
        pytest.param('[[tool.kitaran.check.off]]\nrule = "KB602"', "reason", id="no reason"),
    ],
)
def test_settings_are_refused_in_words(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(SettingsError, match=said):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("code", "hint"),
    [("KB6O2", "did you mean `KB602`"), ("all", "lists the rules")],
    ids=["letter for a digit", "no code"],
)
def test_settings_switch_off_no_rule_that_is_none(handbook: Path, code: str, hint: str) -> None:
    with (handbook / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[[tool.kitaran.check.off]]\nrule = "{code}"\nreason = "x"\n')
    for command in ("check", "build"):
        result = run(command, "--handbook", handbook)
        assert (result.exit_code, hint in result.output) == (2, True), result.output


def test_settings_with_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    text = '[tool.kitaran]\nlanguages = ["en", "en"]'
    (tmp_path / "pyproject.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load_settings(tmp_path).languages == ("en",)


def test_settings_in_utf16_are_refused(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes("[tool.kitaran]".encode("utf-16"))
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(tmp_path)


def test_settings_of_other_tools_that_make_no_sense_are_not_ours(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("tool = 3")
    assert load_settings(tmp_path).languages == ("ms", "en")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437"])
def test_signs_that_the_terminal_lacks_end_nothing(handbook: Path, encoding: str) -> None:
    page = handbook / "playbooks/stages/closing.md"
    text = page.read_text("utf-8").replace("## ", "## 😀 “客户” → [x](tiada.md) ", 1)
    page.write_text(text, "utf-8")
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}

    def call(*args: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "kitaran", "check", "--handbook", str(handbook), *args]
        return subprocess.run(command, env=env, capture_output=True, check=False)

    done = call()
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
    assert b"KB401" in done.stdout
    assert "客户" in json.dumps(json.loads(call("--format", "json").stdout), ensure_ascii=False)


def test_a_closed_pipe_is_no_fault(handbook: Path) -> None:
    command = [sys.executable, "-m", "kitaran", "explain"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert isinstance(process.stdout, io.BufferedReader)
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()


def test_check_counts_the_questions_of_what_is_wanted(
    handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(handbook)
    assert "0 questions" in run("check", "playbooks").output
    assert "2 questions" in run("check", "quizzes").output


@pytest.mark.parametrize(("asked", "coloured"), [("", True), ("1", False)])
def test_colour_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, asked: str, coloured: bool
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("NO_COLOR", asked)
    assert in_colour(Terminal()) is coloured
    assert not in_colour(io.StringIO())
