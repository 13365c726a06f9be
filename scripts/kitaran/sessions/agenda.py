"""What an agenda is made from, and what it consists of."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal[
    "opening", "wrong", "topic", "read", "round", "debrief", "break", "meal", "own",
    "paper", "answers", "close",
]  # fmt: skip
"""What a block of an agenda is.

`wrong` goes over what the group got wrong last time, `read` hands out the sheets of a role-play,
`debrief` talks about it with everyone, `own` is for cases of the people's own.
"""

Reason = Literal["time", "share", "material", "rounds", "empty"]
"""Why something was left out.

`time`: what was left was not enough. `share`: a part of it has no time. `material`: the handbook
has none. `rounds`: not everyone gets a turn. `empty`: there is more time than material.
"""


class Topic(NamedTuple):
    """A page that is to be trained."""

    id: str
    objectives: int = 0
    """How many objectives it has."""
    weight: float = 0.0
    """How much of it the group got wrong, from 0 to 1: the most wrong comes first."""


class Play(NamedTuple):
    """A role-play that is to be held."""

    id: str
    minutes: int
    """How long one round takes, its discussion included."""
    topic: str = ""
    """The topic that it practises, after which it is held."""


class Need(NamedTuple):
    """What a plan asks for, in numbers."""

    minutes: int
    people: int
    topics: tuple[Topic, ...]
    plays: tuple[Play, ...] = ()
    questions: int = 0
    """How many questions there are for a paper."""
    wanted: int | None = None
    """How many of them the plan wants."""
    wrong: int = 0
    """How many questions the group got wrong last time."""


class Block(NamedTuple):
    """A stretch of the session."""

    kind: Kind
    start: int
    """The minute at which it begins."""
    minutes: int
    id: str = ""
    """The topic or role-play."""
    number: int = 0
    """Objectives of a topic, questions of a paper, or which round it is."""


class LeftOut(NamedTuple):
    """Something that the plan asks for, or could hold, and the agenda does not."""

    kind: Kind
    reason: Reason
    id: str = ""
    needs: int = 0
    """The minutes that it needs, or how many of it were wanted."""
    had: int = 0
    """The minutes that were left, or how many of it there are."""


class Agenda(NamedTuple):
    """What is done when. The minutes of the blocks add up to those of the session."""

    minutes: int
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...]
    groups: tuple[int, ...]
    """How many people each group of a role-play has."""
    questions: int
    """How many questions the paper has."""
    wrong: int
    """How many questions that went wrong are gone over."""

    def of(self, kind: Kind) -> tuple[Block, ...]:
        """Give the blocks of one kind, in their order."""
        return tuple(block for block in self.blocks if block.kind == kind)


def groups_of(people: int) -> tuple[int, ...]:
    """Part people into groups for a role-play: seller, buyer and observer.

    Of what threes leave over, one person becomes a second observer; two become a pair, which
    the trainer observes.

    >>> groups_of(2), groups_of(4), groups_of(8), groups_of(10)
    ((2,), (4,), (3, 3, 2), (4, 3, 3))
    """
    threes, over = divmod(people, 3)
    if over == 1:
        return (4, *(3,) * (threes - 1))
    return (*(3,) * threes, *((2,) if over else ()))


class Seats(NamedTuple):
    """Who is what in one round of a group, people counted from 1."""

    seller: int
    buyer: int
    observers: tuple[int, ...]
    """None in a pair: the trainer observes it."""


def seats(size: int, number: int) -> Seats:
    """Say who is what in a round; everybody moves on by one from round to round.

    >>> seats(3, 1)
    Seats(seller=1, buyer=2, observers=(3,))
    >>> seats(3, 2)
    Seats(seller=2, buyer=3, observers=(1,))
    """
    turn = [(number - 1 + place) % size + 1 for place in range(size)]
    return Seats(turn[0], turn[1], tuple(turn[2:]))
