"""Over the whole bank the right option stands in some place too often.

A single quiz is too short to show a mild habit of its author; the bank is not. Whoever prints
papers from it, or exports it to a system that does not shuffle, hands the habit on.

Example:
    ```text
    120 questions with 3 options: 70 keys stand first, 30 second, 20 third
    ```

Instead:
    Move the right option in questions of the quiz that is named. The finding needs 30
    single-choice questions with the same number of options, a deviation that chance brings about
    in one bank of a hundred at most, and one that is large enough to help a guesser.

Malay:
    Dalam seluruh bank soalan, jawapan betul terlalu kerap berada di satu tempat.

    Satu kuiz terlalu pendek untuk menunjukkan tabiat penulisnya; bank soalan tidak. Ubah
    kedudukan jawapan betul dalam kuiz yang dinamakan.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.check.facts import FileFacts

FEWEST = 30
"""From how many questions on the test is made."""
SMALL = 0.1
"""Cohen's w from which on a deviation is called small, and not negligible."""
_CRITICAL = (6.635, 9.210, 11.345, 13.277, 15.086, 16.812, 18.475, 20.090, 21.666)
"""The chi-square that chance exceeds once in a hundred, for 1, 2, … 9 degrees of freedom."""


@rule("KB604", "key-position-bias-in-bank", Severity.WARNING, on=Facts)
def key_position_bias_in_bank(facts: Facts) -> Iterator[Finding]:
    """Count the places of all keys, for each number of options on its own."""
    places: dict[int, Counter[int]] = {}
    for quiz in facts.of_kind("quiz"):
        for question in quiz.questions:
            if question.key >= 0:
                places.setdefault(question.options, Counter())[question.key] += 1
    for options, by_place in sorted(places.items()):
        counts = [by_place[place] for place in range(options)]
        if not is_biased(counts):
            continue
        most = counts.index(max(counts))
        quiz = max(facts.of_kind("quiz"), key=lambda file: len(_with(file, options, most)))
        at = ("questions", _with(quiz, options, most)[0], "options", most)
        spread = ", ".join(f"option {n} in {count}" for n, count in enumerate(counts, start=1))
        yield Finding(
            at,
            f"of {sum(counts)} questions with {options} options in the bank, the key is {spread}",
            f"move the right option in questions where it is option {most + 1}; this quiz has "
            "the most of them",
            quiz.path,
        )


def is_biased(counts: list[int]) -> bool:
    """Say whether the places of keys differ more than chance and negligence explain.

    Pearson's chi-square test of goodness of fit against equal shares, at the 1% level: NIST/
    SEMATECH e-Handbook of Statistical Methods, section 1.3.5.15, with the critical values of
    section 1.3.6.7.4, https://www.itl.nist.gov/div898/handbook/. It holds where five or more
    are expected in each place. As any bias becomes significant in a large bank, its size
    w = √(χ²/n) has to reach 0.1 as well: Cohen, Statistical Power Analysis for the Behavioral
    Sciences, 2nd ed. 1988, section 7.2.

    Args:
        counts: How many keys stand in each place.

    >>> is_biased([70, 30, 20]), is_biased([45, 40, 35]), is_biased([3, 0, 0])
    (True, False, False)
    """
    total, places = sum(counts), len(counts)
    if not 2 <= places <= len(_CRITICAL) + 1 or total < max(FEWEST, 5 * places):
        return False
    expected = total / places
    chi_square = sum((count - expected) ** 2 for count in counts) / expected
    return chi_square > _CRITICAL[places - 2] and chi_square >= SMALL**2 * total


def _with(quiz: FileFacts, options: int, key: int) -> list[int]:
    """List the questions of a quiz that have so many options and this key."""
    return [
        index
        for index, question in enumerate(quiz.questions)
        if question.options == options and question.key == key
    ]
