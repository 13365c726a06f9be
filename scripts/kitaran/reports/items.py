"""Item analysis: from the database's sums to what can be said of each question and quiz."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kitaran.check.measured import FEW, Measured, Picked, Typed
from kitaran.reports import sql
from kitaran.reports.formulas import Sums, alpha, correlation, difference, standard_error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kitaran.reports.catalogue import Catalogue, Entry
    from kitaran.reports.store import Store

MANY_CHOICES = ("single", "true_false", "multiple")
"""The types whose options are looked at one by one."""


class QuizMeasured(NamedTuple):
    """A quiz, with what first attempts say."""

    quiz: str
    page: str
    items: int
    """How many questions are scored."""
    n: int
    """How many learners' first attempts were counted."""
    tests: int
    """How many of these were tests."""
    percent: float
    passed: float
    """The share that reached the pass mark."""
    whole: int
    """How many answered every question of today's quiz; the reliability is about these."""
    alpha: float | None
    error: float | None
    """The standard error of measurement, in points."""


class _Pick(NamedTuple):
    """How often an option was chosen, as the database has it."""

    n: int
    upper: float
    lower: float
    pairs: int
    """How many of those who chose it have a result in the rest of the quiz."""
    y: float
    """The sum of these results."""


def measure(store: Store, catalogue: Catalogue) -> list[Measured]:
    """Measure every question that somebody has answered, in the handbook's order."""
    picks: dict[tuple[str, str], dict[str, _Pick]] = {}
    for quiz, question, name, n, upper, lower, pairs, y in store.rows(sql.OPTIONS):
        pick = _Pick(n, upper, lower, pairs, y or 0.0)
        picks.setdefault((quiz, question), {})[name] = pick
    typed: dict[tuple[str, str], tuple[Typed, ...]] = {}
    for quiz, question, text, n in store.rows(sql.TYPED):
        typed[quiz, question] = (*typed.get((quiz, question), ()), Typed(text, n))
    found: list[Measured] = []
    for quiz, question, n, older, p, pairs, x, y, xx, yy, xy, high, low, best in store.rows(
        sql.ITEMS
    ):
        entry = catalogue.questions[quiz, question]
        base = Measured(entry.path, entry.at, quiz, question, entry.question.type, n, older)
        if n < FEW:
            found.append(base)
            continue
        sums = Sums(pairs, x or 0.0, y or 0.0, xx or 0.0, yy or 0.0, xy or 0.0)
        options = tuple(_options(entry, picks.get((quiz, question), {}), sums))
        found.append(
            Measured(
                *(base.path, base.at, quiz, question, base.type, n, older),
                p=_rounded(p),
                r=_rounded(correlation(sums)) if pairs >= FEW else None,
                d=_rounded(difference(high, low)) if best else None,
                group=best,
                options=options,
                typed=typed.get((quiz, question), ()),
            )
        )
    return found


def _options(entry: Entry, picks: dict[str, _Pick], sums: Sums) -> Iterable[Picked]:
    """Give the options in the order of the file, then those who chose none."""
    if entry.question.type not in MANY_CHOICES:
        return
    for at, (name, right) in enumerate(zip(entry.keys, entry.right, strict=True)):
        yield _picked(at, picks.get(name), sums, right=right)
    if "" in picks:
        yield _picked(-1, picks[""], sums, right=False)


def _picked(at: int, pick: _Pick | None, sums: Sums, *, right: bool) -> Picked:
    """Give one option with how it goes with the rest of the quiz."""
    if pick is None:
        return Picked(at, right, 0, 0, 0)
    chosen = float(pick.pairs)
    r = _rounded(correlation(Sums(sums.n, chosen, sums.y, chosen, sums.yy, pick.y)))
    upper, lower = round(pick.upper, 9), round(pick.lower, 9)
    return Picked(at, right, pick.n, upper, lower, r)


def _rounded(value: float | None) -> float | None:
    """Leave out the digits that depend on the order in which several cores add up."""
    return None if value is None else round(value, 9) + 0.0


def measure_quizzes(store: Store) -> list[QuizMeasured]:
    """Measure every quiz that somebody has taken, in the handbook's order."""
    found: list[QuizMeasured] = []
    for quiz, page, items, n, tests, percent, passed, whole, total, variances in store.rows(
        sql.QUIZZES
    ):
        reliability = error = None
        if whole >= FEW and total is not None and variances is not None:
            reliability = _rounded(alpha(items, variances, total))
            error = standard_error(total, reliability)
        found.append(
            QuizMeasured(
                *(quiz, page, items, n, tests, round(percent, 9), passed, whole), reliability, error
            )
        )
    return found
