"""Every rule, by its golden cases in `rules/<code>.yml`.

A case starts from the small handbook in `handbook/`, which has no finding, and changes it:

- `edit`: a list of `file`, `find` (must occur), `replace`
- `files`: whole files by path; `bytes`: the same in hexadecimal; `links`: symbolic links
- `remove`: files to delete
- `results`: groups of learners who take the quiz: `n`, and `answers`, the positions of the options
- `expect`: the rule's findings, each as `path:line:column: severity code: message -> help`
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kitaran.check.engine import check
from kitaran.check.rule import rules
from kitaran.reports.items import measure
from kitaran.reports.store import opened
from kitaran.settings import load_settings
from tests.handed_in import catalogue_of, hand_in

if TYPE_CHECKING:
    from kitaran.check.measured import Measured

CASES = sorted((Path(__file__).parent / "rules").glob("KB*.yml"))


def _cases() -> list[Any]:
    return [
        pytest.param(file.stem, case, id=f"{file.stem}-{case['name']}")
        for file in CASES
        for case in yaml.safe_load(file.read_text("utf-8"))
    ]


def _apply(root: Path, case: dict[str, Any]) -> None:
    """Change the handbook as the case says."""
    for path in case.get("remove", ()):
        target = root / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    for path, text in case.get("files", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    for path, data in case.get("bytes", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(bytes.fromhex(data))
    for path, target in case.get("links", {}).items():
        (root / path).symlink_to(target)
    for edit in case.get("edit", ()):
        file = root / edit["file"]
        text = file.read_text("utf-8")
        assert edit["find"] in text, f"{edit['file']} does not hold {edit['find']!r}"
        file.write_text(text.replace(edit["find"], edit["replace"]), "utf-8")


def _measured(root: Path, groups: list[dict[str, Any]]) -> list[Measured]:
    """Let learners hand in results, and read them back."""
    folder = root.parent / "results"
    hand_in(root, folder, groups)
    catalogue = catalogue_of(root)
    with opened() as store:
        store.load_files([str(folder)])
        store.keep(catalogue, date(2026, 1, 1))
        return measure(store, catalogue)


@pytest.mark.parametrize(("code", "case"), _cases())
def test_rule(code: str, case: dict[str, Any], handbook: Path) -> None:
    _apply(handbook, case)
    measured = _measured(handbook, case["results"]) if "results" in case else None
    report = check(load_settings(handbook), use_cache=False, measured=measured)
    found = [f"{d} -> {d.help}" if d.help else str(d) for d in report.diagnostics if d.code == code]
    assert found == case["expect"]


def test_small_handbook_has_no_finding(handbook: Path) -> None:
    report = check(load_settings(handbook), use_cache=False)
    assert [str(d) for d in report.diagnostics] == []


@pytest.mark.parametrize("code", [rule.code for rule in rules()])
def test_rule_has_a_case_that_needs_it_and_one_that_does_not(code: str) -> None:
    file = Path(__file__).parent / "rules" / f"{code}.yml"
    expected = [case["expect"] for case in yaml.safe_load(file.read_text("utf-8"))]
    assert any(expected)
    assert not all(expected)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in rules()}) == len(rules())
    assert len({rule.name for rule in rules()}) == len(rules())


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_rule_explains_itself(rule: Any) -> None:
    for part in ("Example:", "Instead:", "Malay:"):
        assert f"\n{part}\n" in rule.doc
