"""What the rest of the handbook needs to know of a file.

Ten thousand files are read in several processes and kept in a cache; what travels is not
their records but these few facts, all plain tuples and strings.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kitaran.check.refs import Ref, front_refs, path_refs, roleplay_refs, session_refs
from kitaran.models.document import Document
from kitaran.models.form import Form
from kitaran.models.glossary import Glossary
from kitaran.models.path import Path
from kitaran.models.playbook import (
    Front,
    Heading,
    Image,
    Link,
    Playbook,
    ProductFront,
    Task,
    TopicFront,
    TopicTwin,
    Twin,
)
from kitaran.models.questions.match import Match
from kitaran.models.questions.order import Order
from kitaran.models.quiz import Quiz
from kitaran.models.roleplay import Roleplay
from kitaran.models.scorecard import Scorecard
from kitaran.models.session import Session
from kitaran.models.text import LOCALES, Locale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kitaran.load.record import Loaded
    from kitaran.models.questions.base import Question
    from kitaran.models.text import Text


class QuestionFacts(NamedTuple):
    """A question, as the rest of the bank sees it."""

    id: str
    objective: str
    section: str
    key: int
    """The position of the one right option from zero; -1 where there is not just one."""
    options: int
    stem: str
    """The original stem, folded, to be compared."""


class PageFacts(NamedTuple):
    """A page, as the rest of the handbook sees it."""

    kind: str
    title: str
    headings: tuple[Heading, ...]
    anchors: frozenset[str]
    tasks: tuple[Task, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    objectives: tuple[str, ...]
    translates: str
    """What a twin says that it was made from; empty for an original."""
    fingerprint: str
    """The hash of the text that a twin is made from."""
    reviewed: str
    """The day that an original was last checked, ISO 8601."""
    families: tuple[str, ...] = ()
    """The ids of the product families that the page lists."""
    drawn: bool = False
    """Whether a marker on the page has more drawn in, so that its ids are not all known."""


class FileFacts(NamedTuple):
    """What is known of one file."""

    path: str
    kind: str
    id: str
    """The id that the file's path gives."""
    stated: str
    """The id that the file's content states; empty where it states none."""
    locale: Locale
    readable: bool
    """Whether the file holds a record."""
    page: PageFacts | None = None
    questions: tuple[QuestionFacts, ...] = ()
    quiz_page: str = ""
    """The page that a quiz belongs to."""
    refs: tuple[Ref, ...] = ()
    anchors: frozenset[str] = frozenset()
    """What can be linked to on the page that a YAML file becomes."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of every file of the handbook."""

    files: tuple[FileFacts, ...]
    languages: tuple[Locale, ...] = ("ms", "en")
    pages: dict[tuple[str, Locale], FileFacts] = field(default_factory=dict)
    """Playbooks by id and language."""
    documents: dict[tuple[str, Locale], FileFacts] = field(default_factory=dict)
    """Pages of `docs/` by id and language."""
    assets: frozenset[str] = frozenset()
    """The paths of the files that pages show or hand out."""

    @classmethod
    def of(
        cls,
        files: Iterable[FileFacts],
        languages: tuple[Locale, ...],
        assets: Iterable[str] = (),
    ) -> Facts:
        """Index the facts of every file."""
        every = tuple(files)
        return cls(
            every,
            languages,
            {(f.id, f.locale): f for f in every if f.kind == "playbook"},
            {(f.id, f.locale): f for f in every if f.kind == "document"},
            frozenset(assets),
        )

    def originals(self) -> Iterator[FileFacts]:
        """Give the playbooks in the original language that could be read."""
        return (f for f in self.pages.values() if f.locale == self.languages[0] and f.page)

    def original(self, page_id: str) -> FileFacts | None:
        """Give a playbook in the original language, or in the one that there is."""
        for locale in (*self.languages, *LOCALES):
            file = self.pages.get((page_id, locale))
            if file is not None:
                return file
        return None

    def of_kind(self, kind: str) -> Iterator[FileFacts]:
        """Give the files of one kind."""
        return (f for f in self.files if f.kind == kind)


_NOT_WORD = re.compile(r"[\W_]+")
_ASCII = "".join(c.lower() if c.isalnum() else " " for c in map(chr, range(128))).encode() * 2
_MARKER = re.compile(r"<!--\s*kitaran:(?!\s*off\b)")


