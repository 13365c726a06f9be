"""What a group got wrong last time, from the files of results that learners hand in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kitaran.load.source import read
from kitaran.models.result import ResultError, load_result
from kitaran.versions import question_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from kitaran.library import Library
    from kitaran.models.result import Result

RIGHT = 0.8
"""From which mean share of the points on a question counts as known."""
LARGEST = 20_000_000
"""The largest file that is read, in bytes; a learner's results are far smaller."""
FEW = 3
"""With fewer people than this, a question says something about them, and not about the group.

A report on a question's quality wants far more. Here the group is the few who come to a session.
"""

Key = tuple[str, str]
"""A question: the quiz's id, and its own."""


class Missed(NamedTuple):
    """How a group did on one question."""

    share: float
    """How much of the points it lost, from 0 to 1."""
    people: int
    """How many answered it."""


@dataclass(frozen=True)
class Group:
    """What is known of a group from its results."""

    people: int = 0
    files: int = 0
    """How many files could be read."""
    skipped: tuple[str, ...] = ()
    """The files that could not, each with the reason."""
    missed: dict[Key, Missed] = field(default_factory=dict)
    """The questions that too many got wrong, the worst first; those that too few answered are not
    among them."""
    answered: dict[Key, int] = field(default_factory=dict)
    """How many people answered each question, as the handbook has it now."""
    outdated: int = 0
    """How many answers were about a question that has changed since, and do not count."""


@dataclass(slots=True)
class _Latest:
    """The latest answer of each person to each question."""

    current: dict[Key, str]
    """The hashes of the questions as the handbook has them now."""
    people: set[str] = field(default_factory=set)
    shares: dict[tuple[str, str, str], tuple[float, float]] = field(default_factory=dict)
    outdated: set[tuple[str, str, str, float]] = field(default_factory=set)

    def add(self, result: Result, file: str) -> None:
        """Take the answers of one file. A file that comes twice changes nothing."""
        person = (result.person.code or result.person.name).strip().casefold() or file
        self.people.add(person)
        for quiz, results in result.quizzes.items():
            for attempt in results.attempts:
                for name, answered in attempt.questions.items():
                    known = self.current.get((quiz, name))
                    key = (person, quiz, name)
                    if known is None:
                        continue
                    if answered.hash != known:
                        self.outdated.add((*key, attempt.at))
                    elif attempt.at >= self.shares.get(key, (float("-inf"), 0.0))[0]:
                        self.shares[key] = (attempt.at, answered.share)

    def answered(self) -> dict[Key, int]:
        """Count who answered each question."""
        return Counter((quiz, name) for _, quiz, name in self.shares)

    def missed(self) -> dict[Key, Missed]:
        """Work out what the group got wrong, where enough people answered."""
        by_question: dict[Key, list[float]] = {}
        for (_, quiz, name), (_, share) in self.shares.items():
            by_question.setdefault((quiz, name), []).append(share)
        lost = {
            key: Missed(1 - sum(shares) / len(shares), len(shares))
            for key, shares in by_question.items()
            if len(shares) >= FEW
        }
        worst = sorted(lost, key=lambda key: (-lost[key].share, -lost[key].people, key))
        return {key: lost[key] for key in worst if lost[key].share > 1 - RIGHT}


def group_of(
    library: Library,
    files: Iterable[Path],
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Group:
    """Read the results of a group.

    Args:
        library: The handbook: answers to questions that it has no more do not count.
        files: The learners' files.
        progress: Called with how many files are read, of how many.
    """
    latest = _Latest(
        {
            (quiz.id, question.id): question_hash(question)
            for group in library.quizzes.values()
            for quiz in group
            for question in quiz.questions
            if question.type != "reflection"  # It is not scored.
        }
    )
    every = list(files)
    skipped: list[str] = []
    for done, file in enumerate(every, 1):
        try:
            latest.add(_load(file), str(file))
        except ResultError as error:
            skipped.append(f"{file}: {error}")
        progress(done, len(every))
    return Group(
        len(latest.people),
        len(every) - len(skipped),
        tuple(skipped),
        latest.missed(),
        latest.answered(),
        len(latest.outdated),
    )


def _load(file: Path) -> Result:
    """Read one file.

    Raises:
        ResultError: If it cannot be read, or is no whole file of results.
    """
    source = read(file, file.name, LARGEST)
    # Editors on Windows put a mark before the text, which is no damage.
    faults = [problem for problem in source.problems if problem.kind != "byte-order-mark"]
    if faults:
        raise ResultError(faults[0].message)
    return load_result(source.text)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """List files: those named, and the JSON files in the folders named, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inner = sorted(path.rglob("*.json")) if path.is_dir() else [path]
        found.update(dict.fromkeys(inner))
    return list(found)
