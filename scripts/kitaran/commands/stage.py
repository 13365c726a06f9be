"""`kitaran stage`: the pages of the site as plain Markdown."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kitaran.check.engine import check
from kitaran.check.reporters import reporter
from kitaran.commands._handbook import handbook_option, in_colour, progress, settings_of
from kitaran.documents.formats import FormatError
from kitaran.documents.forms.publish import addresses, downloads
from kitaran.documents.site import site_of
from kitaran.library import load_library
from kitaran.load.tree import FOLDERS
from kitaran.render.page import Context
from kitaran.render.site import stage_site


@click.command(name="stage")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@handbook_option
def command(folder: Path, handbook: Path | None) -> None:
    """Write every page of the site to FOLDER as Markdown, a folder a language, with the forms.

    Any static site generator that reads Markdown can build it; this project's own is MkDocs.
    """
    settings = settings_of(handbook)
    target, root = folder.resolve(), settings.root.resolve()
    if any(target.is_relative_to(root / name) for name in FOLDERS):
        message = f"{folder} is where the handbook's own pages are; give another folder"
        raise click.UsageError(message)
    with progress("Checking") as update:
        report = check(settings, progress=update)
    if report.errors:
        text = reporter("text")(report, root=settings.root, colour=in_colour(sys.stderr))
        click.echo(text, err=True, nl=False)
        sys.exit(1)
    library = load_library(settings)
    site = site_of(settings.root, settings.languages[0])
    try:
        for locale in settings.languages:
            forms = list(downloads(library, locale, site, settings.cache / "forms"))
            context = Context(library, locale, downloads=addresses(forms))
            count = stage_site(context, folder / locale)
            for form in forms:
                file = folder / locale / form.uri
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(form.data)
            click.echo(f"{folder / locale}: {count} pages")
    except FormatError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"error: {error.filename}: {error.strerror}", err=True)
        sys.exit(1)
