"""Which checklists are wanted, and which pages they stand on."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal, NamedTuple

from kitaran.load.tree import FileKind
from kitaran.models.playbook import COLLECTIONS
from kitaran.models.text import LOCALES

if TYPE_CHECKING:
    from kitaran.library import Library, Page
    from kitaran.models.path import Phase as PathPhase

What = Literal["cycle", "stage", "role", "path", "page"]


class Choice(NamedTuple):
    """What somebody wants a checklist of."""

    what: What = "cycle"
    id: str = ""
    """Of the stage, role, path or page; empty for the whole cycle."""


class Picked(NamedTuple):
    """A page whose checklist was chosen."""

    page_id: str
    part: PathPhase | None = None
    """The stretch of a learning path that it is done in."""


class ChoiceError(Exception):
    """There is no such checklist. The message says what there is."""


class UnreadError(Exception):
    """Files that the checklist is made from could not be read."""

    def __init__(self, files: tuple[str, ...]) -> None:
        super().__init__(", ".join(files))
        self.files = files


def has_checklist(page: Page) -> bool:
    """Say whether a page has a checklist. Looking for a box first spares most pages a parse."""
    return any(box in page.body for box in ("[ ]", "[x]", "[X]")) and bool(page.checklist)


def known(library: Library, what: What) -> tuple[str, ...]:
    """Give the ids that a choice can name."""
    pages = [page for page in _originals(library) if has_checklist(page)]
    if what == "stage":
        return tuple(page.slug for page in pages if page.collection == "stages")
    if what == "page":
        return tuple(page.id for page in pages)
    if what == "path":
        return tuple(library.paths)
    roles = {page.slug for page in _originals(library) if page.kind == "role"}
    roles.update(role for page in _originals(library) for role in page.front.roles)
    return tuple(sorted(roles))


def pick(library: Library, choice: Choice) -> tuple[Picked, ...]:
    """Give the pages of a choice, in their order.

    Raises:
        UnreadError: If a file that may belong to the choice is not in the library.
        ChoiceError: If there is nothing of that id, or it has no checklist.
    """
    wanted = _whole(choice)
    unread = tuple(path for path in _unread(library) if _concerns(path, wanted))
    if unread:
        raise UnreadError(unread)
    picked = _PICK[wanted.what](library, wanted.id)
    if not picked:
        raise ChoiceError(_nothing(library, wanted))
    return picked


def files_of(library: Library, choice: Choice, picked: tuple[Picked, ...]) -> frozenset[str]:
    """Give the files that a checklist is made from, in every language.

    Raises:
        UnreadError: If a page does not exist in one of the languages.
    """
    files: set[str] = set()
    missing: list[str] = []
    for item in picked:
        for locale in library.settings.languages:
            page = library.page(item.page_id, locale)
            suffix = "" if locale == LOCALES[0] else f".{locale}"
            path = page.path if page else f"playbooks/{item.page_id}{suffix}.md"
            files.add(path)
            if page is None:
                missing.append(path)
    if missing:
        raise UnreadError(tuple(missing))
    if choice.what == "path":
        files.update(e.path for e in library.tree.of(FileKind.PATH) if e.id == _whole(choice).id)
    return frozenset(files)


def _whole(choice: Choice) -> Choice:
    """Bring an id into the form that its kind has: `closing` is the page `stages/closing`."""
    name = choice.id.strip().strip("/").removesuffix(".md")
    match choice.what:
        case "stage":
            return Choice("stage", f"stages/{name.removeprefix('stages/')}")
        case "role":
            return Choice("role", name.removeprefix("roles/"))
        case "path":
            return Choice("path", name.removeprefix("paths/").removesuffix(".yml"))
        case "page":
            return Choice("page", name.removeprefix("playbooks/"))
    return Choice()


def _originals(library: Library) -> tuple[Page, ...]:
    """Give every page in the original language: by collection, its index page first."""
    locale = library.settings.languages[0]
    every: list[Page] = []
    for collection in COLLECTIONS:
        index = library.index(collection, locale)
        every.extend([index] if index else [])
        every.extend(library.pages(locale, collection))
    return tuple(every)


def _stage_pages(library: Library, _id: str) -> tuple[Picked, ...]:
    """Pick every stage."""
    return tuple(
        Picked(page.id)
        for page in library.pages(library.settings.languages[0], "stages")
        if has_checklist(page)
    )


def _one_page(library: Library, page_id: str) -> tuple[Picked, ...]:
    """Pick a single page."""
    page = library.page(page_id, library.settings.languages[0])
    return (Picked(page_id),) if page and has_checklist(page) else ()


def _role_pages(library: Library, role: str) -> tuple[Picked, ...]:
    """Pick what concerns a role: its own page, and every page for it or for everyone."""
    if role not in known(library, "role"):
        return ()
    return tuple(
        Picked(page.id)
        for page in _originals(library)
        if has_checklist(page)
        and (
            page.slug == role
            if page.kind == "role"
            else not page.front.roles or role in page.front.roles
        )
    )


def _path_pages(library: Library, path_id: str) -> tuple[Picked, ...]:
    """Pick the checklists that a path has as steps."""
    path = library.paths.get(path_id)
    if path is None:
        return ()
    steps = [(phase, step) for phase in path.phases for step in phase.steps if step.checklist]
    return tuple(Picked(step.reference, phase) for phase, step in steps)


_PICK = {
    "cycle": _stage_pages,
    "stage": _one_page,
    "page": _one_page,
    "role": _role_pages,
    "path": _path_pages,
}


def _unread(library: Library) -> tuple[str, ...]:
    """Give the files that are in the tree and not in the library."""
    languages = library.settings.languages
    pages = (
        entry.path
        for entry in library.tree.of(FileKind.PLAYBOOK)
        if entry.locale in languages and (entry.id, entry.locale) not in library.playbooks
    )
    paths = (e.path for e in library.tree.of(FileKind.PATH) if e.id not in library.paths)
    return (*pages, *paths)


def _concerns(path: str, choice: Choice) -> bool:
    """Say whether an unread file may belong to a choice. Its roles are not known: it may."""
    match choice.what:
        case "cycle":
            return path.startswith("playbooks/stages/")
        case "role":
            return path.endswith(".md")
        case "path":
            return path == f"playbooks/paths/{choice.id}.yml"
    return path in {f"playbooks/{choice.id}{suffix}" for suffix in (".md", ".en.md")}


def _nothing(library: Library, choice: Choice) -> str:
    """Say that there is nothing to print, what was meant perhaps, and what there is."""
    if choice.what == "cycle":
        return "no stage has a checklist yet: write one under `## … {#checklist}`"
    ids = known(library, choice.what)
    name = choice.id.removeprefix("stages/") if choice.what == "stage" else choice.id
    if name in ids or library.page(choice.id, library.settings.languages[0]):
        lacking = f"the {choice.what} `{name}` has no checklist"
        return lacking if name in ids else f"{lacking}; these have: {_listed(ids)}"
    near = get_close_matches(name, ids, 1, 0.5) or [i for i in ids if i.endswith(f"/{name}")]
    hint = f", did you mean `{near[0]}`?" if near else ""
    there = f"there are: {_listed(ids)}" if ids else "there is none yet"
    return f"there is no {choice.what} `{name}`{hint}\n{there}"


def _listed(ids: tuple[str, ...]) -> str:
    """List ids in a sentence."""
    return ", ".join(ids) or "none"
