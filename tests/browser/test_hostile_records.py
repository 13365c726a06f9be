"""Records that nobody meant: wrong at every level, endless, from another time or another version.

Each ends in a page that works and reads well. What went wrong on a page fails its test.
"""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.hostile import GET, MALAY, READY, ROOT, SET, open_with, reads_well
from tests.browser.server import BLANK
from tests.browser.sheet import KEY, PAGE, RIGHT, SCORED, Sheet

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

PATHS = ["paths/quotations/", "start/", "", "progress/", PAGE]
NOW = int(time.time() * 1000)
FAR = 1e300
SCRIPT = "<img src=x onerror=alert(1)>"
ATTEMPT = {"at": NOW, "mode": "test", "points": 5, "total": 10, "percent": 50, "passed": True}
DRAWN: dict[str, Any] = {
    "seed": 5,
    "at": NOW,
    "end": None,
    "more": 60_000,
    "extended": 0,
    "answers": {},
    "drawn": ["which-first", "discount"],
}


@pytest.mark.parametrize(
    ("records", "paths"),
    [
        pytest.param({"path:chosen": {"path": "constructor"}}, PATHS, id="path of an object"),
        pytest.param({"path:chosen": {"path": "__proto__"}}, PATHS, id="path of a prototype"),
        pytest.param({"path:chosen": {"path": "quotations", "at": FAR}}, PATHS, id="endless day"),
        pytest.param(
            {"path:chosen": {"path": "quotations", "since": {"quotations": FAR}}},
            PATHS,
            id="endless first day",
        ),
        pytest.param(
            {"path:chosen": {"path": "quotations", "at": NOW + 10**12}}, PATHS, id="day to come"
        ),
        pytest.param(
            {
                "steps:quotations": {
                    "steps": {
                        "page:topics/quotations": [1],
                        "quiz:topics/quotations": {"done": True, "at": "x", "by": {}},
                        "roleplay:price": {
                            "done": True,
                            "at": FAR,
                            "by": "trainer",
                            "name": SCRIPT + "x" * 5000,
                            "date": "2026-99-99",
                            "note": [1],
                            "score": "x",
                        },
                    }
                }
            },
            ["paths/quotations/", "progress/"],
            id="steps",
        ),
        pytest.param(
            {
                "quiz:topics/quotations": {
                    "attempts": [None, 5, "x", ATTEMPT, {**ATTEMPT, "at": FAR}]
                }
            },
            [PAGE, "progress/", "paths/quotations/"],
            id="attempts",
        ),
        pytest.param(
            {
                "quiz:constructor": {"attempts": [ATTEMPT]},
                "quiz:__proto__": {"attempts": [ATTEMPT]},
            },
            ["progress/", ""],
            id="quizzes of an object",
        ),
        pytest.param(
            {
                "quiz:topics/quotations": {
                    "answers": {
                        "which-first": 5,
                        "discount": {"answer": "x" * 100_000, "best": {}},
                    },
                    "archived": {"constructor": 1, "gone": None},
                    "undo": "x",
                }
            },
            [PAGE, "progress/"],
            id="answers",
        ),
        pytest.param(
            {"checklist:topics/quotations": {"done": [None, {}, "add-up"], "at": "x"}},
            [PAGE, "paths/quotations/", "progress/"],
            id="ticks",
        ),
        pytest.param(
            {
                "certificate:client-manager": {
                    "issued": [
                        None,
                        {
                            "at": NOW,
                            "name": "A",
                            "expires": FAR,
                            "code": "c",
                            "quizzes": {},
                            "signed": [],
                        },
                        {
                            "at": FAR,
                            "name": SCRIPT * 100,
                            "expires": -FAR,
                            "code": "c",
                            "version": "v",
                            "quizzes": {"constructor": None, "stages/closing": 5},
                            "roleplays": {"price": {}},
                            "signed": [None],
                            "sections": [],
                        },
                    ]
                }
            },
            ["progress/"],
            id="certificates",
        ),
        pytest.param(
            {"settings:reader": {"name": {"a": 1}, "code": 5, "practice": {"length": {}}}},
            ["progress/", "practice/"],
            id="settings",
        ),
        pytest.param(
            {
                "practice:session": {
                    "session": {
                        "id": None,
                        "at": NOW,
                        "items": ["gone#x", "constructor#x", "topics/quotations#discount", "x", 5],
                        "place": 4,
                        "entries": {
                            "gone#x": {"checked": True, "share": "x"},
                            "topics/quotations#discount": {"checked": True, "share": 0},
                        },
                        "stems": {"gone#x": {}},
                        "left": [None, "a#b"],
                    }
                }
            },
            ["practice/"],
            id="session with questions that are no more",
        ),
        pytest.param(
            {
                "review:log": {
                    "log": {
                        "topics/quotations#discount": [[FAR, 3], [-5, 1], [NOW, 9], "x", [NOW]],
                        "topics/quotations#which-first": {"0": 1},
                        "__proto__": [[NOW - 10**9, 1]],
                        "constructor#x": [[NOW - 10**9, 1]],
                    }
                }
            },
            ["practice/", "", "progress/"],
            id="log",
        ),
        pytest.param({"erased": {"at": FAR, "visit": {}}}, ["progress/"], id="erased"),
    ],
)
def test_hostile_record_does_no_harm(
    visit: Visit, records: dict[str, Any], paths: list[str]
) -> None:
    page = open_with(visit, records, paths[0])
    reads_well(page)
    for path in paths[1:]:
        page.goto(path)
        for element in page.locator(READY).all():
            expect(element).to_have_attribute("data-ready", "")
        reads_well(page)


