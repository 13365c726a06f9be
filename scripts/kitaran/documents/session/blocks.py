"""The pieces that papers are put together from, as plain data for the template.

Every text is Markdown of one line; it becomes runs here, so nothing in it can be a command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kitaran.documents.formats.pdf import breakable
from kitaran.documents.inline import parse
from kitaran.documents.session.ask import GAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kitaran.documents.session.ask import Asked, Part

Block = dict[str, Any]


def runs(text: str) -> list[dict[str, Any]]:
    r"""Give a text as runs, with the gaps in it as runs of their own.

    >>> [run["text"] or run["gap"] for run in runs("**Bayar** dalam \ue0001\ue001 hari")]
    ['Bayar', ' dalam ', '1', ' hari']
    """
    found: list[dict[str, Any]] = []
    for run in parse(text, lambda _href: ""):
        style = {"strong": run.strong, "emph": run.emph}
        for place, piece in enumerate(GAP.split(run.text)):
            if place % 2:
                found.append({"text": "", "gap": piece, **style})
            elif piece:
                found.append({"text": breakable(piece), "gap": "", **style})
    return found


def heading(text: str, level: int = 1) -> Block:
    """Give a heading; levels follow one another from 1."""
    return {"kind": "heading", "level": level, "text": runs(text)}


def para(text: str, style: str = "") -> Block:
    """Give a paragraph: plain, `small`, `lead` or `strong`."""
    return {"kind": "para", "style": style, "text": runs(text)}


def items(texts: Iterable[str], mark: str = "dot") -> Block:
    """Give a list, its items marked with a `dot`, a `box` to tick, or a `number`."""
    return {"kind": "items", "mark": mark, "items": [runs(text) for text in texts]}


def lines(count: int) -> Block:
    """Give lines to write on."""
    return {"kind": "lines", "count": count}


def blanks(*names: str) -> Block:
    """Give blanks beside one another, each under its name."""
    return {"kind": "blanks", "names": [runs(name) for name in names]}


def boxed(*blocks: Block) -> Block:
    """Give blocks within a frame."""
    return {"kind": "boxed", "blocks": list(blocks)}


def together(*blocks: Block) -> Block:
    """Keep blocks on one page."""
    return {"kind": "together", "blocks": list(blocks)}


def page() -> Block:
    """Begin a new page."""
    return {"kind": "page"}


def facts(rows: Iterable[tuple[str, str]]) -> Block:
    """Give names with what they stand for, without lines."""
    return {"kind": "facts", "rows": [[runs(name), runs(value)] for name, value in rows if value]}


def table(
    columns: Sequence[tuple[str, float]],
    rows: Iterable[Sequence[str]],
    *,
    height: float = 0.0,
    right: Sequence[int] = (),
) -> Block:
    """Give a table.

    Args:
        columns: Heading and share of the width of each.
        rows: The cells.
        height: The least height of a row in millimetres, where hands write in it.
        right: The columns whose cells stand on the right.
    """
    return {
        "kind": "table",
        "columns": [{"text": runs(name), "share": share} for name, share in columns],
        "rows": [[runs(cell) for cell in row] for row in rows],
        "height": height,
        "right": list(right),
    }


def question(asked: Asked, number: int, points: str, *, solved: bool = False) -> Block:
    """Give a question to be answered with a pen, or with its answer.

    Args:
        asked: The question.
        number: Its number on the paper.
        points: What it counts for, in words.
        solved: Whether the right options are marked, and the reasons given.
    """
    return {
        "kind": "question",
        "number": number,
        "points": points,
        "how": asked.how,
        "text": runs(asked.text),
        "said": runs(asked.said),
        "options": [_part(part, solved=solved) for part in asked.options],
        "left": [_part(part, solved=False) for part in asked.left],
        "boxes": 0 if solved else asked.boxes,
        "lines": 0 if solved else asked.lines,
        "unit": "" if solved else asked.unit,
        "answer": runs(asked.answer) if solved else [],
        "why": [runs(why) for why in asked.why] if solved else [],
        "tick": asked.type in ("single", "multiple", "true_false", "scenario"),
        "solved": solved,
    }


def _part(part: Part, *, solved: bool) -> dict[str, Any]:
    """Give an option."""
    return {
        "mark": part.mark,
        "text": runs(part.text),
        "right": solved and part.right,
        "why": runs(part.why) if solved else [],
    }
