"""`kitaran session`: everything for a training session, from one plan."""

from __future__ import annotations

import sys
import warnings
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from kitaran.check.engine import Report, check
from kitaran.check.one import check_file
from kitaran.check.reporters import reporter
from kitaran.commands._handbook import handbook_option, in_colour, progress, settings_of
from kitaran.diagnostics import Severity
from kitaran.documents.formats import FormatError
from kitaran.documents.session import slides
from kitaran.documents.session.context import Pack
from kitaran.documents.session.pack import PackError, make, refuse_others, write
from kitaran.documents.site import site_of
from kitaran.library import load_library
from kitaran.load.record import load_bytes
from kitaran.load.tree import FOLDERS, Entry, FileKind
from kitaran.models.glossary import Glossary
from kitaran.models.session import Session
from kitaran.sessions.material import PlanError, gather
from kitaran.sessions.results import Group, files_in, group_of

if TYPE_CHECKING:
    from kitaran.documents.session.pack import Made
    from kitaran.library import Library
    from kitaran.settings import Settings


@click.command(name="session")
@click.argument("plan", metavar="PLAN")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="The folder for the pack. Default: packs/ID in the handbook.",
)
@click.option(
    "--language",
    type=click.Choice(["ms", "en", "both"]),
    help="In which language. Default: as the plan says.",
)
@click.option(
    "--results",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    help="A learner's file of results, or a folder of them. Repeat it for several.",
)
@click.option("--force", is_flag=True, help="Write over files that are in the folder already.")
@handbook_option
def command(
    plan: str,
    out: Path | None,
    language: str | None,
    results: tuple[Path, ...],
    force: bool,
    handbook: Path | None,
) -> None:
    """Make the pack of a training session from its plan.

    PLAN is a file such as playbooks/sessions/closing-refresher.yml, or the id of a plan in the
    handbook, such as closing-refresher. The pack holds an agenda, the facilitator's guide, slides,
    a handout, quiz papers A and B with their key, role-play sheets, attendance and sign-off, and
    a page for a quiz on the projector. The same plan, results and handbook give the same bytes.

    With --results, the session goes over what the group got wrong last time. A file that is
    damaged is named and skipped.

    Exit code 0: written. 1: the plan or the content has errors, or a file could not be written.
    2: wrong usage.
    """
    settings = settings_of(handbook)
    session = _session(settings, plan)
    folder = out or settings.root / "packs" / session.id
    _refuse(settings, folder, force=force)
    with progress("Reading") as update:
        library = load_library(settings, progress=update)
    if language:
        session = session.model_copy(update={"language": language})
    _refuse_faults(settings, library, session)
    group = _group(library, results)
    try:
        material = gather(library, session, group)
    except PlanError as error:
        _fail(*str(error).split("\n"))
    site = site_of(settings.root, settings.languages[0])
    able = slides.available()
    packs = [
        Pack(material, locale, site, slides=able) for locale in session.locales(settings.languages)
    ]
    files = _made(packs)
    try:
        write(folder, session.id, files)
    except OSError as error:
        _fail(f"{error.filename or folder}: {error.strerror or error}")
    _tell(packs[-1], folder, files)


def _session(settings: Settings, plan: str) -> Session:
    """Read the plan, from the handbook by its id or from any file.

    Raises:
        click.UsageError: If there is none. Exit code 2.
    """
    file = Path(plan)
    if not file.suffix and not file.exists():
        file = settings.root / "playbooks" / "sessions" / f"{plan}.yml"
    if not file.is_file():
        folder = settings.root / "playbooks" / "sessions"
        known = sorted(path.stem for path in folder.glob("*.yml"))
        near = get_close_matches(Path(plan).stem, known, 1, 0.5)
        hint = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(known) or 'none'}"
        message = f"there is no plan `{plan}`; {hint}"
        raise click.UsageError(message)
    try:
        data = file.read_bytes()
    except OSError as error:
        _fail(f"{file}: {error.strerror}")
    entry = Entry(plan, FileKind.SESSION, file.stem)
    loaded = load_bytes(entry, data)
    result = check_file(entry, loaded.source, Glossary(), settings.languages)
    errors = tuple(d for d in result.diagnostics if d.severity is Severity.ERROR)
    if errors or not isinstance(loaded.record, Session):
        _show(Report(errors, 1, 0, 0), settings)
    return loaded.record