def test_best_result_is_told_beside_attempts_that_are_none(visit: Visit) -> None:
    page = open_with(visit, {"quiz:topics/quotations": {"attempts": [None, "x", ATTEMPT]}}, PAGE)
    sheet = Sheet(page)
    for name in SCORED:
        sheet.give(name, *RIGHT[name])
    expect(sheet.result()).to_contain_text(sheet.words("passed"))
    assert len(page.evaluate(GET, KEY)["attempts"]) == 4


@pytest.mark.parametrize(
    ("test", "goes_on"),
    [
        pytest.param(
            {**DRAWN, "answers": {"which-first": {}, "discount": [1]}}, True, id="answers"
        ),
        pytest.param(
            {**DRAWN, "drawn": ["discount", "discount", None, {}]}, True, id="drawn twice"
        ),
        pytest.param({**DRAWN, "end": FAR}, True, id="endless"),
        pytest.param({**DRAWN, "end": NOW + 10**11}, True, id="clock put back"),
        pytest.param({**DRAWN, "extended": "x"}, True, id="extended"),
        pytest.param({**DRAWN, "at": NOW + 10**10}, True, id="begun tomorrow"),
        pytest.param({**DRAWN, "seed": -0.5}, True, id="seed"),
        pytest.param({**DRAWN, "end": "x"}, False, id="no end"),
        pytest.param({**DRAWN, "answers": None}, False, id="no answers"),
        pytest.param({**DRAWN, "more": None}, False, id="no more"),
    ],
)
def test_running_test_is_handed_in_or_let_go(
    visit: Visit, test: dict[str, Any], goes_on: bool
) -> None:
    page = open_with(visit, {"quiz:topics/quotations": {"test": test}}, PAGE)
    sheet = Sheet(page)
    reads_well(page)
    hand_in = page.get_by_role("button", name=sheet.words("hand_in"), exact=True)
    if not goes_on:
        expect(hand_in).to_be_hidden()
        assert "test" not in page.evaluate(GET, KEY)
        return
    hand_in.first.click()
    dialog = page.locator("dialog[open]")
    if dialog.count():
        dialog.get_by_role("button", name=sheet.words("hand_in")).click()
    expect(sheet.result()).to_be_visible()
    (attempt,) = page.evaluate(GET, KEY)["attempts"]
    assert attempt["seconds"] >= 0
    assert len(attempt["questions"]) == len(
        {name for name in test["drawn"] if isinstance(name, str)}
    )
    reads_well(page)


