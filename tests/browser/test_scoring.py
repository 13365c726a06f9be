"""What answers are worth, and what becomes of them when a question is edited.

The tables `tests/scoring.yml` and `tests/carry.yml`, run in the browser.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.browser.server import BLANK

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TESTS = Path(__file__).parents[1]
TABLE = yaml.safe_load((TESTS / "scoring.yml").read_text("utf-8"))
EDITS = yaml.safe_load((TESTS / "carry.yml").read_text("utf-8"))
SCORE = """async ([type, key, answer]) => {
  const { score } = await import(`/assets/kitaran/js/questions/${type}.js`);
  return score(key, answer);
}"""
CARRY = """async ([type, seen, key, answer]) => {
  const { carry } = await import(`/assets/kitaran/js/questions/${type}.js`);
  return carry(seen, key, answer);
}"""
JUDGE = """async (values) => {
  const { judge } = await import("/assets/kitaran/js/result.js");
  return judge(...values);
}"""
ASSETS = Path(__file__).parents[2] / "scripts/kitaran/render/assets/js"


@pytest.fixture(scope="module")
def blank(browser: Browser, address: str) -> Page:
    """Open one page for all cases: the functions keep nothing."""
    page = browser.new_page(base_url=address)
    page.goto(BLANK)
    return page


def _cases() -> list[Any]:
    return [
        pytest.param(kind, case.get("key", table["key"]), case, id=f"{kind}-{case['answer']!a}")
        for kind, table in TABLE.items()
        for case in table["cases"]
    ]


@pytest.mark.parametrize(("kind", "key", "case"), _cases())
def test_score(blank: Page, kind: str, key: dict[str, Any], case: dict[str, Any]) -> None:
    score = blank.evaluate(SCORE, [kind, key, case["answer"]])
    assert score.pop("share") == pytest.approx(case["share"], abs=1e-4)
    assert score == {
        name: case[name] for name in ("known", "unreadable", "spelling") if name in case
    }


@pytest.mark.parametrize(
    ("kind", "seen", "case"),
    [
        pytest.param(kind, case.get("seen", table["seen"]), case, id=f"{kind}-{case['id']}")
        for kind, table in EDITS.items()
        for case in table["cases"]
    ],
)
def test_answer_to_an_edited_question(
    blank: Page, kind: str, seen: Any, case: dict[str, Any]
) -> None:
    carried = blank.evaluate(CARRY, [kind, seen, case["key"], case["answer"]])
    assert carried == case["carried"]


@pytest.mark.parametrize("table", [TABLE, EDITS], ids=["scoring", "carry"])
def test_every_type_that_has_a_script_is_in_the_tables(table: dict[str, Any]) -> None:
    assert sorted(table) == sorted(file.stem for file in (ASSETS / "questions").glob("*.js"))


@pytest.mark.parametrize(
    ("points", "total", "mark", "percent", "passed"),
    [
        pytest.param(4, 5, 0.8, 80, True, id="exactly the mark"),
        pytest.param(1 / 3 + 1 / 3 + 1 / 3, 1, 1, 100, True, id="thirds add up"),
        pytest.param(0.8 - 1e-3, 1, 0.8, 79, False, id="no rounding up to the mark"),
        pytest.param(2, 3, 0.8, 67, False, id="rounded elsewhere"),
        pytest.param(0, 7, 0, 0, True, id="no mark"),
        pytest.param(0, 7, 0.5, 0, False, id="nothing right"),
    ],
)
def test_pass_mark(
    blank: Page, points: float, total: float, mark: float, percent: int, *, passed: bool
) -> None:
    judged = blank.evaluate(JUDGE, [points, total, mark])
    assert judged == {"percent": percent, "passed": passed}
