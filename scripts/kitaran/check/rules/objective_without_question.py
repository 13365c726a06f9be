"""No question of a page's quiz tests one of its objectives.

The page promises that its reader can do something afterwards, and nobody ever finds out
whether it is so.

Example:
    ```yaml
    # playbooks/stages/closing.md
    objectives:
      - {id: confirm-authority, text: Mengesahkan siapa yang menandatangani}
      - {id: agree-date, text: Bersetuju tentang tarikh}
    # quizzes/stages/closing.yml has no question with `objective: agree-date`
    ```

Instead:
    Write a question for the objective, two at best, or remove the objective from the page.

Malay:
    Tiada soalan dalam kuiz halaman ini yang menguji satu daripada objektifnya.

    Halaman itu menjanjikan bahawa pembacanya mampu berbuat sesuatu, tetapi tiada sesiapa akan
    tahu sama ada janji itu tercapai. Tulis soalan bagi objektif itu, sebaik-baiknya dua, atau
    buang objektif itu daripada halaman.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.check.facts import FileFacts


@rule("KB611", "objective-without-question", Severity.WARNING, on=Facts)
def objective_without_question(facts: Facts) -> Iterator[Finding]:
    """Compare the objectives of every page that has a quiz with those that questions name."""
    quizzes: dict[str, list[FileFacts]] = {}
    for quiz in facts.of_kind("quiz"):
        if quiz.questions:
            quizzes.setdefault(quiz.quiz_page, []).append(quiz)
    for page, ours in quizzes.items():
        file = facts.original(page)
        if file is None or file.page is None:
            continue
        tested = {question.objective for quiz in ours for question in quiz.questions}
        for index, objective in enumerate(file.page.objectives):
            if objective not in tested:
                yield Finding(
                    ("objectives", index),
                    f"no question tests the objective `{objective}`",
                    f"add a question with `objective: {objective}` to {ours[0].path}",
                    file.path,
                )
