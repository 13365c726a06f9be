"""The formulas of item analysis, each with its source. The database supplies the sums."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

UPPER_LOWER = 0.27
"""The share of learners in the best and in the weakest group. Kelley, The selection of upper
and lower groups for the validation of test items, Journal of Educational Psychology 30 (1939),
17-24: it makes the difference between the two most certain."""


class Sums(NamedTuple):
    """What a correlation needs to know of pairs of numbers."""

    n: int
    x: float
    y: float
    xx: float
    yy: float
    xy: float


def correlation(sums: Sums) -> float | None:
    """Work out Pearson's product-moment correlation; none where one of the two never varies.

    Between a question that is right or wrong and a score it is the point-biserial correlation.
    For the corrected item-total correlation the score is that of the other questions: a question
    always goes with a total that it is a part of (Henrysson, Correction of item-total
    correlations in item analysis, Psychometrika 28 (1963), 211-218).

    >>> round(correlation(Sums(4, 2, 10, 2, 30, 7)), 3)
    0.894
    """
    n, x, y, xx, yy, xy = sums
    spread_x, spread_y = n * xx - x * x, n * yy - y * y
    # What is left of equal numbers after rounding is no variance.
    if spread_x <= 1e-9 * n * n or spread_y <= 1e-9 * n * n:
        return None
    found = (n * xy - x * y) / sqrt(spread_x * spread_y)
    return max(-1.0, min(1.0, found))


def difference(upper: float, lower: float) -> float:
    """Work out the upper-lower index D: the share of points of the best less the weakest group.

    Johnson, Notes on a suggested index of item validity: the U-L index, Journal of Educational
    Psychology 42 (1951), 499-504, with Kelley's groups of 27%. Who is best is told by the other
    questions, as in the corrected correlation: in a short quiz a question would else choose its
    own groups.

    >>> round(difference(0.9, 0.4), 2)
    0.5
    """
    return upper - lower


def alpha(items: int, variances: float, total: float) -> float | None:
    """Work out Cronbach's alpha, the reliability of a quiz as a whole; none where it has none.

    Where every question is right or wrong, it is Kuder and Richardson's formula 20: the variance
    of such a question is p(1 - p). Cronbach, Coefficient alpha and the internal structure of
    tests, Psychometrika 16 (1951), 297-334; Kuder and Richardson, The theory of the estimation of
    test reliability, Psychometrika 2 (1937), 151-160.

    Args:
        items: How many questions the quiz has.
        variances: The sum of the questions' variances.
        total: The variance of the total, reckoned in the same way (over n, or over n - 1).

    >>> round(alpha(10, 2.18, 5.84), 3)
    0.696
    """
    if items < 2 or total <= 1e-12:
        return None
    return items / (items - 1) * (1 - variances / total)


def standard_error(total: float, reliability: float | None) -> float | None:
    """Work out the standard error of measurement, in points: SD x √(1 - reliability).

    Two thirds of the results lie within one of it around what the learner would get on average.
    Lord and Novick, Statistical Theories of Mental Test Scores, 1968.

    Args:
        total: The variance of the total, in points squared.
        reliability: Of the quiz.

    >>> round(standard_error(5.84, 0.6963), 2)
    1.33
    """
    if reliability is None or not 0 <= reliability <= 1:
        return None
    return sqrt(total * (1 - reliability))
