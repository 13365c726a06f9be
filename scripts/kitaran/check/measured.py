"""What learners' results say about a question, and what follows from it.

`kitaran report` works the numbers out; the rules KB801 to KB805 and the sentences of the report
both come from `verdicts`, so that they never disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import NamedTuple

FEW = 20
"""With fewer first answers than this, no number is told: chance has too large a part in it."""
EASY = 0.95
"""From this share of points on, a question tells nobody apart: of a group of twenty, one at most
answers it otherwise than the rest."""
HARD = 0.3
"""Below this share of points a question is called hard."""
MARGINAL = 0.2
"""Ebel's bound between marginal and poor discrimination (Ebel, Measuring Educational
Achievement, 1965); good questions lie above it."""
SURE = 1.645
"""How many standard errors a number has to lie beyond a bound: 5% error on one side."""
EXPECTED = 5
"""So many picks of a wrong option have to be expected before none of them says anything."""
UNUSED = 0.02
"""Up to this share of those expected, if they spread evenly, hardly anybody picks an option."""


class Picked(NamedTuple):
    """How often an option was chosen."""

    at: int
    """Its position among the options, from zero; -1 for no answer at all."""
    right: bool
    n: int
    upper: float
    """Among the best 27% of the learners; who shares their last place counts in part."""
    lower: float
    """Among the weakest 27%."""
    r: float | None = None
    """The point-biserial correlation of choosing it with the rest of the quiz."""

    @property
    def letter(self) -> str:
        """What people call it: A for the first option.

        >>> Picked(1, right=False, n=0, upper=0, lower=0).letter
        'B'
        """
        return chr(ord("A") + self.at) if 0 <= self.at < 26 else str(self.at + 1)


class Typed(NamedTuple):
    """A wrong answer that several people typed."""

    text: str
    """As most of them wrote it."""
    n: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A question, with what first answers to its present content say."""

    path: str
    """The quiz's file."""
    at: int
    """The question's position in the quiz, from zero."""
    quiz: str
    question: str
    type: str
    n: int
    """How many first answers were counted."""
    older: int = 0
    """How many were about an older content, and are not among them."""
    p: float | None = None
    """Difficulty: the mean share of the points; none where there are too few answers."""
    r: float | None = None
    """Discrimination: the corrected item-total correlation."""
    d: float | None = None
    """Discrimination: the share of points of the best 27% less that of the weakest 27%."""
    group: int = 0
    """How many learners the best, and the weakest, 27% are."""
    options: tuple[Picked, ...] = ()
    """The options in the order of the file; for types without options none."""
    typed: tuple[Typed, ...] = ()
    """What several people typed instead of the right answer, the most frequent first."""

    @property
    def one_right(self) -> bool:
        """Say whether exactly one of several options is to be chosen."""
        return self.type in ("single", "true_false") and len(self.real) > 1

    @property
    def real(self) -> tuple[Picked, ...]:
        """The options without those who gave no answer."""
        return tuple(option for option in self.options if option.at >= 0)


class Kind(StrEnum):
    """What can be said of a question, the worst first."""

    FEW = "few"
    WRONG_KEY = "wrong_key"
    MISLEADS = "misleads"
    GUESSING = "guessing"
    DEAD = "dead"
    EASY = "easy"
    WEAK = "weak"
    HARD = "hard"
    GOOD = "good"


class Verdict(NamedTuple):
    """One thing that can be said of a question."""

    kind: Kind
    options: tuple[Picked, ...] = ()
    """The options that it is about."""


def verdicts(measured: Measured) -> tuple[Verdict, ...]:
    """Say what the numbers mean, the worst first; there is always something to say."""
    if measured.n < FEW or measured.p is None:
        return (Verdict(Kind.FEW),)
    found: list[Verdict] = []
    rival = _rival(measured)
    if rival is not None:
        found.append(Verdict(Kind.WRONG_KEY, (rival,)))
    elif _below(measured, 0):
        found.append(Verdict(Kind.MISLEADS))
    elif _is_guessed(measured):
        found.append(Verdict(Kind.GUESSING))
    dead = _dead(measured)
    if dead:
        found.append(Verdict(Kind.DEAD, dead))
    if measured.p >= EASY:
        found.append(Verdict(Kind.EASY))
    return tuple(found) or (Verdict(_rest(measured)),)


def _rest(measured: Measured) -> Kind:
    """Say what there is to say of a question without a fault in its options or difficulty."""
    if _below(measured, MARGINAL):
        return Kind.WEAK
    return Kind.HARD if measured.p is not None and measured.p < HARD else Kind.GOOD


def _below(measured: Measured, bound: float) -> bool:
    """Say whether the discrimination is below a bound, beyond what chance explains.

    The standard error of a correlation is about (1 - r²) / √(n - 1): Kendall and Stuart, The
    Advanced Theory of Statistics, vol. 1.
    """
    if measured.r is None:
        return False
    return measured.r + SURE * (1 - measured.r**2) / sqrt(measured.n - 1) < bound


def _rival(measured: Measured) -> Picked | None:
    """Find a wrong option that the best learners prefer to the right one.

    The right one must go with a low result, and the wrong one with a high result; and among the
    best 27% the wrong one must lead.
    """
    if not measured.one_right:
        return None
    right = sum(option.upper for option in measured.real if option.right)
    rivals = [option for option in measured.real if not option.right and option.upper > right]
    best = max(rivals, key=lambda option: option.upper, default=None)
    if best is None or best.r is None or measured.r is None:
        return None
    error = SURE / sqrt(measured.n - 1)
    fits = best.r > error * (1 - best.r**2) and _below(measured, 0)
    return best if fits and best.upper > best.lower else None


def _dead(measured: Measured) -> tuple[Picked, ...]:
    """Find wrong options that nobody, or hardly anybody, chooses.

    Where few err at all, no wrong option has a chance, so nothing is said of them then.
    """
    if measured.type not in ("single", "multiple"):
        return ()
    wrong = [option for option in measured.real if not option.right]
    if len(wrong) < 2:
        return ()
    expected = sum(option.n for option in wrong) / len(wrong)
    if expected < EXPECTED:
        return ()
    return tuple(option for option in wrong if option.n <= UNUSED * expected)


def _is_guessed(measured: Measured) -> bool:
    """Say whether a question is answered as by chance: as often right, and by good and bad alike.

    The share of right answers has to lie within what chance brings about (the normal
    approximation to the binomial), and the discrimination has to be below Ebel's bound.
    """
    if not measured.one_right or measured.p is None:
        return False
    chance = 1 / len(measured.real)
    near = chance + SURE * sqrt(chance * (1 - chance) / measured.n)
    return measured.p <= near and measured.r is not None and measured.r < MARGINAL / 2
