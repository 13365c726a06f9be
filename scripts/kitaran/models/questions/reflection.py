"""A question to think about."""

from __future__ import annotations

from typing import Literal

from kitaran.models.questions.base import Question
from kitaran.models.text import Text


class Reflection(Question):
    """An answer in the learner's own words, compared with a model answer. It is not scored."""

    type: Literal["reflection"]
    """An answer in own words."""
    model_answer: Text
    """What a good answer says."""
