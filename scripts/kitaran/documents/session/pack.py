"""Make every file of a pack, and write them where nothing of anybody's is lost."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from kitaran.documents.session import pdf, projector, slides
from kitaran.documents.session.agenda import names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kitaran.documents.session.context import Pack

LIST = "pack.json"
"""The file that says what a pack consists of, so that it can be made again in its place."""


class PackError(Exception):
    """A folder that the pack cannot be written to. The message says why, and what to do."""


class Made(NamedTuple):
    """A file of a pack."""

    path: str
    """Relative to the pack's folder, with forward slashes."""
    data: bytes


def make(
    packs: list[Pack], progress: Callable[[int, int], None] = lambda _done, _total: None
) -> Iterator[Made]:
    """Make every file, language by language.

    Slides are left out where this machine cannot make them.

    Args:
        packs: The pack, once for each language.
        progress: Called with how many files are made, of how many.

    Raises:
        FormatError: If a file cannot be made.
    """
    wanted = [(pack, names(pack)) for pack in packs]
    total, done = sum(len(files) for _, files in wanted), 0
    for pack, files in wanted:
        sheets = {sheet.key: sheet for sheet in pdf.sheets(pack)}
        digits = pdf.version(list(sheets.values()))
        for part, name in files.items():
            if part == "slides":
                data = slides.render(pack, digits) if pack.slides else b""
            elif part == "projector":
                data = projector.render(pack, digits)
            else:
                data = pdf.render(pack, sheets[part], digits)
            done += 1
            progress(done, total)
            if data:
                yield Made(f"{pack.locale}/{name}", data)


def refuse_others(folder: Path) -> None:
    """Make sure that a folder holds nothing but a pack as it was made.

    Raises:
        PackError: If other files are there, or one of the pack's has been changed since.
    """
    if not folder.is_dir():
        if folder.exists():
            message = f"{folder} is a file; give --out a folder"
            raise PackError(message)
        return
    known = _known(folder)
    found = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    others = [path for path in found if path not in known and path != LIST]
    if others:
        message = f"{folder} holds other files, such as {others[0]}; {_REMEDY}"
        raise PackError(message)
    changed = [path for path in found if path in known and _hash(folder, path) != known[path]]
    if changed:
        message = f"{changed[0]} in {folder} has been changed since it was made; {_REMEDY}"
        raise PackError(message)


_REMEDY = "give another folder with --out, or write over what is there with --force"


def write(folder: Path, session: str, files: list[Made]) -> None:
    """Write a pack, and remove what an earlier one of the same folder has more.

    Raises:
        OSError: If a file cannot be written.
    """
    old = _known(folder)
    for made in files:
        file = folder / made.path
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_name(f".{file.name}.part")
        half.write_bytes(made.data)
        half.replace(file)
    for path in old.keys() - {made.path for made in files}:
        if _hash(folder, path) == old[path]:
            (folder / path).unlink(missing_ok=True)
    hashes = {made.path: sha256(made.data).hexdigest() for made in files}
    text = json.dumps({"session": session, "files": hashes}, indent=2, sort_keys=True)
    (folder / LIST).write_text(f"{text}\n", "utf-8", newline="\n")


def _known(folder: Path) -> dict[str, str]:
    """Give the files of the pack in a folder with their hashes; nothing where there is none."""
    with suppress(OSError, ValueError, AttributeError):
        files = json.loads((folder / LIST).read_text("utf-8")).get("files")
        if isinstance(files, dict):
            inside = folder.resolve()
            return {
                str(path): str(digest)
                for path, digest in files.items()
                if (folder / path).resolve().is_relative_to(inside)
            }
    return {}


def _hash(folder: Path, path: str) -> str:
    """Hash a file; the empty string where it cannot be read."""
    with suppress(OSError):
        return sha256((folder / path).read_bytes()).hexdigest()
    return ""
