"""A session plan: who is trained in what, for how long. A whole pack is made of it."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from kitaran.models.base import Day, PageId, Record, Slug
from kitaran.models.text import LOCALES, Locale, Text

SHORTEST, LONGEST = 15, 480
"""How many minutes a session may have."""
FEWEST, MOST = 2, 40
"""How many people may take part."""

Language = Literal["ms", "en", "both"]
_TIME = r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$"


def _time(value: Any) -> Any:
    """Read a time of day, as `9:00` or `09:00`."""
    if isinstance(value, str) and not re.fullmatch(_TIME, value):
        message = f"`{value}` is no time of day; write it with 24 hours, such as 09:00 or 14:30"
        raise ValueError(message)
    return value


ClockTime = Annotated[
    str,
    BeforeValidator(_time),
    WithJsonSchema({"type": "string", "pattern": _TIME, "examples": ["09:00", "14:30"]}),
]
"""A time of day, such as `09:00`."""


class Session(Record):
    """A training session, as the trainer plans it."""

    id: Slug
    """The file's name without suffix."""
    title: Text
    """What the session is called."""
    summary: Text
    """The problem that it is to solve, in one sentence."""
    date: Day
    """The day on which it is held."""
    start: ClockTime | None = None
    """When it begins; without it, the agenda counts minutes."""
    minutes: int = Field(ge=SHORTEST, le=LONGEST)
    """How long it takes, breaks included."""
    people: int = Field(ge=FEWEST, le=MOST)
    """How many take part, the trainer not counted."""
    language: Language = "both"
    """The language of the pack, unless the command says another: `ms`, `en` or `both`."""
    roles: tuple[Slug, ...] = ()
    """The roles that take part; none means every role."""
    stages: tuple[PageId, ...] = ()
    """The stages that are trained, in order."""
    objections: tuple[PageId, ...] = ()
    """The objection cards that are trained, in order."""
    pages: tuple[PageId, ...] = ()
    """Other pages that are trained, in order."""
    roleplays: tuple[Slug, ...] = ()
    """The role-plays; without any, those of the stages and objections are taken."""
    scorecard: Slug | None = None
    """What observers score a role-play with, beside the questions on its own sheet."""
    questions: int | None = Field(default=None, ge=1, le=60)
    """How many questions the paper has; without it, as many as there is time for."""
    seed: int = Field(default=1, ge=0, le=999_999_999)
    """Another number draws other questions, and puts them in another order."""

    @property
    def topics(self) -> tuple[str, ...]:
        """The pages that are trained: stages, then objections, then others, each one once."""
        return tuple(dict.fromkeys((*self.stages, *self.objections, *self.pages)))

    def locales(self, known: tuple[Locale, ...] = LOCALES) -> tuple[Locale, ...]:
        """Give the languages of the pack, as far as a handbook has them.

        Args:
            known: The handbook's languages.
        """
        return tuple(locale for locale in known if self.language in (locale, "both"))


BREAKS: tuple[tuple[int, tuple[int, ...]], ...] = (
    (300, (15, 45, 15)),
    (240, (15, 15)),
    (180, (15,)),
    (100, (10,)),
)
"""From how many minutes on which breaks are made; the longest is for a meal."""
FRAME: tuple[tuple[int, int], ...] = ((181, 10), (30, 5), (0, 2))
"""From how many minutes on the opening takes how many; the close takes as many again."""
TOPIC = 5
"""The least that a topic takes, in minutes."""


def breaks(minutes: int) -> tuple[int, ...]:
    """Say how long the breaks of a session are, in their order.

    >>> breaks(60), breaks(180), breaks(480)
    ((), (15,), (15, 45, 15))
    """
    return next((pauses for start, pauses in BREAKS if minutes >= start), ())


def frame(minutes: int) -> int:
    """Say how long the opening takes, and the close as well.

    >>> frame(15), frame(90), frame(480)
    (2, 5, 10)
    """
    return next(length for start, length in FRAME if minutes >= start)


def least_minutes(minutes: int, topics: int) -> int:
    """Say how many minutes a session needs to hold each topic for the least that it takes.

    A longer session has longer breaks, so the answer is looked for from the minutes on.

    >>> least_minutes(15, 1), least_minutes(15, 4), least_minutes(90, 2)
    (15, 24, 90)
    """
    needed = minutes
    while needed < 2 * frame(needed) + sum(breaks(needed)) + TOPIC * topics:
        needed += 1
    return needed
