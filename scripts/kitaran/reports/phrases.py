"""What is said of a question: which ones to look at, and why, in a plain sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.measured import Kind, verdicts

if TYPE_CHECKING:
    from kitaran.check.measured import Measured, Picked
    from kitaran.documents.words import Words
    from kitaran.models.text import Locale
    from kitaran.reports.report import Report

FINE = {Kind.GOOD, Kind.FEW, Kind.HARD}
"""What needs nobody to look at the question."""
_STEM = 160
"""So much of a question's text is shown, in characters."""


def by_urgency(report: Report) -> list[Measured]:
    """Bring the questions into the order in which they should be looked at."""
    order = list(Kind)
    last = {Kind.FEW: len(order)}

    def place(item: Measured) -> int:
        kind = verdicts(item)[0].kind
        return last.get(kind, order.index(kind))

    return sorted(report.items, key=place)


def suspicious(report: Report) -> list[Measured]:
    """Give the questions that somebody should look at."""
    return [
        item
        for item in by_urgency(report)
        if any(verdict.kind not in FINE for verdict in verdicts(item))
    ]


def stem(report: Report, item: Measured, locale: Locale) -> str:
    """Give what a question asks, cut short."""
    text = report.catalogue.questions[item.quiz, item.question].question.text
    return short(" ".join((text.get(locale) or text.ms or text.en).split()))


def short(text: str, most: int = _STEM) -> str:
    """Cut a text short.

    >>> short("seven words are too many for this", 12)
    'seven words…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def sentence(report: Report, item: Measured, say: Words) -> str:
    """Say in words what the numbers mean."""
    said = (
        say(
            f"verdict.{verdict.kind}",
            n=item.n,
            options=", ".join(
                f"{option.letter} (“{option_text(report, item, option, say)}”)"
                for option in verdict.options
            ),
        )
        for verdict in verdicts(item)
    )
    return " ".join(said)


def option_text(report: Report, item: Measured, option: Picked, say: Words) -> str:
    """Give an option's text."""
    if option.at < 0:
        return say("blank")
    entry = report.catalogue.questions[item.quiz, item.question]
    if item.type == "true_false":
        return say("true" if option.at == 0 else "false")
    text = entry.question.choices[option.at].text
    return " ".join((text.get(say.locale) or text.ms or text.en).split())
