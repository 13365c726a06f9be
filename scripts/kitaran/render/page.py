"""What renderers give and what they are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml

from kitaran.models.playbook import COLLECTIONS
from kitaran.render.links import plain
from kitaran.render.terms import Terms
from kitaran.render.words import Words, words

if TYPE_CHECKING:
    from kitaran.diagnostics import Diagnostic
    from kitaran.library import Library
    from kitaran.models.text import Locale

MENUS = ("home", *COLLECTIONS, "practice", "guide")
"""The parts of the navigation, in their order."""


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page of one language's site, as Markdown."""

    uri: str
    """Its path in the site's Markdown tree, such as `stages/closing.md`."""
    title: str
    body: str
    """Markdown, without front matter and without the first heading."""
    menu: str = ""
    """The part of the navigation that it stands in; none keeps it out."""
    order: tuple[float, str] = (0.0, "")
    """Its place in that part, the lowest first; `(-1, "")` is the part's own page."""
    source: str | None = None
    """The file that it is edited in, relative to the handbook's root."""
    front: dict[str, Any] = field(default_factory=dict)
    """Its front matter, apart from the title."""
    group: str = ""
    """The heading within the part of the navigation, where it has one."""
    heading: str = ""
    """The first heading, where it says more than the title."""
    layout: str = ""
    """The theme's template for the page; none for the usual one. Pages read without it, too."""

    @property
    def markdown(self) -> str:
        """The whole page: front matter, first heading, body."""
        front = yaml.safe_dump(
            {"title": self.title, **self.front}, allow_unicode=True, sort_keys=False, width=1000
        )
        return f"---\n{front}---\n\n# {plain(self.heading or self.title)}\n\n{self.body.strip()}\n"


@dataclass(frozen=True)
class Context:
    """What every renderer works from."""

    library: Library
    locale: Locale
    errors: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """Findings by file, to be shown on the pages that they concern; empty in a real build."""
    downloads: dict[str, dict[str, str]] = field(default_factory=dict)
    """The files of each form, as paths on the site by their suffixes; none where none are made."""
    offline: bool = False
    """Whether the site can be kept on a device, and has a page that says so."""

    @cached_property
    def words(self) -> Words:
        """The interface texts."""
        return words(self.locale)

    @cached_property
    def terms(self) -> Terms:
        """The glossary's terms."""
        return Terms.of(self.library.glossary, self.locale)

    @cached_property
    def on_paths(self) -> frozenset[str]:
        """The ids of the pages that are read, or whose quiz or checklist is used, on a path."""
        steps = [s for path in self.library.paths.values() for p in path.phases for s in p.steps]
        pages = {quiz.id: quiz.page_id for group in self.library.quizzes.values() for quiz in group}
        return frozenset(
            pages.get(step.reference, step.reference) if step.kind == "quiz" else step.reference
            for step in steps
            if step.kind in ("page", "quiz", "checklist")
        )

    def owner(self, owner: str) -> str:
        """Name the role that answers for a page; by its id in words where it has no name."""
        named = self.library.settings.owners.get(owner)
        return named.get(self.locale) if named else owner.replace("-", " ")

    def role_titles(self, roles: tuple[str, ...]) -> list[str]:
        """Name roles: by their pages, by the glossary, or by their ids in words."""
        return [self._role(role) for role in roles]

    def _role(self, role: str) -> str:
        page = self.library.page(f"roles/{role}", self.locale)
        if page is not None:
            return page.title
        terms = {term.id: term for term in self.library.glossary.terms}
        if role in terms:
            return terms[role].ms if self.locale == "ms" else terms[role].en
        return role.replace("-", " ")
