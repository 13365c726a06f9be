"""The papers of a pack as PDF on A4, tagged, with version, date and page numbers."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from kitaran.documents.formats.pdf import breakable, typeset
from kitaran.documents.inline import parse, plain
from kitaran.documents.session import agenda, attendance, guide, handout, papers, roleplay

if TYPE_CHECKING:
    from kitaran.documents.session.context import Pack, Sheet


def sheets(pack: Pack) -> list[Sheet]:
    """Make every paper of a pack."""
    return [
        agenda.sheet(pack),
        guide.sheet(pack),
        handout.sheet(pack),
        *papers.papers(pack),
        *papers.key(pack),
        *roleplay.sheets(pack),
        attendance.sheet(pack),
    ]


def version(every: list[Sheet]) -> str:
    """Hash all that is printed: eight hexadecimal digits."""
    said = json.dumps([sheet._asdict() for sheet in every], sort_keys=True, ensure_ascii=False)
    return sha256(said.encode()).hexdigest()[:8]


def render(pack: Pack, sheet: Sheet, digits: str) -> bytes:
    """Set one paper.

    Args:
        pack: The pack that it belongs to.
        sheet: The paper.
        digits: The version of the pack.

    Raises:
        FormatError: If typst refuses it.
    """
    day = pack.material.session.date
    values: dict[str, Any] = {
        "lang": pack.locale,
        "date": day.timetuple()[:3],
        "day": pack.date,
        "handbook": breakable(pack.handbook),
        "label": sheet.label,
        "title": _plain(sheet.title),
        "running": _plain(sheet.title if sheet.title == pack.title else pack.title),
        "subtitle": _plain(sheet.subtitle),
        "version": pack.w("version", version=digits),
        "words": {key: pack.words.table["session"][key] for key in ("page", "answer")},
        "blocks": sheet.blocks,
    }
    return typeset("session.typ", values, day)


def _plain(text: str) -> str:
    """Give a text without marks of emphasis, its long words breakable."""
    return breakable(plain(parse(text)))
