"""Call cards on paper: A6, a card a sheet, to be kept in a pocket or beside the telephone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from kitaran.callcards import COLLECTIONS, cards
from kitaran.documents.formats.pdf import breakable, typeset
from kitaran.documents.inline import clean, parse
from kitaran.documents.words import words

if TYPE_CHECKING:
    from datetime import date

    from kitaran.callcards import CallCard
    from kitaran.documents.site import Site
    from kitaran.documents.words import Words
    from kitaran.library import Library
    from kitaran.models.text import Locale

SUFFIX = "pdf"
EXCHANGES = 1
"""How many situations stand on a sheet; the card on the site has all of them."""


class CardError(Exception):
    """There is no such card. The message says what there is."""


@dataclass(frozen=True)
class Cards:
    """Call cards of one language, in the order in which they are printed."""

    locale: Locale
    handbook: str
    """What the handbook is called."""
    every: tuple[CallCard, ...]
    """Not empty."""
    totals: dict[str, int]
    """How many cards each collection has, printed or not."""
    places: dict[str, int]
    """Which of them each printed card is, by the id of its page."""
    addresses: dict[str, str]
    """Where each printed card is on the site; empty texts where that is not known."""

    @property
    def words(self) -> Words:
        """The words of the language."""
        return words(self.locale)

    @property
    def name(self) -> str:
        """What the file is called, without language and suffix."""
        if len(self.every) > 1:
            return "call-cards"
        return f"call-card-{self.every[0].page.id.replace('/', '-')}"

    @property
    def title(self) -> str:
        """What the paper is called."""
        if len(self.every) > 1:
            return self.words("cards.cards", n=len(self.every))
        return self.every[0].page.title

    @property
    def date(self) -> date:
        """The newest day on which one of the pages was reviewed."""
        return max(card.page.reviewed for card in self.every)

    @cached_property
    def version(self) -> str:
        """The version in words: a hash that changes with anything that is printed."""
        said = json.dumps(
            [self.handbook, self.locale, [_card(self, card) for card in self.every]],
            ensure_ascii=False,
        )
        short = sha256(said.encode()).hexdigest()[:8]
        return self.words("checklists.version", version=short)


def ids(library: Library) -> tuple[str, ...]:
    """Give the ids of the pages that have a card."""
    return tuple(card.page.id for card in cards(library, library.settings.languages[0]))


def chosen(library: Library, named: tuple[str, ...]) -> tuple[str, ...]:
    """Give the ids of the cards that somebody names, in the handbook's order.

    Args:
        library: The handbook.
        named: Ids of pages, their last parts, or collections; without any, every card.

    Raises:
        CardError: If there is no such card.
    """
    every = ids(library)
    wanted: set[str] = set()
    for name in named:
        short = name.strip().strip("/").removeprefix("playbooks/").removesuffix(".md")
        found = [i for i in every if short in (i, i.partition("/")[0], i.partition("/")[2])]
        if not found:
            raise CardError(_nothing(short, every))
        wanted.update(found)
    return tuple(page_id for page_id in every if page_id in wanted or not named)


def _nothing(name: str, every: tuple[str, ...]) -> str:
    """Say that there is no such card, what was meant perhaps, and what there is."""
    if not every:
        return "no stage and no objection is written yet, so there is no call card"
    slugs = [page_id.partition("/")[2] for page_id in every]
    near = get_close_matches(name, [*every, *slugs, *COLLECTIONS], 1, 0.5)
    hint = f", did you mean `{near[0]}`?" if near else ""
    return f"there is no call card `{name}`{hint}\nthere are: {', '.join(every)}"


def make(library: Library, wanted: tuple[str, ...], locale: Locale, site: Site) -> Cards:
    """Make the cards of some pages in a language.

    Raises:
        CardError: If none of the pages is written in that language.
    """
    every = cards(library, locale)
    printed = tuple(card for card in every if card.page.id in wanted)
    if not printed:
        message = f"none of the pages is written in `{locale}`"
        raise CardError(message)
    groups = {name: [c.page.id for c in every if c.page.collection == name] for name in COLLECTIONS}
    return Cards(
        locale,
        clean(site.name) or words(locale)("handbook"),
        printed,
        {name: len(group) for name, group in groups.items()},
        {page_id: n for group in groups.values() for n, page_id in enumerate(group, 1)},
        {card.page.id: site.page(f"card/{card.page.id}", locale) for card in printed},
    )


def render(paper: Cards) -> bytes:
    """Set the cards as a tagged PDF. The same handbook gives the same bytes.

    Raises:
        FormatError: If typst refuses the document.
    """
    return typeset("card.typ", _data(paper), paper.date)


def _data(paper: Cards) -> dict[str, Any]:
    """Give what is printed, as plain data."""
    keys = ("questions", "say", "avoid")
    return {
        "lang": paper.locale,
        "date": paper.date.timetuple()[:3],
        "handbook": breakable(paper.handbook),
        "title": breakable(paper.title),
        "label": paper.words("cards.card"),
        "version": paper.version,
        "words": {key: paper.words(f"cards.{key}") for key in keys},
        "cards": [_card(paper, card) for card in paper.every],
    }


def _card(paper: Cards, card: CallCard) -> dict[str, Any]:
    """Give one card as plain data."""
    say, page = paper.words, card.page
    place, total = paper.places[page.id], paper.totals[page.collection]
    stage = page.kind == "stage"
    return {
        "title": breakable(clean(page.title)),
        "place": say("cards.place", kind=say(f"cards.{page.kind}"), n=place, total=total),
        "reviewed": say("checklists.reviewed", date=say.date(page.reviewed)),
        "address": paper.addresses[page.id],
        "label": say("cards.line_objection" if card.spoken else "cards.line_stage"),
        "line": _runs(card.line),
        "questions": [_runs(question) for question in card.questions],
        "exchanges": [
            {"situation": _runs(each.situation), "say": _runs(each.say), "avoid": _runs(each.avoid)}
            for each in card.exchanges[:EXCHANGES]
        ],
        "next": say("cards.done" if stage else "cards.next"),
        "lead": _runs(card.lead),
        "steps": [{"when": _runs(step.when), "do": _runs(step.do)} for step in card.steps],
    }


def _runs(text: str) -> list[dict[str, Any]]:
    """Give a text as runs, each in one style."""
    return [{**run._asdict(), "text": breakable(run.text)} for run in parse(text, lambda _: "")]
