"""The whole handbook, resolved: pages in each language, in order, with what belongs to them.

Everything right of this module (pages, documents, exports, reports) works from a `Library`
and reads no file of the handbook itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from kitaran.load.record import load
from kitaran.load.tree import Entry, FileKind, Tree, discover
from kitaran.models.glossary import Glossary
from kitaran.models.playbook import COLLECTIONS, Front, Kind, Named, Playbook, Task, Twin

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import date

    from kitaran.models.document import Document
    from kitaran.models.form import Form
    from kitaran.models.path import Path as LearningPath
    from kitaran.models.quiz import Quiz
    from kitaran.models.roleplay import Roleplay
    from kitaran.models.scorecard import Scorecard
    from kitaran.models.session import Session
    from kitaran.models.text import Locale
    from kitaran.settings import Settings


class Phase(NamedTuple):
    """The items of a checklist that stand under one heading."""

    id: str
    title: str
    items: tuple[Task, ...]


@dataclass(frozen=True)
class Page:
    """A playbook in one language, with what it takes from the original and from its twin."""

    original: Playbook
    said: Playbook
    """The page in this language; the original itself, where this is its language."""
    path: str
    """The file that holds this language's text, relative to the root."""

    @property
    def id(self) -> str:
        """Its path without language and suffix, such as `stages/closing`."""
        return self.original.id

    @property
    def locale(self) -> Locale:
        """The language that it is written in."""
        return self.said.locale

    @property
    def collection(self) -> str:
        """The folder that it is in, such as `stages`."""
        return self.id.partition("/")[0]

    @property
    def slug(self) -> str:
        """The last part of its id, such as `closing`."""
        return self.id.partition("/")[2]

    @property
    def kind(self) -> Kind:
        """What kind of page it is."""
        return self.original.kind

    @property
    def front(self) -> Front:
        """What the original says for every language: order, owner, dates, ids."""
        front = self.original.front
        assert isinstance(front, Front)  # `Library` pairs the two by their language.
        return front

    @property
    def words(self) -> Front | Twin:
        """What is said in this language: title, summary, and a product's texts."""
        return self.said.front

    @property
    def title(self) -> str:
        """The heading."""
        return self.words.title

    @property
    def summary(self) -> str:
        """One sentence for lists and search results."""
        return self.words.summary

    @property
    def objectives(self) -> tuple[Named, ...]:
        """What the reader can do afterwards."""
        return self.words.objectives

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.said.body

    @property
    def reviewed(self) -> date:
        """When it was last checked."""
        return self.front.reviewed

    @cached_property
    def checklist(self) -> tuple[Phase, ...]:
        """The page's checklist by its phases; empty where it has none."""
        phases: dict[str, Phase] = {}
        for task in self.said.outline.tasks:
            known = phases.get(task.phase, Phase(task.phase, task.phase_title, ()))
            phases[task.phase] = known._replace(items=(*known.items, task))
        return tuple(phases.values())


@dataclass(frozen=True)
class Library:
    """A handbook. Only what could be read is in it; a check tells what could not."""

    settings: Settings
    tree: Tree
    playbooks: dict[tuple[str, Locale], Page]
    documents: dict[tuple[str, Locale], Document]
    quizzes: dict[str, tuple[Quiz, ...]]
    """By the id of the page that they belong to."""
    paths: dict[str, LearningPath]
    scorecards: dict[str, Scorecard]
    roleplays: dict[str, Roleplay]
    glossary: Glossary
    forms: dict[str, Form] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)

    def page(self, page_id: str, locale: Locale) -> Page | None:
        """Give a playbook in a language."""
        return self.playbooks.get((page_id, locale))

    def pages(self, locale: Locale, collection: str | None = None) -> tuple[Page, ...]:
        """Give the playbooks of a language, by collection, order and id; no index pages."""
        return self._ordered[locale, collection]

    @cached_property
    def _ordered(self) -> dict[tuple[Locale, str | None], tuple[Page, ...]]:
        """Sort the pages once."""
        place = {name: index for index, name in enumerate(COLLECTIONS)}
        ordered: dict[tuple[Locale, str | None], tuple[Page, ...]] = {}
        for locale in self.settings.languages:
            every = sorted(
                (p for p in self.playbooks.values() if p.locale == locale and p.slug != "index"),
                key=lambda page: (place[page.collection], page.front.order, page.id),
            )
            ordered[locale, None] = tuple(every)
            for collection in COLLECTIONS:
                ordered[locale, collection] = tuple(p for p in every if p.collection == collection)
        return ordered

    def index(self, collection: str, locale: Locale) -> Page | None:
        """Give the page that introduces a collection, where somebody wrote one."""
        return self.page(f"{collection}/index", locale)

    def families(self, locale: Locale) -> dict[str, str]:
        """Give the product families by id, in the order of `products/index.md`."""
        index = self.index("products", locale)
        named: tuple[Named, ...] = getattr(index.words, "families", ()) if index else ()
        return {family.id: family.text for family in named}

    def assets(self) -> Iterator[Entry]:
        """Give the pictures and downloads beside the pages of `playbooks/`."""
        return (e for e in self.tree.of(FileKind.ASSET) if e.path.startswith("playbooks/"))


def load_library(
    settings: Settings,
    *,
    kinds: Collection[FileKind] = frozenset(FileKind),
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Library:
    """Load a whole handbook.

    Nothing is judged here: run a check first, and use the library if that found no error.

    Args:
        settings: Where the handbook is.
        kinds: What to load; the rest stays empty. Without the quizzes it is much faster.
        progress: Called with how many files are loaded, of how many.
    """
    tree = discover(settings.root, settings.languages[0])
    found: dict[FileKind, list[tuple[Entry, Any]]] = {kind: [] for kind in FileKind}
    wanted = frozenset(kinds) - {FileKind.ASSET, FileKind.UNKNOWN}
    entries = [entry for entry in tree.entries if entry.kind in wanted]
    for done, entry in enumerate(entries, 1):
        record = load(settings.root, entry).record
        if record is not None:
            found[entry.kind].append((entry, record))
        progress(done, len(entries))
    quizzes: dict[str, tuple[Quiz, ...]] = {}
    for _, quiz in found[FileKind.QUIZ]:
        quizzes[quiz.page_id] = (*quizzes.get(quiz.page_id, ()), quiz)
    return Library(
        settings,
        tree,
        _pair(found[FileKind.PLAYBOOK], settings.languages),
        {(entry.id, entry.locale): record for entry, record in found[FileKind.DOCUMENT]},
        quizzes,
        {entry.id: record for entry, record in found[FileKind.PATH]},
        {entry.id: record for entry, record in found[FileKind.SCORECARD]},
        {entry.id: record for entry, record in found[FileKind.ROLEPLAY]},
        next((record for _, record in found[FileKind.GLOSSARY]), Glossary()),
        {entry.id: record for entry, record in found[FileKind.FORM]},
        {entry.id: record for entry, record in found[FileKind.SESSION]},
    )


def _pair(
    files: list[tuple[Entry, Playbook]], languages: tuple[Locale, ...]
) -> dict[tuple[str, Locale], Page]:
    """Put each language's page together with the original that it belongs to."""
    originals = {entry.id: page for entry, page in files if entry.locale == languages[0]}
    return {
        (entry.id, entry.locale): Page(originals[entry.id], page, entry.path)
        for entry, page in files
        if entry.id in originals and entry.locale in languages
    }
