"""What the commands share: which handbook, how to fail, how to show progress."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from kitaran.check.switched import refuse_unknown_rules
from kitaran.settings import Settings, SettingsError, find_root, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

handbook_option = click.option(
    "--handbook",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder that holds playbooks/ and quizzes/. Default: the one around this folder.",
)
"""The option that every command has."""


def speak_plainly() -> None:
    """Let no sign that the terminal or a file cannot hold end a command: it becomes a `?`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def in_colour(stream: TextIO) -> bool:
    """Say whether to write in colour: to a terminal, whose user has not asked for none."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def settings_of(handbook: Path | None) -> Settings:
    """Find the handbook and load its settings.

    Raises:
        click.UsageError: If there is none, or its settings cannot be used. Exit code 2.
    """
    try:
        root = handbook.resolve() if handbook else find_root(Path.cwd())
        settings = load_settings(root)
        refuse_unknown_rules(settings)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
    return settings


def inside(path: Path, root: Path) -> str:
    """Give a path as the handbook names it.

    Raises:
        click.UsageError: If it is not in the handbook. Exit code 2.
    """
    try:
        return path.absolute().resolve().relative_to(root.resolve()).as_posix()
    except ValueError as error:
        message = f"{path} is not in the handbook {root}"
        raise click.UsageError(message) from error


def write_whole(file: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        OSError: If it cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.part")
    try:
        half.write_bytes(data)
        half.replace(file)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise


def shown(file: Path) -> Path:
    """Give a path as short as it can be from here."""
    with suppress(ValueError, OSError):
        return file.resolve().relative_to(Path.cwd().resolve())
    return file


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on the terminal once something takes longer than a second.

    Yields:
        What to call with how much is done, of how much.
    """
    begun = time.monotonic()
    bar: Progress | None = None

    def update(done: int, total: int) -> None:
        nonlocal bar
        if not sys.stderr.isatty() or time.monotonic() - begun < 1:
            return
        if bar is None:
            bar = _bar(title)
            bar.start()
        bar.update(bar.task_ids[0], completed=done, total=total)

    try:
        yield update
    finally:
        if bar is not None:
            bar.stop()


def _bar(title: str) -> Progress:
    """Make a bar. Rich is loaded only now: most runs are over before one is needed."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = TextColumn(title), BarColumn(), MofNCompleteColumn()
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task(title)
    return bar
