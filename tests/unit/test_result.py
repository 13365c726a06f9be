"""The file of a learner's results: whole, damaged, changed, foreign."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kitaran.models.result import ResultError, canonical, check_of, load_result, verify

MADE: dict[str, Any] = {
    "format": "kitaran-result",
    "schema": 1,
    "person": {"name": "Aina binti Rahman"},
    "made": "2026-11-23T08:00:00.000Z",
    "locale": "ms",
    "content": "6e56a179ee44",
    "quizzes": {
        "stages/closing": {
            "version": "c0ffee",
            "attempts": [
                {
                    "id": "1-a",
                    "at": 1793491200000,
                    "mode": "test",
                    "version": "c0ffee",
                    "points": 2.5,
                    "total": 3,
                    "percent": 83,
                    "passed": True,
                    "seconds": 61,
                    "seed": 7,
                    "questions": {"a": {"answer": ["x"], "share": 1 / 3, "hash": "h"}},
                }
            ],
        }
    },
    "steps": {},
    "certificates": {},
    "due": None,
}


def _file(**changes: Any) -> str:
    """Write a file whose code fits."""
    data = {**MADE, **changes}
    return json.dumps({**data, "check": check_of(data)})


def test_file_made_by_a_browser_is_read() -> None:
    # The code was worked out by the page: this holds the two programs to one way of writing.
    check = "a11f6c2f5f81b91cb791a7793ea9ca069508fb2ce3b00ebf54644eed208ed753"
    result = load_result(json.dumps({**MADE, "check": check}, indent=1, sort_keys=True))
    assert result.person.name == "Aina binti Rahman"
    assert result.quizzes["stages/closing"].attempts[0].percent == 83


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "not JSON", id="empty"),
        pytest.param(_file()[:-40], "not JSON", id="cut off"),
        pytest.param("[1]", "no file of results", id="a list"),
        pytest.param('{"format": "kitaran-progress"}', "no file of results", id="another file"),
        pytest.param('{"format": "kitaran-result", "due": NaN}', "no number", id="not a number"),
        pytest.param(_file(schema=2), "newer", id="newer"),
        pytest.param(_file().replace("83", "93"), "damaged or changed", id="changed"),
        pytest.param(json.dumps(MADE), "damaged or changed", id="no code"),
        pytest.param(_file(due=-1), "due", id="wrong value"),
        pytest.param(_file(more=1), "more", id="unknown key"),
        pytest.param(_file(locale="x" * 20_001), "locale", id="endless text"),
        pytest.param(_file(steps={"x" * 20_001: {}}), "20000 characters", id="endless key"),
        pytest.param("[" * 100_000, "not JSON", id="nested without end"),
        pytest.param(
            '{"format": "kitaran-result", "due": ' + "[" * 80 + "]" * 80 + "}", "damaged", id="deep"
        ),
        pytest.param('{"format": "kitaran-result", "due": 1e999}', "damaged", id="no such number"),
        pytest.param(
            '{"format": "kitaran-result", "due": 1' + "0" * 400 + "}", "damaged", id="huge number"
        ),
    ],
)
def test_what_is_wrong_is_said(text: str, said: str) -> None:
    with pytest.raises(ResultError, match=said):
        load_result(text)


def test_order_and_spaces_do_not_matter() -> None:
    data = json.loads(_file())
    turned = dict(reversed(data.items()))
    assert verify(turned)
    assert load_result(json.dumps(turned, indent=4)).content == MADE["content"]


def test_every_change_is_seen() -> None:
    data = json.loads(_file())
    for name in MADE:
        assert not verify({**data, name: "other"}), name


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"\ue000": 1, "\U0001f600": 2}, '{"\U0001f600":2,"\ue000":1}'),
        ('\u2028\x07\x7f"', '"\u2028\\u0007\x7f\\""'),
        ("\ud800", '"\\ud800"'),
        ([True, None, 1e16, 1e-7], "[true,null,10000000000000000,1e-7]"),
    ],
)
def test_written_as_browsers_write(value: Any, text: str) -> None:
    assert canonical(value) == text
