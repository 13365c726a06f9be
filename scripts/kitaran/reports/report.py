"""A report: everything that is told of a group's results, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from kitaran.check.measured import FEW
from kitaran.reports import sql
from kitaran.reports.items import measure, measure_quizzes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kitaran.check.measured import Measured
    from kitaran.reports.catalogue import Catalogue
    from kitaran.reports.items import QuizMeasured
    from kitaran.reports.store import Store

DUE = 60
"""A certificate that ends within so many days is due."""
BEHIND = 10
"""A stage is called weak whose first answers earn so many percent less than the others' median."""
COMPARED = 3
"""So many stages have to be known before one of them can be called weak."""
STATES = ("passed", "old", "changed", "begun", "failed", "none")
"""How somebody can stand in a stage, the best first."""


class Cell(NamedTuple):
    """How one person stands in one stage."""

    state: str
    percent: float
    day: date | None
    test: bool
    """Whether it was a test, and not practice."""


class Row(NamedTuple):
    """One person in the readiness table."""

    person: str
    name: str
    made: date | None
    """When the newest file was made."""
    ready: int
    """In how many stages the person has passed."""
    cells: Mapping[str, Cell]


class Stage(NamedTuple):
    """One stage, over everybody."""

    page: str
    counts: Mapping[str, int]
    """How many stand how."""
    percent: float | None
    """What first answers earned of the points."""
    n: int
    """How many people these first answers are from."""


class OnPath(NamedTuple):
    """One person on one path."""

    person: str
    name: str
    path: str
    done: int
    steps: int
    signed: int
    to_sign: int
    issued: date | None
    expires: date | None
    certificate: str
    """`none`, `valid`, `due` or `expired`."""


class Refresher(NamedTuple):
    """A quiz that somebody should take again."""

    person: str
    name: str
    quiz: str
    page: str
    state: str
    percent: float
    day: date | None


class Note(NamedTuple):
    """Something about a file that its owner should know."""

    file: str
    kind: str
    """What is the matter: a key of `reasons` in the words."""
    values: Mapping[str, object]
    detail: str = ""
    """The same in English, for the terminal."""


@dataclass(frozen=True)
class Report:
    """What a group's results say."""

    catalogue: Catalogue
    today: date
    fresh: date
    files: int
    """How many files were looked at."""
    whole: int
    """How many different results they hold."""
    attempts: int
    tests: int
    since: date | None
    until: date | None
    people: tuple[Row, ...]
    stages: tuple[Stage, ...]
    paths: tuple[OnPath, ...]
    refreshers: tuple[Refresher, ...]
    items: tuple[Measured, ...]
    quizzes: tuple[QuizMeasured, ...]
    notes: tuple[Note, ...]
    coded: bool

    @property
    def known(self) -> tuple[Stage, ...]:
        """The stages that enough people have answered."""
        return tuple(stage for stage in self.stages if stage.percent is not None and stage.n >= FEW)

    @property
    def weak(self) -> tuple[Stage, ...]:
        """The stages whose first answers are clearly worse than those in the other stages."""
        known = self.known
        if len(known) < COMPARED:
            return ()
        middle = sorted(stage.percent or 0 for stage in known)[len(known) // 2]
        weak = [stage for stage in known if (stage.percent or 0) <= middle - BEHIND]
        return tuple(sorted(weak, key=lambda stage: stage.percent or 0))

    @property
    def ending(self) -> tuple[OnPath, ...]:
        """The certificates that are expired or due, the most urgent first."""
        found = [each for each in self.paths if each.certificate in ("expired", "due")]
        return tuple(sorted(found, key=lambda each: (each.expires or self.today, each.name)))


def make(
    store: Store, catalogue: Catalogue, today: date, fresh: date, *, coded: bool = False
) -> Report:
    """Draw a report from a database that holds what counts."""
    files, whole, people, attempts, since, until, tests = store.rows(sql.COUNTS)[0]
    soon = today + timedelta(days=DUE)
    return Report(
        catalogue,
        today,
        fresh,
        store.read or files,
        whole,
        attempts,
        tests,
        _day(since),
        _day(until),
        tuple(_row(*row) for row in store.rows(sql.READINESS)),
        tuple(_stage(people, *row) for row in store.rows(sql.STAGES)),
        tuple(OnPath(*row) for row in store.rows(sql.PATHS, today=today, soon=soon)),
        tuple(Refresher(*row) for row in store.rows(sql.REFRESHERS)),
        tuple(measure(store, catalogue)),
        tuple(measure_quizzes(store)),
        tuple(notes(store)),
        coded,
    )


def _day(moment: datetime | None) -> date | None:
    """Give the day of a time."""
    return moment.date() if moment else None


def _row(
    person: str, name: str, made: date | None, ready: int, cells: list[dict[str, object]] | None
) -> Row:
    """Read one person's line."""
    by_page = {
        str(cell["page"]): Cell(cell["state"], cell["percent"], cell["day"], bool(cell["test"]))  # type: ignore[arg-type]
        for cell in cells or ()
    }
    return Row(person, name, made, ready, by_page)


def _stage(
    people: int,
    page: str,
    passed: int,
    old: int,
    changed: int,
    begun: int,
    failed: int,
    percent: float | None,
    n: int | None,
) -> Stage:
    """Read one stage's line."""
    told = {"passed": passed, "old": old, "changed": changed, "begun": begun, "failed": failed}
    return Stage(page, {**told, "none": people - sum(told.values())}, percent, n or 0)


def notes(store: Store) -> list[Note]:
    """Say which files were left out, or counted in part, and why."""
    found = [
        Note(each.file, each.reason, {}, each.detail)
        for each in sorted(store.refused, key=lambda each: each.file)
    ]
    for file, other in store.rows(sql.SAME_FILE):
        found.append(Note(file, "same", {"other": other}, f"it is the same as {other}"))
    for file, other, shared, every, stranger in store.rows(sql.NOTHING_NEW):
        kind = "stranger" if stranger else "double" if shared == every else "part"
        said = f"{shared} of its {every} attempts are in {other} too, and count once"
        if stranger:
            said += ", although that is under another name"
        found.append(Note(file, kind, {"other": other, "n": shared, "of": every}, said))
    for name, files in store.rows(sql.TWO_PEOPLE):
        said = (
            f"files under the name {name} share no attempt: one person on several devices, or "
            "several people? Codes tell them apart"
        )
        found.append(Note(files[0], "namesake", {"name": name, "n": len(files)}, said))
    for file, changed, gone, every in store.rows(sql.OLDER):
        said = (
            f"{changed + gone} of its {every} answers are about content that the handbook has no "
            "more, and are counted apart"
        )
        found.append(Note(file, "older", {"n": changed + gone, "of": every}, said))
    return found
