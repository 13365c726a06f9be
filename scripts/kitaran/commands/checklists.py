"""`kitaran checklists`: the handbook's checklists, to be printed, ticked or imported."""

from __future__ import annotations

import sys
import warnings
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
from kitaran.documents.checklist import Checklist, make
from kitaran.documents.choice import Choice, ChoiceError, UnreadError, files_of, pick
from kitaran.documents.formats import FormatError, formats
from kitaran.documents.site import site_of, with_slash
from kitaran.library import load_library
from kitaran.load.tree import FOLDERS, FileKind

if TYPE_CHECKING:
    from kitaran.documents.choice import What
    from kitaran.documents.formats import Paper
    from kitaran.library import Library
    from kitaran.models.text import Locale
    from kitaran.settings import Settings


class _Paper(NamedTuple):
    """A file that is to be written."""

    checklist: Checklist
    suffix: str
    file: Path


def _formats(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Read formats that are repeated, or put together with commas."""
    named = [name.strip().lower() for value in values for name in value.split(",") if name.strip()]
    for name in named:
        if name not in formats():
            near = get_close_matches(name, formats(), 1, 0.3)
            hint = f", did you mean `{near[0]}`?" if near else ""
            message = f"there is no format `{name}`{hint} (there are: {', '.join(formats())})"
            raise click.BadParameter(message)
    return tuple(dict.fromkeys(named))


@click.command(name="checklists")
@click.option("--stage", metavar="ID", help="One stage, such as `closing`.")
@click.option("--role", metavar="ID", help="What concerns a role, such as `client-manager`.")
@click.option("--path", "learning_path", metavar="ID", help="The checklists of a learning path.")
@click.option("--page", metavar="ID", help="Any page, such as `roles/client-manager`.")
@click.option("--all", "whole", is_flag=True, help="Every stage of the cycle. The default.")
@click.option(
    "--format",
    "forms",
    metavar="NAME",
    multiple=True,
    callback=_formats,
    help=f"{', '.join(formats())}: repeat it, or put commas between. Default: every one.",
)
@click.option(
    "--lang", type=click.Choice(["ms", "en", "all"]), help="In which language. Default: all."
)
@click.option(
    "--paper", type=click.Choice(["a4", "a6"]), default="a4", help="The size of PDF and HTML."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="A folder, or a file whose ending is a format's. Default: checklists/ in the handbook.",
)
@click.option("--site-url", default="", help="Where the site is. Default: that of mkdocs.yml.")
@handbook_option
def command(
    stage: str | None,
    role: str | None,
    learning_path: str | None,
    page: str | None,
    whole: bool,
    forms: tuple[str, ...],
    lang: str | None,
    paper: Paper,
    out: Path | None,
    site_url: str,
    handbook: Path | None,
) -> None:
    """Make checklists from the task lists of the playbooks.

    They carry a version, which is a hash of what is printed, and the newest date on which one
    of their pages was reviewed. The same handbook gives the same bytes.

    The CSV file has the columns Task Name, Description, Section/List, Due Date (empty, to be
    filled in), Labels, Page link and Item id, in the order that Asana publishes for its
    importer. ClickUp, monday.com and Jira let you match columns when you import; Notion and
    Airtable make a table of them. Trello needs a Power-Up to import CSV, and Microsoft Planner
    reads no CSV by itself.

    Exit code 0: written. 1: the content has errors, or a file could not be written.
    2: wrong usage, or there is no such checklist.
    """
    chosen = _choice({"stage": stage, "role": role, "path": learning_path, "page": page}, whole)
    settings = settings_of(handbook)
    forms, locales, out = _wanted(settings, forms, lang, out)
    with progress("Reading") as update:
        kinds = (FileKind.PLAYBOOK, FileKind.PATH)
        library = load_library(settings, kinds=kinds, progress=update)
    _refuse_faults(library, chosen)
    site = site_of(settings.root, settings.languages[0])
    site = site._replace(url=with_slash(site_url) or site.url)
    checklists = [make(library, chosen, locale, site) for locale in locales]
    papers = _papers(
        checklists, forms or tuple(formats()), paper, out or settings.root / "checklists"
    )
    _keep_content(settings.root, papers)
    _write_all(papers, paper, asked=bool(forms))


def _choice(named: dict[What, str | None], whole: bool) -> Choice:
    """Read what is wanted from the options.

    Raises:
        click.UsageError: If they ask for several things at once.
    """
    given = [Choice(what, name) for what, name in named.items() if name is not None]
    if len(given) + whole > 1:
        message = "choose one of --stage, --role, --path, --page and --all"
        raise click.UsageError(message)
    for choice in given:
        if not choice.id.strip("/ "):
            message = f"--{choice.what} needs an id"
            raise click.UsageError(message)
    return given[0] if given else Choice()


def _wanted(
    settings: Settings, forms: tuple[str, ...], lang: str | None, out: Path | None
) -> tuple[tuple[str, ...], tuple[Locale, ...], Path | None]:
    """Settle formats, languages and place; a file to write to decides what is not said.

    Raises:
        click.UsageError: If they do not go together.
    """
    every = settings.languages
    if lang not in (None, "all", *every):
        message = f"the handbook is not written in `{lang}` (its languages: {', '.join(every)})"
        raise click.UsageError(message)
    locales = tuple(locale for locale in every if lang in (None, "all", locale))
    suffix = out.suffix[1:].lower() if out else ""
    if out is None or suffix not in formats() or out.is_dir():
        return forms, locales, out
    if forms not in ((), (suffix,)):
        message = f"{out} is a file for {suffix}, but --format says {', '.join(forms)}"
        raise click.UsageError(message)
    if lang == "all" and len(every) > 1:
        message = f"{out} is one file: choose a language, or give --out a folder"
        raise click.UsageError(message)
    return (suffix,), locales[:1], out


def _refuse_faults(library: Library, choice: Choice) -> None:
    """Leave where what is wanted does not exist, or has errors.

    Raises:
        click.UsageError: If there is no such checklist. Exit code 2.
    """
    unread: frozenset[str] = frozenset()
    try:
        files = files_of(library, choice, pick(library, choice))
    except UnreadError as error:
        files = unread = frozenset(error.files)
    except ChoiceError as error:
        raise click.UsageError(str(error)) from error
    with progress("Checking") as update:
        originals = {file.replace(".en.md", ".md") for file in unread}
        report = check(
            library.settings,
            only=lambda entry: entry.path in files or entry.path in originals,
            progress=update,
        )
    if report.errors:
        errors = replace(report, diagnostics=report.errors)
        colour = in_colour(sys.stderr)
        said = reporter("text")(errors, root=library.settings.root, colour=colour)
        click.echo(said, err=True, nl=False)
    elif unread:
        for file in sorted(unread):
            click.echo(f"{file}:1:1: error: the file is missing or cannot be read", err=True)
    else:
        return
    click.echo("No checklist was made: mend the errors above first.", err=True)
    sys.exit(1)


def _papers(
    checklists: list[Checklist], forms: tuple[str, ...], paper: Paper, out: Path
) -> list[_Paper]:
    """Say which files are to be written."""
    if out.suffix[1:].lower() in formats() and not out.is_dir():
        return [_Paper(checklists[0], forms[0], out)]
    papers: list[_Paper] = []
    for checklist in checklists:
        for form in forms:
            size = f".{paper}" if formats()[form].PAPERS and paper != "a4" else ""
            name = f"{checklist.name}.{checklist.locale}{size}.{form}"
            papers.append(_Paper(checklist, form, out / name))
    return papers


def _keep_content(root: Path, papers: list[_Paper]) -> None:
    """Never write over the handbook itself.

    Raises:
        click.UsageError: If a Markdown file would become a page of it.
    """
    for _, form, file in papers:
        target = file.resolve()
        if form == "md" and any(target.is_relative_to(root.resolve() / f) for f in FOLDERS):
            message = f"{file} would become a page of the handbook; give --out another folder"
            raise click.UsageError(message)


def _write_all(papers: list[_Paper], paper: Paper, *, asked: bool) -> None:
    """Render and write the files, and say where what is.

    Args:
        papers: The files.
        paper: The size that they are printed on.
        asked: Whether the formats were asked for by name. One that was not is left out with a
            word where this machine lacks what it needs.
    """
    written: list[_Paper] = []
    with progress("Writing") as update, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for done, each in enumerate(papers, 1):
            try:
                data = formats()[each.suffix].render(each.checklist, paper=paper)
                write_whole(each.file, data)
                written.append(each)
            except FormatError as error:
                if asked:
                    click.echo(f"error: {error}", err=True)
                    sys.exit(1)
                warnings.warn(f"left out: {error}", stacklevel=1)
            except OSError as error:
                click.echo(f"error: {each.file}: {error.strerror or error}", err=True)
                sys.exit(1)
            update(done, len(papers))
    for said in dict.fromkeys(str(warning.message) for warning in caught):
        click.echo(f"warning: {said}", err=True)
    for checklist in dict.fromkeys(each.checklist.locale for each in written):
        _tell([each for each in written if each.checklist.locale == checklist])


def _tell(papers: list[_Paper]) -> None:
    """Say what was written in one language, and where."""
    checklist = papers[0].checklist
    said = (checklist.title, checklist.version, checklist.reviewed, checklist.count)
    click.echo(" · ".join(said))
    for _, _, file in papers:
        click.echo(f"  {shown(file)}")
