"""`kitaran check`: everything that is wrong with the handbook, in one run."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kitaran.check.engine import check
from kitaran.check.reporters import formats, reporter
from kitaran.commands._handbook import handbook_option, in_colour, inside, progress, settings_of

if TYPE_CHECKING:
    from kitaran.check.measured import Measured
    from kitaran.load.tree import Entry
    from kitaran.settings import Settings


@click.command(name="check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@handbook_option
@click.option(
    "--format",
    "form",
    type=click.Choice(formats()),
    default="text",
    help="How to tell it: for people, for programs, for GitHub, for code scanning.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors do.")
@click.option("--no-cache", is_flag=True, help="Check every file anew.")
@click.option(
    "--results",
    multiple=True,
    metavar="FILE",
    help="Learners' result files, folders or patterns: tell at each question what they say of it. "
    "Repeat it, or name more .json files after it.",
)
def command(
    paths: tuple[Path, ...],
    handbook: Path | None,
    form: str,
    strict: bool,
    no_cache: bool,
    results: tuple[str, ...],
) -> None:
    """Check the handbook, or the files and folders in PATHS.

    Exit code 0: no errors. 1: errors (with --strict also warnings). 2: wrong usage.
    """
    if results:
        # What a shell makes of `--results *.json` reaches the command as PATHS.
        more = tuple(path for path in paths if path.suffix == ".json")
        paths = tuple(path for path in paths if path not in more)
        results += tuple(map(str, more))
    run(paths, handbook, form, strict=strict, use_cache=not no_cache, results=results)


def run(
    paths: tuple[Path, ...],
    handbook: Path | None,
    form: str,
    *,
    strict: bool = False,
    use_cache: bool = True,
    prefix: str = "",
    results: tuple[str, ...] = (),
) -> None:
    """Check, report, and leave with the exit code.

    Args:
        paths: Files and folders whose findings are wanted; all where there are none.
        handbook: The handbook's folder; found from here where it is not given.
        form: The name of a reporter.
        strict: Whether warnings count too.
        use_cache: Whether results of earlier runs may be used.
        prefix: What the paths that are reported begin with.
        results: Learners' result files, for the rules about what they say.
    """
    settings = settings_of(handbook)
    measured = _measured(settings, results) if results else None
    wanted = [inside(path, settings.root) for path in paths]

    def only(entry: Entry) -> bool:
        if not entry.path.startswith(prefix):
            return False
        return not wanted or any(
            entry.path == path or path == "." or entry.path.startswith(f"{path}/")
            for path in wanted
        )

    with progress("Checking") as update:
        report = check(settings, only=only, progress=update, use_cache=use_cache, measured=measured)
    colour = in_colour(sys.stdout)
    text = reporter(form)(report, root=settings.root, colour=colour)
    # What programs read is UTF-8, whatever the terminal is set to.
    click.echo(text if sys.stdout.isatty() or form == "text" else text.encode(), nl=False)
    sys.exit(1 if report.errors or (strict and report.warnings) else 0)


def _measured(settings: Settings, results: tuple[str, ...]) -> list[Measured]:
    """Work out what results say of each question. Files that cannot be used are told."""
    # Imported here: most checks read no results.
    from kitaran.library import load_library
    from kitaran.reports.catalogue import KINDS, Catalogue
    from kitaran.reports.items import measure
    from kitaran.reports.store import StoreError, opened

    catalogue = Catalogue(load_library(settings, kinds=KINDS))
    try:
        with opened() as store:
            with progress("Reading results") as update:
                store.load_files(results, update)
            store.keep(catalogue, date.today())
            for refused in store.refused:
                click.echo(f"{refused.file}: left out: {refused.detail}", err=True)
            return measure(store, catalogue)
    except StoreError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(2)
