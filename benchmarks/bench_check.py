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
        made = generate(root, PAGES, questions, questions // PER_FILE)
        turns = [_round(root, root / made.quizzes[0], kitaran, turn) for turn in range(rounds)]
        shutil.rmtree(root)
        runs = {name: median(turn[name] for turn in turns) for name in turns[0]}
        rows.append(
            {
                "questions": questions,
                "files": questions // PER_FILE,
                "rounds": rounds,
                **{name: round(each.wall, 3) for name, each in runs.items()},
                **{f"{name}_cpu": round(each.cpu, 3) for name, each in runs.items()},
                **{f"{name}_mb": round(each.peak) for name, each in runs.items()},
                "cold_ratio": _ratio(turns, "cold"),
                "warm_ratio": _ratio(turns, "warm"),
            }
        )
    return rows


def _ratio(turns: list[dict[str, Run]], name: str) -> float:
    """Compare with the reading of the events, round by round."""
    ratios = [turn[name].wall / turn["events"].wall for turn in turns]
    return round(statistics.median(ratios), 3)


def _round(root: Path, edited: Path, kitaran: list[str], turn: int) -> dict[str, Run]:
    """Run everything once."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    beside = [sys.executable, str(BESIDE)]
    events = run([*beside, "events", str(root)], root)
    cold = run([*kitaran, "check"], root)
    objects = run([*beside, "objects", str(root)], root)
    with edited.open("a", encoding="utf-8") as file:
        file.write(f"# edited {turn}\n")
    warm = run([*kitaran, "check"], root)
    return {"events": events, "objects": objects, "cold": cold, "warm": warm}
