"""How findings are told.

Golden files are in `golden/reporters/`. After a wanted change, write them anew with
`KITARAN_GOLDEN=write pytest tests/unit/test_reporters.py` and look at the difference.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

import kitaran
from kitaran.check.engine import Report, check
from kitaran.check.reporters import formats, reporter, summary
from kitaran.check.reporters.text import WIDTH, excerpt
from kitaran.check.rule import rules
from kitaran.diagnostics import Diagnostic, Severity, Span
from kitaran.settings import load_settings

GOLDEN = Path(__file__).parent.parent / "golden" / "reporters"
ERROR, WARNING = Severity.ERROR, Severity.WARNING
FINDINGS = (
    Diagnostic(
        "playbooks/stages/closing.en.md",
        Span(1),
        "KB502",
        ERROR,
        "the twin has no original",
        "write `playbooks/stages/closing.md`, or remove this file",
        "---",
    ),
    Diagnostic(
        "playbooks/stages/penutup, akhir: 100%.md",
        Span(12, 6, 10),
        "KB309",
        WARNING,
        "the glossary asks to avoid `客户 x`",
        "write `pelanggan`, or say it otherwise",
        "\t印e\u0301 客户 x mengatakan 印",
    ),
    Diagnostic("quizzes/stages/closing.yml", Span(), "KB105", ERROR, "the file is empty"),
    Diagnostic(
        "quizzes/stages/closing.yml",
        Span(1234, 159, 165),
        "KB112",
        ERROR,
        "the key `weigth\x1b[31m` is not\nknown here",
        "did you mean `weight`?",
        "  - {" + "text: a, " * 17 + "weigth: 2" + ", text: b" * 30 + "}",
    ),
)
REPORT = Report(FINDINGS, 14, 37, 2)
NOTHING = Report((), 1, 1, 0)


def _tell(form: str, report: Report = REPORT, *, colour: bool = False) -> str:
    return reporter(form)(report, root=Path("/handbook"), colour=colour)


def _golden(name: str, text: str) -> None:
    file = GOLDEN / name
    if os.environ.get("KITARAN_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


def test_formats_are_found_by_name() -> None:
    assert formats() == ["github", "json", "sarif", "text"]


@pytest.mark.parametrize(
    ("name", "colour"), [("text", False), ("text", True), ("json", False), ("github", False)]
)
def test_golden(name: str, colour: bool) -> None:
    text = _tell(name, colour=colour).replace(kitaran.__version__, "VERSION")
    _golden(f"{name}{'-colour' if colour else ''}.txt", text)


@pytest.mark.parametrize("name", formats())
def test_nothing_found_ends_in_one_line_break(name: str) -> None:
    text = _tell(name, NOTHING)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("name", formats())
def test_only_text_has_colours(name: str) -> None:
    assert ("\x1b" in _tell(name, colour=True)) is (name == "text")


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (REPORT, "3 errors, 1 warning in 14 files, 37 questions (2 switched off)"),
        (Report(FINDINGS[1:2], 1, 0, 0), "1 warning in 1 file, 0 questions"),
        (Report(FINDINGS[2:3], 10_000, 100_000, 0), "1 error in 10,000 files, 100,000 questions"),
        (NOTHING, "no findings in 1 file, 1 question"),
    ],
)
def test_summary(report: Report, said: str) -> None:
    assert summary(report) == said


@pytest.mark.parametrize(
    ("line", "column", "end", "marked"),
    [
        pytest.param("    weigth: 2", 5, 11, "weigth", id="plain"),
        pytest.param("\tweigth: 2", 2, 8, "weigth", id="tab"),
        pytest.param("印印 weigth", 4, 10, "weigth", id="wide"),
        pytest.param("印印 客户 x", 4, 6, "客户", id="wide and marked"),
        pytest.param("e\u0301e\u0301 weigth", 6, 12, "weigth", id="combining"),
        pytest.param("\x1b[31m weigth", 7, 13, "weigth", id="control characters"),
        pytest.param("x" * 300 + " weigth " + "y" * 300, 302, 308, "weigth", id="long"),
        pytest.param("印" * 300 + " weigth", 302, 308, "weigth", id="long and wide"),
        pytest.param("weigth", 1, 0, "w", id="no end"),
        pytest.param("weigth", 4, 99, "gth", id="end beyond the line"),
        pytest.param("weigth", 99, 0, "", id="beyond the line"),
        pytest.param("", 1, 0, "", id="empty"),
    ],
)
def test_mark_stands_under_its_part(line: str, column: int, end: int, marked: str) -> None:
    text, mark = excerpt(line, column, end)
    cells: list[str] = []
    for sign in text:
        if sign == "\u0301":
            continue
        cells += [sign] * (2 if sign in "印客户" else 1)
    start = mark.index("^")
    under = cells[start : start + mark.count("^")]
    assert "".join(dict.fromkeys(under)) == "".join(dict.fromkeys(marked))
    assert len(cells) <= WIDTH + 2
    assert mark == mark.rstrip()


def test_long_line_is_cut_on_both_sides_of_the_mark() -> None:
    text, _ = excerpt("x" * 300 + " weigth " + "y" * 300, 302, 308)
    assert text.startswith("…x")
    assert text.endswith("y…")
    assert excerpt("weigth" + "y" * 300, 1, 7)[0].startswith("weigth")
    assert excerpt("y" * 300 + "weigth", 301, 307)[0].endswith("weigth")


def test_mark_of_a_part_that_is_too_long_ends_with_the_line() -> None:
    text, mark = excerpt("x" * 500, 1, 501)
    assert mark == "^" * WIDTH
    assert text == "x" * WIDTH + "…"


def test_terminal_is_not_steered_by_what_a_file_holds() -> None:
    told = _tell("text")
    assert "\x1b" not in told
    assert "is not known here" in told


def test_json_can_be_read_back() -> None:
    whole = json.loads(_tell("json"))
    assert whole["version"] == 1
    assert whole["summary"]["errors"] == 3
    assert [each["path"] for each in whole["findings"]] == [each.path for each in FINDINGS]
    assert whole["findings"][0]["end_column"] is None


def test_github_command_is_one_line_each() -> None:
    lines = _tell("github").splitlines()
    assert len(lines) == len(FINDINGS) + 1
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines[:-1])


class TestSarif:
    """The parts of SARIF 2.1.0 that readers require."""

    log: dict[str, Any] = json.loads(_tell("sarif"))
    run: dict[str, Any] = log["runs"][0]

    def test_log(self) -> None:
        assert set(self.log) == {"$schema", "version", "runs"}
        assert self.log["version"] == "2.1.0"
        assert self.run["columnKind"] == "unicodeCodePoints"
        assert self.run["tool"]["driver"]["name"] == "Kitaran"

    def test_rules_are_described(self) -> None:
        described = self.run["tool"]["driver"]["rules"]
        assert [each["id"] for each in described] == [rule.code for rule in rules()]
        for each in described:
            assert each["shortDescription"]["text"].endswith(".")
            assert each["help"]["text"]
            assert each["defaultConfiguration"]["level"] in ("error", "warning")

    def test_results_point_at_rules_and_places(self) -> None:
        described = self.run["tool"]["driver"]["rules"]
        for result in self.run["results"]:
            assert described[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["message"]["text"]
            physical = result["locations"][0]["physicalLocation"]
            assert physical["artifactLocation"]["uriBaseId"] in self.run["originalUriBaseIds"]
            region = physical["region"]
            assert region["startLine"] >= 1
            assert region.get("endColumn", 10_000) > region["startColumn"] >= 1

    def test_address_is_a_uri(self) -> None:
        uris = [
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for result in self.run["results"]
        ]
        assert uris[1] == "playbooks/stages/penutup%2C%20akhir%3A%20100%25.md"

    def test_equal_findings_are_told_apart(self) -> None:
        log = json.loads(_tell("sarif", Report((FINDINGS[0], FINDINGS[0]), 1, 0, 0)))
        first, second = (each["partialFingerprints"] for each in log["runs"][0]["results"])
        assert first != second

    def test_fingerprint_does_not_move_with_the_line(self) -> None:
        moved = Diagnostic(
            **{name: getattr(FINDINGS[1], name) for name in FINDINGS[1].__slots__ if name != "span"}
            | {"span": Span(99, 1)}
        )
        logs = [
            json.loads(_tell("sarif", Report((each,), 1, 0, 0))) for each in (FINDINGS[1], moved)
        ]
        prints = [log["runs"][0]["results"][0]["partialFingerprints"] for log in logs]
        assert prints[0] == prints[1]


def test_a_real_fault_is_told(handbook: Path) -> None:
    file = handbook / "quizzes/stages/closing.yml"
    file.write_text(file.read_text("utf-8").replace("objective:", "objektive:", 1), "utf-8")
    told = _tell("text", check(load_settings(handbook), use_cache=False))
    assert "quizzes/stages/closing.yml:6:5: error KB112: the key `objektive`" in told
    assert "\n    6 |     objektive: confirm-authority\n      |     ^^^^^^^^^\n" in told
