"""What every part of a pack is made from: the material, in one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from kitaran.documents.inline import clean
from kitaran.documents.session.ask import Variant, ask
from kitaran.documents.site import Site
from kitaran.documents.words import words
from kitaran.sessions.draw import mixed, other_order

if TYPE_CHECKING:
    from kitaran.documents.session.ask import Asked
    from kitaran.documents.words import Words
    from kitaran.models.text import Locale, Text
    from kitaran.sessions.agenda import Block
    from kitaran.sessions.draw import Drawn
    from kitaran.sessions.material import Material

PAPERS = ("A", "B")


class Sheet(NamedTuple):
    """A paper to be printed."""

    key: str
    """Which part of the pack it is."""
    label: str
    """The words above the title: what kind of paper it is."""
    title: str
    subtitle: str
    blocks: list[dict[str, Any]]


@dataclass(frozen=True)
class Pack:
    """A pack in one language."""

    material: Material
    locale: Locale
    site: Site = field(default_factory=Site)
    slides: bool = True
    """Whether the slides can be made on this machine."""

    @property
    def words(self) -> Words:
        """The words of its language."""
        return words(self.locale)

    def w(self, key: str, **values: object) -> str:
        """Give one of the words for sessions."""
        return self.words(f"session.{key}", **values)

    def listed(self, key: str) -> list[str]:
        """Give a list of sentences."""
        found: list[str] = self.words.table["session"][key]
        return found

    def say(self, text: Text | None) -> str:
        """Give a text on one line."""
        return clean(text.get(self.locale)) if text is not None else ""

    @property
    def title(self) -> str:
        """What the session is called."""
        return self.say(self.material.session.title)

    @property
    def summary(self) -> str:
        """The problem that it is to solve."""
        return self.say(self.material.session.summary)

    @property
    def date(self) -> str:
        """The day, in words."""
        return self.words.date(self.material.session.date)

    @property
    def handbook(self) -> str:
        """What the handbook is called."""
        return clean(self.site.name or self.words("handbook"))

    def topic(self, page_id: str) -> str:
        """Give the title of a page."""
        return clean(self.material.page(page_id, self.locale).title)

    def objectives(self, page_id: str, names: tuple[str, ...]) -> list[str]:
        """Give objectives of a page by their ids."""
        page = self.material.page(page_id, self.locale)
        return [clean(o.text) for o in page.objectives if o.id in names]

    def role(self, role: str) -> str:
        """Name a role."""
        page = self.material.library.page(f"roles/{role}", self.locale)
        return clean(page.title) if page else role.replace("-", " ")

    def play(self, name: str) -> str:
        """Give the title of a role-play."""
        play = self.material.library.roleplays.get(name)
        return self.say(play.title) if play else name

    # ---- time -----------------------------------------------------------------------------

    def clock(self, minute: int) -> str:
        """Write a minute of the session as a time of day, where it is known when it begins."""
        start = self.material.session.start
        if start is None:
            return str(minute)
        hours, minutes = map(int, start.split(":"))
        whole = hours * 60 + minutes + minute
        return f"{whole // 60 % 24:02}:{whole % 60:02}"

    def time(self, block: Block) -> str:
        """Write from when to when a block is."""
        return f"{self.clock(block.start)}–{self.clock(block.start + block.minutes)}"

    def named(self, block: Block) -> str:
        """Name a block of the agenda."""
        title = ""
        if block.kind == "topic":
            title = self.topic(block.id)
        elif block.id:
            title = self.play(block.id)
        return self.w(f"blocks.{block.kind}", title=title, n=block.number)

    def steps(self, block: Block) -> list[str]:
        """Say how a part is run. Places are changed only where another round follows."""
        steps = self.listed(f"do_{block.kind}")
        if block.kind == "round" and self.rounds(block.id) == 1:
            return steps[:2]
        return steps

    def rounds(self, play: str) -> int:
        """Count the rounds of a role-play."""
        return sum(block.id == play for block in self.material.agenda.of("round"))

    # ---- questions ------------------------------------------------------------------------

    def asked(self, drawn: Drawn, paper: str = "") -> Asked:
        """Bring a question into the form of a paper, or of what everyone sees together."""
        return ask(drawn, self.words, Variant(self.material.session.seed, paper))

    def paper(self, paper: str) -> list[Asked]:
        """Give the questions of paper A or B, in its order."""
        seed, drawn = self.material.session.seed, self.material.paper
        order = mixed(drawn, seed, "paper", "A")
        if paper != "A":
            order = other_order(drawn, order, seed, "paper", paper)
        return [self.asked(each, paper) for each in order]

    @cached_property
    def together(self) -> list[tuple[str, Asked]]:
        """Give the questions for everyone, each under the name of its part, in their order."""
        found = [(self.w("blocks.wrong"), self.asked(each)) for each in self.material.wrong]
        for block in self.material.agenda.of("topic"):
            questions = self.material.live.get(block.id, ())
            found += [(self.topic(block.id), self.asked(each)) for each in questions]
        return found

    @property
    def total(self) -> int:
        """How many marks a paper has."""
        scored = (d for d in self.material.paper if d.question.type != "reflection")
        return sum(drawn.question.points for drawn in scored)

    @property
    def pass_mark(self) -> float:
        """The share of the marks that passes: the highest of the quizzes that are drawn from."""
        used = {drawn.quiz for drawn in self.material.paper}
        quizzes = (quiz for group in self.material.library.quizzes.values() for quiz in group)
        return max((quiz.pass_mark for quiz in quizzes if quiz.id in used), default=0.8)
