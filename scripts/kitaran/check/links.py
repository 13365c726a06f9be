"""Where a link of a page leads.

A link is written as it holds in the repository, relative to the file that it stands in, so
that it also works for somebody who browses the files: from `playbooks/stages/closing.md` a
page of `docs/` is `../../docs/start.md`. The site's addresses are flat: the first folder is
left out of them. `site_link` turns the one into the other.

Pages that are made from YAML are linked by their YAML file, and the index of a collection
by its `index.md`, whether somebody has written it or not.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from posixpath import basename, dirname, join, normpath, relpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote

from kitaran.load.tree import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kitaran.check.facts import Facts, FileFacts, PageFacts
    from kitaran.models.playbook import Link
    from kitaran.models.text import Locale

UNSAFE = frozenset({"javascript", "vbscript", "data", "file"})
"""The schemes that run code, smuggle a page in, or point into somebody's own computer."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):", re.IGNORECASE)
_LINKABLE = frozenset(
    {"playbook", "document", "path", "scorecard", "form", "session", "roleplay", "glossary"}
)
_PAGES = frozenset({"", ".md", ".yml", ".html", ".htm"})
_NOT_MARKDOWN = frozenset({"", ".html", ".htm"})
_MANY = 500
"""Up to how many pages every one is compared with a misspelt link."""


class Place(NamedTuple):
    """Where a link within the handbook leads."""

    path: str
    """The file, relative to the root, whether it exists or not."""
    anchor: str
    """The id on its page; empty for the whole page."""

    @property
    def is_page(self) -> bool:
        """Whether the file is a page and not a download, as far as its name tells."""
        return _suffix(self.path) in _PAGES


def scheme(target: str) -> str:
    r"""Give a link's scheme in lower case; empty where it has none.

    Browsers leave out white space and control characters, so nothing hides behind them.

    >>> scheme("https://example.com/a"), scheme(" Java\tScript:alert(1)"), scheme("a.md")
    ('https', 'javascript', '')
    """
    seen = "".join(sign for sign in unquote(target) if sign > " " and sign != "\x7f")
    match = _SCHEME.match(seen)
    return match[1].lower() if match else ""


def resolve(source: str, target: str) -> Place | None:
    """Say which file a link leads to.

    Args:
        source: The file that the link stands in, relative to the root.
        target: The link's address.

    Returns:
        The place, or `None` where the link leads out of the handbook.

    >>> resolve("playbooks/stages/closing.md", "../objections/price.md#response")
    Place(path='playbooks/objections/price.md', anchor='response')
    >>> resolve("docs/start.md", "../README.md") is None
    True
    """
    address, _, anchor = target.partition("#")
    path = unquote(address.partition("?")[0])
    if not address:
        return Place(source, unquote(anchor))
    if scheme(target) or path.startswith(("/", "\\")) or path[1:2] == ":":
        return None
    whole = normpath(join(dirname(source), path))
    if whole.partition("/")[0] not in FOLDERS:
        return None
    return Place(whole, unquote(anchor))


def site_path(path: str) -> str:
    """Give the place of a file in the site's flat address space, as Markdown or as it is.

    >>> site_path("playbooks/stages/closing.en.md"), site_path("docs/start.md")
    ('stages/closing.md', 'start.md')
    >>> site_path("quizzes/roleplays/price.yml"), site_path("playbooks/glossary.yml")
    ('roleplays/price.md', 'glossary.md')
    """
    inner = original(path).partition("/")[2]
    if inner.endswith(".yml") and not path.startswith("docs/"):
        return inner.removesuffix(".yml") + ".md"
    return inner


