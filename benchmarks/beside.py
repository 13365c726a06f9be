"""Read every YAML file of a handbook with PyYAML alone, on one core.

    python benchmarks/beside.py events|objects HANDBOOK

It stands beside `kitaran check` in the benchmark: `events` is the least that any checker
on PyYAML's C parser has to do, `objects` is what `yaml.load` does.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml


def main() -> None:
    """Read the files, and print how many events or files there were."""
    way, root = sys.argv[1], Path(sys.argv[2])
    count = 0
    for file in sorted(root.rglob("*.yml")):
        data = file.read_bytes()
        if way == "events":
            count += sum(1 for _ in yaml.parse(data, Loader=yaml.CSafeLoader))
        else:
            yaml.load(data, Loader=yaml.CSafeLoader)
            count += 1
    print(count)


if __name__ == "__main__":
    main()
