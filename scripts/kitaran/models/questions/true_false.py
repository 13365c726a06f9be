"""A statement to accept or refuse."""

from __future__ import annotations

from typing import Literal

from kitaran.models.questions.base import Question
from kitaran.models.text import Text


class TrueFalse(Question):
    """A statement that is true or false."""

    type: Literal["true_false"]
    """True or false."""
    answer: bool
    """Whether the statement is true."""
    why: Text | None = None
    """Why that is the answer."""
    why_not: Text | None = None
    """What draws people to the other answer, and why it is wrong."""
