"""Read a file's bytes and text, and say plainly what stands in the way."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kitaran.diagnostics import Span

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 1_000_000
"""The largest file that is read. A playbook of 200 printed pages is half of it."""


class Problem(NamedTuple):
    """Something that kept (a part of) a file from being read. A rule of that name phrases it."""

    kind: str
    span: Span
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it is on disk."""

    path: str
    """Relative to the handbook's root, with forward slashes."""
    data: bytes
    text: str
    """Decoded, without byte order mark, with `\\n` line ends; empty when it cannot be read."""
    problems: list[Problem] = field(default_factory=list)

    def line(self, number: int) -> str:
        """Give one line of the text, counting from one; empty beyond its end."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def found(self, kind: str) -> list[Problem]:
        """Give the problems of one kind."""
        return [problem for problem in self.problems if problem.kind == kind]


def read(file: Path, path: str, limit: int = MAX_BYTES) -> Source:
    """Read one file. It never raises: what is wrong is in `problems`.

    Args:
        file: Where it is.
        path: What to call it in findings.
        limit: The largest size that is read, in bytes.
    """
    try:
        # A named pipe would let us wait for ever, so look before opening.
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return _refused(path, "unreadable", "this is no ordinary file", "remove it")
        with file.open("rb", buffering=0) as stream:
            # To make room for the largest file each time takes longer than to read a usual one.
            data = stream.readall() if status.st_size <= limit else stream.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        return _refused(
            path,
            "unreadable",
            f"the file cannot be read: {reason}",
            "check that it is there and that you may read it",
        )
    if len(data) > limit:
        return _refused(
            path,
            "too-large",
            f"the file is larger than {limit:,} bytes",
            "split it into several files, or raise `max_bytes` in `[tool.kitaran.check]`",
        )
    return decode(path, data)


def decode(path: str, data: bytes) -> Source:
    """Turn a file's bytes into text, noting what is odd about them."""
    problems: list[Problem] = []
    body = data
    if data.startswith(b"\xef\xbb\xbf"):
        body = data[3:]
        problems.append(
            Problem(
                "byte-order-mark",
                Span(1, 1),
                "the file begins with a byte order mark",
                "save it as “UTF-8” and not as “UTF-8 with BOM”",
            )
        )
    # UTF-16 without its mark is valid UTF-8, full of NUL; no text has one.
    if b"\0" in body:
        return Source(path, data, "", [*problems, _nul(body)])
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return Source(path, data, "", [*problems, _not_utf8(body, error.start)])
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        problems.append(
            Problem("empty-file", Span(1, 1), "the file is empty", "write it, or remove it")
        )
    return Source(path, data, text, problems)


def _refused(path: str, kind: str, message: str, remedy: str) -> Source:
    """Make a source that could not be read."""
    return Source(path, b"", "", [Problem(kind, Span(1, 1), message, remedy)])


def _nul(data: bytes) -> Problem:
    """Tell a file in UTF-16 from one that is damaged or no text at all."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data.count(0) * 3 > len(data):
        return Problem(
            "not-utf8",
            Span(1, 1),
            "the file is saved as UTF-16, not as UTF-8",
            "save it as “UTF-8”",
        )
    return Problem(
        "unreadable",
        _place(data, data.index(0)),
        "the file is damaged or no text: it holds a NUL byte",
        "restore it from an earlier version",
    )


def _not_utf8(data: bytes, offset: int) -> Problem:
    """Point at the first byte that is not UTF-8, in line and column."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _nul(data)
    byte = data[offset : offset + 1]
    meant = byte.decode("cp1252", "replace")
    guess = f", perhaps `{meant}` of Windows-1252" if meant.isprintable() else ""
    if meant == "\ufffd":
        guess = ""
    return Problem(
        "not-utf8",
        _place(data, offset),
        f"the byte 0x{byte.hex()} is not UTF-8{guess}",
        "save the file as “UTF-8”, and look at this place again",
    )


def _place(data: bytes, offset: int) -> Span:
    """Turn a position in the bytes of a file into line and column."""
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    return Span(line, len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1)
