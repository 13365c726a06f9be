"""Find the files of a handbook, and say what each one is by where it stands."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kitaran.diagnostics import Span
from kitaran.load.source import Problem
from kitaran.models.base import PAGE_ID
from kitaran.models.playbook import COLLECTIONS

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


@dataclass(frozen=True, slots=True)
class Tree:
    """Every file of a handbook, in the order of their paths."""

    root: Path
    entries: tuple[Entry, ...] = ()

    def of(self, kind: FileKind) -> list[Entry]:
        """Give the files of one kind."""
        return [entry for entry in self.entries if entry.kind is kind]


@dataclass(slots=True)
class _Walk:
    """What a walk through the folders has found so far."""

    root: Path
    seen: set[str] = field(default_factory=set)
    found: list[Entry] = field(default_factory=list)


FOLDERS = ("docs", "playbooks", "quizzes")


def discover(root: Path) -> Tree:
    """Find every file of the handbook below a folder.

    Symbolic links are followed within the handbook; one that leaves it, or leads back to a
    folder that it is in, is a problem of its entry.
    """
    walk = _Walk(root.resolve())
    for name in FOLDERS:
        folder = walk.root / name
        if folder.is_dir():
            _folder(walk, folder, name)
    return Tree(walk.root, tuple(sorted(walk.found, key=lambda entry: entry.path)))


def _folder(walk: _Walk, folder: Path, path: str) -> None:
    """Walk one folder."""
    real = os.path.realpath(folder)
    if real in walk.seen:
        return
    walk.seen.add(real)
    try:
        items = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        problem = Problem("unreadable", Span(), f"the folder cannot be read: {error.strerror}")
        walk.found.append(Entry(path, FileKind.UNKNOWN, path, problems=(problem,)))
        return
    for item in items:
        if item.name.startswith((".", "~", "_")) or item.name.endswith(("~", ".tmp", ".bak")):
            continue
        inner = f"{path}/{item.name}"
        problem = _link(walk, item) if item.is_symlink() else None
        if problem is not None:
            walk.found.append(Entry(inner, FileKind.UNKNOWN, inner, problems=(problem,)))
        elif item.is_dir():
            _folder(walk, Path(item.path), inner)
        else:
            walk.found.append(entry(inner))


def _link(walk: _Walk, item: os.DirEntry[str]) -> Problem | None:
    """Say what is wrong with a symbolic link, if anything is."""
    try:
        target = Path(item.path).resolve(strict=True)
    except (OSError, RuntimeError):
        return Problem("symbolic-link", Span(), "the link leads nowhere, or to itself")
    if not target.is_relative_to(walk.root):
        return Problem("symbolic-link", Span(), "the link leads out of the handbook")
    if target.is_dir() and Path(item.path).parent.resolve().is_relative_to(target):
        return Problem("symbolic-link", Span(), "the link leads back to a folder that it is in")
    return None


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
        case ["docs", *_], _:
            return FileKind.ASSET
        case ["playbooks", collection], ".md" if collection in COLLECTIONS:
            return FileKind.PLAYBOOK
        case ["playbooks"], ".yml" if stem == "glossary":
            return FileKind.GLOSSARY
        case ["playbooks", "paths"], ".yml":
            return FileKind.PATH
        case ["playbooks", "scorecards"], ".yml":
            return FileKind.SCORECARD
        case ["quizzes", "roleplays"], ".yml":
            return FileKind.ROLEPLAY
        case ["quizzes", _, *_], ".yml":
            return FileKind.QUIZ
    return FileKind.ASSET if suffix.lower() in ASSETS else FileKind.UNKNOWN


def _id(kind: FileKind, inner: str, stem: str) -> str:
    """Give the id that goes with a path."""
    if kind in (FileKind.PATH, FileKind.SCORECARD, FileKind.ROLEPLAY, FileKind.GLOSSARY):
        return stem
    return inner


def _misfits(kind: FileKind, path: str, inner: str) -> Iterator[Problem]:
    """Say what is odd about where a file is, or how it is called."""
    if kind is FileKind.UNKNOWN:
        yield Problem("misplaced-file", Span(), "the file is not read", _where(path))
    elif kind not in (FileKind.ASSET, FileKind.DOCUMENT) and not re.fullmatch(PAGE_ID, inner):
        yield Problem(
            "file-name",
            Span(),
            "the name of the file or its folder cannot be an id",
            "rename it with lower-case letters, digits and single hyphens",
        )


def _where(path: str) -> str:
    """Say where a misplaced file should be."""
    if path.endswith(".yaml"):
        return f"rename it to `{path[: -len('yaml')]}yml`"
    if path.startswith("playbooks/") and path.endswith(".md"):
        folders = ", ".join(f"`playbooks/{name}/`" for name in COLLECTIONS)
        return f"move it to one of {folders}"
    if path.startswith("quizzes/") and path.endswith(".yml"):
        return "move it to a folder of `quizzes/`, such as `quizzes/stages/`"
    return "move it out of the handbook's folders, or put `_` before its name to keep it unread"
