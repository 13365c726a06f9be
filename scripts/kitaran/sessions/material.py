"""Bring a session plan and the handbook together: what is trained, asked and played."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kitaran.sessions.agenda import Agenda, Need, Play, Topic
from kitaran.sessions.draw import Drawn, draw, rank, to_vote
from kitaran.sessions.planner import plan
from kitaran.sessions.results import Group
from kitaran.sessions.talks import unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kitaran.library import Library, Page
    from kitaran.models.roleplay import Roleplay
    from kitaran.models.scorecard import Scorecard
    from kitaran.models.session import Session
    from kitaran.models.text import Locale

PLAYS = 3
"""How many role-plays are taken at the most, where the plan names none."""
_LIVE = ((16, 3), (8, 2), (0, 1))
"""From how many minutes on a topic has how many questions for everyone."""


class PlanError(ValueError):
    """A plan that names what the handbook does not have. The message lists it, line by line."""


@dataclass(frozen=True)
class Material:
    """All that a pack is made of, in every language."""

    session: Session
    library: Library
    agenda: Agenda
    group: Group = field(default_factory=Group)
    plays: dict[str, Roleplay] = field(default_factory=dict)
    """The role-plays that are held, by their ids, in the order of the plan."""
    scorecard: Scorecard | None = None
    objectives: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The objectives that each topic holds, by the topic's page, in the order of the page."""
    wrong: tuple[Drawn, ...] = ()
    """The questions that the group got wrong and that are gone over, the worst first."""
    live: dict[str, tuple[Drawn, ...]] = field(default_factory=dict)
    """The questions that everyone answers together, by topic."""
    paper: tuple[Drawn, ...] = ()
    """The questions of the paper."""
    questions: frozenset[tuple[str, str]] = frozenset()
    """Every question on the topics, whether it is used or not."""
    unprintable: tuple[Drawn, ...] = ()
    """Conversations that have no right answer on paper."""

    def page(self, page_id: str, locale: Locale) -> Page:
        """Give a topic's page; it is there in every language of the pack.

        Raises:
            PlanError: If it is not.
        """
        page = self.library.page(page_id, locale)
        if page is None:
            message = f"there is no page `{page_id}` in `{locale}`"
            raise PlanError(message)
        return page

    def left_objectives(self, topic: str) -> tuple[str, ...]:
        """Give the objectives of a topic that there is no time for."""
        held = self.objectives.get(topic, ())
        every = (o.id for o in self.page(topic, self.library.settings.languages[0]).objectives)
        return tuple(name for name in every if name not in held)


def gather(library: Library, session: Session, group: Group | None = None) -> Material:
    """Choose what a session is made of.

    Args:
        library: The handbook.
        session: The plan.
        group: What the group got wrong last time, where that is known.

    Raises:
        PlanError: If the plan names what the handbook does not have.
    """
    _refuse_unknown(library, session)
    group = group or Group()
    pools, refused = _pools(library, session)
    every = {drawn.key: drawn for pool in pools.values() for drawn in pool}
    missed = [every[key] for key in group.missed if key in every]
    plays = _plays(library, session)
    reserved = _reserved(session, pools, missed)
    free = len(every) - len(missed) - len(reserved)
    need = Need(
        session.minutes,
        session.people,
        tuple(_topic(library, name, pools[name], group) for name in session.topics),
        tuple(Play(name, play.minutes, _practises(play, session)) for name, play in plays.items()),
        free,
        session.questions,
        len(missed),
    )
    agenda = plan(need)
    held = {block.id for block in agenda.of("round")}
    objectives = _objectives(library, agenda, group, every)
    wrong = tuple(missed[: agenda.wrong])
    rest = [d for d in every.values() if d not in missed and d not in reserved]
    trained = [(topic, name) for topic, names in objectives.items() for name in names]
    paper = draw(rest, agenda.questions, session.seed, trained)
    used = {drawn.key for drawn in (*wrong, *paper)}
    return Material(
        session,
        library,
        agenda,
        group,
        {name: play for name, play in plays.items() if name in held},
        library.scorecards.get(session.scorecard or ""),
        objectives,
        wrong,
        {
            block.id: _live(pools[block.id], used, reserved, block.minutes, session.seed)
            for block in agenda.of("topic")
        },
        paper,
        frozenset(every) | {drawn.key for drawn in refused},
        refused,
    )


