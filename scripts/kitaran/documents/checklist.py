"""A checklist as it is printed: one record, from which every format is written.

The record holds nothing that changes from one run to the next: its version is a hash of what
is printed, its date the newest `reviewed` of its pages. So the same handbook gives the same
bytes, and two papers with one version say the same.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from kitaran.documents.choice import Choice, ChoiceError, Picked, UnreadError, pick
from kitaran.documents.inline import Run, clean, parse
from kitaran.documents.site import Site
from kitaran.documents.words import words

if TYPE_CHECKING:
    from datetime import date

    from kitaran.documents.words import Words
    from kitaran.library import Library, Page
    from kitaran.models.text import Locale


class Item(NamedTuple):
    """A thing to do."""

    id: str
    """Unique on its page, and the same in both languages."""
    runs: tuple[Run, ...]


class Phase(NamedTuple):
    """Items under one heading."""

    id: str
    """The anchor of the heading on the page."""
    title: tuple[Run, ...]
    """The heading; empty where the items stand right under the page's own."""
    items: tuple[Item, ...]


class Section(NamedTuple):
    """The checklist of one page."""

    page_id: str
    title: str
    path: str
    """The file that it was written in, relative to the handbook's root."""
    address: str
    """Where the page is served; empty where that is not known."""
    part: str
    """The stretch of a learning path that it belongs to; empty outside of one."""
    phases: tuple[Phase, ...]


@dataclass(frozen=True)
class Checklist:
    """Checklists of the handbook, in one language, as they are printed."""

    name: str
    """What its files are called, without language and suffix, such as `stages-closing`."""
    label: str
    """The words above the title: what kind of paper it is."""
    title: str
    subtitle: str
    handbook: str
    """What the handbook is called."""
    locale: Locale
    date: date
    """The newest day on which one of its pages was reviewed."""
    sections: tuple[Section, ...]

    @property
    def single(self) -> bool:
        """Whether it is one page's own, so that its title is the section's too."""
        first = self.sections[0]
        return len(self.sections) == 1 and (first.title, first.part) == (self.title, "")

    @property
    def items(self) -> int:
        """How many things there are to do."""
        return sum(len(phase.items) for section in self.sections for phase in section.phases)

    @cached_property
    def hash(self) -> str:
        """Eight hexadecimal digits that change with anything that is printed."""
        said = json.dumps(asdict(self), default=str, sort_keys=True, ensure_ascii=False)
        return sha256(said.encode()).hexdigest()[:8]

    @property
    def words(self) -> Words:
        """The words of its language."""
        return words(self.locale)

    @property
    def version(self) -> str:
        """The version in words, such as `Version 3f2a9c1b`."""
        return self.words("checklists.version", version=self.hash)

    @property
    def reviewed(self) -> str:
        """The date in words, such as `Reviewed 1 November 2026`."""
        return self.words("checklists.reviewed", date=self.words.date(self.date))

    @property
    def count(self) -> str:
        """How many things there are to do, in words."""
        return self.words("checklists.items", n=self.items)


def make(library: Library, choice: Choice, locale: Locale, site: Site | None = None) -> Checklist:
    """Make a checklist of a handbook.

    Args:
        library: The handbook, which a check found no error in.
        choice: What to print.
        locale: In which language.
        site: What is known of the handbook's site; its name heads the paper.

    Raises:
        ChoiceError: If there is nothing of that id, or it has no checklist.
        UnreadError: If a page that belongs to it is not in the library in that language.
    """
    picked = pick(library, choice)
    site = site or Site(original=library.settings.languages[0])
    pages = [library.page(item.page_id, locale) for item in picked]
    present = [page for page in pages if page is not None]
    if len(present) < len(pages):
        lacking = (p.page_id for p, page in zip(picked, pages, strict=True) if page is None)
        raise UnreadError(tuple(f"playbooks/{page_id} ({locale})" for page_id in lacking))
    sections = tuple(_section(page, item, site) for page, item in zip(present, picked, strict=True))
    if not any(section.phases for section in sections):
        message = f"the {choice.what} `{choice.id}` has no checklist in `{locale}`"
        raise ChoiceError(message)
    say = words(locale)
    name, label, title, subtitle = _head(library, choice, present, say)
    return Checklist(
        name,
        label,
        clean(title),
        clean(subtitle),
        clean(site.name or say("handbook")),
        locale,
        max(page.reviewed for page in present),
        sections,
    )


def _section(page: Page, picked: Picked, site: Site) -> Section:
    """Make the section of one page."""

    def runs(markdown: str) -> tuple[Run, ...]:
        return parse(markdown, lambda href: site.address(href, page.id, page.locale))

    part = picked.part
    say = words(page.locale)
    return Section(
        page.id,
        clean(page.title),
        page.path,
        site.page(page.id, page.locale),
        say("checklists.part", title=clean(part.title.get(page.locale)), days=_days(part.days))
        if part
        else "",
        tuple(
            Phase(
                phase.id,
                # The section's own heading says "Checklist" once more: leave it out.
                () if phase.id == "checklist" else runs(phase.title),
                tuple(Item(task.id, runs(task.text)) for task in phase.items),
            )
            for phase in page.checklist
        ),
    )


def _days(days: str) -> str:
    """Write a stretch of days with a dash between numbers."""
    return days.replace("-", "–")


def _head(
    library: Library, choice: Choice, pages: list[Page], say: Words
) -> tuple[str, str, str, str]:
    """Give file name, label, title and subtitle."""
    label = say("checklists.checklist")
    slug = choice.id.strip("/").rpartition("/")[2].removesuffix(".md").removesuffix(".yml")
    match choice.what:
        case "cycle":
            counted = say("checklists.stages", n=len(pages))
            return "cycle", label, say("checklists.cycle"), counted
        case "role":
            own = library.page(f"roles/{slug}", say.locale)
            title = own.title if own else slug.replace("-", " ").capitalize()
            counted = say("checklists.pages", n=len(pages))
            return f"role-{slug}", say("checklists.by_role"), title, counted
        case "path":
            path = library.paths[slug]
            title, subtitle = path.title.get(say.locale), path.summary.get(say.locale)
            return f"path-{slug}", say("checklists.by_path"), title, subtitle
    page = pages[0]
    return page.id.replace("/", "-"), label, page.title, page.summary
