"""Find the files of a handbook, and say what each one is by where it stands."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kitaran.diagnostics import Span
from kitaran.load.source import Problem
from kitaran.load.wording import listed, quoted, slug
from kitaran.models.base import PAGE_ID
from kitaran.models.playbook import COLLECTIONS
from kitaran.models.text import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.text import Locale

ASSETS = frozenset(
    {".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif", ".pdf", ".csv", ".xlsx", ".docx"}
)
"""Files that pages may show or hand out; they are copied as they are."""


class FileKind(StrEnum):
    """What a file holds."""

    PLAYBOOK = "playbook"
    DOCUMENT = "document"
    QUIZ = "quiz"
    ROLEPLAY = "roleplay"
    PATH = "path"
    SCORECARD = "scorecard"
    FORM = "form"
    SESSION = "session"
    GLOSSARY = "glossary"
    ASSET = "asset"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the handbook."""

    path: str
    """Relative to the root, with forward slashes."""
    kind: FileKind
    id: str
    """What its path says that it is, without language and suffix."""
    locale: Locale = "ms"
    problems: tuple[Problem, ...] = ()

    @property
    def is_twin(self) -> bool:
        """Whether the file is the other language's, and not the original."""
        return self.path.endswith(".en.md")


@dataclass(frozen=True, slots=True)
class Tree:
    """Every file of a handbook, in the order of their paths."""

    root: Path
    entries: tuple[Entry, ...] = ()

    def of(self, kind: FileKind) -> list[Entry]:
        """Give the files of one kind."""
        return [entry for entry in self.entries if entry.kind is kind]


FOLDERS = ("docs", "playbooks", "quizzes")
"""The folders that are read, below the handbook's root."""
_LITTER = ("~", ".tmp", ".bak", ".orig", "Thumbs.db", "desktop.ini")
"""Ends of names that editors and systems leave behind."""


@dataclass(slots=True)
class _Walk:
    """What a walk through the folders has found so far."""

    root: Path
    seen: set[str] = field(default_factory=set)
    """The folders that were read, as they are once links are followed."""
    found: list[Entry] = field(default_factory=list)

    def refuse(self, path: str, kind: str, message: str, remedy: str) -> None:
        """Note something that cannot be read."""
        problem = Problem(kind, Span(), message, remedy)
        self.found.append(Entry(path, FileKind.UNKNOWN, path, problems=(problem,)))


def discover(root: Path, original: Locale = LOCALES[0]) -> Tree:
    """Find every file of the handbook below a folder.

    Args:
        root: The handbook's root.
        original: The language of the files whose names state none.

    Symbolic links are followed within the handbook. One that leaves it, or leads to a folder
    that is read anyway, is a problem of its entry.
    """
    walk = _Walk(root.resolve())
    for name in FOLDERS:
        folder = walk.root / name
        fault = _bad_link(walk, folder) if folder.is_symlink() else ""
        if fault:
            walk.refuse(name, "symbolic-link", fault, _NO_LINK)
        elif folder.is_dir():
            _folder(walk, folder, name)
    found = (e if e.is_twin else replace(e, locale=original) for e in walk.found)
    return Tree(walk.root, tuple(sorted(found, key=lambda entry: entry.path)))


def _folder(walk: _Walk, folder: Path, path: str) -> None:
    """Walk one folder."""
    real = os.path.realpath(folder)
    if real in walk.seen:
        walk.refuse(path, "symbolic-link", "a link leads to this folder a second time", _NO_LINK)
        return
    walk.seen.add(real)
    try:
        items = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        reason = (error.strerror or "it is not there").lower()
        walk.refuse(
            path,
            "unreadable",
            f"the folder cannot be read: {reason}",
            "check that you may read it",
        )
        return
    for item in items:
        if not item.name.startswith((".", "~", "_")) and not item.name.endswith(_LITTER):
            _item(walk, item, f"{path}/{item.name}")


def _item(walk: _Walk, item: os.DirEntry[str], path: str) -> None:
    """Note one file, or walk one folder."""
    shown = "".join(c if c.isprintable() else "\ufffd" for c in path)
    fault = _bad_link(walk, Path(item.path)) if item.is_symlink() else ""
    if shown != path:
        walk.refuse(
            shown,
            "file-name",
            "the name holds characters that cannot be shown",
            "rename it with letters, digits and hyphens",
        )
    elif fault:
        walk.refuse(path, "symbolic-link", fault, _NO_LINK)
    elif not item.is_dir():
        walk.found.append(entry(path))
    elif path.endswith((".md", ".yml")):
        walk.refuse(
            path,
            "unreadable",
            "this is a folder, though its name is that of a file",
            "rename the folder, or put a file in its place",
        )
    else:
        _folder(walk, Path(item.path), path)


_NO_LINK = "put the file or folder itself in its place"


