"""`kitaran new`: what it writes is valid, and it never writes over anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kitaran.cli import main

if TYPE_CHECKING:
    from pathlib import Path

NEW = [
    ("playbook", "stages/referrals"),
    ("playbook", "objections/send-email"),
    ("playbook", "products/stand-up-pouch"),
    ("playbook", "roles/team-lead"),
    ("playbook", "topics/loyalty"),
    ("path", "team-lead"),
    ("scorecard", "observed-call"),
    ("form", "visit-report"),
    ("roleplay", "first-call"),
    ("session", "thursday"),
]


def run(handbook: Path, *args: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*args, "--handbook", str(handbook)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


@pytest.mark.parametrize(("kind", "name"), NEW, ids=[name for _, name in NEW])
def test_new_file_passes_the_check_and_is_built(handbook: Path, kind: str, name: str) -> None:
    code, output = run(handbook, "new", kind, name)
    assert code == 0, output
    assert name.rpartition("/")[2] in output
    assert run(handbook, "check")[0] == 0
    assert run(handbook, "stage", str(handbook / "staged"))[0] == 0


def test_new_quiz_asks_about_the_page_it_belongs_to(handbook: Path) -> None:
    run(handbook, "new", "playbook", "stages/referrals")
    code, output = run(handbook, "new", "quiz", "stages/referrals")
    assert (code, "quizzes/stages/referrals.yml" in output) == (0, True)
    assert run(handbook, "check")[0] == 0


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        pytest.param("playbook", "stages/closing", id="exists already"),
        pytest.param("playbook", "closing", id="no collection"),
        pytest.param("playbook", "stages/Closing Deal", id="not an id"),
        pytest.param("playbook", "../../etc/passwd", id="out of the handbook"),
        pytest.param("quiz", "stages/nothing-here", id="quiz without its page"),
        pytest.param("path", "a/b", id="path with a folder"),
        pytest.param("poem", "x", id="unknown kind"),
    ],
)
def test_new_refuses_with_2_and_writes_nothing(handbook: Path, kind: str, name: str) -> None:
    before = sorted(handbook.rglob("*"))
    code, output = run(handbook, "new", kind, name)
    assert code == 2
    assert "Error" in output
    assert sorted(handbook.rglob("*")) == before