def _refuse(settings: Settings, folder: Path, *, force: bool) -> None:
    """Leave where the pack cannot go to a folder.

    Raises:
        click.UsageError: Always then. Exit code 2.
    """
    root = settings.root.resolve()
    if any(folder.resolve().is_relative_to(root / name) for name in FOLDERS):
        message = f"{folder} is where the handbook's own files are; give another folder"
        raise click.UsageError(message)
    if force and (folder.is_dir() or not folder.exists()):
        return
    try:
        refuse_others(folder)
    except PackError as error:
        raise click.UsageError(str(error)) from error


def _group(library: Library, results: tuple[Path, ...]) -> Group:
    """Read the results, and name the files that are skipped."""
    if not results:
        return Group()
    with progress("Reading results") as update:
        group = group_of(library, files_in(results), update)
    for skipped in group.skipped:
        click.echo(f"warning: skipped {skipped}", err=True)
    if not group.files:
        click.echo("warning: there are no results that could be read", err=True)
    return group


def _refuse_faults(settings: Settings, library: Library, session: Session) -> None:
    """Leave where a file that the pack is made from has errors."""
    used = {("playbook", topic) for topic in session.topics}
    used |= {("quiz", topic) for topic in session.topics}
    used |= {("quiz", quiz.id) for t in session.topics for quiz in library.quizzes.get(t, ())}
    used |= {("roleplay", name) for name in session.roleplays}
    used.add(("scorecard", session.scorecard or ""))
    with progress("Checking") as update:
        report = check(
            settings, only=lambda entry: (str(entry.kind), entry.id) in used, progress=update
        )
    if report.errors:
        _show(replace(report, diagnostics=report.errors), settings)


def _show(report: Report, settings: Settings) -> NoReturn:
    """Show errors, and leave."""
    said = reporter("text")(report, root=settings.root, colour=in_colour(sys.stderr))
    click.echo(said, err=True, nl=False)
    click.echo("No pack was made: mend the errors above first.", err=True)
    sys.exit(1)


def _fail(*messages: str) -> NoReturn:
    """Say what is wrong, and leave."""
    for message in messages:
        click.echo(f"error: {message}", err=True)
    sys.exit(1)


def _made(packs: list[Pack]) -> list[Made]:
    """Make the files."""
    if not packs[0].slides:
        click.echo(
            "warning: the slides are left out: they need python-pptx; "
            "install it with: pip install 'kitaran[slides]'",
            err=True,
        )
    with progress("Making") as update, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            files = list(make(packs, update))
        except FormatError as error:
            _fail(str(error))
    for said in dict.fromkeys(str(warning.message) for warning in caught):
        click.echo(f"warning: {said}", err=True)
    return files


def _tell(pack: Pack, folder: Path, files: list[Made]) -> None:
    """Say what was made, where, and what was left out."""
    from kitaran.documents.session.reasons import reasons

    session = pack.material.session
    said = (pack.title, pack.date, pack.w("minutes", n=session.minutes))
    click.echo(" · ".join((*said, pack.w("people", n=session.people))))
    shown = folder
    with suppress(ValueError, OSError):
        shown = folder.resolve().relative_to(Path.cwd().resolve())
    for made in files:
        click.echo(f"  {(shown / made.path).as_posix()}")
    left = reasons(pack)
    if left:
        click.echo(f"{pack.w('left_out')}:")
    for reason in left:
        click.echo(f"  - {reason}")
