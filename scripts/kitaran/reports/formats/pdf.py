"""PDF, set by typst: tagged, on A4 across."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kitaran.documents.formats.pdf import breakable, typeset
from kitaran.reports.formats import cut

if TYPE_CHECKING:
    from kitaran.reports.story import Part, Story

SUFFIX = "pdf"

MOST = 150
"""So many rows of a table are printed."""
WIDTHS = {
    "says": 4.5,
    "text": 3.5,
    "typed": 2.4,
    "why": 3.0,
    "file": 3.0,
    "question": 2.6,
    "quiz": 2.4,
    "name": 1.8,
    "path": 2.2,
    "made": 1.4,
    "day": 1.4,
}
"""How wide columns are beside those with numbers."""
_SHORT = {"percent", "count", "decimal"}


def render(story: Story) -> dict[str, bytes]:
    """Write the document.

    Raises:
        FormatError: If typst refuses it.
    """
    values: dict[str, Any] = {
        "lang": story.locale,
        "date": story.day.timetuple()[:3],
        "handbook": breakable(story.handbook),
        "title": story.title,
        "kind": story.say("report.kind"),
        "made": story.made,
        "version": story.version,
        "counted": list(story.counted),
        "first": {
            "title": story.say("sections.first"),
            "lines": [breakable(lead.text) for lead in story.first],
        },
        "private": story.say("report.private"),
        "page": story.say.table["checklists"]["page"],
        "none": story.say("report.none"),
        "parts": [_part(part, story) for part in story.parts],
        "how": {"title": story.say("sections.how"), "lines": list(story.how)},
    }
    return {f"{story.name}.pdf": typeset("report.typ", values, story.day)}


def _part(part: Part, story: Story) -> dict[str, Any]:
    """Give a section as plain data."""
    table = part.table
    shown, more = cut(table, MOST)
    counts = {"shown": f"{shown:,}", "all": f"{len(table.rows):,}"}
    return {
        "title": table.title,
        "said": list(part.said),
        "intro": table.intro,
        "svg": part.chart.svg if part.chart else "",
        "alt": part.chart.says if part.chart else "",
        "heads": [column.head for column in table.columns],
        "widths": [
            0.0 if column.form in _SHORT else WIDTHS.get(column.name, 1.0)
            for column in table.columns
        ],
        "right": [column.form in _SHORT for column in table.columns],
        "rows": [
            [
                breakable(table.shown(value, column.form, story.say))
                for value, column in zip(row, table.columns, strict=True)
            ]
            for row in table.rows[:shown]
        ],
        "states": [list(states) for states in table.states[:shown]],
        "more": story.say("report.more", **counts) if more else "",
    }
