"""Run a command, and say how long it took and how much memory it had."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a command took."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of all its processes together."""
    peak: float
    """The memory of its largest process, in MB."""
    others: float
    """How many cores other work on the machine took meanwhile; 0 where nobody can tell."""


class FailedError(Exception):
    """A command did not end well. The message holds its last lines."""


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command to its end.

    Args:
        command: The program and its arguments.
        folder: Where it runs.

    Raises:
        FailedError: If it ends with an error.
    """
    with tempfile.TemporaryFile() as output:
        began, busy = time.perf_counter(), _busy()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        # Only this gives the usage of one child, with that of the processes it waited for.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            said = output.read().decode("utf-8", "replace").splitlines()[-20:]
            raise FailedError("\n".join([f"{' '.join(command)} failed", *said]))
    cpu = usage.ru_utime + usage.ru_stime
    others = max(0.0, (_busy() - busy - cpu) / wall) if busy else 0.0
    return Run(wall, cpu, usage.ru_maxrss / _UNITS, others)


def _busy() -> float:
    """Give the seconds that all cores together have worked since the start; 0 if unknown."""
    try:
        user, nice, system, _idle, _wait, *rest = _STAT.read_text().split("\n", 1)[0].split()[1:9]
    except (OSError, ValueError):
        return 0.0
    return sum(map(int, (user, nice, system, *rest))) / os.sysconf("SC_CLK_TCK")


_STAT = Path("/proc/stat")


_UNITS = 1_000_000 if sys.platform == "darwin" else 1_000
"""Linux counts memory in kilobytes, macOS in bytes."""


def median(runs: Iterable[Run]) -> Run:
    """Give the median of each number, but the highest peak."""
    every = tuple(runs)
    return Run(
        statistics.median(each.wall for each in every),
        statistics.median(each.cpu for each in every),
        max(each.peak for each in every),
        statistics.median(each.others for each in every),
    )


def machine() -> dict[str, str]:
    """Say on what was measured: nothing that tells whose machine it is."""
    versions = ("pyyaml", "pydantic", "mkdocs", "mkdocs-material")
    return {
        "cores": str(len(os.sched_getaffinity(0))),
        "processor": platform.machine(),
        "system": platform.system(),
        "python": platform.python_version(),
        **{name: importlib.metadata.version(name) for name in versions},
    }
