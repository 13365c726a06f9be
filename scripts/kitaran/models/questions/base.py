"""What every question has, and the option that several types share."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kitaran.models.base import Record, Slug
from kitaran.models.text import Text

Level = Literal["remember", "understand", "apply", "analyse"]


class Option(Record):
    """An answer to choose, and why it is right or wrong."""

    text: Text
    """What the learner reads."""
    correct: bool = False
    """Whether this option is (part of) the key."""
    why: Text | None = None
    """The rationale: shown with the answer, for the right options and for the wrong ones."""


class Question(Record):
    """What every question has, whatever its type."""

    id: Slug
    """Unique in the quiz and never changed: answers and results hang on it."""
    type: str
    """The question type: the name of a module here."""
    objective: Slug
    """The id of the page's objective that the question tests."""
    section: Slug
    """The id of the heading on the page where the answer is taught."""
    level: Level = "apply"
    """What it asks of the learner, in Bloom's words."""
    text: Text
    """The stem: a situation, and the decision to take."""
    hints: tuple[Text, ...] = ()
    """Steps of help, the weakest first."""
    points: int = Field(default=1, ge=1, le=100)
    """What the question counts for in the score."""

    @property
    def keys(self) -> tuple[int, ...]:
        """The positions of the right options, from zero; empty for types without options."""
        return ()

    @property
    def choices(self) -> tuple[Option, ...]:
        """The options in their order; empty for types without options."""
        return ()


class Choice(Question):
    """A question that is answered by choosing among options."""

    options: tuple[Option, ...]
    """The right options and the distractors."""
    shuffle: bool = True
    """Whether the options may change places from one learner to the next."""

    @property
    def choices(self) -> tuple[Option, ...]:
        """The options in their order."""
        return self.options

    @property
    def keys(self) -> tuple[int, ...]:
        """The positions of the options marked right, from zero."""
        return tuple(i for i, option in enumerate(self.options) if option.correct)
