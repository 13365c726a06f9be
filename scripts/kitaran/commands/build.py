"""`kitaran build`: check the handbook and build its site."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import click

from kitaran.check.engine import check
from kitaran.check.reporters import reporter
from kitaran.commands._handbook import handbook_option, in_colour, progress, settings_of


@click.command(name="build")
@handbook_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site goes. Default: site/ in the handbook.",
)
def command(handbook: Path | None, site_dir: Path | None) -> None:
    """Check the handbook, and build its site in every language.

    Exit code 0: built. 1: the content has errors, or a page could not be built. 2: wrong usage.
    """
    from kitaran.mkdocs_plugin.build import BuildError, build_site, refuse_loss

    settings = settings_of(handbook)
    begun = time.monotonic()
    with progress("Checking") as update:
        report = check(settings, progress=update)
    if report.diagnostics:
        text = reporter("text")(report, root=settings.root, colour=in_colour(sys.stderr))
        click.echo(text, err=True, nl=False)
    if report.errors:
        click.echo("Nothing was built: mend the errors above first.", err=True)
        sys.exit(1)
    site = site_dir or settings.root / "site"
    _same_clock(settings.root)
    click.echo(f"Building {site} …", err=True)
    try:
        refuse_loss(settings, site)
        build_site(settings, site)
    except BuildError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"error: {site} cannot be written: {error.strerror or error}", err=True)
        sys.exit(1)
    click.echo(f"Built {site} in {time.monotonic() - begun:.1f} s")


def _same_clock(root: Path) -> None:
    """Fix the time that MkDocs writes into its site map: same input, same bytes."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
