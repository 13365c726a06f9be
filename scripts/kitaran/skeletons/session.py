"""A new session plan: what is asked for, or what fits the handbook."""

from __future__ import annotations

from datetime import timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from kitaran.models.session import FEWEST, LONGEST, MOST, SHORTEST, least_minutes
from kitaran.skeletons.form import Form, SkeletonError, in_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kitaran.models.session import Language
    from kitaran.models.text import Locale


class Wish(NamedTuple):
    """What a session plan is to say; `None` and empty lists leave it open."""

    roles: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    """Pages of any collection: a name alone is a stage."""
    minutes: int | None = None
    people: int | None = None
    language: Language | None = None
    date: date | None = None
    seed: int | None = None


USUAL = Wish(minutes=90, people=8, seed=1)
"""What is taken where nothing is said."""


def session(
    name: str, wish: Wish, today: date, languages: tuple[Locale, ...], root: Path
) -> dict[str, str]:
    """Write the file of a new session plan.

    Raises:
        SkeletonError: If it names what is not there, or asks for what cannot be.
    """
    form, title = Form(languages), in_words(name)
    topics = [_page(root, each) for each in wish.stages] or _first(root)
    roles = [_known(root, "roles", role.removeprefix("roles/")) for role in wish.roles]
    minutes = _within(wish.minutes or 90, SHORTEST, LONGEST, "minutes")
    people = _within(wish.people or 8, FEWEST, MOST, "people")
    needed = least_minutes(minutes, len(set(topics)))
    if minutes < needed:
        message = f"{minutes} minutes are too few for {len(set(topics))} topics; take {needed}"
        raise SkeletonError(message)
    language = wish.language or ("both" if len(languages) > 1 else languages[0])
    if len(languages) == 1 and language != languages[0]:
        message = f"the handbook is written in `{languages[0]}` only"
        raise SkeletonError(message)
    lists = {
        "stages": [each for each in topics if each.startswith("stages/")],
        "objections": [each for each in topics if each.startswith("objections/")],
        "pages": [each for each in topics if not each.startswith(("stages/", "objections/"))],
    }
    plays = form.note(
        "tanpa senarai ini, main peranan dipilih mengikut topik",
        "without this list, the role-plays of the topics are taken",
    )
    lines = [
        form.head("session", 2),
        f"id: {name}",
        form.line("title", title, title),
        form.line(
            "summary",
            "Tulis masalah yang hendak diselesaikan oleh sesi ini.",
            "Write the problem that this session is to solve.",
        ),
        f"date: {(wish.date or today + timedelta(days=7)).isoformat()}",
        'start: "09:00"',
        f"minutes: {minutes}",
        f"people: {people}",
        f"language: {language}  # ms | en | both",
        *([f"roles: [{', '.join(dict.fromkeys(roles))}]"] if roles else []),
        *(f"{key}: [{', '.join(dict.fromkeys(ids))}]" for key, ids in lists.items() if ids),
        f"# roleplays: [{_example(root)}]  # {plays}",
        *(["scorecard: role-play"] if _has(root, "playbooks/scorecards/role-play.yml") else []),
        f"seed: {wish.seed if wish.seed is not None else 1}",
    ]
    return {f"playbooks/sessions/{name}.yml": "".join(f"{line}\n" for line in lines)}


def slugs(root: Path, collection: str) -> list[str]:
    """List the pages of a collection by their names, without the page that introduces it."""
    files = sorted((root / "playbooks" / collection).glob("*.md"))
    return [f.stem for f in files if not f.stem.endswith(".en") and f.stem != "index"]


def _first(root: Path) -> list[str]:
    """Choose a stage to begin with, one with a quiz where there is any."""
    every = slugs(root, "stages")
    asked = [name for name in every if _has(root, f"quizzes/stages/{name}.yml")]
    if not every:
        message = "there is no stage to train yet; begin one with `kitaran new playbook stages/ID`"
        raise SkeletonError(message)
    return [f"stages/{(asked or every)[0]}"]


def _page(root: Path, name: str) -> str:
    """Give the id of a page; a name alone is a stage or, failing that, an objection."""
    collection, slash, slug = name.strip().removesuffix(".md").rpartition("/")
    if not slash and slug not in slugs(root, "stages") and slug in slugs(root, "objections"):
        collection = "objections"
    return f"{collection or 'stages'}/{_known(root, collection or 'stages', slug)}"


def _known(root: Path, collection: str, slug: str) -> str:
    """Make sure that a page is there."""
    every = slugs(root, collection)
    if slug not in every:
        near = get_close_matches(slug, every, 1, 0.5)
        listed = ", ".join(every) or "none yet"
        hint = f"did you mean `{near[0]}`?" if near else f"there are: {listed}"
        message = f"there is no page `{collection}/{slug}`; {hint}"
        raise SkeletonError(message)
    return slug


def _within(value: int, least: int, most: int, what: str) -> int:
    """Make sure that a number is within its limits."""
    if not least <= value <= most:
        message = f"{value} {what} cannot be planned; take {least} to {most}"
        raise SkeletonError(message)
    return value


def _example(root: Path) -> str:
    """Name a role-play to be put in."""
    files = sorted((root / "quizzes" / "roleplays").glob("*.yml"))
    return files[0].stem if files else "first-call"


def _has(root: Path, path: str) -> bool:
    """Say whether the handbook has a file."""
    return (root / path).is_file()
