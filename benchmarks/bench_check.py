"""Time `kitaran check` on handbooks of several sizes, beside PyYAML on the same files."""

from __future__ import annotations

import shutil
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.generate import generate
from benchmarks.measure import Run, median, run

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (1_000, 10_000, 100_000)
"""How many questions."""
PER_FILE = 10
PAGES = 100
CALM = 0.5
"""How many cores other work may take in a round that counts."""
TRIES = 4
"""How often a round is run, at most, until it was calm."""
BESIDE = Path(__file__).with_name("beside.py")


def bench_check(
    folder: Path,
    sizes: tuple[int, ...],
    rounds: int,
    kitaran: list[str],
    say: Callable[[str], None],
) -> list[dict[str, Any]]:
    """Time checks of handbooks of several sizes.

    The commands take turns within a round, so that what else the machine does meets all of
    them; a ratio is taken within each round, and the median of the ratios is what counts.

    Args:
        folder: An empty folder for the handbooks.
        sizes: How many questions the handbooks have.
        rounds: How often everything is run.
        kitaran: The command.
        say: Told what is being done.
    """
    rows: list[dict[str, Any]] = []
    for questions in sizes:
        say(f"check: {questions:,} questions")
        root = folder / f"check-{questions}"
        rows.append(_row(root, questions, rounds, kitaran))
        shutil.rmtree(root)
    return rows


def _row(root: Path, questions: int, rounds: int, kitaran: list[str]) -> dict[str, Any]:
    """Make a handbook, and run everything on it as often as is wanted."""
    made = generate(root, PAGES, questions, questions // PER_FILE)
    edited = root / made.quizzes[0]
    turns = _rounds(rounds, lambda: _round(root, edited, kitaran))
    runs = {name: median(turn[name] for turn in turns) for name in turns[0]}
    return {
        "questions": questions,
        "files": questions // PER_FILE,
        "rounds": len(turns),
        "others": round(max(each.others for each in runs.values()), 1),
        **{name: round(each.wall, 3) for name, each in runs.items()},
        **{f"{name}_cpu": round(each.cpu, 3) for name, each in runs.items()},
        **{f"{name}_mb": round(each.peak) for name, each in runs.items()},
        "cold_ratio": _ratio(turns, "cold"),
        "warm_ratio": _ratio(turns, "warm"),
    }


def _rounds(wanted: int, once: Callable[[], dict[str, Run]]) -> list[dict[str, Run]]:
    """Run rounds until enough of them were calm. If none was, all of them count."""
    calm: list[dict[str, Run]] = []
    disturbed: list[dict[str, Run]] = []
    while len(calm) < wanted and len(calm) + len(disturbed) < wanted * TRIES:
        turn = once()
        (calm if max(run.others for run in turn.values()) <= CALM else disturbed).append(turn)
    return calm or disturbed


def _ratio(turns: list[dict[str, Run]], name: str) -> float:
    """Compare with the reading of the events, round by round."""
    ratios = [turn[name].wall / turn["events"].wall for turn in turns]
    return round(statistics.median(ratios), 3)


def _round(root: Path, edited: Path, kitaran: list[str]) -> dict[str, Run]:
    """Run everything once."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    beside = [sys.executable, str(BESIDE)]
    events = run([*beside, "events", str(root)], root)
    cold = run([*kitaran, "check"], root)
    objects = run([*beside, "objects", str(root)], root)
    with edited.open("a", encoding="utf-8") as file:
        file.write("# edited\n")
    warm = run([*kitaran, "check"], root)
    return {"events": events, "objects": objects, "cold": cold, "warm": warm}
