"""`kitaran report --searches`: what readers searched for and did not find, summed up."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kitaran.reports.searches import DamagedError, Missed, read, total

if TYPE_CHECKING:
    from pathlib import Path


def sum_up(files: tuple[Path, ...], *, as_json: bool) -> bool:
    """Sum up lists, print the sums, and say whether every file could be used."""
    lists: list[tuple[Missed, ...]] = []
    damaged = 0
    for file in _files(files):
        try:
            lists.append(read(file))
        except DamagedError as error:
            damaged += 1
            click.echo(f"{file}: left out: {error}", err=True)
    summed = total(lists)
    if as_json:
        click.echo(json.dumps([asdict(missed) for missed in summed], ensure_ascii=False, indent=1))
    else:
        _print(summed, len(lists))
    return not damaged


def _files(given: tuple[Path, ...]) -> list[Path]:
    """List the files, those of folders in their order."""
    found: list[Path] = []
    for path in given:
        found += sorted(path.glob("*.json")) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def _print(summed: tuple[Missed, ...], lists: int) -> None:
    """Print a table."""
    if not summed:
        click.echo(f"No search without an answer in {lists} lists.")
        return
    click.echo(f"{'lists':>5} {'times':>6}  {'last':<10}  {'':<2}  search")
    for missed in summed:
        click.echo(
            f"{missed.lists:>5} {missed.count:>6}  {missed.last:<10}  {missed.locale:<2}  "
            f"{missed.query}"
        )
