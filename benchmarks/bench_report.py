"""Time `kitaran report` on the result files of ten to a hundred thousand simulated learners."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.learners import simulate
from benchmarks.measure import median, run

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (10, 1_000, 10_000, 100_000)
"""How many learners."""
ROOT = Path(__file__).parents[1]


def bench_report(
    folder: Path,
    sizes: tuple[int, ...],
    rounds: int,
    kitaran: list[str],
    say: Callable[[str], None],
) -> list[dict[str, Any]]:
    """Time reports on groups of several sizes, from result files and from Parquet.

    Args:
        folder: An empty folder for the files.
        sizes: How many learners the groups have.
        rounds: How often each report is made.
        kitaran: The command.
        say: Told what is being done.
    """
    rows: list[dict[str, Any]] = []
    for learners in sizes:
        say(f"report: {learners:,} learners")
        root = folder / f"report-{learners}"
        simulate(ROOT, root / "results", learners)
        rows.append(_row(root, learners, rounds, kitaran))
        shutil.rmtree(root)
    return rows


def _row(root: Path, learners: int, rounds: int, kitaran: list[str]) -> dict[str, Any]:
    """Make the reports, from files and from Parquet in turns."""
    report = [*kitaran, "report", "--handbook", str(ROOT), "--out", str(root / "out")]
    whole = ["--language", "en"]
    first = [*report, str(root / "results"), "--format", "html", "--language", "en"]
    run([*first, "--to-parquet", str(root / "tables")], root)
    files = [run([*report, str(root / "results"), *whole], root) for _ in range(rounds)]
    tables = [
        run([*report, "--parquet", str(root / "tables"), *whole], root) for _ in range(rounds)
    ]
    one, other = median(files), median(tables)
    return {
        "learners": learners,
        "rounds": rounds,
        "others": round(max(one.others, other.others), 1),
        "files_mb": round(_size(root / "results") / 1e6, 1),
        "tables_mb": round(_size(root / "tables") / 1e6, 1),
        "files": round(one.wall, 2),
        "files_cpu": round(one.cpu, 2),
        "files_peak": round(one.peak),
        "tables": round(other.wall, 2),
        "tables_cpu": round(other.cpu, 2),
        "tables_peak": round(other.peak),
    }


def _size(folder: Path) -> int:
    """Add the sizes of the files in a folder, in bytes."""
    return sum(file.stat().st_size for file in folder.iterdir())
