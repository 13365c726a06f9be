"""Short names for what the handbook says. They change when, and only when, that changes.

What is kept in a learner's browser carries them: so it can be told, much later and in the other
language, whether an answer or a certificate is about what the handbook says today.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kitaran.library import Library
    from kitaran.models.playbook import Playbook
    from kitaran.models.questions.base import Question
    from kitaran.models.quiz import Quiz

_BOOKKEEPING = frozenset({"id", "level", "objective", "points", "section", "shuffle"})
"""What a question says for those who keep it, not for those who answer it."""
_UPKEEP = frozenset({"order", "owner", "review_every", "reviewed", "search", "translates"})
"""What front matter says for those who keep the page, not for those who read it."""


def question_hash(question: Question) -> str:
    """Hash what a learner sees of a question and what is right, in every language: 12 digits."""
    return _hash(_spaced(question.model_dump(mode="json", exclude=set(_BOOKKEEPING))))


def quiz_version(quiz: Quiz) -> str:
    """Hash what a result of a quiz hangs on: its questions, their points, the pass mark."""
    questions = sorted((q.id, q.points, question_hash(q)) for q in quiz.questions)
    return _hash([quiz.pass_mark, questions])


def content_version(library: Library) -> str:
    """Hash every playbook and every quiz, in every language: 12 digits.

    Pages of `docs/`, and what is written for the upkeep of a page, are left out.
    """
    pages = [
        [page.id, locale, _spaced(_front(page.said)), _lines(page.said.body.split("\n"))]
        for (_, locale), page in sorted(library.playbooks.items())
    ]
    quizzes = sorted(
        [quiz.id, quiz.page_id, quiz_version(quiz)]
        for group in library.quizzes.values()
        for quiz in group
    )
    return _hash([pages, quizzes])


def section_hashes(page: Playbook) -> dict[str, str]:
    """Hash every section of a page by the id of its heading, with the sections within it."""
    lines = page.body.split("\n")
    headings = page.outline.headings
    hashes: dict[str, str] = {}
    for place, heading in enumerate(headings):
        following = (later.line for later in headings[place + 1 :] if later.level <= heading.level)
        end = next(following, len(lines) + page.body_line)
        if heading.id:
            part = lines[heading.line - page.body_line : end - page.body_line]
            hashes[heading.id] = _hash(_lines(part))
    return hashes


def _front(page: Playbook) -> dict[str, Any]:
    """Give what a page's front matter says to its readers."""
    return page.front.model_dump(mode="json", exclude=set(_UPKEEP))


def _lines(lines: Iterable[str]) -> str:
    """Join lines without the spaces at their ends, which nobody sees."""
    return "\n".join(line.rstrip() for line in lines).strip()


def _spaced(value: Any) -> Any:
    """Take texts as they are shown: how their lines are broken in the file is not seen."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: _spaced(inner) for key, inner in value.items()}
    return [_spaced(inner) for inner in value] if isinstance(value, list) else value


def _hash(value: Any) -> str:
    """Hash a value that JSON can say."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=6).hexdigest()