def fold(text: str) -> str:
    """Bring a text into the form in which it is compared: no case, accents, punctuation.

    >>> fold("  Harga, TERLALU tinggi! ")
    'harga terlalu tinggi'
    """
    if text.isascii():  # As most texts are; the same, but much faster.
        return " ".join(text.encode().translate(_ASCII).decode().split())
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def facts_of(loaded: Loaded) -> FileFacts:
    """Draw the facts from a file."""
    entry, record = loaded.entry, loaded.record
    base = FileFacts(entry.path, str(entry.kind), entry.id, "", entry.locale, record is not None)
    match record:
        case Quiz():
            return base._replace(
                stated=record.id,
                quiz_page=record.page_id,
                questions=tuple(_questions(record)),
            )
        case Playbook():
            return base._replace(page=_playbook(record), refs=tuple(front_refs(record)))
        case Document():
            return base._replace(page=_document(record))
        case Path():
            return base._replace(
                stated=record.id,
                refs=tuple(path_refs(record)),
                anchors=frozenset(phase.id for phase in record.phases),
            )
        case Scorecard():
            refs = (Ref("page", record.page, ("page",)),) if record.page else ()
            return base._replace(stated=record.id, refs=refs)
        case Form():
            refs = (Ref("page", record.page, ("page",)),) if record.page else ()
            tables = (field.id for field in record.fields if field.type == "table")
            headings = frozenset((*(section.id for section in record.sections), *tables))
            return base._replace(stated=record.id, refs=refs, anchors=headings)
        case Session():
            return base._replace(stated=record.id, refs=tuple(session_refs(record)))
        case Roleplay():
            return base._replace(stated=record.id, refs=tuple(roleplay_refs(record)))
        case Glossary():
            return base._replace(anchors=frozenset(term.id for term in record.terms))
    return base


def _questions(quiz: Quiz) -> Iterator[QuestionFacts]:
    """Draw the facts from each question."""
    for question in quiz.questions:
        keys = question.keys
        yield QuestionFacts(
            question.id,
            question.objective,
            question.section,
            keys[0] if len(keys) == 1 and question.type == "single" else -1,
            len(question.choices),
            fold(" ".join(text.ms or text.en for text in _stem(question))),
        )


def _stem(question: Question) -> tuple[Text, ...]:
    """Give the texts that make a question this one and no other.

    What is to be matched or ordered belongs to it: many such questions share an instruction.
    """
    match question:
        case Match():
            return (question.text, *(pair.left for pair in question.pairs))
        case Order():
            return (question.text, *question.items)
    return (question.text,)


def _playbook(page: Playbook) -> PageFacts:
    """Draw the facts from a playbook."""
    front = page.front
    return PageFacts(
        page.kind,
        front.title,
        page.outline.headings,
        anchors(page.outline.headings) | {task.id for task in page.outline.tasks},
        page.outline.tasks,
        page.outline.links,
        page.outline.images,
        tuple(objective.id for objective in front.objectives),
        front.translates if isinstance(front, Twin) else "",
        fingerprint(page) if isinstance(front, Front) else "",
        front.reviewed.isoformat() if isinstance(front, Front) else "",
        tuple(f.id for f in front.families) if isinstance(front, TopicFront | TopicTwin) else (),
        _MARKER.search(page.body) is not None,
    )


def _document(page: Document) -> PageFacts:
    """Draw the facts from a page of `docs/`."""
    headings = page.outline.headings
    return PageFacts(
        "document",
        str(page.front.get("title", "")),
        headings,
        anchors(headings),
        page.outline.tasks,
        page.outline.links,
        page.outline.images,
        (),
        str(page.front.get("translates", "")),
        "",
        "",
        drawn=_MARKER.search(page.body) is not None,
    )


def anchors(headings: tuple[Heading, ...]) -> frozenset[str]:
    """List the ids that a page's headings have, as Python-Markdown gives them."""
    # Imported here: a check of few changed files reads no page.
    from markdown.extensions.toc import slugify, unique

    used: set[str] = {heading.id for heading in headings if heading.id}
    for heading in headings:
        if not heading.id:
            unique(slugify(heading.text, "-"), used)
    return frozenset(used)


def fingerprint(page: Playbook) -> str:
    """Hash what a translator works from: the texts of the front matter, and the body."""
    from hashlib import blake2b

    front = page.front
    said = [front.title, front.summary, *(each.text for each in front.objectives)]
    if isinstance(front, ProductFront):
        said += [front.who_for, front.price_model, front.availability, front.min_order]
        said += [*front.needs, *front.competes_with]
    if isinstance(front, TopicFront):
        said += [family.text for family in front.families]
    lines = [line.rstrip() for line in page.body.strip().split("\n")]
    return blake2b("\n".join(said + lines).encode(), digest_size=4).hexdigest()
