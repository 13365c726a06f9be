"""Several right options."""

from __future__ import annotations

from typing import Literal

from kitaran.models.questions.base import Choice


class Multiple(Choice):
    """A choice of all right options."""

    type: Literal["multiple"]
    """One or more right options."""
