"""Keep what the check of a file gave, by what the file and the rules say.

The key is a hash of everything that the result depends on, so nothing is ever stale. The
store is one SQLite file that can be deleted at any time; a damaged one is begun anew.
"""

from __future__ import annotations

import pickle
import sqlite3
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import kitaran

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kitaran.check.one import FileResult


@cache
def code_hash() -> bytes:
    """Hash the code that results depend on: a changed rule makes every result void."""
    digest = blake2b(digest_size=16)
    root = Path(kitaran.__file__).parent
    for part in ("diagnostics.py", "models", "load", "check"):
        files = [root / part] if part.endswith(".py") else sorted((root / part).rglob("*.py"))
        for file in files:
            digest.update(file.read_bytes())
    return digest.digest()


_TABLE = "CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, value BLOB)"


class Cache:
    """Results by key. Failing to read or write costs time, and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "check.sqlite"
        self._rows: dict[bytes, bytes] = {}
        with suppress(OSError, sqlite3.Error):
            self._rows = self._read()

    def _read(self) -> dict[bytes, bytes]:
        """Read every row; a damaged store is removed."""
        if not self.file.exists():
            return {}
        try:
            with sqlite3.connect(self.file, timeout=5) as store:
                return dict(store.execute("SELECT key, value FROM result"))
        except sqlite3.DatabaseError:
            self.file.unlink()
            return {}

    def __len__(self) -> int:
        """Give how many results there are."""
        return len(self._rows)

    def get(self, key: bytes) -> FileResult | None:
        """Give the result with a key, if it is there and can be read."""
        row = self._rows.get(key)
        if row is None:
            return None
        try:
            return pickle.loads(row)  # type: ignore[no-any-return]
        except Exception:  # A damaged row may raise anything; the file is checked again.
            return None

    def update(self, new: dict[bytes, bytes], used: Iterable[bytes]) -> None:
        """Add results, and drop those that no file has any more once they are the most.

        Args:
            new: Packed results by key.
            used: The keys of the results that were taken from here.
        """
        alive = new.keys() | set(used)
        with suppress(OSError, sqlite3.Error):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with sqlite3.connect(self.file, timeout=5) as store:
                store.execute("PRAGMA synchronous=OFF")
                store.execute(
                    "CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, value BLOB)"
                )
                # In the order of the keys, for the index is a tree that is filled in their order.
                store.executemany(
                    "INSERT OR REPLACE INTO result VALUES (?, ?)", sorted(new.items())
                )
                dead = self._rows.keys() - alive
                if len(dead) > max(1000, len(alive)):
                    store.executemany("DELETE FROM result WHERE key = ?", ((k,) for k in dead))
