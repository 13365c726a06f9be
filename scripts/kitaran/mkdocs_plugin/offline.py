"""What a reader can keep for reading without a network: the list of a built site's files.

Each language is a site of its own, with a list and a service worker of its own.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

LIST = "assets/kitaran/offline.json"
WORKER = "sw.js"
SCHEMA = 1
SEARCH_BYTES = 3_000_000
"""The largest search index, in bytes, that is kept without being asked for."""

_SOURCES = Path(__file__).parent / "worker"
_PAGES = ("", "404.html", "offline/", "card/", "practice/", "progress/", "start/", "objections/")
"""The pages that are kept whether or not they were visited: the ways to all others."""
_LEFT_OUT = frozenset({LIST, WORKER, "sitemap.xml"})
_SEARCH = ("search/", "assets/kitaran/search/")
_PARTS = (".js", ".css", ".json", ".svg", ".png", ".webmanifest")
"""What the parts of a page are, by their ending; pictures and downloads in `assets/` are not."""


class File(NamedTuple):
    """A file of the site."""

    path: str
    """Its address from the root of its language; that of a page ends in a slash."""
    hash: str
    """The first 16 hexadecimal digits of its SHA-256."""
    bytes: int
    core: bool
    """Whether it is kept from the first visit on."""


def files(site: Path) -> tuple[File, ...]:
    """List the files of one language's site that can be kept, in the order of their addresses."""
    found: list[tuple[str, bytes]] = []
    for file in site.rglob("*"):
        path = file.relative_to(site).as_posix()
        if file.is_file() and not _left_out(path):
            found.append((_address(path), file.read_bytes()))
    index = sum(len(data) for path, data in found if path.startswith(_SEARCH))
    return tuple(
        File(path, sha256(data).hexdigest()[:16], len(data), _core(path, index))
        for path, data in sorted(found)
    )


def _left_out(path: str) -> bool:
    """Say whether no page ever asks for a file."""
    hidden = any(part.startswith(".") for part in path.split("/"))
    # The stemmers of the theme's search are for languages that the handbook is not in.
    unused = path.endswith((".map", ".gz")) or path.startswith("assets/javascripts/lunr/")
    return hidden or unused or path in _LEFT_OUT


def _address(path: str) -> str:
    """Give the address that a file is asked for by."""
    folder, _, name = path.rpartition("/")
    if name != "index.html":
        return path
    return f"{folder}/" if folder else ""


def _core(path: str, index: int) -> bool:
    """Say whether a file is kept from the first visit on.

    Args:
        path: Its address.
        index: How large the search index is, in bytes.
    """
    if path.startswith(_SEARCH):
        return index <= SEARCH_BYTES
    part = path.startswith("assets/") or "/" not in path
    return path in _PAGES or (part and path.endswith(_PARTS))


def write(site: Path, *, on: bool) -> None:
    """Write the list and the service worker of one language's built site.

    Args:
        site: The site, with everything else in it.
        on: Whether it can be kept; without, the worker removes what an earlier build left.
    """
    if not on:
        (site / WORKER).write_text((_SOURCES / "gone.js").read_text("utf-8"), "utf-8")
        return
    every = files(site)
    worker = (_SOURCES / "sw.js").read_text("utf-8")
    said = json.dumps([worker, every], ensure_ascii=False)
    version = sha256(said.encode()).hexdigest()[:12]
    listed = {
        "schema": SCHEMA,
        "version": version,
        "bytes": sum(file.bytes for file in every),
        "core": sum(file.bytes for file in every if file.core),
        "files": [[file.path, file.hash, file.bytes, int(file.core)] for file in every],
    }
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    (site / LIST).parent.mkdir(parents=True, exist_ok=True)
    (site / LIST).write_text(text, "utf-8")
    (site / WORKER).write_text(worker.replace("{{version}}", version), "utf-8")
