"""A number, typed."""

from __future__ import annotations

from typing import Literal

from kitaran.models.base import Record
from kitaran.models.questions.base import Question
from kitaran.models.text import Text


class WrongNumber(Record):
    """A wrong result that people reach, and how."""

    value: float
    """The number that they type."""
    why: Text
    """The slip that leads to it."""


class Numeric(Question):
    """A number within a tolerance."""

    type: Literal["numeric"]
    """A typed number."""
    answer: float
    """The right number, in the unit."""
    tolerance: float = 0.0
    """How far an answer may be off, in the same unit; never below zero."""
    unit: Text | None = None
    """The unit, shown beside the box."""
    wrong: tuple[WrongNumber, ...] = ()
    """Typical wrong results."""
    why: Text | None = None
    """The computation."""
