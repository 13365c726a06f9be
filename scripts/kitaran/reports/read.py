"""Read learners' result files, however many and in whatever state.

What is whole is handed on as rows for the database; of what is not, it is told why.
Nothing ends the run: a folder that people send files to holds anything.
"""

from __future__ import annotations

import gc
import os
import re
from concurrent.futures import ProcessPoolExecutor
from glob import glob
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kitaran.models.result import ResultError, load_result
from kitaran.reports.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LARGEST = 20_000_000
"""The largest file that is read, in bytes; a learner's results are far smaller."""
CHUNK = 250
"""How many files a process is handed at a time."""
PARALLEL = 500
"""From how many files on it pays to start processes."""


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What moves the cursor, or turns the direction of writing."""


class Refused(NamedTuple):
    """A file that was left out."""

    file: str
    reason: str
    """`foreign`, `newer`, `damaged`, `form`, `unreadable`, `too_large`, `empty`, `missing`."""
    detail: str
    """What is wrong, in English, as the command tells it."""


class Batch(NamedTuple):
    """Some files that were read."""

    rows: Path
    """A folder with their rows, a CSV file for each table."""
    files: list[tuple[int, str]]
    """The files that were looked at, with their numbers."""
    sources: list[tuple[int, str]]
    """Those that were whole: their numbers, and their check codes."""
    refused: list[Refused]


def shown(file: str) -> str:
    r"""Give a file's name as it can be told: not every name is text, or safe on a terminal.

    >>> shown("a\x1b[31m.json"), shown("b\udcff.json")
    ('a\ufffd[31m.json', 'b\ufffd.json')
    """
    text = file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _CONTROL.sub("\ufffd", text)


def find(wanted: Iterable[str]) -> tuple[list[str], list[Refused]]:
    """List the files that are meant: files, folders (with those within them) and patterns.

    Returns:
        The files, each once and in order, and what was named and is not there.
    """
    found: dict[str, None] = {}
    missing: list[Refused] = []
    for name in wanted:
        inner, refused = _meant(name)
        found.update(dict.fromkeys(inner))
        missing += refused
    return list(found), missing


def _meant(name: str) -> tuple[list[str], list[Refused]]:
    """List the files that one name stands for, and what cannot be looked into."""
    try:
        path = Path(name)
        if path.is_dir():
            return _in_folder(name)
        inner = [name] if path.exists() else _like(name)
    except (OSError, ValueError):  # Too long for a name, or none at all.
        inner = []
    return inner, [] if inner else [Refused(shown(name), "missing", "there is no such file")]


def _like(pattern: str) -> list[str]:
    """List the files that a pattern fits."""
    return sorted(each for each in glob(pattern, recursive=True) if Path(each).is_file())


def _in_folder(folder: str) -> tuple[list[str], list[Refused]]:
    """List the JSON files of a folder, and the folders in it that nobody may look into."""
    closed: list[OSError] = []
    inner = sorted(_json_below(folder, closed.append))
    refused = [
        Refused(shown(str(error.filename)), "unreadable", error.strerror or str(error))
        for error in closed
    ]
    if not inner and not refused:
        refused.append(Refused(shown(folder), "missing", "the folder holds no .json file"))
    return inner, refused


def _json_below(folder: str, closed: Callable[[OSError], object]) -> Iterator[str]:
    """List the JSON files of a folder; hidden ones are none of the learners'."""
    for here, folders, files in os.walk(folder, onerror=closed):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for file in files:
            if file.lower().endswith(".json") and not file.startswith("."):
                yield str(Path(here, file))


def read(files: list[str], folder: Path) -> Iterator[Batch]:
    """Read files, a batch at a time, in their order.

    Args:
        files: The files.
        folder: Where the rows for the database are kept meanwhile.
    """
    numbered = enumerate(files)
    chunks: list[tuple[list[tuple[int, str]], Path]] = []
    while chunk := list(islice(numbered, CHUNK)):
        chunks.append((chunk, folder / f"{len(chunks)}"))
    for (chunk, rows), (whole, refused) in zip(chunks, _each(chunks, len(files)), strict=True):
        yield Batch(rows, chunk, whole, refused)


def _each(
    chunks: list[tuple[list[tuple[int, str]], Path]], count: int
) -> Iterator[tuple[list[tuple[int, str]], list[Refused]]]:
    """Read the chunks, in several processes where that pays."""
    workers = min(os.cpu_count() or 1, 8)
    if count < PARALLEL or workers == 1:
        yield from (_chunk(*each) for each in chunks)
        return
    # What is read holds no circles: looking for them would take a third of the time.
    with ProcessPoolExecutor(workers, initializer=gc.disable) as pool:
        yield from pool.map(_chunk, *zip(*chunks, strict=True))


def _chunk(
    files: list[tuple[int, str]], target: Path
) -> tuple[list[tuple[int, str]], list[Refused]]:
    """Read some files, write their rows, and say which were whole and which were left out."""
    whole: list[tuple[int, str]] = []
    refused: list[Refused] = []
    rows = Rows()
    for number, file in files:
        try:
            result = load_result(_text(Path(file)))
        except ResultError as error:
            refused.append(Refused(shown(file), error.fault, str(error)))
        except _LeftOutError as error:
            refused.append(Refused(shown(file), error.reason, str(error)))
        else:
            rows.add(number, result)
            whole.append((number, result.check))
    rows.save(target)
    return whole, refused


class _LeftOutError(Exception):
    """A file that cannot even be looked into."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def _text(file: Path) -> str:
    """Read a file's text.

    Raises:
        _LeftOutError: If that cannot be done.
    """
    try:
        if not file.is_file():
            raise _LeftOutError("unreadable", "it is no ordinary file")
        if file.stat().st_size > LARGEST:
            raise _LeftOutError("too_large", f"it is larger than {LARGEST // 1_000_000} MB")
        data = file.read_bytes()
    except OSError as error:
        raise _LeftOutError("unreadable", error.strerror or str(error)) from error
    if not data.strip():
        raise _LeftOutError("empty", "the file is empty")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _LeftOutError("damaged", "the file is not UTF-8") from error
