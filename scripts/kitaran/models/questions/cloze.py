"""A text with gaps."""

from __future__ import annotations

from typing import Literal

from kitaran.models.base import Record, Slug
from kitaran.models.questions.base import Question
from kitaran.models.text import Text


class Gap(Record):
    """What belongs in one gap."""

    answers: tuple[Text, ...]
    """Every wording that is accepted."""
    why: Text | None = None
    """Why that is the answer."""


class Cloze(Question):
    """A text whose gaps, written `{{gap-id}}`, are to be filled."""

    type: Literal["cloze"]
    """A text with gaps."""
    gaps: dict[Slug, Gap]
    """What belongs in each gap, by the gap's id."""
