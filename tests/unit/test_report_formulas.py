"""The formulas of item analysis, against worked examples that are published.

KR20: ten students and ten items, by Karl Wuensch, East Carolina University,
https://core.ecu.edu/wuenschk/StatHelp/KR20.txt. It gives each item's p, p x q, and the variance
of the totals, 5.84.

LSAT 6: five items of the Law School Admission Test and 1,000 people, by Bock and Lieberman,
Fitting a response model for n dichotomously scored items, Psychometrika 35 (1970), 179-197. The
answers are in the R packages `ltm` (`LSAT`), `mirt` and `psych`; `descript(LSAT)` of ltm gives the
shares of right answers, the point-biserial correlations with the item left out, and alpha 0.2950.
"""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import pytest

from kitaran.check.measured import Kind, Measured, Picked, verdicts
from kitaran.reports.formulas import Sums, alpha, correlation, difference, standard_error
from kitaran.reports.items import measure, measure_quizzes
from kitaran.reports.store import opened
from tests.handed_in import catalogue_of, hand_in

if TYPE_CHECKING:
    from kitaran.reports.items import QuizMeasured

KR20 = """
1111110110
1011011101
1111011001
0010001000
0000010010
1110111111
1101110111
1111111101
0101111101
1101101110
"""
KR20_P = (0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6)
KR20_VARIANCE = 5.84

LSAT = """
00000 3   00001 6   00010 2   00011 11  00100 1   00101 1   00110 3   00111 4
01000 1   01001 8   01011 16  01101 3   01110 2   01111 15  10000 10  10001 29
10010 14  10011 81  10100 3   10101 28  10110 15  10111 80  11000 16  11001 56
11010 21  11011 173 11100 11  11101 61  11110 28  11111 298
"""
LSAT_P = (0.924, 0.709, 0.553, 0.763, 0.870)
LSAT_R = (0.1128, 0.1531, 0.1727, 0.1444, 0.1215)
LSAT_ALPHA = 0.2950


def _patterns() -> list[tuple[list[int], int]]:
    parts = LSAT.split()
    return [
        ([int(digit) for digit in answers], int(count))
        for answers, count in zip(parts[::2], parts[1::2], strict=True)
    ]


def _sums(pairs: list[tuple[float, float]]) -> Sums:
    return Sums(
        len(pairs),
        sum(x for x, _ in pairs),
        sum(y for _, y in pairs),
        sum(x * x for x, _ in pairs),
        sum(y * y for _, y in pairs),
        sum(x * y for x, y in pairs),
    )


def test_kr20_of_the_worked_example() -> None:
    rows = [[int(digit) for digit in line] for line in KR20.split()]
    shares = [statistics.mean(row[item] for row in rows) for item in range(10)]
    assert shares == pytest.approx(KR20_P)
    totals = statistics.pvariance(sum(row) for row in rows)
    assert totals == pytest.approx(KR20_VARIANCE)
    # By hand: k / (k - 1) x (1 - sum of p x q / variance of the totals).
    by_hand = 10 / 9 * (1 - sum(p * (1 - p) for p in KR20_P) / 5.84)
    variances = sum(statistics.pvariance(row[item] for row in rows) for item in range(10))
    assert alpha(10, variances, totals) == pytest.approx(by_hand)
    assert by_hand == pytest.approx(0.6963, abs=1e-4)
    assert standard_error(totals, by_hand) == pytest.approx((5.84 * (1 - by_hand)) ** 0.5)


def test_lsat_by_hand() -> None:
    rows = [answers for answers, count in _patterns() for _ in range(count)]
    for item in range(5):
        pairs = [(float(row[item]), float(sum(row) - row[item])) for row in rows]
        r = correlation(_sums(pairs))
        assert r == pytest.approx(LSAT_R[item], abs=2e-4)
        assert r == pytest.approx(statistics.correlation(*map(list, zip(*pairs, strict=True))))


@pytest.fixture(scope="module")
def lsat(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Measured], QuizMeasured]:
    """Let 1,000 people hand in the answers of the worked example, and read them back."""
    import shutil

    from tests.conftest import SMALL

    root = tmp_path_factory.mktemp("lsat") / "handbook"
    shutil.copytree(SMALL, root)
    quiz = root / "quizzes/stages/closing.yml"
    first = quiz.read_text("utf-8").split("  - id: who-signs\n")[1].split("  - id: what-to-send")[0]
    items = "".join(f"  - id: item-{n}\n{first}" for n in range(1, 6))
    quiz.write_text(f"id: stages/closing\npass: 80%\nquestions:\n{items}", "utf-8")
    groups = [
        {"n": count, "answers": {f"item-{at}": 1 - right for at, right in enumerate(answers, 1)}}
        for answers, count in _patterns()
    ]
    hand_in(root, root.parent / "results", groups)
    catalogue = catalogue_of(root)
    with opened() as store:
        store.load_files([str(root.parent / "results")])
        store.keep(catalogue, catalogue.library.paths["client-manager"].reviewed)
        return measure(store, catalogue), measure_quizzes(store)[0]


def test_lsat_through_the_database(lsat: tuple[list[Measured], QuizMeasured]) -> None:
    items, quiz = lsat
    assert [item.n for item in items] == [1000] * 5
    assert [item.p for item in items] == pytest.approx(LSAT_P)
    assert [item.r for item in items] == pytest.approx(LSAT_R, abs=2e-4)
    assert quiz.alpha == pytest.approx(LSAT_ALPHA, abs=1e-4)
    assert (quiz.n, quiz.whole, quiz.tests) == (1000, 1000, 1000)


