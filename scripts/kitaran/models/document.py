"""A page written by hand under `docs/`, which follows no skeleton."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from kitaran.models.playbook import Outline


@dataclass(frozen=True)
class Document:
    """One language's page from `docs/`."""

    id: str
    """Its path below `docs/` without language and suffix, such as `start`."""
    locale: Literal["ms", "en"]
    front: dict[str, Any]
    """Its front matter, passed on as it is."""
    body: str
    body_line: int
    read: Callable[[str, int], Outline] = field(repr=False, compare=False)
    """What reads an outline from Markdown and the number of its first line."""

    @cached_property
    def outline(self) -> Outline:
        """What the body consists of. Read when first asked for."""
        return self.read(self.body, self.body_line)
