"""Several right options."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from kitaran.models.questions.base import Option, Question


class Multiple(Question):
    """A choice of all right options."""

    type: Literal["multiple"]
    """One or more right options."""
    options: tuple[Option, ...]
    """The right options and the distractors."""
    shuffle: bool = True
    """Whether the options may change places from one learner to the next."""

    @property
    def choices(self) -> tuple[Option, ...]:
        """The options in their order."""
        return self.options

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """The positions of the options marked right, from zero."""
        return tuple(i for i, option in enumerate(self.options) if option.correct)
