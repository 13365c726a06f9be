"""Agendas: the minutes add up, whatever is asked for, and what does not fit is said."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from kitaran.models.session import FEWEST, LONGEST, MOST, SHORTEST, breaks, frame, least_minutes
from kitaran.sessions.agenda import Agenda, Need, Play, Topic, groups_of, seats
from kitaran.sessions.planner import plan


def _topics(count: int, objectives: int = 4) -> tuple[Topic, ...]:
    return tuple(Topic(f"stages/t{number}", objectives) for number in range(count))


def _plays(count: int, minutes: int = 15) -> tuple[Play, ...]:
    return tuple(Play(f"p{number}", minutes, f"stages/t{number}") for number in range(count))


def _shape(agenda: Agenda) -> list[str]:
    return [f"{block.kind} {block.minutes}" for block in agenda.blocks]


def _out(agenda: Agenda) -> list[tuple[Any, ...]]:
    return [tuple(left) for left in agenda.left_out]


EDGES: list[Any] = [
    pytest.param(
        Need(15, 2, _topics(1), _plays(1), 12),
        ["opening 2", "topic 5", "paper 4", "answers 2", "close 2"],
        [("round", "time", "p0", 22, 0), ("topic", "share", "stages/t0", 4, 1)],
        id="a quarter of an hour",
    ),
    pytest.param(
        Need(15, 2, _topics(3), (), 12),
        ["opening 2", "topic 5", "paper 4", "answers 2", "close 2"],
        [
            ("topic", "time", "stages/t1", 5, 0),
            ("topic", "time", "stages/t2", 5, 0),
            ("topic", "share", "stages/t0", 4, 1),
        ],
        id="a quarter of an hour for three topics",
    ),
    pytest.param(
        Need(16, 40, _topics(1), (), 12, None, 9),
        ["opening 2", "wrong 6", "topic 6", "close 2"],
        [
            ("paper", "time", "", 6, 1),
            ("topic", "share", "stages/t0", 4, 1),
            ("wrong", "share", "", 9, 3),
        ],
        id="what went wrong comes before the paper",
    ),
    pytest.param(
        Need(60, 2, _topics(1, 2), _plays(1), 12),
        [
            "opening 5", "topic 6", "read 3", "round 15", "round 15", "debrief 4", "paper 5",
            "answers 2", "close 5",
        ],
        [("topic", "share", "stages/t0", 2, 1)],
        id="two people have two rounds",
    ),
    pytest.param(
        Need(45, 3, _topics(1, 0)),
        ["opening 5", "topic 25", "own 10", "close 5"],
        [("paper", "material"), ("own", "empty", "", 10, 0)],
        id="no questions and no role-play",
    ),
    pytest.param(
        Need(60, 6, _topics(1, 1), (), 2, 10),
        ["opening 5", "topic 25", "own 21", "paper 3", "answers 1", "close 5"],
        [("paper", "material", "", 10, 2), ("own", "empty", "", 21, 0)],
        id="fewer questions than the plan wants",
    ),
    pytest.param(
        Need(30, 6, _topics(1, 1), (), 40, 30),
        ["opening 5", "topic 9", "paper 8", "answers 3", "close 5"],
        [("paper", "share", "", 30, 6)],
        id="fewer minutes than the plan's questions want",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("need", "shape", "left_out"), EDGES)
def test_edge(need: Need, shape: list[str], left_out: list[tuple[Any, ...]]) -> None:
    agenda = plan(need)
    assert _shape(agenda) == shape
    assert [
        left[: len(said)] for left, said in zip(_out(agenda), left_out, strict=True)
    ] == left_out


def test_a_day_holds_everything_and_says_that_there_is_time_left() -> None:
    agenda = plan(Need(480, 40, _topics(2), _plays(2), 60))
    assert [block.kind for block in agenda.blocks if block.kind in ("break", "meal")] == [
        "break",
        "meal",
        "break",
    ]
    assert len(agenda.of("round")) == 8
    assert agenda.questions == 20
    assert [left.reason for left in agenda.left_out] == ["empty"]


@pytest.mark.parametrize("minutes", [15, 16, 29, 30, 59, 99, 100, 179, 180, 240, 299, 300, 480])
@pytest.mark.parametrize("people", [2, 3, 4, 5, 7, 8, 39, 40])
def test_minutes_add_up(minutes: int, people: int) -> None:
    for topics, plays, questions, wrong in product((1, 3, 12), (0, 1, 3), (0, 2, 50), (0, 1, 9)):
        agenda = plan(Need(minutes, people, _topics(topics), _plays(plays), questions, None, wrong))
        assert sum(block.minutes for block in agenda.blocks) == minutes
        assert all(block.minutes > 0 for block in agenda.blocks)
        ends = [block.start + block.minutes for block in agenda.blocks]
        assert [block.start for block in agenda.blocks] == [0, *ends[:-1]]
        assert (agenda.blocks[0].kind, agenda.blocks[-1].kind) == ("opening", "close")
        pauses = [b.minutes for b in agenda.blocks if b.kind in ("break", "meal")]
        assert sum(pauses) == sum(breaks(minutes))
        assert agenda.questions <= questions
        assert agenda.wrong <= wrong
        held = {block.id for block in agenda.of("topic")}
        lost = {
            left.id for left in agenda.left_out if (left.kind, left.reason) == ("topic", "time")
        }
        assert held | lost == {topic.id for topic in _topics(topics)}
        assert not held & lost


def test_a_break_parts_no_role_play_from_its_debrief_and_no_paper_from_its_answers() -> None:
    for minutes in range(100, 481, 7):
        kinds = [b.kind for b in plan(Need(minutes, 9, _topics(4), _plays(3), 30)).blocks]
        for place, kind in enumerate(kinds):
            if kind in ("break", "meal"):
                assert kinds[place + 1] not in ("debrief", "answers", "break", "meal")
                assert (kinds[place - 1], kinds[place + 1]) != ("read", "round")


def test_the_topic_that_went_wrong_most_is_kept() -> None:
    topics = (Topic("a", 2, 0.1), Topic("b", 2, 0.9), Topic("c", 2))
    agenda = plan(Need(15, 4, topics, (), 0))
    assert [block.id for block in agenda.of("topic")] == ["a", "b"]
    assert next(left.id for left in agenda.left_out if left.kind == "topic") == "c"


def test_a_role_play_follows_its_topic() -> None:
    agenda = plan(Need(180, 6, _topics(2), (Play("p", 10, "stages/t0"), Play("q", 10)), 10))
    order = [block.id for block in agenda.blocks if block.kind in ("topic", "read")]
    assert order == ["stages/t0", "p", "stages/t1", "q"]


@pytest.mark.parametrize("people", range(FEWEST, MOST + 1))
def test_everyone_is_in_a_group(people: int) -> None:
    groups = groups_of(people)
    assert sum(groups) == people
    assert set(groups) <= {2, 3, 4}
    assert groups.count(2) + groups.count(4) <= 1


@pytest.mark.parametrize("size", [2, 3, 4])
def test_everyone_is_seller_and_buyer_once(size: int) -> None:
    turns = [seats(size, number) for number in range(1, size + 1)]
    everyone = list(range(1, size + 1))
    assert sorted(turn.seller for turn in turns) == everyone
    assert sorted(turn.buyer for turn in turns) == everyone
    for turn in turns:
        assert sorted((turn.seller, turn.buyer, *turn.observers)) == everyone


@pytest.mark.parametrize("minutes", [SHORTEST, 60, 179, LONGEST])
@pytest.mark.parametrize("topics", [1, 4, 30])
def test_least_minutes_hold_every_topic(minutes: int, topics: int) -> None:
    needed = least_minutes(minutes, topics)
    assert needed >= minutes
    assert needed >= 2 * frame(needed) + sum(breaks(needed)) + 5 * topics
    if needed <= LONGEST:
        agenda = plan(Need(needed, 2, _topics(topics)))
        assert len(agenda.of("topic")) == topics
