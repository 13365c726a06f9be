"""A report in words: the same parts in the same order for the page and for the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kitaran.reports import charts, first
from kitaran.reports.report import COMPARED
from kitaran.reports.tables import tables
from kitaran.reports.words import number, words

if TYPE_CHECKING:
    from datetime import date

    from kitaran.documents.site import Site
    from kitaran.documents.words import Words
    from kitaran.models.text import Locale
    from kitaran.reports.charts import Chart
    from kitaran.reports.first import Lead
    from kitaran.reports.report import Report
    from kitaran.reports.table import Table

HOW = ("counts", "p", "r", "d", "alpha", "bounds")


@dataclass(frozen=True)
class Part:
    """A section of a report."""

    table: Table
    said: tuple[str, ...] = ()
    """Sentences that stand before the table."""
    chart: Chart | None = None


@dataclass(frozen=True)
class Story:
    """A report in one language."""

    report: Report
    locale: Locale
    handbook: str
    say: Words
    parts: tuple[Part, ...]

    @property
    def day(self) -> date:
        """When it was made."""
        return self.report.today

    @property
    def title(self) -> str:
        """Its heading."""
        return self.say("report.title")

    @property
    def version(self) -> str:
        """Which content of the handbook it was held against."""
        return self.say("report.content", version=self.report.catalogue.version)

    @property
    def made(self) -> str:
        """When it was made, in words."""
        return self.say("report.made", date=self.say.date(self.day))

    @property
    def counted(self) -> tuple[str, ...]:
        """What was counted, in sentences."""
        report, say = self.report, self.say

        def many(name: str, n: int) -> str:
            """The number with its thousands, in the singular or the plural."""
            table: dict[str, Any] = say.table["report"][name]
            return str(table["one" if n == 1 else "other"]).format(n=f"{n:,}")

        lines = [
            say(
                "report.counted",
                files=many("files", report.files),
                people=many("people", len(report.people)),
                attempts=many("attempts", report.attempts),
                tests=many("tests", report.tests),
            )
        ]
        if report.since and report.until:
            since, until = say.date(report.since), say.date(report.until)
            lines.append(say("report.span", since=since, until=until))
        if report.notes:
            lines.append(many("left_out", len(report.notes)))
        if report.coded:
            lines.append(say("report.coded"))
        if not report.people:
            lines.append(say("report.nobody"))
        return tuple(lines)

    @property
    def first(self) -> tuple[Lead, ...]:
        """What to do first, each with the section that tells more."""
        return first.leads(self.report, self.say) if self.report.people else ()

    @property
    def how(self) -> tuple[str, ...]:
        """How the numbers are worked out."""
        return tuple(self.say(f"how.{key}") for key in HOW)

    @property
    def name(self) -> str:
        """What its files are called, without suffix."""
        return f"report.{self.locale}"


def tell(report: Report, locale: Locale, site: Site) -> Story:
    """Put a report into words."""
    say = words(locale)
    said = {"stages": _weak(report, say)}
    drawn = {"stages": charts.stages(report, say) if report.people else None}
    drawn["questions"] = charts.items(report, say)
    parts = tuple(
        Part(table, said.get(name, ()), drawn.get(name))
        for name, table in tables(report, locale).items()
    )
    return Story(report, locale, site.name or say("handbook"), say, parts)


def _weak(report: Report, say: Words) -> tuple[str, ...]:
    """Name the weak stages."""
    if not report.people:
        return ()
    if len(report.known) < COMPARED:
        return (say("unknown"),)
    known = sorted(stage.percent or 0 for stage in report.known)
    return tuple(
        say(
            "weak",
            stage=report.catalogue.page_title(stage.page, say.locale),
            percent=f"{number(stage.percent, 0)}%",
            typical=f"{number(known[len(known) // 2], 0)}%",
        )
        for stage in report.weak
    ) or (say("strong"),)
