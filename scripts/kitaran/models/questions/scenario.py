"""A conversation that branches."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kitaran.models.base import Record, Slug
from kitaran.models.questions.base import Question
from kitaran.models.text import Text


class Choice(Record):
    """Something to say or do, and where it leads."""

    text: Text
    """What the learner can say or do."""
    goto: Slug | None = None
    """The id of the node that follows; none ends the conversation."""
    points: int = Field(default=0, ge=0, le=100)
    """What the choice is worth."""
    why: Text | None = None
    """What it brings about, and why."""


class Node(Record):
    """A moment of the conversation."""

    id: Slug
    """Unique in the scenario."""
    text: Text
    """What the client says or what happens."""
    choices: tuple[Choice, ...] = ()
    """What the learner can do; none ends the conversation here."""


class Scenario(Question):
    """A branching conversation on one situation. It begins at its first node."""

    type: Literal["scenario"]
    """A branching conversation."""
    nodes: tuple[Node, ...] = Field(min_length=1)
    """The moments of the conversation, the first one first."""
