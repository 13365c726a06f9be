"""A role-play: two sheets that do not know of each other, and what to watch for."""

from __future__ import annotations

from pydantic import Field

from kitaran.models.base import PageId, Record, Slug
from kitaran.models.text import Text


class Buyer(Record):
    """The sheet of the one who plays the client."""

    brief: Text
    """Who you are and what is on your mind."""
    knows: tuple[Text, ...] = ()
    """What you know and tell only when asked."""
    says: tuple[Text, ...] = ()
    """Sentences to use."""
    yields_when: tuple[Text, ...] = ()
    """What moves you."""


class Seller(Record):
    """The sheet of the one who sells."""

    brief: Text
    """What has happened so far."""
    goal: Text
    """What to leave the room with."""
    knows: tuple[Text, ...] = ()
    """Facts that you may use."""


class Roleplay(Record):
    """A conversation to practise."""

    id: Slug
    """The file's name without suffix."""
    title: Text
    """What it is called."""
    stage: PageId | None = None
    """The stage that it practises."""
    objection: PageId | None = None
    """The objection that it practises."""
    minutes: int = Field(ge=1, le=240)
    """How long the conversation may take."""
    situation: Text
    """What both players know."""
    buyer: Buyer
    """The client's sheet."""
    seller: Seller
    """The seller's sheet."""
    observer: tuple[Text, ...] = ()
    """What to watch for."""
    debrief: tuple[Text, ...] = ()
    """What to ask afterwards."""
