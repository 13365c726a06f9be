"""The schedule of reviews, against the reference implementation of FSRS-6 in Python."""

from __future__ import annotations

import json
import random
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from fsrs import Card, Rating, Scheduler

from tests.browser.server import BLANK

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

DAY = 86_400_000
NOW = int(datetime(2026, 3, 2, 2, 0, tzinfo=UTC).timestamp() * 1000)
"""Ten in the morning, in Malaysia."""
TODAY = (date(2026, 3, 2) - date(1970, 1, 1)).days

ASK = """async ([log, now, days]) => {
  const schedule = await import("/assets/kitaran/js/schedule.js");
  const every = schedule.cards(log, now);
  return {
    cards: Object.fromEntries(every.map((card) => [card.name, card])),
    due: schedule.due(every, now).map(({ name }) => name),
    ahead: schedule.ahead(every, now).map(({ name }) => name),
    forecast: schedule.forecast(every, now, days),
  };
}"""


def ask(
    visit: Visit, log: Any, now: int = NOW, days: int = 7, zone: str = "Asia/Kuala_Lumpur"
) -> Any:
    """Replay a log in a browser."""
    page = visit(BLANK, timezone_id=zone)
    return page.evaluate(ASK, [log, now, days])


def reference(reviews: list[tuple[int, int]]) -> tuple[int, float]:
    """Replay days and grades in the reference; gives the day due and the recall on `TODAY`."""
    scheduler = Scheduler(learning_steps=[], relearning_steps=[], enable_fuzzing=False)
    begin = datetime(1970, 1, 1, 12, tzinfo=UTC)
    card = Card(due=begin)
    for day, grade in reviews:
        card, _ = scheduler.review_card(card, Rating(grade), begin + timedelta(days=day))
    recall = scheduler.get_card_retrievability(card, begin + timedelta(days=TODAY))
    return (card.due - begin).days, recall


def history(seed: int) -> list[tuple[int, int]]:
    """Invent the days and grades of somebody who comes by now and then."""
    chance = random.Random(seed)
    days = sorted(chance.randrange(TODAY - 400, TODAY + 1) for _ in range(chance.randint(1, 12)))
    # Some come back on the same day.
    days = sorted(days + [day for day in days if chance.random() < 0.2])
    return [(day, chance.choice([1, 2, 3, 3, 4])) for day in days]


HISTORIES: dict[str, list[tuple[int, int]]] = {
    "wrong once": [(TODAY, 1)],
    "hard once": [(TODAY, 2)],
    "right once": [(TODAY, 3)],
    "right on time": [(TODAY - 60, 3), (TODAY - 58, 3), (TODAY - 47, 3), (TODAY, 3)],
    "always wrong": [(TODAY - 9 + i, 1) for i in range(10)],
    "wrong, then right at once": [(TODAY, 1), (TODAY, 3)],
    "right after a long time": [(TODAY - 700, 3), (TODAY, 3)],
    "forgotten after a long time": [(TODAY - 300, 3), (TODAY - 200, 3), (TODAY, 1)],
    **{f"by chance {seed}": history(seed) for seed in range(120)},
}


def test_schedule_is_that_of_the_reference(visit: Visit) -> None:
    log = {
        name: [[day * DAY + 4 * 3_600_000 + i, grade] for i, (day, grade) in enumerate(reviews)]
        for name, reviews in HISTORIES.items()
    }
    found = ask(visit, log)["cards"]
    for name, reviews in HISTORIES.items():
        due, recall = reference(reviews)
        card = found[name]
        assert (name, card["due"]) == (name, due)
        assert (name, card["recall"]) == (name, pytest.approx(recall, abs=1e-6))
        assert (card["last"], card["grade"]) == reviews[-1]


def at(days: float, grade: int) -> list[float]:
    """Write a line of the log, so many days ago."""
    return [NOW - days * DAY, grade]