def site_link(source: str, target: str) -> str:
    """Turn a link as it holds in the repository into one that holds in the site.

    >>> site_link("playbooks/stages/closing.md", "../../docs/start.md#first-day")
    '../start.md#first-day'
    >>> site_link("docs/start.md", "../playbooks/glossary.yml")
    'glossary.md'
    >>> site_link("docs/start.md", "https://example.com/"), site_link("docs/a.md", "#b")
    ('https://example.com/', '#b')
    """
    place = resolve(source, target)
    if place is None or target.startswith("#"):
        return target
    link = quote(relpath(site_path(place.path), dirname(site_path(source)) or "."))
    return f"{link}#{place.anchor}" if place.anchor else link


def relative(source: str, path: str) -> str:
    """Write the link from one file to another as it holds in the repository."""
    return relpath(path, dirname(source))


def within(facts: Facts) -> Iterator[tuple[FileFacts, Link, Place]]:
    """Give every link of every page that stays within the handbook."""
    for file in facts.files:
        for link in file.page.links if file.page else ():
            place = resolve(file.path, link.target)
            if place is None:
                continue
            if link.target.startswith("#") or not place.path.endswith(".en.md"):
                yield file, link, place


def pages(facts: Facts) -> dict[str, FileFacts | None]:
    """Give every page that can be linked to, by the path to write.

    `None` stands for the index of a collection that nobody has written.
    """
    found: dict[str, FileFacts | None] = {}
    for file in facts.files:
        if file.path.endswith(".en.md"):
            found.setdefault(original(file.path), file)
        elif file.kind in _LINKABLE:
            found[file.path] = file
    for file in facts.of_kind("playbook"):
        found.setdefault(f"{dirname(file.path)}/index.md", None)
    return found


def meets(facts: Facts, file: FileFacts, locale: Locale) -> FileFacts:
    """Give the page that a reader of a language meets: the twin, where there is one."""
    if file.kind not in ("playbook", "document"):
        return file
    every = facts.pages if file.kind == "playbook" else facts.documents
    return every.get((file.id, locale), file)


def anchors_of(file: FileFacts) -> frozenset[str] | None:
    """List the ids on a page; `None` where they cannot be known."""
    if file.kind not in ("playbook", "document"):
        return file.anchors if file.readable else None
    page: PageFacts | None = file.page
    return None if page is None or page.drawn else page.anchors


def nearest(path: str, known: Iterable[str]) -> str:
    """Find the known path that somebody has most likely meant; empty where none is near.

    >>> nearest("playbooks/objections/prise.md", ["playbooks/objections/price.md"])
    'playbooks/objections/price.md'
    >>> nearest("playbooks/start.md", ["docs/start.md", "docs/stop.md"])
    'docs/start.md'
    """
    every = list(known)
    index = f"{path.rstrip('/')}/index.md"
    if index in every:
        return index
    page = f"{path.removesuffix(_suffix(path))}.md" if _suffix(path) in _NOT_MARKDOWN else path
    if basename(page) == "index.md":
        return ""  # Every collection has one: the name tells nothing.
    same = [other for other in every if basename(other) == basename(page)]
    if len(same) == 1:
        return same[0]
    folder = [other for other in every if dirname(other) == dirname(page)]
    near = _near(page, folder, 0.6)
    return near or (_near(page, every, 0.8) if len(every) <= _MANY else "")


def _near(page: str, every: list[str], cutoff: float) -> str:
    """Find the page whose name is nearest; the longer the list, the nearer it has to be."""
    names = {basename(other).removesuffix(_suffix(other)): other for other in every}
    wanted = basename(page).removesuffix(_suffix(page))
    near = get_close_matches(wanted, names, n=1, cutoff=cutoff)
    return names[near[0]] if near else ""


def original(path: str) -> str:
    """Give the path of a page in the original language.

    >>> original("docs/start.en.md"), original("docs/start.md")
    ('docs/start.md', 'docs/start.md')
    """
    return f"{path.removesuffix('.en.md')}.md" if path.endswith(".en.md") else path


def _suffix(path: str) -> str:
    """Give a path's suffix in lower case, with its dot."""
    stem, dot, suffix = basename(path).rpartition(".")
    return (dot + suffix).lower() if stem else ""
