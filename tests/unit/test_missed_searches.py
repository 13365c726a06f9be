"""`kitaran report --searches`: lists are summed up, and damaged ones are told and left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from kitaran.commands.report import command
from kitaran.reports.searches import DamagedError, Missed, read, total

if TYPE_CHECKING:
    from pathlib import Path


def saved(folder: Path, name: str, *searches: dict[str, Any], **more: Any) -> Path:
    """Save a list as the site does."""
    file = folder / name
    data = {"format": "kitaran-searches", "schema": 1, "at": "2026-11-23", "searches": searches}
    file.write_text(json.dumps({**data, **more}), "utf-8")
    return file


def search(
    query: str, count: int = 1, locale: str = "ms", last: str = "2026-11-20"
) -> dict[str, Any]:
    """Write one search as the site does."""
    return {"query": query, "locale": locale, "count": count, "last": last}


def test_lists_are_summed_up(tmp_path: Path) -> None:
    one = saved(tmp_path, "one.json", search("dron", 2), search("gam", 9, last="2026-11-01"))
    two = saved(tmp_path, "two.json", search("dron", 1, last="2026-11-22"), search("dron", 1, "en"))
    assert total(map(read, (one, two))) == (
        Missed("dron", "ms", 3, "2026-11-22", 2),
        Missed("gam", "ms", 9, "2026-11-01", 1),
        Missed("dron", "en", 1, "2026-11-20", 1),
    )


def test_the_command_prints_a_table(tmp_path: Path) -> None:
    saved(tmp_path, "one.json", search("dron pembungkusan", 2))
    result = CliRunner().invoke(command, ["--searches", str(tmp_path)])
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].split() == [
        "1", "2", "2026-11-20", "ms", "dron", "pembungkusan",
    ]  # fmt: skip


def test_sums_as_json(tmp_path: Path) -> None:
    file = saved(tmp_path, "one.json", search("dron"))
    result = CliRunner().invoke(command, ["--searches", "--json", str(file)])
    assert json.loads(result.stdout)[0]["query"] == "dron"


def test_nothing_missed(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--searches", str(saved(tmp_path, "one.json"))])
    assert (result.exit_code, result.stdout) == (0, "No search without an answer in 1 lists.\n")


DAMAGED = [
    pytest.param("{", "cannot be read", id="cut off"),
    pytest.param("[]", "no list of searches", id="a list"),
    pytest.param('{"format": "kitaran-progress"}', "no list of searches", id="another file"),
    pytest.param('{"format": "kitaran-searches", "schema": 2}', "another version", id="newer"),
    pytest.param('{"format": "kitaran-searches", "schema": 1}', "no searches", id="empty"),
    pytest.param(
        '{"format": "kitaran-searches", "schema": 1, "searches": [{"query": " "}]}',
        "no words",
        id="blank",
    ),
    pytest.param(
        '{"format": "kitaran-searches", "schema": 1, "searches": [{"query": "a", "count": -1}]}',
        "not made -1 times",
        id="count",
    ),
    pytest.param("[" * 100_000, "cannot be read", id="nested"),
]


@pytest.mark.parametrize(("text", "told"), DAMAGED)
def test_damaged_files_are_told_and_left_out(tmp_path: Path, text: str, told: str) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(text, "utf-8")
    with pytest.raises(DamagedError, match=told):
        read(bad)
    good = saved(tmp_path, "good.json", search("dron"))
    result = CliRunner().invoke(command, ["--searches", str(bad), str(good)])
    assert result.exit_code == 1
    assert "left out" in result.stderr
    assert "dron" in result.stdout


def test_signs_that_steer_a_terminal_are_left_out(tmp_path: Path) -> None:
    (missed,) = read(saved(tmp_path, "one.json", search("dron\x1b[31m\nmerah")))
    assert missed.query == "dron [31m merah"
