"""Draw the questions of a session. The same seed draws the same, on every machine.

Things are put in the order of hashes, and not by a random generator: then a question that is
added to a quiz does not change the place of any other.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kitaran.models.questions.base import Question

T = TypeVar("T")

_TO_VOTE = ("single", "multiple", "true_false")
"""The types that a group can answer by a show of hands."""


class Drawn(NamedTuple):
    """A question, and the quiz and page that it is from."""

    quiz: str
    page: str
    question: Question

    @property
    def key(self) -> tuple[str, str]:
        """What the question is known by."""
        return self.quiz, self.question.id

    @property
    def name(self) -> str:
        """The same as one text, such as `stages/closing#signing-authority`."""
        return f"{self.quiz}#{self.question.id}"


def rank(seed: int, *names: object) -> bytes:
    """Give the place of a thing among others: chance, but the same in every run."""
    said = "\0".join(str(name) for name in (seed, *names))
    return blake2b(said.encode(), digest_size=8).digest()


def mixed(things: Sequence[T], seed: int, *names: object) -> list[T]:
    """Put things in an order of chance.

    >>> mixed("abcd", 1) == mixed("abcd", 1), sorted(mixed("abcd", 1)) == list("abcd")
    (True, True)
    """
    order = sorted(range(len(things)), key=lambda place: rank(seed, *names, place))
    return [things[place] for place in order]


def other_order(things: Sequence[T], taken: Sequence[T], seed: int, *names: object) -> list[T]:
    """Put things in an order of chance that is not one already taken.

    >>> other_order([1, 2], [1, 2], 7), other_order([1], [1], 7)
    ([2, 1], [1])
    """
    order = mixed(things, seed, *names)
    return [*order[1:], *order[:1]] if order == list(taken) else order


def draw(
    pool: Iterable[Drawn], count: int, seed: int, objectives: Sequence[tuple[str, str]]
) -> tuple[Drawn, ...]:
    """Draw questions for a paper, the objectives in turn.

    Args:
        pool: What there is to draw from.
        count: How many are wanted.
        seed: What decides.
        objectives: The objectives that the session trains, as page and id; their questions
            come first. Questions in own words come last, for they are not scored.
    """
    trained = {objective: place for place, objective in enumerate(objectives)}
    lists: dict[tuple[int, int, bytes], list[Drawn]] = {}
    for drawn in sorted(pool, key=lambda each: rank(seed, "paper", each.name)):
        objective = (drawn.page, drawn.question.objective)
        late = int(drawn.question.type == "reflection")
        place = trained.get(objective, len(trained))
        lists.setdefault((late, place, rank(seed, *objective)), []).append(drawn)
    found: list[Drawn] = []
    for late in (0, 1):
        queues = [lists[key] for key in sorted(lists) if key[0] == late]
        while any(queues) and len(found) < count:
            found += [queue.pop(0) for queue in queues if queue][: count - len(found)]
    return tuple(found)


def to_vote(pool: Iterable[Drawn], seed: int) -> list[Drawn]:
    """Order questions by how well a group answers them together, then by chance."""

    def place(drawn: Drawn) -> tuple[int, bytes]:
        kind = drawn.question.type
        fit = _TO_VOTE.index(kind) if kind in _TO_VOTE else len(_TO_VOTE)
        return fit + 4 * (kind == "reflection"), rank(seed, "vote", drawn.name)

    return sorted(pool, key=place)
