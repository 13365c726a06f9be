"""What the handbook asks, as rows that results are held against."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kitaran.load.tree import FileKind
from kitaran.render.html import key
from kitaran.versions import content_version, question_hash, quiz_version

if TYPE_CHECKING:
    from kitaran.library import Library
    from kitaran.models.path import Path
    from kitaran.models.questions.base import Question
    from kitaran.models.quiz import Quiz
    from kitaran.models.text import Locale

KINDS = (FileKind.PLAYBOOK, FileKind.QUIZ, FileKind.PATH)
"""What of the handbook is needed."""


class Entry(NamedTuple):
    """A question, with where it stands."""

    path: str
    """The quiz's file."""
    at: int
    """Its position in the quiz, from zero."""
    question: Question
    keys: tuple[str, ...]
    """The short names of its options in their order; of a statement, `true` and `false`."""
    right: tuple[bool, ...]
    """Which of them are right."""


@dataclass(frozen=True)
class Catalogue:
    """The handbook, as a report needs it."""

    library: Library

    @cached_property
    def version(self) -> str:
        """The content's version, as result files bear it."""
        return content_version(self.library)

    @cached_property
    def stages(self) -> tuple[str, ...]:
        """The ids of the stages that have a quiz, in their order."""
        locale = self.library.settings.languages[0]
        pages = self.library.pages(locale, "stages")
        return tuple(page.id for page in pages if page.id in self.library.quizzes)

    @cached_property
    def quizzes(self) -> dict[str, Quiz]:
        """Every quiz by its id: those of the stages first, then in the order of the pages."""
        order = {page.id: at for at, page in enumerate(self.library.pages(self.original))}
        pages = sorted(self.library.quizzes, key=lambda page: (order.get(page, len(order)), page))
        return {quiz.id: quiz for page in pages for quiz in self.library.quizzes[page]}

    @cached_property
    def questions(self) -> dict[tuple[str, str], Entry]:
        """Every question by its quiz and its id."""
        paths = {entry.id: entry.path for entry in self.library.tree.of(FileKind.QUIZ)}
        return {
            (quiz.id, question.id): Entry(
                paths.get(quiz.id, f"quizzes/{quiz.id}.yml"), at, question, *_options(question)
            )
            for quiz in self.quizzes.values()
            for at, question in enumerate(quiz.questions)
        }

    @property
    def paths(self) -> dict[str, Path]:
        """The learning paths by their ids."""
        return self.library.paths

    @property
    def original(self) -> Locale:
        """The language that the handbook is written in first."""
        return self.library.settings.languages[0]

    def page_title(self, page_id: str, locale: Locale) -> str:
        """Give a page's title; its id, where there is no such page."""
        page = self.library.page(page_id, locale) or self.library.page(page_id, self.original)
        return page.title if page else page_id

    def quiz_title(self, quiz_id: str, locale: Locale) -> str:
        """Give what a quiz is called."""
        quiz = self.quizzes.get(quiz_id)
        if quiz is None:
            return quiz_id
        return quiz.title.get(locale) if quiz.title else self.page_title(quiz.page_id, locale)

    def tables(self) -> dict[str, tuple[str, list[tuple[object, ...]]]]:
        """Give the handbook as tables of the database: the columns with their types, the rows."""
        stages = [(page, number) for number, page in enumerate(self.stages)]
        numbers = {quiz: number for number, quiz in enumerate(self.quizzes)}
        quizzes = [
            (quiz.id, quiz.page_id, number, quiz_version(quiz), quiz.pass_mark, _scored(quiz))
            for number, quiz in enumerate(self.quizzes.values())
        ]
        questions = [
            (no, numbers[quiz], quiz, question, *_row(entry.question))
            for no, ((quiz, question), entry) in enumerate(self.questions.items())
        ]
        steps = [
            (path_id, step.id, step.kind, step.reference, step.sign_off)
            for path_id, path in self.paths.items()
            for phase in path.phases
            for step in phase.steps
        ]
        return {
            "h_stages": ("page VARCHAR, number INTEGER", list(stages)),
            "h_quizzes": (
                "quiz VARCHAR, page VARCHAR, number INTEGER, version VARCHAR, pass DOUBLE, "
                "scored INTEGER",
                list(quizzes),
            ),
            "h_questions": (
                "no INTEGER, quiz_no INTEGER, quiz VARCHAR, question VARCHAR, type VARCHAR, "
                "points DOUBLE, hash VARCHAR, scored BOOLEAN",
                list(questions),
            ),
            "h_steps": (
                "path VARCHAR, step VARCHAR, kind VARCHAR, ref VARCHAR, sign_off VARCHAR",
                list(steps),
            ),
        }


def _scored(quiz: Quiz) -> int:
    """Count the questions that earn points."""
    return sum(question.type != "reflection" for question in quiz.questions)


def _row(question: Question) -> tuple[object, ...]:
    """Give what the database needs to know of a question."""
    scored = question.type != "reflection"
    return (question.type, float(question.points), question_hash(question), scored)


def _options(question: Question) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """Give the options as the pages name them in a learner's answer, and which are right."""
    answer = getattr(question, "answer", None)
    if question.type == "true_false":
        return ("true", "false"), (answer is True, answer is False)
    names = tuple(key(option.text.ms or option.text.en) for option in question.choices)
    return names, tuple(option.correct for option in question.choices)
