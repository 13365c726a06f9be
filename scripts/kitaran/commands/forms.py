"""`kitaran forms`: the handbook's forms as files to fill in."""

from __future__ import annotations

import sys
import warnings
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kitaran.check.engine import check
from kitaran.check.reporters import reporter
from kitaran.commands._handbook import (
    handbook_option,
    in_colour,
    progress,
    settings_of,
    shown,
)
from kitaran.documents.formats import FormatError
from kitaran.documents.forms.paper import papers
from kitaran.documents.forms.publish import FORMATS
from kitaran.documents.site import site_of
from kitaran.library import load_library
from kitaran.load.tree import FOLDERS, FileKind

if TYPE_CHECKING:
    from kitaran.documents.forms.paper import FormPaper
    from kitaran.library import Library
    from kitaran.settings import Settings


@click.command(name="forms")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--format",
    "suffixes",
    type=click.Choice(sorted(FORMATS)),
    multiple=True,
    help="Which files: repeat it for several. Default: every one.",
)
@click.option(
    "--lang", type=click.Choice(["ms", "en", "all"]), default="all", help="In which language."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that they go to. Default: forms/ in the handbook.",
)
@handbook_option
def command(
    ids: tuple[str, ...],
    suffixes: tuple[str, ...],
    lang: str,
    out: Path | None,
    handbook: Path | None,
) -> None:
    """Make the forms as spreadsheets to fill in, and as PDF to print and fill in by hand.

    ID is a form's, such as monthly-report; without one, every form is made. Each file carries a
    version, which is a hash of what is printed. The same handbook gives the same bytes.

    Exit code 0: written. 1: the content has errors, or a file could not be written.
    2: wrong usage, or there is no such form.
    """
    settings = settings_of(handbook)
    folder = out or settings.root / "forms"
    if any(folder.resolve().is_relative_to(settings.root.resolve() / name) for name in FOLDERS):
        message = f"{folder} is where the handbook's own files are; give another folder"
        raise click.UsageError(message)
    if lang not in ("all", *settings.languages):
        message = f"the handbook is not written in `{lang}`"
        raise click.UsageError(message)
    _refuse_faults(settings)
    library = load_library(settings, kinds=(FileKind.FORM,))
    _refuse_unknown(library, ids)
    site = site_of(settings.root, settings.languages[0])
    wanted = [
        paper
        for locale in settings.languages
        if lang in ("all", locale)
        for paper in papers(library, locale, site)
        if not ids or paper.form.id in ids
    ]
    _write(wanted, tuple(dict.fromkeys(suffixes)) or tuple(FORMATS), folder)


def _refuse_faults(settings: Settings) -> None:
    """Leave where a form has errors."""
    with progress("Checking") as update:
        report = check(settings, only=lambda entry: entry.kind is FileKind.FORM, progress=update)
    if report.errors:
        said = reporter("text")(report, root=settings.root, colour=in_colour(sys.stderr))
        click.echo(said, err=True, nl=False)
        click.echo("No form was made: mend the errors above first.", err=True)
        sys.exit(1)


def _refuse_unknown(library: Library, ids: tuple[str, ...]) -> None:
    """Leave where there is no such form.

    Raises:
        click.UsageError: Always then. Exit code 2.
    """
    if not library.forms:
        message = "the handbook has no form; begin one with `kitaran new form ID`"
        raise click.UsageError(message)
    for name in ids:
        if name not in library.forms:
            near = get_close_matches(name, library.forms, 1, 0.5)
            hint = (
                f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(library.forms)}"
            )
            message = f"there is no form `{name}`; {hint}"
            raise click.UsageError(message)


def _write(wanted: list[FormPaper], suffixes: tuple[str, ...], folder: Path) -> None:
    """Write the files, and say where they are."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for paper in wanted:
                click.echo(f"{paper.title} · {paper.version} · {paper.reviewed}")
                for suffix in suffixes:
                    file = folder / f"{paper.name}.{suffix}"
                    file.write_bytes(FORMATS[suffix](paper))
                    click.echo(f"  {shown(file)}")
        except (FormatError, OSError) as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(1)
    for said in dict.fromkeys(str(warning.message) for warning in caught):
        click.echo(f"warning: {said}", err=True)
