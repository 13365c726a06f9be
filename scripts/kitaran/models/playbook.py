"""A playbook page: its front matter by kind, and what its text consists of."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import Field

from kitaran.models.base import Day, Interval, PageId, Record, Slug

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["stage", "objection", "product", "battlecard", "role", "topic"]

COLLECTIONS: dict[str, Kind] = {
    "stages": "stage",
    "objections": "objection",
    "products": "product",
    "battlecards": "battlecard",
    "roles": "role",
    "topics": "topic",
}
"""The folders below `playbooks/`, in the order of the navigation, and what they hold."""


def kind_of(page_id: str, stated: object = None) -> Kind:
    """Say what kind of page an id stands for.

    Args:
        page_id: Such as `stages/closing`.
        stated: What the page's front matter says, where it says something.

    >>> kind_of("stages/closing"), kind_of("products/index")
    ('stage', 'topic')
    """
    collection, _, slug = page_id.partition("/")
    return "topic" if stated == "topic" or slug == "index" else COLLECTIONS[collection]


class Named(Record):
    """Something with an id in front matter, and its text in the page's language."""

    id: Slug
    """Unique on the page, the same in both languages, and never changed."""
    text: str
    """The text in the page's language."""


class Front(Record):
    """What every original page says of itself."""

    title: str
    """The page's heading."""
    summary: str
    """One sentence that is useful in a search result."""
    kind: Literal["topic"] | None = None
    """Set to `topic` where a page does not follow its folder's skeleton."""
    order: int = Field(default=1000, ge=0, le=100_000)
    """Its place in the collection, the lowest first."""
    owner: Slug
    """The role that answers for the page."""
    reviewed: Day
    """When it was last checked."""
    review_every: Interval = "6 months"
    """How long that check holds."""
    audience: Literal["everyone", "manager", "trainer"] = "everyone"
    """Whom it is for."""
    roles: tuple[Slug, ...] = ()
    """The roles that it concerns; none means every role."""
    minutes: int = Field(default=5, ge=1, le=600)
    """How long it takes to read."""
    objectives: tuple[Named, ...] = ()
    """What the reader can do afterwards."""
    search: tuple[str, ...] = ()
    """What people type who look for it."""


class Twin(Record):
    """What the other language's page says differently."""

    kind: Literal["topic"] | None = None
    """Set to `topic` where the original sets it."""

    title: str
    """The page's heading."""
    summary: str
    """One sentence that is useful in a search result."""
    objectives: tuple[Named, ...] = ()
    """The objectives in this language, with the ids of the original."""
    search: tuple[str, ...] = ()
    """What people type who look for it."""
    translates: str
    """The fingerprint or date of the original text that this one was made from."""


class StageFront(Front):
    """A stage of the sales cycle."""


class StageTwin(Twin):
    """A stage in the other language."""


class ObjectionFront(Front):
    """An objection card."""

    family: Slug
    """The kind of objection, such as `price` or `timing`."""
    stages: tuple[PageId, ...] = ()
    """The stages where it is met."""


class ObjectionTwin(Twin):
    """An objection card in the other language."""


class ProductFront(Front):
    """A product or service: facts that its page is drawn from."""

    family: Slug
    """The id of the family, from `products/index.md`."""
    who_for: str
    """Whom it is for."""
    needs: tuple[str, ...]
    """The needs that it answers."""
    price_model: str
    """How it is priced; example numbers are called examples."""
    availability: str
    """From stock or made to order, and how soon."""
    min_order: str
    """The smallest order."""
    competes_with: tuple[str, ...] = ()
    """What clients use instead."""
    goes_with: tuple[PageId, ...] = ()
    """The products that are offered with it."""
    objections: tuple[PageId, ...] = ()
    """The objections that it meets most."""


class ProductTwin(Twin):
    """A product in the other language."""

    who_for: str
    """Whom it is for."""
    needs: tuple[str, ...]
    """The needs that it answers."""
    price_model: str
    """How it is priced; example numbers are called examples."""
    availability: str
    """From stock or made to order, and how soon."""
    min_order: str
    """The smallest order."""
    competes_with: tuple[str, ...] = ()
    """What clients use instead."""


class BattlecardFront(Front):
    """A battlecard: how to meet one kind of competitor, fairly."""

    products: tuple[PageId, ...] = ()
    """The products that the competitor is met with most."""
    objections: tuple[PageId, ...] = ()
    """The objections that it leads to most."""


class BattlecardTwin(Twin):
    """A battlecard in the other language."""


class RoleFront(Front):
    """A job description."""


class RoleTwin(Twin):
    """A job description in the other language."""


class TopicFront(Front):
    """A working topic, or another page that follows a topic's skeleton."""

    families: tuple[Named, ...] = ()
    """The product families; on `products/index.md` only."""


class TopicTwin(Twin):
    """A working topic in the other language."""

    families: tuple[Named, ...] = ()
    """The product families in this language, with the ids of the original."""


FRONTS: dict[Kind, tuple[type[Front], type[Twin]]] = {
    "stage": (StageFront, StageTwin),
    "objection": (ObjectionFront, ObjectionTwin),
    "product": (ProductFront, ProductTwin),
    "battlecard": (BattlecardFront, BattlecardTwin),
    "role": (RoleFront, RoleTwin),
    "topic": (TopicFront, TopicTwin),
}


class Heading(NamedTuple):
    """A heading of a page."""

    level: int
    id: str
    """The explicit id, or the empty string."""
    text: str
    line: int


class Task(NamedTuple):
    """An item of a checklist."""

    id: str
    """The explicit id, or the empty string."""
    text: str
    """Markdown of the item, without box and id."""
    phase: str
    """The id of the heading that it stands under."""
    phase_title: str
    line: int
    column: int


class Link(NamedTuple):
    """A link of a page."""

    target: str
    text: str
    line: int
    column: int


class Image(NamedTuple):
    """An image of a page."""

    src: str
    alt: str
    line: int
    column: int


class Raw(NamedTuple):
    """Raw HTML in a page."""

    html: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What a Markdown text consists of. Lines count from one, in the file."""

    headings: tuple[Heading, ...] = ()
    tasks: tuple[Task, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    raw: tuple[Raw, ...] = ()
    prose: tuple[tuple[int, str], ...] = ()
    """The lines that are read by people (no code, no link targets), with their numbers."""


@dataclass(frozen=True)
class Playbook:
    """One language's page of the handbook, as its file says it."""

    id: str
    """Its path below `playbooks/` without language and suffix, such as `stages/closing`."""
    locale: Literal["ms", "en"]
    kind: Kind
    front: Front | Twin
    body: str
    """The Markdown after the front matter."""
    body_line: int
    """The line of the file that the body begins on."""
    read: Callable[[str, int], Outline] = field(repr=False, compare=False)
    """What reads an outline from Markdown and the number of its first line."""

    @cached_property
    def outline(self) -> Outline:
        """What the body consists of. Read when first asked for: most renderings never ask."""
        return self.read(self.body, self.body_line)
