"""Steps to bring into their order."""

from __future__ import annotations

from typing import Literal

from kitaran.models.questions.base import Question
from kitaran.models.text import Text


class Order(Question):
    """Items to put in order."""

    type: Literal["order"]
    """Items to put in order."""
    items: tuple[Text, ...]
    """The items, in the right order."""
    why: Text | None = None
    """Why that is the order."""
