"""`kitaran new`: a valid file to begin from."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from kitaran.commands._handbook import handbook_option, settings_of
from kitaran.skeletons import KINDS, NewKind, SkeletonError, Wish, skeleton
from kitaran.skeletons.session import USUAL, slugs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kitaran.settings import Settings


def _listed(
    _context: click.Context, _option: click.Parameter, value: str | None
) -> tuple[str, ...]:
    """Read ids with commas between them."""
    return tuple(part.strip() for part in (value or "").split(",") if part.strip())


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """Read a day."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        message = f"`{value}` is no date; write it as year-month-day, such as 2026-11-26"
        raise click.BadParameter(message) from error


_OF_SESSION: tuple[Callable[[Any], Any], ...] = (
    click.option("--roles", callback=_listed, metavar="IDS", help="Session: who, with commas."),
    click.option(
        "--stages",
        callback=_listed,
        metavar="IDS",
        help="Session: stages and other pages, such as closing,objections/price-too-high.",
    ),
    click.option("--minutes", type=int, help="Session: how long, breaks included."),
    click.option("--people", type=int, help="Session: how many take part."),
    click.option(
        "--language", type=click.Choice(["ms", "en", "both"]), help="Session: of the pack."
    ),
    click.option(
        "--date", "day", callback=_day, metavar="DATE", help="Session: when, as 2026-11-26."
    ),
    click.option("--seed", type=int, help="Session: another number draws other questions."),
)


def _session_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options that only a session plan takes."""
    for option in reversed(_OF_SESSION):
        function = option(function)
    return function


@click.command(name="new")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("name", metavar="ID")
@_session_options
@handbook_option
def command(
    kind: NewKind, name: str, handbook: Path | None, day: date | None, **asked: Any
) -> None:
    """Write a new playbook, quiz, path, scorecard, form, role-play or session plan to begin from.

    ID is the path of a page for a playbook or a quiz, such as stages/closing, and one word for
    the others, such as client-manager. Nothing that exists is touched.

    A session plan is asked for, question by question, on a terminal; options answer beforehand.
    """
    settings = settings_of(handbook)
    wish = Wish(date=day, **asked)
    if kind != "session" and wish != Wish():
        message = (
            "--roles, --stages, --minutes, --people, --language, --date and --seed are for session"
        )
        raise click.UsageError(message)
    if kind == "session" and at_terminal():
        wish = ask(settings, wish)
    try:
        files = skeleton(kind, name, date.today(), settings.languages, settings.root, wish)
    except SkeletonError as error:
        raise click.UsageError(str(error)) from error
    try:
        for path, text in files.items():
            file = settings.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            click.echo(path)
    except OSError as error:
        click.echo(f"error: {error.filename}: {error.strerror}", err=True)
        sys.exit(1)
    click.echo("Write what the comments ask for, then run `kitaran check`.")
    if kind == "session":
        click.echo(f"Then make the pack with `kitaran session {name}`.")


def at_terminal() -> bool:
    """Say whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(settings: Settings, wish: Wish) -> Wish:
    """Ask for what the options did not say."""
    root = settings.root
    if not wish.stages:
        click.echo(f"Stages: {', '.join(slugs(root, 'stages')) or 'none yet'}")
        said = click.prompt(
            "Stages and other pages, with commas (empty: one is chosen)", default=""
        )
        wish = wish._replace(stages=tuple(part.strip() for part in said.split(",") if part.strip()))
    if not wish.roles and slugs(root, "roles"):
        click.echo(f"Roles: {', '.join(slugs(root, 'roles'))}")
        said = click.prompt("Roles, with commas (empty: every role)", default="")
        wish = wish._replace(roles=tuple(part.strip() for part in said.split(",") if part.strip()))
    if wish.date is None:
        soon = (date.today() + timedelta(days=7)).isoformat()
        day = click.prompt("Date", default=soon, value_proc=_prompted_day)
        wish = wish._replace(date=day if isinstance(day, date) else date.fromisoformat(day))
    for key in ("minutes", "people", "seed"):
        if getattr(wish, key) is None:
            value = click.prompt(key.capitalize(), default=getattr(USUAL, key), type=int)
            wish = wish._replace(**{key: value})
    if wish.language is None and len(settings.languages) > 1:
        choice: Any = click.Choice(["ms", "en", "both"])
        wish = wish._replace(language=click.prompt("Language", default="both", type=choice))
    return wish


def _prompted_day(value: str) -> date:
    """Read a day that was typed; a slip is asked about again."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        message = f"`{value}` is no date; write it as year-month-day"
        raise click.UsageError(message) from error
