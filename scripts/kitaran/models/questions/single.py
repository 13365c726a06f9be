"""One right option among several."""

from __future__ import annotations

from typing import Literal

from kitaran.models.questions.base import Choice


class Single(Choice):
    """A choice of one right option."""

    type: Literal["single"]
    """One right option."""
