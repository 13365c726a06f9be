"""Check many files, in several processes where that pays.

What travels to a process is the files' names, and what comes back is results that are
packed already as the cache keeps them: handing over texts and records costs more than it saves.
"""

from __future__ import annotations

import gc
import os
import pickle
import stat
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from kitaran.check.cache import code_hash
from kitaran.check.one import FileResult, check_file
from kitaran.load.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kitaran.load.tree import Entry
    from kitaran.models.glossary import Glossary
    from kitaran.models.text import Locale
    from kitaran.settings import Settings

PARALLEL = 200
"""From how many files on it pays to start processes."""
CHUNK = 50
"""How many files a process is handed at a time."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is the same for every file of a check."""

    root: Path
    glossary: Glossary
    languages: tuple[Locale, ...]
    max_bytes: int
    salt: bytes
    """A hash of everything that results depend on, apart from the file itself."""

    @classmethod
    def of(cls, settings: Settings, glossary: Glossary) -> Work:
        """Take from the settings what the check of a file depends on."""
        salt = blake2b(code_hash(), digest_size=16)
        salt.update(glossary.model_dump_json().encode())
        salt.update(repr((settings.languages, settings.max_bytes)).encode())
        return cls(settings.root, glossary, settings.languages, settings.max_bytes, salt.digest())

    def key(self, entry: Entry) -> bytes:
        """Give what the cache knows a file by; nothing if it is empty or cannot be read."""
        return self.key_of(entry, _bytes(f"{self.root}/{entry.path}", self.max_bytes))

    def key_of(self, entry: Entry, data: bytes) -> bytes:
        """Give what the cache knows a file by whose bytes are at hand."""
        if not data:
            return b""
        digest = blake2b(self.salt, digest_size=16)
        digest.update(repr((entry.path, entry.problems)).encode())
        digest.update(data)
        return digest.digest()


class Checked(NamedTuple):
    """The result of one file."""

    key: bytes
    """What the cache knows it by; nothing if it should not be kept."""
    row: bytes
    """The result as the cache keeps it."""
    result: FileResult


def check_files(work: Work, entries: Sequence[Entry]) -> Iterator[Checked]:
    """Check files, in their order.

    Args:
        work: What is the same for all of them.
        entries: The files. Below `PARALLEL` of them no process is started.
    """
    workers = min(os.cpu_count() or 1, 8)
    if len(entries) < PARALLEL or workers == 1:
        yield from _unpacked(_chunk(work, entries))
        return
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(work,)) as pool:
        futures = deque(
            pool.submit(_chunk_there, entries[i : i + CHUNK]) for i in range(0, len(entries), CHUNK)
        )
        while futures:
            yield from _unpacked(futures.popleft().result())


def _unpacked(rows: list[tuple[bytes, bytes]]) -> Iterator[Checked]:
    """Unpack results."""
    for key, row in rows:
        yield Checked(key, row, pickle.loads(row))


def _chunk(work: Work, entries: Sequence[Entry]) -> list[tuple[bytes, bytes]]:
    """Check some files. The key is made of the very bytes that were checked."""
    rows: list[tuple[bytes, bytes]] = []
    for entry in entries:
        source = read(work.root / entry.path, entry.path, work.max_bytes)
        key = work.key_of(entry, source.data)
        result = check_file(entry, source, work.glossary, work.languages)
        rows.append((key, pickle.dumps(result, protocol=5)))
    return rows


_work: Work
"""What a process that checks files was begun with."""


def _begin(work: Work) -> None:
    """Prepare a process that checks files."""
    global _work
    _work = work
    # What is there now stays to the end, and trees of nodes have no cycles: a collection
    # after each chunk is enough, where the usual ones take a sixth of the time.
    gc.freeze()
    gc.disable()


def _chunk_there(entries: Sequence[Entry]) -> list[tuple[bytes, bytes]]:
    """Check some files in a process that `_begin` has prepared."""
    rows = _chunk(_work, entries)
    gc.collect()
    return rows


def _bytes(file: str, limit: int) -> bytes:
    """Read a file; nothing if it is too large, no ordinary file, or cannot be read."""
    try:
        # To ask for the size first is faster than to make room for the largest.
        status = os.stat(file)
        if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
            return b""
        with open(file, "rb", buffering=0) as stream:
            return stream.readall()
    except (OSError, ValueError):
        return b""