def test_the_best_less_the_weakest_by_hand(lsat: tuple[list[Measured], QuizMeasured]) -> None:
    items, _ = lsat
    found = items[2]
    assert found.group == 270
    rows = [answers for answers, count in _patterns() for _ in range(count)]
    by_rest = {rest: [row[2] for row in rows if sum(row) - row[2] == rest] for rest in range(5)}
    # 471 people have the other four right: each counts as 270/471 of one of the best.
    assert len(by_rest[4]) == 298 + 173 == 471
    best = sum(by_rest[4]) / 471
    # The weakest, from nobody right upwards, until there are 270.
    weakest, room = 0.0, 270.0
    for rest in range(5):
        counted = min(room, len(by_rest[rest]))
        weakest += sum(by_rest[rest]) * counted / len(by_rest[rest])
        room -= counted
    assert found.d == pytest.approx(best - weakest / 270)
    options = {option.at: option for option in found.options}
    assert options[0].upper == pytest.approx(270 * best)
    assert options[0].upper + options[1].upper == pytest.approx(270)
    assert found.d == pytest.approx(difference(options[0].upper / 270, options[0].lower / 270))


@pytest.mark.parametrize(
    ("sums", "expected"),
    [
        pytest.param(Sums(3, 3, 6, 3, 14, 6), None, id="everybody is right"),
        pytest.param(Sums(3, 1, 6, 1, 12, 2), None, id="everybody is equally good"),
        pytest.param(Sums(0, 0, 0, 0, 0, 0), None, id="nobody"),
        pytest.param(Sums(2, 1, 1, 1, 1, 1), 1.0, id="perfect"),
        pytest.param(Sums(2, 1, 1, 1, 1, 0), -1.0, id="the other way round"),
    ],
)
def test_correlation_at_its_edges(sums: Sums, expected: float | None) -> None:
    assert correlation(sums) == expected


@pytest.mark.parametrize(
    ("items", "variances", "total"),
    [pytest.param(1, 0.2, 0.2, id="one question"), pytest.param(5, 0.0, 0.0, id="all alike")],
)
def test_no_reliability(items: int, variances: float, total: float) -> None:
    assert alpha(items, variances, total) is None
    assert standard_error(total, None) is None


def test_a_negative_reliability_gives_no_error() -> None:
    reliability = alpha(3, 2.0, 1.0)
    assert reliability is not None
    assert reliability < 0
    assert standard_error(1.0, reliability) is None


def _measured(n: int = 100, type_: str = "single", **more: object) -> Measured:
    values = {"p": 0.7, "r": 0.35, "d": 0.4, "group": 27, **more}
    return Measured("q.yml", 0, "q", "a", type_, n, **values)  # type: ignore[arg-type]


def _options(*rows: tuple[int, int, int, float | None]) -> tuple[Picked, ...]:
    return tuple(
        Picked(at, at == 0, n, upper, lower, r) for at, (n, upper, lower, r) in enumerate(rows)
    )


ALIVE = _options((70, 25, 12, 0.35), (15, 1, 8, -0.2), (15, 1, 7, -0.2))
RIVAL = _options((20, 2, 12, -0.3), (70, 24, 8, 0.4), (10, 1, 7, -0.2))


@pytest.mark.parametrize(
    ("measured", "kinds"),
    [
        pytest.param(_measured(options=ALIVE), [Kind.GOOD], id="good"),
        pytest.param(_measured(19), [Kind.FEW], id="too few"),
        pytest.param(_measured(20), [Kind.GOOD], id="just enough"),
        pytest.param(_measured(p=0.96), [Kind.EASY], id="easy"),
        pytest.param(_measured(p=0.25), [Kind.HARD], id="hard"),
        pytest.param(_measured(400, r=0.02), [Kind.WEAK], id="weak"),
        pytest.param(_measured(r=0.1), [Kind.GOOD], id="weak, but that may be chance"),
        pytest.param(_measured(r=-0.3), [Kind.MISLEADS], id="misleads"),
        pytest.param(_measured(r=-0.05), [Kind.WEAK], id="negative, but that may be chance"),
        pytest.param(_measured(r=None), [Kind.GOOD], id="no discrimination to be had"),
        pytest.param(
            _measured(p=0.3, r=0.01, options=ALIVE), [Kind.GUESSING], id="guessing among three"
        ),
        pytest.param(
            _measured(type_="numeric", p=0.3, r=0.25), [Kind.GOOD], id="nothing to guess among"
        ),
        pytest.param(
            _measured(options=_options((70, 25, 12, 0.3), (30, 2, 15, -0.3), (0, 0, 0, None))),
            [Kind.DEAD],
            id="dead",
        ),
        pytest.param(
            _measured(options=_options((95, 27, 22, 0.3), (5, 0, 5, -0.3), (0, 0, 0, None))),
            [Kind.GOOD],
            id="hardly anybody errs",
        ),
        pytest.param(
            _measured(
                p=0.2,
                r=-0.3,
                options=_options((20, 2, 12, -0.3), (70, 24, 8, 0.4), (10, 1, 7, -0.2)),
            ),
            [Kind.WRONG_KEY],
            id="wrong key",
        ),
        pytest.param(
            _measured(p=0.97, options=_options((97, 27, 26, 0.3), (3, 0, 1, -0.1))),
            [Kind.EASY],
            id="easy, so no option is blamed",
        ),
    ],
)
def test_what_is_said(measured: Measured, kinds: list[Kind]) -> None:
    assert [verdict.kind for verdict in verdicts(measured)] == kinds
