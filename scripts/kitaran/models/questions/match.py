"""Things that belong together."""

from __future__ import annotations

from typing import Literal

from kitaran.models.base import Record
from kitaran.models.questions.base import Question
from kitaran.models.text import Text


class Pair(Record):
    """Two things that belong together."""

    left: Text
    """What is given."""
    right: Text
    """What is to be found for it."""
    why: Text | None = None
    """Why the two belong together."""


class Match(Question):
    """Pairs to find, each one to one."""

    type: Literal["match"]
    """Pairs to find."""
    pairs: tuple[Pair, ...]
    """The right pairs."""
