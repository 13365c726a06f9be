"""The tables of a report, in words. Every format writes the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.measured import FEW
from kitaran.reports import item_tables
from kitaran.reports.report import DUE, STATES
from kitaran.reports.table import Column, Table, put
from kitaran.reports.words import number, words

if TYPE_CHECKING:
    from kitaran.documents.words import Words
    from kitaran.models.text import Locale
    from kitaran.reports.report import Cell, Report, Row
    from kitaran.reports.table import Form

SIGNS = {"passed": "✓", "old": "↻", "changed": "↻", "begun": "…", "failed": "✗", "none": "–"}


def tables(report: Report, locale: Locale) -> dict[str, Table]:
    """Give every table of a report by its name, in their order."""
    say = words(locale)
    makers = (
        _stages,
        _readiness,
        _ending,
        _refreshers,
        _paths,
        item_tables.quizzes,
        item_tables.questions,
        item_tables.options,
        item_tables.typed,
        _notes,
    )
    made = (maker(report, say) for maker in makers)
    return {table.name: table for table in made}


def _stages(report: Report, say: Words) -> Table:
    """Tell how many stand how in each stage."""
    rows = tuple(
        (
            report.catalogue.page_title(stage.page, say.locale),
            *(stage.counts[state] for state in STATES),
            stage.percent / 100 if stage.percent is not None and stage.n >= FEW else None,
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
    return Table("stages", say("sections.stages"), say("intro.stages", n=FEW), columns, rows)


def _readiness(report: Report, say: Words) -> Table:
    """Tell how everybody stands in every stage."""
    pages = [stage.page for stage in report.stages]
    columns = (
        Column("name", say("heads.name")),
        Column("ready", say("heads.ready", n=len(pages)), "count"),
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
    return put("paths", say, columns, rows)


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
    return put("ending", say, columns, rows, n=DUE)


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
    return put("refreshers", say, columns, rows, date=say.date(report.fresh))


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
    return put("notes", say, columns, rows)


def _files(report: Report) -> list[str]:
    """List the files that notes name, each once."""
    every = (
        str(name)
        for note in report.notes
        for name in (note.file, note.values.get("other"))
        if name is not None
    )
    return list(dict.fromkeys(every))
