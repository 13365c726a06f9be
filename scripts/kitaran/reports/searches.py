"""Sum up the searches that found nothing, from the lists that readers hand in.

A browser keeps such a list for itself; a reader saves it as a file and passes it on. It holds no
names: how many files mention a search says how many people missed something.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORMAT = "kitaran-searches"
SCHEMA = 1
MAX_BYTES = 1_000_000
"""The largest list that is read: a browser keeps a few hundred searches."""


class DamagedError(Exception):
    """A file is no list of searches. The message says why."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A search that found nothing."""

    query: str
    locale: str
    count: int
    """How often it was made."""
    last: str
    """When it was made last, as an ISO date; the empty string where it is not known."""
    lists: int = 1
    """How many lists mention it."""


def read(file: Path) -> tuple[Missed, ...]:
    """Read one list.

    Raises:
        DamagedError: If the file cannot be read, or is no such list.
    """
    try:
        if file.stat().st_size > MAX_BYTES:
            message = "is too large for a list of searches"
            raise DamagedError(message)
        data: Any = json.loads(file.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        message = f"cannot be read: {error}"
        raise DamagedError(message) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        message = "is no list of searches"
        raise DamagedError(message)
    if data.get("schema") != SCHEMA:
        message = "was saved by another version of the site"
        raise DamagedError(message)
    searches = data.get("searches")
    if not isinstance(searches, list):
        message = "is damaged: it holds no searches"
        raise DamagedError(message)
    return tuple(_one(entry) for entry in searches)


def _one(entry: Any) -> Missed:
    """Read one search of a list."""
    query = entry.get("query") if isinstance(entry, dict) else None
    if not isinstance(query, str) or not query.strip():
        message = "is damaged: one of its searches has no words"
        raise DamagedError(message)
    count = entry.get("count", 1)
    sound = isinstance(count, int) and not isinstance(count, bool) and 0 < count < 1_000_000
    if not sound:
        message = f"is damaged: `{query}` was not made {count} times"
        raise DamagedError(message)
    # What is printed later must not hold signs that steer a terminal.
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in query).split())
    locale, last = str(entry.get("locale", "")), str(entry.get("last", ""))
    return Missed(words[:200], locale[:2], count, last[:10] if last[:10].isascii() else "")


def total(lists: Iterable[Iterable[Missed]]) -> tuple[Missed, ...]:
    """Sum lists up: what most people missed comes first, then what was missed most often."""
    gathered: dict[tuple[str, str], list[Missed]] = defaultdict(list)
    for each in lists:
        own: dict[tuple[str, str], Missed] = {}
        for missed in each:
            same = own.get((missed.locale, missed.query))
            count, last = (same.count, same.last) if same else (0, "")
            own[missed.locale, missed.query] = Missed(
                missed.query, missed.locale, count + missed.count, max(last, missed.last)
            )
        for key, missed in own.items():
            gathered[key].append(missed)
    summed = [
        Missed(query, locale, sum(m.count for m in every), max(m.last for m in every), len(every))
        for (locale, query), every in gathered.items()
    ]
    return tuple(sorted(summed, key=lambda m: (-m.lists, -m.count, m.locale, m.query)))
