"""A word or a few, typed."""

from __future__ import annotations

from typing import Literal

from kitaran.models.base import Record
from kitaran.models.questions.base import Question
from kitaran.models.text import Text


class NearMiss(Record):
    """A wrong answer that deserves a word of its own."""

    text: Text
    """What the learner types."""
    why: Text
    """What is missing from it."""


class Short(Question):
    """A short answer, compared without regard to case, spacing and accents."""

    type: Literal["short"]
    """A typed answer."""
    answers: tuple[Text, ...]
    """Every wording that is accepted."""
    near: tuple[NearMiss, ...] = ()
    """Wrong answers that are nearly right."""
    why: Text | None = None
    """Why that is the answer."""
