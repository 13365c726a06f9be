"""`kitaran stats`: how much the handbook holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from kitaran.commands._handbook import handbook_option, settings_of
from kitaran.library import Library, load_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLIED = frozenset({"apply", "analyse"})
"""The levels at which a question asks for a decision."""


@click.command(name="stats")
@handbook_option
def command(handbook: Path | None) -> None:
    """Count what the handbook holds. Files that cannot be read are not counted."""
    for name, count in counts(load_library(settings_of(handbook))):
        click.echo(f"{name:<44}{count:>7}")


def counts(library: Library) -> Iterator[tuple[str, str]]:
    """Give each count with its name."""
    languages = library.settings.languages
    pages = Counter((p.collection, p.locale) for p in library.playbooks.values())
    for collection in dict.fromkeys(name for name, _ in pages):
        per = "/".join(str(pages[collection, locale]) for locale in languages)
        yield f"pages in {collection} ({'/'.join(languages)})", per
    quizzes = [quiz for group in library.quizzes.values() for quiz in group]
    questions = [question for quiz in quizzes for question in quiz.questions]
    yield "quizzes", str(len(quizzes))
    yield "questions", str(len(questions))
    for kind, number in sorted(Counter(q.type for q in questions).items()):
        yield f"  {kind}", str(number)
    applied = sum(question.level in APPLIED for question in questions)
    share = f"{applied / len(questions):.0%}" if questions else "0%"
    yield "questions at apply or above", share
    yield from _objectives(library)
    yield "role-plays", str(len(library.roleplays))
    yield "learning paths", str(len(library.paths))
    yield "scorecards", str(len(library.scorecards))
    yield "forms", str(len(library.forms))
    yield "session plans", str(len(library.sessions))
    yield "glossary terms", str(len(library.glossary.terms))


def _objectives(library: Library) -> Iterator[tuple[str, str]]:
    """Count the objectives of pages, and those that enough questions test."""
    original = library.settings.languages[0]
    asked = Counter(
        (page, question.objective)
        for page, group in library.quizzes.items()
        for quiz in group
        for question in quiz.questions
    )
    every = [
        (page.id, objective.id)
        for page in library.playbooks.values()
        if page.locale == original
        for objective in page.objectives
    ]
    yield "objectives", str(len(every))
    yield "objectives with two questions or more", str(sum(asked[each] > 1 for each in every))
