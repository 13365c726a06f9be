"""`kitaran schemas`: what editors need to complete and check the YAML."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kitaran.commands._handbook import handbook_option, settings_of
from kitaran.schemas import write

if TYPE_CHECKING:
    from pathlib import Path


@click.command(name="schemas")
@handbook_option
def command(handbook: Path | None) -> None:
    """Write the JSON Schemas of every YAML file to docs/schemas/.

    An editor with a YAML extension then completes keys and marks mistakes while you type, in
    files whose first line is `# yaml-language-server: $schema=…`.
    """
    settings = settings_of(handbook)
    try:
        written = write(settings.root)
    except OSError as error:
        click.echo(f"error: {error.filename}: {error.strerror}", err=True)
        sys.exit(1)
    for path in written:
        click.echo(path)
    if not written:
        click.echo("docs/schemas/ is up to date")
