"""The attendance sheet, and the sheet on which the trainer signs people off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.documents.session import blocks as b
from kitaran.documents.session.agenda import facts
from kitaran.documents.session.context import Sheet

if TYPE_CHECKING:
    from kitaran.documents.session.context import Pack


def sheet(pack: Pack) -> Sheet:
    """Make both sheets, in one file."""
    w, people = pack.w, pack.material.session.people
    rows = range(1, people + 1)
    attendance = [
        (w("columns.no"), 0.5),
        (w("columns.name"), 4.0),
        (w("columns.sign_in"), 2.4),
        (w("columns.sign_out"), 2.4),
    ]
    objectives = [
        text
        for topic, names in pack.material.objectives.items()
        for text in pack.objectives(topic, names)
    ]
    percent = f"{100 * pack.pass_mark:g}"
    columns, blank = _columns(pack)
    content = [
        b.facts(facts(pack)[:3]),
        b.heading(w("attendance")),
        b.para(w("attendance_how")),
        b.table(attendance, ([str(number), "", "", ""] for number in rows), height=8.5),
        b.blanks(w("trainer"), w("date")),
        b.page(),
        b.heading(w("signoff")),
        b.para(w("signoff_how", percent=percent)),
        b.heading(w("objectives"), 2),
        b.items(objectives, "number"),
        b.table(columns, ([str(number), *blank] for number in rows), height=8.5),
        b.para(w("keep"), "small"),
        b.blanks(w("trainer"), w("date")),
    ]
    return Sheet("attendance", w("attendance"), pack.title, pack.summary, content)


def _columns(pack: Pack) -> tuple[list[tuple[str, float]], list[str]]:
    """Give the columns of the sign-off, and an empty row."""
    w = pack.w
    columns = [(w("columns.no"), 0.5), (w("columns.name"), 3.2)]
    if pack.material.paper:
        columns += [
            (f"{w('columns.paper')} A/B", 1.0),
            (f"{w('columns.marks')} /{pack.total}", 1.2),
        ]
    if pack.material.plays:
        columns.append((f"{w('columns.roleplay')} %", 1.2))
    columns += [(w("columns.next"), 2.6), (w("columns.signed"), 1.5)]
    return columns, [""] * (len(columns) - 1)
