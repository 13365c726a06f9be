"""`kitaran cards`: call cards on A6, to be kept in a pocket or beside the telephone."""

from __future__ import annotations

import sys
import warnings
from dataclasses import replace
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
    write_whole,
)
from kitaran.documents.cards import SUFFIX, CardError, chosen, make, render
from kitaran.documents.formats import FormatError
from kitaran.documents.site import site_of, with_slash
from kitaran.library import load_library
from kitaran.load.tree import FOLDERS, FileKind

if TYPE_CHECKING:
    from kitaran.documents.cards import Cards
    from kitaran.models.text import Locale
    from kitaran.settings import Settings


@click.command(name="cards")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--lang", type=click.Choice(["ms", "en", "all"]), help="In which language. Default: all."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="A folder, or a file that ends in .pdf. Default: cards/ in the handbook.",
)
@click.option("--site-url", default="", help="Where the site is. Default: that of mkdocs.yml.")
@handbook_option
def command(
    ids: tuple[str, ...], lang: str | None, out: Path | None, site_url: str, handbook: Path | None
) -> None:
    """Make call cards on A6, one card a page: what to say, what to ask, the next step.

    ID is a stage's or an objection's, such as closing or objections/price-too-high, or a whole
    collection: stages, objections. Several can be given; without one, every card is made.

    The cards carry a version, which is a hash of what is printed. The same handbook gives the
    same bytes.

    Exit code 0: written. 1: the content has errors, or a file could not be written.
    2: wrong usage, or there is no such card.
    """
    settings = settings_of(handbook)
    folder, file = _place(settings, out)
    locales = _locales(settings, lang, file)
    with progress("Reading") as update:
        library = load_library(settings, kinds=(FileKind.PLAYBOOK,), progress=update)
    _refuse_faults(settings)
    site = site_of(settings.root, settings.languages[0])
    site = site._replace(url=with_slash(site_url) or site.url)
    try:
        wanted = chosen(library, ids)
        if not wanted:
            message = "no stage and no objection is written yet, so there is no call card"
            raise click.UsageError(message)
        papers = [make(library, wanted, locale, site) for locale in locales]
    except CardError as error:
        raise click.UsageError(str(error)) from error
    _write_all(papers, folder, file)


def _place(settings: Settings, out: Path | None) -> tuple[Path, Path | None]:
    """Give the folder, and the file where one is named.

    Raises:
        click.UsageError: If the handbook itself is there.
    """
    place = out or settings.root / "cards"
    if any(place.resolve().is_relative_to(settings.root.resolve() / name) for name in FOLDERS):
        message = f"{place} is where the handbook's own files are; give another place"
        raise click.UsageError(message)
    is_file = place.suffix.lower() == f".{SUFFIX}" and not place.is_dir()
    return (place.parent, place) if is_file else (place, None)


def _locales(settings: Settings, lang: str | None, file: Path | None) -> tuple[Locale, ...]:
    """Settle the languages: a single file holds one.

    Raises:
        click.UsageError: If the handbook is not written in one.
    """
    every = settings.languages
    if lang not in (None, "all", *every):
        message = f"the handbook is not written in `{lang}` (its languages: {', '.join(every)})"
        raise click.UsageError(message)
    if file and lang == "all" and len(every) > 1:
        message = f"{file} is one file: choose a language, or give --out a folder"
        raise click.UsageError(message)
    locales = tuple(locale for locale in every if lang in (None, "all", locale))
    return locales[:1] if file else locales


def _refuse_faults(settings: Settings) -> None:
    """Leave where a stage or an objection has errors."""
    folders = ("playbooks/stages/", "playbooks/objections/")
    with progress("Checking") as update:
        report = check(settings, only=lambda entry: entry.path.startswith(folders), progress=update)
    if report.errors:
        errors = replace(report, diagnostics=report.errors)
        said = reporter("text")(errors, root=settings.root, colour=in_colour(sys.stderr))
        click.echo(said, err=True, nl=False)
        click.echo("No card was made: mend the errors above first.", err=True)
        sys.exit(1)


def _write_all(papers: list[Cards], folder: Path, file: Path | None) -> None:
    """Set and write the files, and say where they are."""
    with progress("Writing") as update, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for done, paper in enumerate(papers, 1):
            target = file or folder / f"{paper.name}.{paper.locale}.{SUFFIX}"
            try:
                write_whole(target, render(paper))
            except FormatError as error:
                click.echo(f"error: {error}", err=True)
                sys.exit(1)
            except OSError as error:
                click.echo(f"error: {target}: {error.strerror or error}", err=True)
                sys.exit(1)
            update(done, len(papers))
            click.echo(f"{paper.title} · {paper.version}")
            click.echo(f"  {shown(target)}")
    for said in dict.fromkeys(str(warning.message) for warning in caught):
        click.echo(f"warning: {said}", err=True)
