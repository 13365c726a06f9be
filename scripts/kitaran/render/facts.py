"""What scripts need to know of the handbook, as data beside the pages of each language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kitaran.models.playbook import COLLECTIONS
from kitaran.render.journey import Step, quiz_minutes, steps
from kitaran.render.links import url
from kitaran.versions import content_version, question_hash, quiz_version, section_hashes

if TYPE_CHECKING:
    from kitaran.library import Page
    from kitaran.models.path import Path
    from kitaran.models.quiz import Quiz
    from kitaran.render.page import Context

SCHEMA = 1
"""The form of these facts: a script that knows another one leaves them alone."""


def handbook(context: Context) -> dict[str, Any]:
    """Give the pages, quizzes, checklists and paths. Addresses count from the language's root."""
    library, locale = context.library, context.locale
    every = _pages(context)
    quizzes = [q for page in every for q in library.quizzes.get(page.id, ())]
    return {
        "schema": SCHEMA,
        "version": content_version(library),
        "locale": locale,
        "stages": [p.id for p in library.pages(locale, "stages") if p.kind == "stage"],
        "pages": {page.id: _page(page) for page in every},
        "quizzes": {quiz.id: _quiz(context, quiz) for quiz in quizzes},
        "objectives": {f"{p.id}#{each.id}": each.text for p in every for each in p.objectives},
        "checklists": {page.id: ids for page in every if (ids := _items(page))},
        "paths": {path.id: _path(context, path) for path in library.paths.values()},
        "roleplays": {
            roleplay.id: {
                "title": roleplay.title.get(locale),
                "url": _url(f"roleplays/{roleplay.id}.md"),
            }
            for roleplay in library.roleplays.values()
        },
    }


def sections(context: Context) -> dict[str, list[str]]:
    """Give each section's hash, of the original's text, and its title in this language."""
    found: dict[str, list[str]] = {}
    for page in _pages(context):
        titles = {heading.id: heading.text for heading in page.said.outline.headings}
        for section, hashed in section_hashes(page.original).items():
            found[f"{page.id}#{section}"] = [hashed, titles.get(section, section)]
    return found


def _pages(context: Context) -> list[Page]:
    """Give the pages in their order, each collection's own page first."""
    every: list[Page] = []
    for collection in COLLECTIONS:
        index = context.library.index(collection, context.locale)
        every += [index] if index else []
        every += context.library.pages(context.locale, collection)
    return every


def _url(target: str) -> str:
    """Give the address of a page from the language's root."""
    return url("index.md", target)


def _page(page: Page) -> dict[str, Any]:
    return {
        "title": page.title,
        "url": _url(f"{page.id}.md"),
        "kind": page.kind,
        "minutes": page.front.minutes,
    }


def _quiz(context: Context, quiz: Quiz) -> dict[str, Any]:
    page = context.library.page(quiz.page_id, context.locale)
    assert page is not None  # Only the quizzes of pages that are there come here.
    return {
        "page": quiz.page_id,
        "title": quiz.title.get(context.locale) if quiz.title else page.title,
        "url": _url(f"{page.id}.md") + "#quiz",
        "pass": quiz.pass_mark,
        "version": quiz_version(quiz),
        "minutes": quiz_minutes(quiz),
        "questions": [
            {
                "id": question.id,
                "type": question.type,
                "points": question.points,
                "objective": question.objective,
                "hash": question_hash(question),
                "section": question.section,
            }
            for question in quiz.questions
        ],
    }


def _items(page: Page) -> list[str]:
    """List the items of a page's checklist that have an id: the others' ticks are not kept."""
    if "[ ]" not in page.original.body and "[x]" not in page.original.body.lower():
        return []  # To read what a page consists of takes time.
    return [task.id for phase in page.checklist for task in phase.items if task.id]


def _path(context: Context, path: Path) -> dict[str, Any]:
    every = steps(context, path)
    return {
        "title": path.title.get(context.locale),
        "url": _url(f"paths/{path.id}.md"),
        "role": path.role,
        "days": path.days,
        "certificate": path.certificate.model_dump(mode="json") if path.certificate else None,
        "phases": [
            {
                "id": phase.id,
                "title": phase.title.get(context.locale),
                "days": phase.days,
                "steps": [_step(path, every[step.id]) for step in phase.steps],
            }
            for phase in path.phases
        ],
    }


def _step(path: Path, step: Step) -> dict[str, Any]:
    """Give a step. A task leads to its own line on the path's page."""
    target = _url(step.target) + step.fragment
    return {
        "id": step.id,
        "kind": step.kind,
        "ref": step.reference,
        "title": step.title,
        "url": target if step.target else f"{_url(f'paths/{path.id}.md')}#{step.anchor}",
        "minutes": step.minutes,
        "after": list(step.after),
        "sign_off": step.sign_off,
    }
