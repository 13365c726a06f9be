"""In a quiz the right option stands in the same place too often.

On paper, and wherever options are not shuffled, a learner who sees the pattern needs no
knowledge. Authors tend to write the right option first.

Example:
    ```yaml
    # ten questions with three options; in eight of them:
    options:
      - {text: …, correct: true, why: …}
      - {text: …, why: …}
      - {text: …, why: …}
    ```

Instead:
    Move the right option in some of the questions. The finding looks at the single-choice
    questions with the same number of options, five at least, and tells of a place that holds
    the key more often than chance would bring about in one quiz of ten.

Malay:
    Dalam satu kuiz, jawapan betul terlalu kerap berada di tempat yang sama.

    Di atas kertas, dan di mana-mana pilihan tidak dikocok, pelajar yang perasan coraknya tidak
    perlu tahu apa-apa. Ubah kedudukan jawapan betul dalam beberapa soalan.
"""

from __future__ import annotations

from functools import cache
from math import comb
from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import listed
from kitaran.diagnostics import Severity
from kitaran.models.questions.single import Single
from kitaran.models.quiz import Quiz

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST = 5
"""From how many questions on a pattern can be told."""
LEVEL = 0.1
"""How likely chance may be at most for the pattern to be worth a warning."""


@rule("KB603", "key-position-bias", Severity.WARNING, on=Quiz)
def key_position_bias(quiz: Quiz) -> Iterator[Finding]:
    """Count the places of the keys, for each number of options on its own."""
    places: dict[int, dict[int, list[int]]] = {}
    for index, question in enumerate(quiz.questions):
        if isinstance(question, Single) and len(question.keys) == 1:
            by_place = places.setdefault(len(question.options), {})
            by_place.setdefault(question.keys[0], []).append(index)
    for options, by_place in places.items():
        count = sum(map(len, by_place.values()))
        place, same = max(by_place.items(), key=lambda item: len(item[1]))
        if count < FEWEST or options < 2 or by_chance(len(same), count, options) >= LEVEL:
            continue
        names = listed(quiz.questions[index].id for index in same)
        yield Finding(
            ("questions", same[0], "options", place),
            f"option {place + 1} is the right one in {len(same)} of {count} questions with "
            f"{options} options",
            f"move the right option in some of {names}",
        )


@cache
def by_chance(most: int, count: int, options: int) -> float:
    """Say how likely it is at most that some place holds so many keys by chance.

    The upper tail of the binomial distribution for one place, times the number of places
    (Bonferroni's bound): NIST/SEMATECH e-Handbook of Statistical Methods, sections 1.3.6.6.18
    and 7.4.7.3, https://www.itl.nist.gov/div898/handbook/.

    Args:
        most: How many keys stand in the place that holds the most.
        count: How many questions there are.
        options: How many places there are, each as likely as the next.

    >>> round(by_chance(8, 10, 3), 3), round(by_chance(5, 10, 3), 3)
    (0.01, 0.639)
    """
    tail = sum(comb(count, k) * (options - 1) ** (count - k) for k in range(most, count + 1))
    return min(1.0, float(options * tail / options**count))
