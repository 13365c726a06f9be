"""`kitaran checklists`: what it writes where, what it says, and how it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kitaran.commands.checklists import command
from kitaran.documents.formats import formats

SCRIPT = Path(__file__).parents[2] / "scripts" / "generate_checklists.py"


def run(handbook: Path, *arguments: str | Path) -> Result:
    options = [str(argument) for argument in (*arguments, "--handbook", handbook)]
    result = CliRunner().invoke(command, options)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_without_anything_it_writes_the_cycle_and_says_where(handbook: Path) -> None:
    result = run(handbook)
    folder = handbook / "checklists"
    written = [f"cycle.{locale}.{suffix}" for locale in ("en", "ms") for suffix in formats()]
    assert result.exit_code == 0
    assert names(folder) == written
    assert "Kitaran jualan penuh · Versi " in result.stdout
    assert " · Reviewed 1 November 2026 · 2 items\n" in result.stdout
    for name in written:
        assert f"  {folder / name}\n" in result.stdout


def test_places_are_told_from_here(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(handbook)
    result = CliRunner().invoke(command, ["--stage", "closing", "--format", "md", "--lang", "en"])
    assert result.stdout.splitlines()[1:] == ["  checklists/stages-closing.en.md"]


@pytest.mark.parametrize(
    ("options", "written"),
    [
        (
            ["--stage", "closing", "--format", "csv,md", "--lang", "ms"],
            ["stages-closing.ms.csv", "stages-closing.ms.md"],
        ),
        (
            ["--role", "client-manager", "--format", "CSV", "--format", "csv", "--lang", "en"],
            ["role-client-manager.en.csv"],
        ),
        (
            ["--path", "client-manager", "--format", "pdf", "--paper", "a6"],
            ["path-client-manager.en.a6.pdf", "path-client-manager.ms.a6.pdf"],
        ),
        (
            ["--page", "stages/closing", "--format", "csv", "--paper", "a6", "--lang", "all"],
            ["stages-closing.en.csv", "stages-closing.ms.csv"],
        ),
        (["--all", "--format", "html", "--lang", "ms"], ["cycle.ms.html"]),
    ],
)
def test_options(options: list[str], written: list[str], handbook: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    assert run(handbook, *options, "--out", out).exit_code == 0
    assert names(out) == written


def test_file_to_write_to_decides_format_and_language(handbook: Path, tmp_path: Path) -> None:
    file = tmp_path / "a" / "closing.PDF"
    assert run(handbook, "--stage", "closing", "--out", file).exit_code == 0
    assert names(file.parent) == ["closing.PDF"]
    assert file.read_bytes().startswith(b"%PDF-")
    assert run(handbook, "--lang", "en", "--out", tmp_path / "x.md").exit_code == 0
    assert (tmp_path / "x.md").read_text("utf-8").startswith("# The whole sales cycle\n")


def test_site_url(handbook: Path, tmp_path: Path) -> None:
    (handbook / "mkdocs.yml").write_text("site_name: Kilang A\nsite_url: https://a.example\n")
    file = tmp_path / "x.csv"
    run(handbook, "--out", file)
    assert ",https://a.example/stages/closing/#before," in file.read_text("utf-8")
    assert "Daripada: Kilang A" in file.read_text("utf-8")
    run(handbook, "--out", file, "--site-url", "https://b.example/x/")
    assert ",https://b.example/x/stages/closing/#before," in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--stage", "closin"], "there is no stage `closin`, did you mean `closing`?"),
        (["--stage", ""], "--stage needs an id"),
        (["--role", "x"], "there are: client-manager"),
        (["--path", "client-manger"], "did you mean `client-manager`?"),
        (["--page", "../../etc/passwd"], "there is no page"),
        (["--page", "topics/events"], "has no checklist; these have: stages/closing"),
        (["--stage", "closing", "--all"], "choose one of"),
        (["--stage", "closing", "--role", "client-manager"], "choose one of"),
        (["--format", "pfd"], "there is no format `pfd`, did you mean `pdf`?"),
        (["--format", "docx"], "(there are: csv, html, md, pdf, xlsx)"),
        (["--lang", "de"], "'de' is not one of"),
        (["--out", "x.pdf", "--format", "csv"], "x.pdf is a file for pdf"),
        (["--out", "x.pdf", "--lang", "all"], "x.pdf is one file"),
    ],
)
def test_wrong_usage(
    options: list[str], message: str, handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(handbook)
    before = sorted(handbook.rglob("*"))
    result = run(handbook, *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert sorted(handbook.rglob("*")) == before


def test_language_that_the_handbook_has_not(handbook: Path) -> None:
    (handbook / "pyproject.toml").write_text('[tool.kitaran]\nlanguages = ["ms"]\n')
    assert run(handbook, "--lang", "en").exit_code == 2
    assert run(handbook, "--format", "md").exit_code == 0
    assert names(handbook / "checklists") == ["cycle.ms.md"]


@pytest.mark.parametrize("folder", ["playbooks/stages", "docs", "quizzes"])
def test_handbook_is_never_written_over(folder: str, handbook: Path) -> None:
    result = run(handbook, "--format", "md", "--out", handbook / folder)
    assert result.exit_code == 2
    assert "would become a page of the handbook" in result.stderr


# ---- errors in the content --------------------------------------------------------------


@pytest.mark.parametrize("file", ["playbooks/stages/closing.md", "playbooks/stages/closing.en.md"])
@pytest.mark.parametrize(
    "options", [[], ["--stage", "closing"], ["--role", "client-manager"], ["--lang", "ms"]], ids=str
)
def test_page_with_errors(file: str, options: list[str], handbook: Path) -> None:
    page = handbook / file
    page.write_text(page.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    result = run(handbook, *options)
    assert result.exit_code == 1
    assert f"{file}:" in result.stderr
    assert "mend the errors above first" in result.stderr
    assert result.stdout == ""
    assert not (handbook / "checklists").exists()


def test_error_that_a_rule_finds(handbook: Path) -> None:
    page = handbook / "playbooks" / "stages" / "closing.md"
    text = page.read_text("utf-8")
    line = text[: text.index("order: 1")].count("\n") + 2
    page.write_text(text.replace("order: 1", "order: 1\norder: 2"), "utf-8")
    result = run(handbook)
    assert result.exit_code == 1
    assert f"playbooks/stages/closing.md:{line}:1: error KB107" in result.stderr


def test_path_with_errors(handbook: Path) -> None:
    path = handbook / "playbooks" / "paths" / "client-manager.yml"
    path.write_text("id: [\n", "utf-8")
    result = run(handbook, "--path", "client-manager")
    assert result.exit_code == 1
    assert "playbooks/paths/client-manager.yml:" in result.stderr
    assert run(handbook, "--stage", "closing").exit_code == 0


def test_path_to_a_page_that_is_not_there(handbook: Path) -> None:
    path = handbook / "playbooks" / "paths" / "client-manager.yml"
    text = path.read_text("utf-8").replace("checklist: stages/closing", "checklist: stages/x")
    path.write_text(text, "utf-8")
    result = run(handbook, "--path", "client-manager")
    assert result.exit_code == 1
    assert "playbooks/" in result.stderr


def test_twin_that_is_not_there(handbook: Path) -> None:
    (handbook / "playbooks" / "stages" / "closing.en.md").unlink()
    result = run(handbook)
    assert result.exit_code == 1
    assert "playbooks/stages/closing" in result.stderr


def test_errors_elsewhere_do_not_matter(handbook: Path) -> None:
    quiz = handbook / "quizzes" / "stages" / "closing.yml"
    quiz.write_text(quiz.read_text("utf-8").replace("correct: true", "correct: false"), "utf-8")
    assert run(handbook, "--format", "md").exit_code == 0


def test_handbook_without_checklists(tmp_path: Path) -> None:
    (tmp_path / "playbooks").mkdir()
    result = run(tmp_path)
    assert result.exit_code == 2
    assert "no stage has a checklist yet" in result.stderr


# ---- where it cannot write --------------------------------------------------------------


def test_folder_is_a_file(handbook: Path) -> None:
    (handbook / "checklists").write_text("")
    result = run(handbook)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"error: {handbook / 'checklists' / 'cycle.ms.csv'}: ")


def test_file_is_a_folder(handbook: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    (folder / "cycle.ms.md").mkdir(parents=True)
    result = run(handbook, "--format", "md", "--out", folder)
    assert result.exit_code == 1
    assert "cycle.ms.md: Is a directory" in result.stderr
    assert names(folder) == ["cycle.ms.md"]


def test_folder_may_not_be_written(
    handbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write everywhere, so a refusal has to be played.
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    result = run(handbook, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr == f"error: {tmp_path / 'out' / 'cycle.ms.csv'}: Permission denied\n"


def test_name_too_long(handbook: Path, tmp_path: Path) -> None:
    result = run(handbook, "--out", tmp_path / ("x" * 300))
    assert result.exit_code == 1
    assert "error: " in result.stderr


# ---- the same bytes ---------------------------------------------------------------------


def test_two_processes_write_the_same_bytes(handbook: Path, tmp_path: Path) -> None:
    written: list[dict[str, bytes]] = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Kuala_Lumpur")):
        out = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        subprocess.run(
            [
                sys.executable,
                SCRIPT,
                "--handbook",
                handbook,
                "--out",
                out,
                "--role",
                "client-manager",
            ],
            check=True,
            env=environment,
            capture_output=True,
        )
        written.append({file.name: file.read_bytes() for file in out.iterdir()})
    assert len(written[0]) == 2 * len(formats())
    assert written[0] == written[1]
