"""Codes instead of names, the same in every report, kept in a file that stays with the trainer."""

from __future__ import annotations

import csv
import os
import secrets
from typing import TYPE_CHECKING

from kitaran.documents.formats.csv import safe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters and digits that nobody mistakes for each other."""
_LENGTH = 5
HEADS = ("code", "person", "name")


class CodesError(Exception):
    """The file of codes cannot be used. The message says why."""


def read_codes(file: Path) -> dict[str, str]:
    """Read which code stands for whom; a file that is not there yet knows nobody.

    Raises:
        CodesError: If the file holds something else.
    """
    if not file.exists():
        return {}
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"{file} cannot be read: {error}"
        raise CodesError(message) from error
    if rows and tuple(rows[0]) != HEADS:
        message = f"{file} is no file of codes: its first line is not `{','.join(HEADS)}`"
        raise CodesError(message)
    codes = {row[1]: row[0] for row in rows[1:] if len(row) >= 2 and row[0]}
    if len(set(codes.values())) < len(codes):
        message = f"{file} gives one code to several people; mend it, or begin a new file"
        raise CodesError(message)
    return codes


def give_codes(people: Iterable[tuple[str, str]], file: Path) -> dict[str, str]:
    """Give everybody a code, the one in the file where there is one, and keep new ones there.

    Codes are drawn by chance, so that they tell nothing, not even in which order people came.

    Args:
        people: Each person, with the name.
        file: Where the codes are kept. It is only readable for its owner.

    Raises:
        CodesError: If the file cannot be read or written.
    """
    codes = read_codes(file)
    taken = set(codes.values())
    new: list[tuple[str, str, str]] = []
    for person, name in people:
        if person in codes:
            continue
        code = _draw(taken)
        taken.add(code)
        codes[person] = code
        new.append((code, person, safe(name)))
    if new:
        _append(file, new)
    return codes


def _draw(taken: set[str]) -> str:
    """Draw a code that nobody has."""
    length = _LENGTH
    while True:
        code = "".join(secrets.choice(_LETTERS) for _ in range(length))
        if code not in taken:
            return code
        length += len(taken) > len(_LETTERS) ** (length - 1)


def _append(file: Path, rows: list[tuple[str, str, str]]) -> None:
    """Write new codes to the end of the file."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        begun = file.exists()
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with open(descriptor, "a", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            if not begun:
                writer.writerow(HEADS)
            writer.writerows(rows)
    except OSError as error:
        message = f"{file} cannot be written: {error.strerror or error}"
        raise CodesError(message) from error
