"""`kitaran stamp`: say that a translation is up to date with its original."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kitaran.check.facts import fingerprint
from kitaran.commands._handbook import handbook_option, inside, settings_of
from kitaran.load.record import load
from kitaran.load.tree import FileKind, entry
from kitaran.models.playbook import Playbook

if TYPE_CHECKING:
    from kitaran.settings import Settings

_TRANSLATES = re.compile(r"^translates:[^\r\n]*", re.MULTILINE)


@click.command(name="stamp")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@handbook_option
def command(files: tuple[Path, ...], handbook: Path | None) -> None:
    """Write into each English page in FILES which Malay text it was made from.

    Do it after you have compared the two: from then on the check tells when the Malay page
    changes again. A Malay file may be given too; its English page is the one that is stamped.
    """
    settings = settings_of(handbook)
    failed = False
    for file in files:
        try:
            click.echo(_stamp(settings, inside(file, settings.root)))
        except ValueError as error:
            click.echo(f"error: {file}: {error}", err=True)
            failed = True
        except OSError as error:
            click.echo(f"error: {file}: {error.strerror or error}", err=True)
            failed = True
    sys.exit(1 if failed else 0)


def _stamp(settings: Settings, path: str) -> str:
    """Stamp one page.

    Raises:
        ValueError: If the file is no playbook, or one of the two cannot be read.
    """
    page = entry(path)
    if page.kind is not FileKind.PLAYBOOK:
        message = "only the pages in playbooks/ have a translation to stamp"
        raise ValueError(message)
    original, twin = f"playbooks/{page.id}.md", f"playbooks/{page.id}.en.md"
    record = load(settings.root, entry(original)).record
    if not isinstance(record, Playbook):
        message = f"{original} cannot be read: run `kitaran check`"
        raise ValueError(message)
    file = settings.root / twin
    if not file.is_file():
        message = f"there is no {twin} yet"
        raise ValueError(message)
    with file.open(encoding="utf-8", newline="") as stream:  # Line ends stay as they are.
        text = stream.read()
    mark = fingerprint(record)
    if not _TRANSLATES.search(text):
        message = f"{twin} has no line `translates: …` in its front matter: add one"
        raise ValueError(message)
    file.write_bytes(_TRANSLATES.sub(f"translates: {mark}", text, count=1).encode())
    return f"{twin}: translates {mark}"
