"""Measure how long the handbook's tools take, beside others on the same files.

    python benchmarks/run.py check                    # a few minutes
    python benchmarks/run.py build --sizes 100,1000   # a few minutes
    python benchmarks/run.py build --slow             # more than an hour
    python benchmarks/run.py report                   # a few minutes, and some gigabytes of disk
    python benchmarks/run.py site                     # a few minutes, with Lighthouse
    python benchmarks/run.py pages                    # write the pages from kept results

Tables go to the standard output. With `--write` the results are kept in
`benchmarks/results.json`, and `docs/benchmarks.md` and its twin are written from them.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import bench_build, bench_check, bench_pages, bench_report, report
from benchmarks.measure import FailedError, machine

RESULTS = Path(__file__).with_name("results.json")
DOCS = Path(__file__).parents[1] / "docs"


def main() -> None:
    """Run what the command line asks for."""
    given = _arguments()
    if given.what == "pages":
        _write_pages(_kept())
        return
    kitaran = given.kitaran.split()
    with tempfile.TemporaryDirectory(dir=given.folder, prefix="kitaran-bench-") as name:
        folder = Path(name)
        try:
            if given.what == "check":
                sizes = given.sizes or bench_check.SIZES
                rows = bench_check.bench_check(folder, sizes, given.rounds, kitaran, _say)
            elif given.what == "report":
                sizes = given.sizes or bench_report.SIZES
                rows = bench_report.bench_report(folder, sizes, given.rounds, kitaran, _say)
            elif given.what == "site":
                rows = bench_pages.bench_pages(folder, given.rounds, _say)
            else:
                sizes = given.sizes or bench_build.SIZES
                rows = bench_build.bench_build(folder, sizes, kitaran, _say, slow=given.slow)
        except FailedError as error:
            sys.exit(str(error))
    part = {"date": datetime.now(UTC).date().isoformat(), "machine": machine(), "rows": rows}
    print(report.TABLES[given.what](rows, "en"))
    if given.write:
        results = {**_kept(), given.what: part}
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
        _write_pages(results)


def _write_pages(results: dict[str, Any]) -> None:
    """Write the pages, once everything that they show was measured."""
    missing = report.TABLES.keys() - results.keys()
    if missing:
        _say(f"no pages written: run `{missing.pop()}` with --write too")
    else:
        report.write_pages(results, DOCS)


def _arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure how long the handbook's tools take.")
    parser.add_argument("what", choices=("check", "build", "report", "site", "pages"))
    parser.add_argument("--sizes", type=_sizes, help="questions or pages, such as 1000,10000")
    parser.add_argument(
        "--rounds", type=int, default=5, help="how often each check, or Lighthouse, is run"
    )
    parser.add_argument("--slow", action="store_true", help="wait for what takes half an hour")
    parser.add_argument("--write", action="store_true", help="keep the results, write the pages")
    parser.add_argument("--folder", type=Path, help="where the handbooks are made")
    own = Path(sys.executable).with_name("kitaran")
    parser.add_argument("--kitaran", default=str(own), help="the command to measure")
    return parser.parse_args()


def _sizes(text: str) -> tuple[int, ...]:
    """Read sizes from the command line."""
    return tuple(int(part) for part in text.split(","))


def _kept() -> dict[str, Any]:
    """Read the results that were kept."""
    return dict(json.loads(RESULTS.read_text("utf-8"))) if RESULTS.exists() else {}


def _say(text: str) -> None:
    """Tell what is being done."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
