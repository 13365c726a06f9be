"""`kitaran report`: what learners and readers hand in, summed up."""

from __future__ import annotations

import sys
import warnings
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kitaran.commands._handbook import handbook_option, progress, settings_of
from kitaran.commands._searches import sum_up
from kitaran.documents.formats import FormatError
from kitaran.documents.site import site_of
from kitaran.library import load_library
from kitaran.reports.catalogue import KINDS, Catalogue
from kitaran.reports.codes import CodesError, give_codes
from kitaran.reports.formats import formats
from kitaran.reports.report import make
from kitaran.reports.store import Store, StoreError, opened
from kitaran.reports.story import tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from kitaran.models.text import Locale
    from kitaran.reports.report import Report
    from kitaran.reports.story import Story
    from kitaran.settings import Settings

TOLD = 10
"""So many notes of one kind are told on the terminal; all of them are in the report."""


@click.command(name="report")
@click.argument("results", nargs=-1, metavar="[FILE|FOLDER|PATTERN]...")
@click.option("--out", type=click.Path(path_type=Path), help="The folder. Default: report/ here.")
@click.option(
    "--language", "--lang", "lang", type=click.Choice(["ms", "en", "all"]), default="all",
    help="In which language. Default: all.",
)  # fmt: skip
@click.option(
    "--format", "forms", type=click.Choice(["csv", "html", "pdf", "xlsx"]), multiple=True,
    help="Repeat it for several. Default: every one.",
)  # fmt: skip
@click.option(
    "--codes", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Replace names by codes, which are kept in FILE (CSV) for the next report.",
)  # fmt: skip
@click.option(
    "--months", type=click.IntRange(1, 600), default=12, show_default=True,
    help="After so many months a pass is too old.",
)  # fmt: skip
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day. Default: today.")
@click.option(
    "--parquet",
    metavar="PLACE",
    help="Read from Parquet: a folder, or such as s3://bucket/results.",
)
@click.option(
    "--to-parquet", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
    help="Write the tables that were read as Parquet too.",
)  # fmt: skip
@click.option(
    "--searches", is_flag=True,
    help="Sum up lists of searches that found nothing on the site instead.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="With --searches: give the sums as JSON.")
@handbook_option
@click.pass_context
def command(
    context: click.Context,
    results: tuple[str, ...],
    out: Path | None,
    lang: str,
    forms: tuple[str, ...],
    codes: Path | None,
    months: int,
    day: datetime | None,
    parquet: str | None,
    to_parquet: Path | None,
    searches: bool,
    as_json: bool,
    handbook: Path | None,
) -> None:
    """Say from learners' result files who is ready, and which questions are worth asking.

    A folder stands for the JSON files in it and below it. Files that cannot be used, that came
    twice, or that tell of older content are told, and none stops the report. Nothing is sent
    anywhere.

    Exit code 0: written. 1: no result could be used, or a file could not be written.
    2: wrong usage.
    """
    if searches:
        context.exit(0 if sum_up(_existing(results), as_json=as_json) else 1)
    if bool(results) == bool(parquet):
        message = "give result files or folders, or --parquet, or --searches with its files"
        raise click.UsageError(message)
    settings = settings_of(handbook)
    today = day.date() if day else date.today()
    fresh = _before(today, months)
    catalogue = Catalogue(load_library(settings, kinds=KINDS))
    try:
        with opened() as store:
            _load(store, results, parquet)
            store.keep(catalogue, fresh)
            if codes:
                _rename(store, codes)
            report = make(store, catalogue, today, fresh, coded=codes is not None)
            _notes(report)
            if codes and to_parquet:
                store.forget()
            written = store.save_parquet(to_parquet) if to_parquet else []
    except (StoreError, CodesError, OSError) as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    if not report.people:
        click.echo("error: no result could be used; nothing was written", err=True)
        sys.exit(1)
    written += _write(report, settings, lang, forms, out or Path("report"))
    _tell(report, written, codes)


def _existing(results: tuple[str, ...]) -> tuple[Path, ...]:
    """Give paths that are there.

    Raises:
        click.UsageError: If there is none, or one is not there. Exit code 2.
    """
    for name in results:
        if not Path(name).exists():
            message = f"there is no file `{name}`"
            raise click.UsageError(message)
    if not results:
        message = "give the files to sum up"
        raise click.UsageError(message)
    return tuple(map(Path, results))


def _before(today: date, months: int) -> date:
    """Give the day so many months ago; the last of its month, where that has no such day."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    if year < 1:
        return date.min
    first_of_next = date(year + month // 11, (month + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(today.day, last))


def _load(store: Store, results: tuple[str, ...], parquet: str | None) -> None:
    """Fill the database."""
    if parquet:
        store.load_parquet(parquet)
        return
    with progress("Reading") as update:
        store.load_files(results, update)


def _rename(store: Store, codes: Path) -> None:
    """Replace names by codes. Who hands in a code already keeps it."""
    people = store.rows("SELECT person, name FROM people ORDER BY person")
    named = [(person, name) for person, name in people if not person.startswith("code:")]
    given = give_codes(named, codes)
    codes_of = "SELECT person, max(code) FROM sources WHERE code <> '' GROUP BY person"
    own = dict(store.rows(codes_of))
    store.rename({person: own.get(person) or given[person] for person, _ in people})


def _notes(report: Report) -> None:
    """Tell what is to be known of files, a line each; of many of one kind only the first."""
    told: dict[str, int] = {}
    for note in report.notes:
        told[note.kind] = told.get(note.kind, 0) + 1
        if told[note.kind] <= TOLD:
            click.echo(f"{note.file}: {note.kind}: {note.detail}", err=True)
    for kind, count in told.items():
        if count > TOLD:
            click.echo(f"… and {count - TOLD:,} more: {kind}; the report lists them", err=True)


def _write(
    report: Report, settings: Settings, lang: str, forms: tuple[str, ...], out: Path
) -> list[Path]:
    """Write the files, and give them."""
    locales: tuple[Locale, ...] = tuple(
        each for each in settings.languages if lang in ("all", each)
    )
    if not locales:
        message = f"the handbook is not written in `{lang}`"
        raise click.UsageError(message)
    wanted = tuple(dict.fromkeys(forms)) or tuple(formats())
    site = site_of(settings.root, settings.languages[0])
    written: list[Path] = []
    with progress("Writing") as update, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for at, locale in enumerate(locales):
            story = tell(report, locale, site)
            for done, form in enumerate(wanted, at * len(wanted) + 1):
                written += _files(formats()[form].render, story, out)
                update(done, len(locales) * len(wanted))
    for said in dict.fromkeys(str(warning.message) for warning in caught):
        click.echo(f"warning: {said}", err=True)
    return written


def _files(render: Callable[[Story], dict[str, bytes]], story: Story, out: Path) -> list[Path]:
    """Write a report in one format, and give its files. Leave where that cannot be done."""
    written: list[Path] = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, data in render(story).items():
            (out / name).write_bytes(data)
            written.append(out / name)
    except (FormatError, OSError) as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    return written


def _tell(report: Report, written: list[Path], codes: Path | None) -> None:
    """Say what was found, and where it was written."""
    click.echo(
        f"{report.files:,} files · {len(report.people):,} people · {report.attempts:,} attempts · "
        f"{len(report.items):,} questions"
    )
    for file in written:
        click.echo(f"  {_shown(file)}")
    if codes:
        click.echo(f"  {_shown(codes)}: which code stands for whom. Keep it to yourself.")


def _shown(file: Path) -> Path:
    """Give a path as short as it can be from here."""
    with suppress(ValueError, OSError):
        return file.resolve().relative_to(Path.cwd().resolve())
    return file
