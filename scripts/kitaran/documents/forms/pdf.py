"""PDF: a form on A4 to be printed and filled in by hand, tagged for those who hear it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kitaran.documents.formats.pdf import breakable, typeset

if TYPE_CHECKING:
    from kitaran.documents.forms.paper import FormPaper
    from kitaran.models.form import Column, Field

SUFFIX = "pdf"

_SHARES = {"text": 3.0, "long": 4.0, "choice": 2.0}
"""How wide columns are beside one another; a number needs least."""
_DEFAULT_SHARE = 1.6


def render(paper: FormPaper) -> bytes:
    """Write the document.

    Raises:
        FormatError: If typst refuses the document.
    """
    return typeset("form.typ", _data(paper), paper.form.reviewed)


def _data(paper: FormPaper) -> dict[str, Any]:
    """Give what the template prints, as plain data."""
    say = paper.words.table
    return {
        "lang": paper.locale,
        "date": paper.form.reviewed.timetuple()[:3],
        "handbook": breakable(paper.handbook),
        "label": say["forms"]["form"],
        "title": breakable(paper.title),
        "subtitle": breakable(paper.say(paper.form.summary)),
        "version": paper.version,
        "reviewed": paper.reviewed,
        "address": paper.address,
        "wide": paper.wide,
        "words": {"page": say["checklists"]["page"], **say["forms"]},
        "sections": [
            {
                "title": breakable(paper.say(section.title)),
                "help": breakable(paper.say(section.help)),
                "fields": [_field(paper, field) for field in section.fields],
            }
            for section in paper.form.sections
        ],
    }


def _field(paper: FormPaper, field: Field) -> dict[str, Any]:
    """Give one field as plain data."""
    return {
        "label": breakable(paper.say(field.label)),
        "help": breakable(paper.say(field.help)),
        "kind": "reckoned" if field.formula else field.type,
        "rows": field.height,
        "choices": [breakable(paper.say(choice)) for choice in field.choices],
        "reckoning": breakable(paper.reckoning(field.formula, paper.form.fields)),
        "lines": [breakable(paper.say(line)) for line in field.lines],
        "columns": [_column(paper, field, column) for column in field.columns],
        "totals": any(column.total for column in field.columns),
    }


def _column(paper: FormPaper, table: Field, column: Column) -> dict[str, Any]:
    """Give one column of a table as plain data."""
    share = _SHARES.get(column.type, _DEFAULT_SHARE)
    # A long heading over a number breaks between words; a long word must still fit.
    longest = max((len(word) for word in paper.say(column.label).split()), default=0)
    return {
        "label": breakable(paper.say(column.label)),
        "share": max(share, longest * 0.19),
        "right": column.type in ("number", "money", "percent"),
        "hint": {"money": "RM", "percent": "%"}.get(column.type, ""),
        "choices": [breakable(paper.say(choice)) for choice in column.choices],
        "reckoning": breakable(paper.reckoning(column.formula, table.columns)),
        "total": bool(column.total),
    }