def _refuse_unknown(library: Library, session: Session) -> None:
    """Make sure that all that a plan names is there, in every language of the pack."""
    locales = session.locales(library.settings.languages)
    known = {page.id for locale in locales for page in library.pages(locale)}
    faults = [
        f"there is no page `{name}` in `{locale}`{_hint(name, known)}"
        for name in session.topics
        for locale in locales
        if library.page(name, locale) is None
    ]
    faults += [
        f"there is no role-play `{name}`{_hint(name, library.roleplays)}"
        for name in session.roleplays
        if name not in library.roleplays
    ]
    if session.scorecard and session.scorecard not in library.scorecards:
        hint = _hint(session.scorecard, library.scorecards)
        faults.append(f"there is no scorecard `{session.scorecard}`{hint}")
    if not session.topics:
        faults.append("the plan names no stage, objection card or page to train")
    if not locales:
        faults.append(f"the handbook is not written in `{session.language}`")
    if faults:
        raise PlanError("\n".join(dict.fromkeys(faults)))


def _hint(name: str, known: Iterable[str]) -> str:
    """Name what is written most like an id that is not known."""
    near = get_close_matches(name, sorted(set(known) - {name}), 1, 0.6)
    return f"; did you mean `{near[0]}`?" if near else ""


def _pools(library: Library, session: Session) -> tuple[dict[str, list[Drawn]], tuple[Drawn, ...]]:
    """Give the questions on each topic, and those that cannot stand on paper."""
    pools: dict[str, list[Drawn]] = {}
    refused: list[Drawn] = []
    for topic in session.topics:
        pools[topic] = []
        for quiz in library.quizzes.get(topic, ()):
            for question in quiz.questions:
                drawn = Drawn(quiz.id, topic, question)
                (refused if unprintable(question) else pools[topic]).append(drawn)
    return pools, tuple(refused)


def _reserved(
    session: Session, pools: dict[str, list[Drawn]], missed: list[Drawn]
) -> tuple[Drawn, ...]:
    """Keep one question of each topic for everyone together, where it has another for the paper."""
    found: list[Drawn] = []
    for pool in pools.values():
        free = [drawn for drawn in to_vote(pool, session.seed) if drawn not in missed]
        found += free[: 1 if len(free) > 1 else 0]
    return tuple(found)


def _live(
    pool: list[Drawn],
    used: set[tuple[str, str]],
    reserved: tuple[Drawn, ...],
    minutes: int,
    seed: int,
) -> tuple[Drawn, ...]:
    """Choose the questions that a group answers together on one topic."""
    count = next(number for start, number in _LIVE if minutes >= start)
    free = [drawn for drawn in to_vote(pool, seed) if drawn.key not in used]
    return tuple(sorted(free, key=lambda drawn: drawn not in reserved)[:count])


def _topic(library: Library, name: str, pool: list[Drawn], group: Group) -> Topic:
    """Give a topic in numbers."""
    page = library.page(name, library.settings.languages[0])
    lost = sum(group.missed[drawn.key].share for drawn in pool if drawn.key in group.missed)
    return Topic(name, len(page.objectives) if page else 0, lost / len(pool) if pool else 0.0)


def _objectives(
    library: Library, agenda: Agenda, group: Group, every: dict[tuple[str, str], Drawn]
) -> dict[str, tuple[str, ...]]:
    """Choose the objectives that each topic has time for: those that went wrong first."""
    lost: dict[tuple[str, str], float] = {}
    for key, missed in group.missed.items():
        if key in every:
            name = (every[key].page, every[key].question.objective)
            lost[name] = lost.get(name, 0.0) + missed.share
    chosen: dict[str, tuple[str, ...]] = {}
    for block in agenda.of("topic"):
        page = library.page(block.id, library.settings.languages[0])
        names = [objective.id for objective in page.objectives] if page else []
        first = sorted(names, key=lambda name: -lost.get((block.id, name), 0.0))[: block.number]
        chosen[block.id] = tuple(name for name in names if name in first)
    return chosen


def _plays(library: Library, session: Session) -> dict[str, Roleplay]:
    """Give the role-plays of a plan, or those of its topics, one for each topic."""
    if session.roleplays:
        return {name: library.roleplays[name] for name in session.roleplays}
    found: dict[str, Roleplay] = {}
    for topic in session.topics:
        fitting = sorted(
            (name for name, play in library.roleplays.items() if topic in _about(play)),
            key=lambda name: (library.roleplays[name].objection != topic, rank(session.seed, name)),
        )
        found.update({name: library.roleplays[name] for name in fitting[:1] if name not in found})
    return dict(list(found.items())[:PLAYS])


def _about(play: Roleplay) -> tuple[str | None, ...]:
    """Say which pages a role-play practises, the nearest first."""
    return play.objection, play.stage


def _practises(play: Roleplay, session: Session) -> str:
    """Say after which topic of the plan a role-play is held."""
    return next((page for page in _about(play) if page in session.topics and page), "")
