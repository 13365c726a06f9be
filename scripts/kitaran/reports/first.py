"""What to do first: the few lines of a report that somebody in a hurry reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kitaran.reports.phrases import sentence, short, suspicious
from kitaran.reports.report import DUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.documents.words import Words
    from kitaran.reports.report import Report, Stage

NAMED = 3
"""So many people are named."""
_NAME = 40
"""So much of a name is shown, in characters."""


class Lead(NamedTuple):
    """A line, with where the report tells more."""

    text: str
    section: str


def leads(report: Report, say: Words) -> tuple[Lead, ...]:
    """Say who is ready, what to teach next, whom to ring and which question to mend."""
    return tuple(_leads(report, say))


def _leads(report: Report, say: Words) -> Iterator[Lead]:
    """Give a line for each matter that there is something to do about."""
    people, stages = len(report.people), len(report.stages)
    ready = sum(row.ready == stages for row in report.people)
    yield Lead(say("first.ready", n=f"{ready:,}", of=f"{people:,}", stages=stages), "readiness")
    topic = _topic(report)
    if topic is not None:
        title = report.catalogue.page_title(topic.page, say.locale)
        failed = f"{topic.counts['failed']:,}"
        yield Lead(say("first.topic", stage=title, n=failed, of=f"{people:,}"), "stages")
    ending = [each.certificate for each in report.ending]
    if ending:
        names = (short(each.name or "–", _NAME) for each in report.ending)
        begin = ", ".join(list(dict.fromkeys(names))[:NAMED])
        due = {"expired": ending.count("expired"), "due": ending.count("due"), "days": DUE}
        yield Lead(say("first.ending", **due, names=begin), "ending")
    items = suspicious(report)
    if items:
        worst = items[0]
        name, says = f"{worst.quiz}#{worst.question}", sentence(report, worst, say)
        yield Lead(say("first.questions", n=len(items), question=name, says=says), "questions")


def _topic(report: Report) -> Stage | None:
    """Choose what to teach next: the weak stage, or else the one that most have not passed."""
    if report.weak:
        return report.weak[0]
    most = max(report.stages, key=lambda stage: stage.counts["failed"], default=None)
    return most if most is not None and most.counts["failed"] else None
