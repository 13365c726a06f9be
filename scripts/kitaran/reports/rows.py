"""Plain rows of learners' results, in the form that the database takes in fastest: CSV."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

from kitaran.reports import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kitaran.models.result import Result

LONGEST = 1000
"""So many characters may an answer have that is looked at. What is longer was written freely: it
is nobody's choice among options, and the report has no use for it."""
MANY = 1_000_000
"""More than the attempts that a file can hold."""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Rows:
    """The rows of some results, table by table."""

    def __init__(self) -> None:
        self._texts = {table: StringIO() for table in shapes.ROWS}
        self._write = {
            table: csv.writer(text, lineterminator="\n").writerows
            for table, text in self._texts.items()
        }

    def add(self, n: int, result: Result) -> None:
        """Add a result.

        Args:
            n: The number of its file. The rows are held together by it.
            result: What the file holds.
        """
        person = result.person
        name = (person.name, person.code, result.made, result.locale, result.content)
        self._write["files"]([(n, *name)])
        self._write["steps"](_steps(n, result))
        self._write["certificates"](_certificates(n, result))
        no = n * MANY
        for quiz, results in result.quizzes.items():
            for a in results.attempts:
                told = (a.id, a.at, a.mode, a.version, a.points, a.total, a.percent, a.passed)
                self._write["attempts"]([(no, n, quiz, *told, a.seconds)])
                self._write["answers"](
                    (no, question, _answer(one.answer), one.share, one.hash)
                    for question, one in a.questions.items()
                )
                no += 1

    def save(self, folder: Path) -> None:
        """Write a file for each table into a folder, which is made."""
        folder.mkdir()
        for table, text in self._texts.items():
            # No database holds half a pair of surrogates, or the character zero.
            whole = text.getvalue().replace("\0", "\ufffd")
            (folder / f"{table}.csv").write_bytes(whole.encode("utf-8", "replace"))


def _steps(n: int, result: Result) -> Iterator[tuple[Any, ...]]:
    """Give the steps that were ticked or signed."""
    for path, steps in result.steps.items():
        for step, signed in steps.items():
            yield n, path, step, signed.at, signed.by, signed.name, signed.score


def _certificates(n: int, result: Result) -> Iterator[tuple[Any, ...]]:
    """Give the certificates."""
    for path, issued in result.certificates.items():
        for each in issued:
            yield n, path, each.id, each.at, each.expires, each.version


def _answer(answer: Any) -> str:
    """Write an answer as JSON, which tells a text from a list of options."""
    written = _json(answer)
    return written if len(written) <= LONGEST else "null"