def _bad_link(walk: _Walk, link: Path) -> str:
    """Say what is wrong with a symbolic link; the empty string if nothing is."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return "the link leads nowhere, or to itself"
    if not target.is_relative_to(walk.root):
        return "the link leads out of the handbook"
    inner = target.relative_to(walk.root).parts
    if any(part.startswith(".") for part in inner):
        return "the link leads to a hidden file or folder, which is not meant for readers"
    if not target.is_dir():
        return ""
    if link.parent.resolve().is_relative_to(target):
        return "the link leads back to a folder that it is in"
    if inner[0] in FOLDERS and not any(part.startswith("_") for part in inner):
        return "the link leads to a folder that is read anyway"
    return ""


def entry(path: str) -> Entry:
    """Say what a file is by its path.

    >>> entry("playbooks/stages/closing.en.md")
    Entry(path='playbooks/stages/closing.en.md', kind=<FileKind.PLAYBOOK: 'playbook'>, \
id='stages/closing', locale='en', problems=())
    """
    parts = path.split("/")
    stem, suffix = _stem(parts[-1])
    locale: Locale = "ms"
    if suffix == ".md" and stem.endswith(".en"):
        stem, locale = stem[:-3], "en"
    inner = "/".join([*parts[1:-1], stem])
    kind = _kind(parts, stem, suffix)
    return Entry(path, kind, _id(kind, inner, stem), locale, tuple(_misfits(kind, path, inner)))


def _stem(name: str) -> tuple[str, str]:
    """Part a file's name at its last dot."""
    stem, dot, suffix = name.rpartition(".")
    return (stem, dot + suffix) if dot else (name, "")


def _kind(parts: list[str], stem: str, suffix: str) -> FileKind:
    """Say what a file holds by the folders that it is in."""
    match parts[:-1], suffix:
        case ["docs", *_], ".md":
            return FileKind.DOCUMENT
        case ["docs", *_], _ if _SUFFIXES.get(suffix.lower(), suffix.lower()) != ".md":
            return FileKind.ASSET
        case ["playbooks", collection], ".md" if collection in COLLECTIONS:
            return FileKind.PLAYBOOK
        case ["playbooks"], ".yml" if stem == "glossary":
            return FileKind.GLOSSARY
        case ["playbooks", folder], ".yml" if folder in _RECORDS:
            return _RECORDS[folder]
        case ["quizzes", "roleplays"], ".yml":
            return FileKind.ROLEPLAY
        case ["quizzes", _, *_], ".yml":
            return FileKind.QUIZ
    return FileKind.ASSET if suffix.lower() in ASSETS else FileKind.UNKNOWN


_RECORDS = {
    "paths": FileKind.PATH,
    "scorecards": FileKind.SCORECARD,
    "forms": FileKind.FORM,
    "sessions": FileKind.SESSION,
}
"""What the folders of `playbooks/` hold that are for records and not for pages."""


def _id(kind: FileKind, inner: str, stem: str) -> str:
    """Give the id that goes with a path."""
    return stem if kind in _BY_NAME else inner


_BY_NAME = frozenset({*_RECORDS.values(), FileKind.ROLEPLAY, FileKind.GLOSSARY})
"""The kinds that have one folder, so that a file's name is its id."""


def _misfits(kind: FileKind, path: str, inner: str) -> Iterator[Problem]:
    """Say what is odd about where a file is, or how it is called."""
    if kind is FileKind.UNKNOWN:
        yield Problem("misplaced-file", Span(), "the file is not read", _where(path))
    elif kind not in (FileKind.ASSET, FileKind.DOCUMENT) and not re.fullmatch(PAGE_ID, inner):
        yield Problem(
            "file-name",
            Span(),
            f"the path {quoted(inner, 80)} cannot be an id",
            _rename(path, inner),
        )


def _rename(path: str, inner: str) -> str:
    """Suggest a name for a file whose path cannot be an id."""
    top, _, name = path.rpartition("/")
    stem, suffix = _stem(name)
    lower = stem.lower()
    if lower.endswith(".ms"):
        return (
            f"rename it to {quoted(stem[:-3] + suffix)}: the original has no language in its name"
        )
    if lower.endswith(".en") and not stem.endswith(".en") and suffix == ".md":
        return f"rename it to {quoted(stem[:-3] + '.en.md')}"
    remedy = "rename it with lower-case letters, digits and single hyphens"
    better = slug(inner)
    if better and re.fullmatch(PAGE_ID, better):
        top = path.partition("/")[0]
        language = ".en" if name.endswith(".en.md") else ""
        return f"{remedy}, such as {quoted(f'{top}/{better}{language}{suffix}', 80)}"
    return remedy


_SUFFIXES = {".yaml": ".yml", ".markdown": ".md", ".mdown": ".md", ".mkd": ".md"}
"""Suffixes that people use, and the ones that are read."""


def _where(path: str) -> str:
    """Say where a misplaced file should be, or how it should be called."""
    stem, suffix = _stem(path)
    right = _SUFFIXES.get(suffix.lower(), suffix.lower())
    if right != suffix:
        return f"rename it to {quoted(stem + right, 80)}"
    if suffix == ".txt" and stem.endswith((".md", ".yml")):
        return f"rename it to {quoted(stem, 80)}"
    if suffix == ".md":
        folders = listed(f"playbooks/{name}/" for name in COLLECTIONS)
        return f"move it to {folders} or `docs/`, or put `_` before its name to keep it unread"
    if suffix == ".yml":
        return (
            "move a quiz to a folder such as `quizzes/stages/`, and other records to "
            "`playbooks/paths/`, `playbooks/scorecards/`, `playbooks/forms/`, "
            "`playbooks/sessions/` or `quizzes/roleplays/`"
        )
    return "move it out of the handbook's folders, or put `_` before its name to keep it unread"
