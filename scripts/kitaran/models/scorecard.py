"""A scorecard: weighted criteria, bands, and what to do in each."""

from __future__ import annotations

from pydantic import Field

from kitaran.models.base import Day, PageId, Record, Slug
from kitaran.models.text import Text


class Level(Record):
    """How well a criterion is met, in words."""

    points: int = Field(ge=0, le=100)
    """What it counts before weighting."""
    text: Text
    """What one sees at this level."""


class Criterion(Record):
    """One thing to judge."""

    id: Slug
    """Unique in the scorecard."""
    text: Text
    """What is judged."""
    why: Text | None = None
    """What it tells, and how to find out."""
    weight: int = Field(default=1, ge=1, le=100)
    """How much it counts beside the others."""
    levels: tuple[Level, ...] = Field(min_length=2)
    """From the worst to the best."""


class Band(Record):
    """A range of results and what to do in it."""

    id: Slug
    """Unique in the scorecard."""
    start: float = Field(alias="from", ge=0, le=100)
    """Where the band begins, in percent of the weighted maximum."""
    title: Text
    """The verdict in a few words."""
    action: Text
    """What to do."""


class Scorecard(Record):
    """Criteria to judge by, and what the result means."""

    id: Slug
    """The file's name without suffix."""
    title: Text
    """What it is called."""
    summary: Text
    """What it decides, in one sentence."""
    page: PageId | None = None
    """The page that teaches how to judge."""
    owner: Slug
    """The role that answers for it."""
    reviewed: Day
    """When it was last checked."""
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    """What is judged."""
    bands: tuple[Band, ...] = Field(min_length=1)
    """What the result means, from the lowest up; the first begins at 0."""
