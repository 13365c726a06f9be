"""The tables of a report that are about questions and quizzes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.measured import FEW
from kitaran.reports.phrases import by_urgency, option_text, sentence, short, stem, suspicious
from kitaran.reports.sql import OFTEN, SHARED
from kitaran.reports.table import put

if TYPE_CHECKING:
    from kitaran.documents.words import Words
    from kitaran.reports.report import Report
    from kitaran.reports.table import Form, Table


def quizzes(report: Report, say: Words) -> Table:
    """Tell how reliable the quizzes are."""
    columns: tuple[tuple[str, Form], ...] = (
        ("quiz", "text"), ("people", "count"), ("tests", "count"), ("mean", "percent"),
        ("passed", "percent"), ("whole", "count"), ("alpha", "decimal"), ("error", "decimal"),
    )  # fmt: skip
    rows = (
        (
            report.catalogue.quiz_title(each.quiz, say.locale),
            each.n,
            each.tests,
            each.percent / 100 if each.n >= FEW else None,
            each.passed if each.n >= FEW else None,
            each.whole,
            each.alpha,
            each.error,
        )
        for each in report.quizzes
    )
    return put("quizzes", say, columns, rows, n=FEW)


def questions(report: Report, say: Words) -> Table:
    """Tell what the numbers say of each question, the worst first."""
    columns: tuple[tuple[str, Form], ...] = (
        ("question", "text"), ("says", "text"), ("text", "text"), ("n", "count"),
        ("older", "count"), ("p", "decimal"), ("r", "decimal"), ("d", "decimal"),
    )  # fmt: skip
    rows = (
        (
            f"{item.quiz}#{item.question}",
            sentence(report, item, say),
            stem(report, item, say.locale),
            item.n,
            item.older,
            item.p,
            item.r,
            item.d,
        )
        for item in by_urgency(report)
    )
    return put("questions", say, columns, rows, n=FEW)


def options(report: Report, say: Words) -> Table:
    """Tell which option drew whom, of the questions that somebody should look at."""
    columns: tuple[tuple[str, Form], ...] = (
        ("question", "text"), ("option", "text"), ("text", "text"), ("right", "text"),
        ("count", "count"), ("share", "percent"), ("upper", "percent"), ("lower", "percent"),
        ("r", "decimal"),
    )  # fmt: skip
    rows = (
        (
            f"{item.quiz}#{item.question}",
            option.letter if option.at >= 0 else "–",
            option_text(report, item, option, say),
            say("yes" if option.right else "no") if option.at >= 0 else "",
            option.n,
            option.n / item.n,
            option.upper / item.group if item.group else None,
            option.lower / item.group if item.group else None,
            option.r,
        )
        for item in suspicious(report)
        for option in item.options
    )
    return put("options", say, columns, rows)


def typed(report: Report, say: Words) -> Table:
    """Tell what people typed instead of the right answer, of every question that was typed."""
    columns: tuple[tuple[str, Form], ...] = (
        ("question", "text"), ("text", "text"), ("typed", "text"), ("people", "count"),
        ("share", "percent"),
    )  # fmt: skip
    rows = (
        (
            f"{item.quiz}#{item.question}",
            stem(report, item, say.locale),
            short(each.text),
            each.n,
            each.n / item.n,
        )
        for item in report.items
        for each in item.typed
    )
    return put("typed", say, columns, rows, n=FEW, shared=SHARED, often=OFTEN)
