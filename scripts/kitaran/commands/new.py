"""`kitaran new`: a valid file to begin from."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from kitaran.commands._handbook import handbook_option, settings_of
from kitaran.skeletons import KINDS, NewKind, SkeletonError, skeleton

if TYPE_CHECKING:
    from pathlib import Path


@click.command(name="new")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("name", metavar="ID")
@handbook_option
def command(kind: NewKind, name: str, handbook: Path | None) -> None:
    """Write a new playbook, quiz, path, scorecard or role-play to begin from.

    ID is the path of a page for a playbook or a quiz, such as stages/closing, and one word for
    the others, such as client-manager. Nothing that exists is touched.
    """
    settings = settings_of(handbook)
    try:
        files = skeleton(kind, name, date.today(), settings.languages, settings.root)
    except SkeletonError as error:
        raise click.UsageError(str(error)) from error
    try:
        for path, text in files.items():
            file = settings.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            click.echo(path)
    except OSError as error:
        click.echo(f"error: {error.filename}: {error.strerror}", err=True)
        sys.exit(1)
    click.echo("Write what the comments ask for, then run `kitaran check`.")
