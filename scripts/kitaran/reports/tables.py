"""The tables of a report, in words. Every format writes the same ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from kitaran.check.measured import FEW
from kitaran.reports.phrases import by_urgency, option_text, sentence, stem, suspicious
from kitaran.reports.report import DUE, STATES
from kitaran.reports.words import number, short_date, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.documents.words import Words
    from kitaran.models.text import Locale
    from kitaran.reports.report import Cell, Report, Row

Value = str | int | float | date | None
Form = Literal["text", "count", "percent", "decimal", "date", "state"]
"""What a column holds. A percentage is kept as a share; a state is the sign and its words."""

SIGNS = {"passed": "✓", "old": "↻", "changed": "↻", "begun": "…", "failed": "✗", "none": "–"}


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    name: str
    """What it is called in files for programs."""
    head: str
    form: Form = "text"


@dataclass(frozen=True)
class Table:
    """A table with its heading."""

    name: str
    title: str
    intro: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    states: tuple[tuple[str, ...], ...] = field(default=())
    """For each row, the state of each cell; empty strings where it has none."""

    def shown(self, value: Value, form: Form, say: Words) -> str:
        """Write a value as people read it."""
        if isinstance(value, date):
            return short_date(say, value)
        if value is None:
            return "–"
        if form == "percent" and isinstance(value, int | float):
            return f"{number(100 * value, 0)}%"
        if form == "decimal" and isinstance(value, int | float):
            return number(value)
        return f"{value:,}" if isinstance(value, int) else str(value)


def tables(report: Report, locale: Locale) -> dict[str, Table]:
    """Give every table of a report by its name, in their order."""
    say = words(locale)
    makers = (
        _stages,
        _readiness,
        _ending,
        _refreshers,
        _paths,
        _quizzes,
        _questions,
        _options,
        _notes,
    )
    made = (maker(report, say) for maker in makers)
    return {table.name: table for table in made}


def _table(
    name: str,
    say: Words,
    columns: tuple[tuple[str, Form], ...],
    rows: Iterator[tuple[Value, ...]],
    **values: object,
) -> Table:
    """Put a table together, with its texts from the words."""
    heads = tuple(Column(key, say(f"heads.{key}"), form) for key, form in columns)
    intro = say.table["intro"].get(name, "")
    filled = str(intro).format(**values) if values else str(intro)
    return Table(name, say(f"sections.{name}"), filled, heads, tuple(rows))


def _stages(report: Report, say: Words) -> Table:
    """Tell how many stand how in each stage."""
    rows = tuple(
        (
            report.catalogue.page_title(stage.page, say.locale),
            *(stage.counts[state] for state in STATES),
            stage.percent / 100 if stage.percent is not None else None,
            stage.n,
        )
        for stage in report.stages
    )
    columns = (
        Column("stage", say("heads.stage")),
        *(Column(state, say(f"states.{state}"), "count") for state in STATES),
        Column("first", say("heads.first"), "percent"),
        Column("first_n", say("heads.first_n"), "count"),
    )
    return Table("stages", say("sections.stages"), say("intro.stages"), columns, rows)


def _readiness(report: Report, say: Words) -> Table:
    """Tell how everybody stands in every stage."""
    pages = [stage.page for stage in report.stages]
    columns = (
        Column("name", say("heads.name")),
        Column("ready", say("heads.ready"), "count"),
        *(Column(page, report.catalogue.page_title(page, say.locale), "state") for page in pages),
        Column("made", say("heads.made"), "date"),
    )
    rows = tuple(
        (row.name or "–", row.ready, *(_cell(row, page, say) for page in pages), row.made)
        for row in report.people
    )
    states = tuple(("", "", *(_state(row, page) for page in pages), "") for row in report.people)
    title, intro = say("sections.readiness"), say("intro.readiness")
    return Table("readiness", title, intro, columns, rows, states)


def _state(row: Row, page: str) -> str:
    """Give how somebody stands in a stage."""
    return row.cells[page].state if page in row.cells else "none"


def _cell(row: Row, page: str, say: Words) -> str:
    """Write how somebody stands in a stage, as short as can be."""
    cell: Cell | None = row.cells.get(page)
    if cell is None:
        return SIGNS["none"]
    practice = "" if cell.test else (" (l)" if say.locale == "ms" else " (p)")
    return f"{SIGNS[cell.state]} {number(cell.percent, 0)}%{practice}"


def _paths(report: Report, say: Words) -> Table:
    """Tell how far everybody has come on a path."""
    columns: tuple[tuple[str, Form], ...] = (
        ("path", "text"), ("name", "text"), ("done", "count"), ("steps", "count"),
        ("share", "percent"), ("signed", "count"), ("to_sign", "count"),
        ("certificate", "text"), ("issued", "date"), ("expires", "date"),
    )  # fmt: skip
    rows = (
        (
            _path(report, each.path, say),
            each.name or "–",
            each.done,
            each.steps,
            each.done / each.steps if each.steps else None,
            each.signed,
            each.to_sign,
            say(f"certificate.{each.certificate}"),
            each.issued,
            each.expires,
        )
        for each in report.paths
    )
    return _table("paths", say, columns, rows)


def _path(report: Report, path: str, say: Words) -> str:
    """Give what a path is called."""
    known = report.catalogue.paths.get(path)
    return known.title.get(say.locale) if known else path


def _ending(report: Report, say: Words) -> Table:
    """Tell which certificates are due or expired."""
    columns: tuple[tuple[str, Form], ...] = (
        ("name", "text"), ("path", "text"), ("certificate", "text"), ("expires", "date"),
    )  # fmt: skip
    rows = (
        (
            each.name or "–",
            _path(report, each.path, say),
            say(f"certificate.{each.certificate}"),
            each.expires,
        )
        for each in report.ending
    )
    return _table("ending", say, columns, rows, n=DUE)


def _refreshers(report: Report, say: Words) -> Table:
    """Tell who needs a refresher in what."""
    columns: tuple[tuple[str, Form], ...] = (
        ("name", "text"), ("quiz", "text"), ("why", "text"), ("percent", "percent"),
        ("day", "date"),
    )  # fmt: skip
    rows = (
        (
            each.name or "–",
            report.catalogue.quiz_title(each.quiz, say.locale),
            say(f"states.{each.state}"),
            each.percent / 100,
            each.day,
        )
        for each in report.refreshers
    )
    return _table("refreshers", say, columns, rows, date=say.date(report.fresh))


def _quizzes(report: Report, say: Words) -> Table:
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
    return _table("quizzes", say, columns, rows, n=FEW)


def _questions(report: Report, say: Words) -> Table:
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
    return _table("questions", say, columns, rows, n=FEW)


def _options(report: Report, say: Words) -> Table:
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
    return _table("options", say, columns, rows)


def _notes(report: Report, say: Words) -> Table:
    """Tell which files were left out or counted in part. Of coded ones, no name is told."""
    columns: tuple[tuple[str, Form], ...] = (("file", "text"), ("why", "text"))
    numbers = {file: str(at) for at, file in enumerate(_files(report), 1)}

    def named(file: object) -> str:
        return f"{say('heads.file')} {numbers[str(file)]}" if report.coded else str(file)

    rows = (
        (
            named(note.file),
            say(
                f"reasons.{note.kind}",
                **{
                    **note.values,
                    **({"other": named(note.values["other"])} if "other" in note.values else {}),
                    **({"name": "…"} if report.coded and "name" in note.values else {}),
                },
            ),
        )
        for note in report.notes
    )
    return _table("notes", say, columns, rows)


def _files(report: Report) -> list[str]:
    """List the files that notes name, each once."""
    every = (
        str(name)
        for note in report.notes
        for name in (note.file, note.values.get("other"))
        if name is not None
    )
    return list(dict.fromkeys(every))