@pytest.mark.parametrize(
    ("log", "due", "ahead"),
    [
        pytest.param({}, [], [], id="nothing"),
        pytest.param({"a#1": [at(0, 1)]}, [], ["a#1"], id="wrong today comes tomorrow"),
        pytest.param({"a#1": [at(1, 1)]}, ["a#1"], [], id="wrong yesterday comes today"),
        pytest.param({"a#1": [at(1, 3)]}, [], ["a#1"], id="right yesterday does not"),
        pytest.param({"a#1": [at(2, 3)]}, ["a#1"], [], id="right two days ago does"),
        pytest.param(
            {"a#old": [at(30, 3)], "a#older": [at(60, 3)], "a#wrong": [at(1, 1)]},
            ["a#wrong", "a#older", "a#old"],
            [],
            id="wrong ones first, then the most faded",
        ),
        pytest.param(
            {"a#1": [at(0, 3)], "a#2": [at(1, 3)], "a#3": [at(0, 1)]},
            [],
            ["a#2", "a#3", "a#1"],
            id="ahead, the weakest first",
        ),
        pytest.param(
            {"a#1": [at(30, 3), at(1, 3)], "a#2": [at(1, 3), at(30, 3)]},
            [],
            ["a#1", "a#2"],
            id="lines in any order",
        ),
    ],
)
def test_what_is_due(visit: Visit, log: Any, due: list[str], ahead: list[str]) -> None:
    found = ask(visit, log)
    assert (found["due"], found["ahead"]) == (due, ahead)


@pytest.mark.parametrize(
    "log",
    [
        None,
        [],
        "log",
        7,
        {"a#1": None},
        {"a#1": {}},
        {"a#1": "3"},
        {"a#1": [None, [], [None, 3], ["yesterday", 3], [NOW], {"at": NOW}]},
        {"a#1": [[NOW, 0], [NOW, 5], [NOW, 2.5], [NOW, "3"], [-1, 3], [1e400, 3]]},
        {"a#1": [[NOW + 2 * DAY, 3], [9e15, 3]]},
    ],
    ids=lambda log: json.dumps(log)[:40],
)
def test_what_is_no_line_is_passed_over(visit: Visit, log: Any) -> None:
    found = ask(visit, log)
    assert found["cards"] == {}
    assert [day["count"] for day in found["forecast"]] == [0] * 7


def test_good_lines_beside_damaged_ones_count(visit: Visit) -> None:
    found = ask(visit, {"a#1": [None, at(1, 1), ["?", 3]], "a#2": 5, "a#3": [at(0, 1)]})
    assert set(found["cards"]) == {"a#1", "a#3"}
    assert found["due"] == ["a#1"]


def test_forecast_counts_what_is_overdue_today(visit: Visit) -> None:
    log = {"a#1": [at(9, 1)], "a#2": [at(1, 1)], "a#3": [at(0, 1)], "a#4": [at(0, 3)]}
    found = ask(visit, log, days=4)["forecast"]
    assert found == [
        {"day": TODAY, "count": 2},
        {"day": TODAY + 1, "count": 1},
        {"day": TODAY + 2, "count": 1},
        {"day": TODAY + 3, "count": 0},
    ]


@pytest.mark.parametrize(
    ("zone", "hours", "due"),
    [
        # Answered wrong at 23:30 in Malaysia; half an hour later it is the next day there.
        pytest.param("Asia/Kuala_Lumpur", 1, ["a#1"], id="past midnight"),
        pytest.param("Asia/Kuala_Lumpur", 0.4, [], id="before midnight"),
        pytest.param("UTC", 1, [], id="where it is still the same day"),
    ],
)
def test_days_begin_where_the_reader_is(
    visit: Visit, zone: str, hours: float, due: list[str]
) -> None:
    late = int(datetime(2026, 3, 1, 15, 30, tzinfo=UTC).timestamp() * 1000)
    found = ask(visit, {"a#1": [[late, 1]]}, int(late + hours * 3_600_000), zone=zone)
    assert found["due"] == due


def test_replay_takes_no_time(visit: Visit) -> None:
    log = {f"q{i}#1": [[NOW - (i % 300 + 1) * DAY, 3]] * 8 for i in range(3000)}
    page = visit(BLANK)
    took = page.evaluate(
        """async ([log, now]) => {
          const { cards } = await import("/assets/kitaran/js/schedule.js");
          const begin = performance.now();
          cards(log, now);
          return performance.now() - begin;
        }""",
        [log, NOW],
    )
    assert took < 1500