def test_test_that_cannot_be_let_go_does_not_hang(visit: Visit) -> None:
    page = visit(BLANK)
    page.evaluate(SET, [KEY, json.dumps({"schema": 1, "test": {"drawn": 5}})])
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('broken'); };")
    page.goto(PAGE)
    sheet = Sheet(page)
    expect(page.locator(".kt-quiz .kt-notice")).to_have_text(sheet.words("store_blocked"))
    sheet.give("which-first", 1)
    expect(sheet.verdict("which-first")).to_contain_text(sheet.words("right"))


def test_test_is_handed_in_once_only(visit: Visit) -> None:
    page = open_with(visit, {"quiz:topics/quotations": {"test": DRAWN}}, PAGE)
    sheet = Sheet(page)
    # The other tab hands it in, and this one does not hear of it.
    handed_in = {
        "schema": 1,
        "answers": {},
        "attempts": [{**ATTEMPT, "id": "1-a", "questions": {}}],
    }
    page.evaluate(SET, [KEY, json.dumps(handed_in)])
    page.get_by_role("button", name=sheet.words("hand_in"), exact=True).first.click()
    page.locator("dialog[open]").get_by_role("button", name=sheet.words("hand_in")).click()
    expect(page.locator(".kt-question[data-mode=test]")).to_have_count(0)
    kept = page.evaluate(GET, KEY)
    assert [one["id"] for one in kept["attempts"]] == ["1-a"]
    assert page.evaluate(GET, ROOT + "review:log") is None


def test_more_time_reaches_the_other_tab(visit: Visit) -> None:
    end = NOW + 600_000
    page = open_with(visit, {"quiz:topics/quotations": {"test": {**DRAWN, "end": end}}}, PAGE)
    expect(page.locator(".kt-timer")).to_contain_text(re.compile(r"\b\d:\d\d"))
    other = page.context.new_page()
    other.goto(BLANK)
    kept = {"schema": 1, "test": {**DRAWN, "end": end + 6_000_000, "extended": 1}}
    other.evaluate(SET, [KEY, json.dumps(kept)])
    expect(page.locator(".kt-timer")).to_contain_text(re.compile(r"\b10\d:\d\d"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param('{"schema": 1, "profiles": [', ["aina"], id="cut off"),
        pytest.param('{"schema": 1, "profiles": 5}', ["aina"], id="no list"),
        pytest.param(
            json.dumps(
                {"schema": 1, "profiles": [None, {"name": "x"}, {"id": ["aina"], "name": "x"}]}
            ),
            ["aina"],
            id="none of them sound",
        ),
        pytest.param(
            json.dumps(
                {"schema": 1, "profiles": [{"id": "b", "name": SCRIPT}, {"id": "b", "name": "c"}]}
            ),
            ["aina", SCRIPT],
            id="twice the same",
        ),
        pytest.param(
            json.dumps({"schema": 1, "profiles": [{"id": "aina", "name": "Aina" * 2500}]}),
            ["Aina" * 2500],
            id="endless name",
        ),
        pytest.param(
            json.dumps({"schema": 1, "profiles": [{"id": "aina", "name": ""}]}),
            [""],
            id="empty name",
        ),
    ],
)
def test_nobody_is_lost_with_a_damaged_list_of_people(
    visit: Visit, text: str, names: list[str]
) -> None:
    records = {"profiles": text, "@aina:quiz:topics/quotations": {"attempts": [ATTEMPT]}}
    page = open_with(visit, records, "progress/")
    shown = page.locator(".kt-people__name strong").all_inner_texts()
    nameless = MALAY("my.person_nameless")
    assert [name or nameless for name in sorted(names)] == sorted(
        set(shown) - ({nameless} if "" not in names else set())
    )
    reads_well(page)


def test_list_of_people_of_another_version_is_left_alone(visit: Visit) -> None:
    text = json.dumps({"schema": 2, "people": {"aina": {}}})
    page = open_with(visit, {"profiles": text}, "progress/")
    page.get_by_role("button", name=MALAY("my.person_add")).click()
    page.locator("dialog[open] input").fill("Siti")
    page.locator("dialog[open] .md-button--primary").click()
    expect(page.locator("kt-progress-page .kt-notice").first).to_have_text(MALAY("store_other"))
    assert page.evaluate("key => localStorage.getItem(key)", ROOT + "profiles") == text
