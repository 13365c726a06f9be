"""A learning path's steps resolved: what each is called, where it leads, how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kitaran.render.html import block, render
from kitaran.render.links import url

if TYPE_CHECKING:
    from kitaran.models.path import Path
    from kitaran.models.path import Step as Written
    from kitaran.models.quiz import Quiz
    from kitaran.render.page import Context
    from kitaran.render.words import Words

QUESTION_MINUTES = {"numeric": 2, "match": 2, "order": 2, "reflection": 3, "scenario": 4}
"""How long questions take that take longer than a minute."""

_SHARED_WORDS = (
    "facts_missing",
    "path_finished",
    "step_checklist",
    "step_page",
    "step_quiz",
    "step_roleplay",
    "step_task",
    "store_blocked",
    "store_damaged",
    "store_full",
    "store_other",
    "time_both",
    "time_hours",
    "time_minutes",
)
_CARD_WORDS = (
    *_SHARED_WORDS,
    "path_choose",
    "path_count",
    "path_day",
    "path_day_over",
    "path_left",
    "path_next",
    "path_open",
)
PATH_WORDS = (
    *_CARD_WORDS,
    "cancel",
    "path_back",
    "path_done",
    "path_earlier",
    "path_here",
    "path_items",
    "path_kept",
    "path_leave",
    "path_other",
    "path_passed",
    "path_score",
    "path_withdraw",
    "path_withdrawn",
    "sign_date",
    "sign_date_wrong",
    "sign_how",
    "sign_name",
    "sign_name_missing",
    "sign_note",
    "sign_off",
    "sign_score",
    "sign_score_least",
    "sign_score_wrong",
    "sign_submit",
    "sign_title",
)
"""The interface texts that the script of a path's page needs."""
START_WORDS = (*_CARD_WORDS, "path_whole", "path_yours")
"""The interface texts that the script of the chosen path's card needs."""
READ_WORDS = (*_SHARED_WORDS, "path_read", "path_read_done", "path_read_not", "path_then")
"""The interface texts that the script at the end of a page needs."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it is shown."""

    id: str
    kind: str
    reference: str
    anchor: str
    """The id of its line on the path's page."""
    title: str
    """What it leads to, or what its task is."""
    note: str
    """What else there is to say of it."""
    target: str
    """The page that it leads to, as a Markdown path; none for a task."""
    fragment: str
    minutes: int | None
    after: tuple[str, ...]
    sign_off: str | None


def steps(context: Context, path: Path) -> dict[str, Step]:
    """Resolve every step of a path, by id."""
    return {step.id: _step(context, step) for phase in path.phases for step in phase.steps}


def _step(context: Context, step: Written) -> Step:
    """Resolve one step."""
    title, target, fragment, minutes = _target(context, step)
    text = step.text.get(context.locale) if step.text else ""
    return Step(
        step.id,
        step.kind,
        step.reference,
        anchor(step.id),
        title or text or step.reference,
        text if step.kind != "task" else "",
        target,
        fragment,
        step.minutes or minutes,
        step.after,
        step.sign_off,
    )


def anchor(step_id: str) -> str:
    """Give the id of a step's line: ticks were once kept by it, so it stays as it is.

    >>> anchor("quiz:stages/closing")
    'quiz-stages-closing'
    """
    return step_id.replace(":", "-").replace("/", "-")


def _target(context: Context, step: Written) -> tuple[str, str, str, int | None]:
    """Give a step's title, page, place on the page, and minutes."""
    library, locale = context.library, context.locale
    if step.kind == "task":
        return "", "", "", None
    if step.kind == "roleplay":
        roleplay = library.roleplays.get(step.reference)
        if roleplay is None:
            return "", "", "", None
        return roleplay.title.get(locale), f"roleplays/{roleplay.id}.md", "", roleplay.minutes
    quiz = _quiz(context, step.reference) if step.kind == "quiz" else None
    page = library.page(quiz.page_id if quiz else step.reference, locale)
    if page is None:
        return "", "", "", None
    alone = quiz is None or len(library.quizzes[quiz.page_id]) == 1
    title = page.title if alone or not quiz or not quiz.title else quiz.title.get(locale)
    minutes = page.front.minutes if step.kind == "page" else None
    if quiz:
        minutes = quiz_minutes(quiz)
    fragment = {"quiz": "#quiz", "checklist": "#checklist"}.get(step.kind, "")
    return title, f"{page.id}.md", fragment, minutes


def _quiz(context: Context, quiz_id: str) -> Quiz | None:
    """Find a quiz by its id."""
    found = (q for group in context.library.quizzes.values() for q in group if q.id == quiz_id)
    return next(found, None)


def quiz_minutes(quiz: Quiz) -> int:
    """Estimate how long a quiz takes."""
    return sum(QUESTION_MINUTES.get(question.type, 1) for question in quiz.questions)


def time(words: Words, minutes: int) -> str:
    """Write a length of time.

    >>> from kitaran.render.words import words
    >>> [time(words("en"), minutes) for minutes in (45, 120, 135)]
    ['45 min', '2 h', '2 h 15 min']
    """
    hours, rest = divmod(minutes, 60)
    if not hours:
        return words("time_minutes", n=minutes)
    return words("time_both", h=hours, n=rest) if rest else words("time_hours", h=hours)


def client_words(words: Words, names: tuple[str, ...]) -> dict[str, str]:
    """Collect the interface texts that a script needs; of a group, each text by its own name."""
    found: dict[str, str] = {}
    for name in names:
        text = words.table[name]
        group = text if isinstance(text, dict) else {}
        found |= {f"{name}_{each}": said for each, said in group.items()} or {name: text}
    return found


def choice_html(context: Context, uri: str) -> str:
    """List the paths to choose from."""
    return _start(context, uri, "list")


def next_html(context: Context, uri: str) -> str:
    """Make room for the next step of the chosen path."""
    return _start(context, uri, "next")


def _start(context: Context, uri: str, look: str) -> str:
    """Draw what begins the day, in one of its looks."""
    paths = [
        {
            "id": path.id,
            "href": url(uri, f"paths/{path.id}.md"),
            "title": path.title.get(context.locale),
            "summary": path.summary.get(context.locale),
        }
        for path in context.library.paths.values()
    ]
    words = client_words(context.words, START_WORDS)
    return block(render("start.html.j2", look=look, paths=paths, client_words=words))


def read_html(context: Context, page_id: str) -> str:
    """Make room at the end of a page for its place on the reader's path; none if on no path."""
    if page_id not in context.on_paths:
        return ""
    words = client_words(context.words, READ_WORDS)
    return block(render("read.html.j2", page=page_id, client_words=words))
