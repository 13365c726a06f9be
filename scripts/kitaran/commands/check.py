"""`kitaran check`: everything that is wrong with the handbook, in one run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kitaran.check.engine import check
from kitaran.check.reporters import formats, reporter
from kitaran.commands._handbook import handbook_option, in_colour, inside, progress, settings_of

if TYPE_CHECKING:
    from kitaran.load.tree import Entry


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
def command(
    paths: tuple[Path, ...], handbook: Path | None, form: str, strict: bool, no_cache: bool
) -> None:
    """Check the handbook, or the files and folders in PATHS.

    Exit code 0: no errors. 1: errors (with --strict also warnings). 2: wrong usage.
    """
    run(paths, handbook, form, strict=strict, use_cache=not no_cache)


def run(
    paths: tuple[Path, ...],
    handbook: Path | None,
    form: str,
    *,
    strict: bool = False,
    use_cache: bool = True,
    prefix: str = "",
) -> None:
    """Check, report, and leave with the exit code.

    Args:
        paths: Files and folders whose findings are wanted; all where there are none.
        handbook: The handbook's folder; found from here where it is not given.
        form: The name of a reporter.
        strict: Whether warnings count too.
        use_cache: Whether results of earlier runs may be used.
        prefix: What the paths that are reported begin with.
    """
    settings = settings_of(handbook)
    wanted = [inside(path, settings.root) for path in paths]

    def only(entry: Entry) -> bool:
        if not entry.path.startswith(prefix):
            return False
        return not wanted or any(
            entry.path == path or path == "." or entry.path.startswith(f"{path}/")
            for path in wanted
        )

    with progress("Checking") as update:
        report = check(settings, only=only, progress=update, use_cache=use_cache)
    colour = in_colour(sys.stdout)
    text = reporter(form)(report, root=settings.root, colour=colour)
    # What programs read is UTF-8, whatever the terminal is set to.
    click.echo(text if sys.stdout.isatty() or form == "text" else text.encode(), nl=False)
    sys.exit(1 if report.errors or (strict and report.warnings) else 0)
