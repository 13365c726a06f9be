"""Plain text for people: place, fault, the line with a mark under it, remedy, rule."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, combining, east_asian_width

from kitaran.check.reporters import rule_names, shown, summary
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from kitaran.check.engine import Report
    from kitaran.diagnostics import Diagnostic

WIDTH = 100
"""How many cells of a line are shown."""
_LEAD = 30
"""How many cells are shown before the mark, where a line has to be cut."""
_TAB = "    "
_RED, _YELLOW, _CYAN, _BOLD, _DIM, _PLAIN = (f"\x1b[{n}m" for n in (31, 33, 36, 1, 2, 0))


def report(report: Report, *, root: Path, colour: bool) -> str:
    """Tell every finding, and in the last line how many there are.

    Args:
        report: What the check has found.
        root: Not needed: paths are relative to it.
        colour: Whether the text is for a terminal.
    """
    del root
    told = [_finding(found, colour=colour) for found in report.diagnostics]
    return "\n".join([*told, f"{summary(report)}\n"])


def _finding(found: Diagnostic, *, colour: bool) -> str:
    """Tell one finding."""

    def paint(text: str, *codes: str) -> str:
        return f"{''.join(codes)}{text}{_PLAIN}" if colour else text

    hue = _RED if found.severity is Severity.ERROR else _YELLOW
    place = f"{shown(found.path)}:{found.span.line}:{found.span.column}:"
    fault = paint(f"{found.severity} {found.code}", _BOLD, hue)
    lines = [f"{paint(place, _BOLD)} {fault}: {shown(found.message)}"]
    if found.excerpt.strip():
        line, mark = excerpt(found.excerpt, found.span.column, found.span.end_column)
        lines.append(f"{paint(f'{found.span.line:>5} |', _DIM)} {line}".rstrip())
        lines.append(f"{paint('      |', _DIM)} {paint(mark, hue)}")
    if found.help:
        lines.append(f"  {paint('help:', _CYAN)} {shown(found.help)}")
    rule = f"{found.code} {rule_names().get(found.code, '')} (kitaran explain {found.code})"
    lines.append(f"  {paint('rule:', _CYAN)} {rule}")
    return "".join(f"{line}\n" for line in lines)


def excerpt(line: str, column: int, end_column: int = 0) -> tuple[str, str]:
    r"""Show a line and a mark under a part of it, both cut where the line is too long.

    Args:
        line: The line as it stands in the file.
        column: Where the part begins, in characters, counting from one.
        end_column: One past its last character; 0 where it is not known.

    >>> for part in excerpt("\tweigth: 2", 2, 8):
    ...     print(part)
        weigth: 2
        ^^^^^^
    """
    signs = [_TAB if sign == "\t" else shown(sign) for sign in line]
    cells = [_cells(sign) for sign in signs]
    start = min(column - 1, len(line))
    end = max(min(end_column - 1, len(line)), start + 1)
    first, last = 0, len(line)
    if sum(cells) > WIDTH:
        first = _back(cells, start)
        last = _on(cells, first)
    before, after = ("…" if first else ""), ("…" if last < len(line) else "")
    mark = " " * (len(before) + sum(cells[first:start])) + "^" * max(
        sum(cells[start : min(end, last)]), 1
    )
    return f"{before}{''.join(signs[first:last])}{after}", mark


def _back(cells: list[int], start: int) -> int:
    """Find where to begin, so that some of the line leads up to a place."""
    first, room = start, min(_LEAD, WIDTH)
    # Near the end of the line more can be shown before the place.
    room += max(WIDTH - _LEAD - sum(cells[start:]), 0)
    while first > 0 and room >= cells[first - 1]:
        first -= 1
        room -= cells[first]
    return first


def _on(cells: list[int], first: int) -> int:
    """Find where to end, so that no more is shown than there is room for."""
    last, room = first, WIDTH
    while last < len(cells) and room >= cells[last]:
        room -= cells[last]
        last += 1
    return last


def _cells(sign: str) -> int:
    r"""Count the cells of a terminal that a sign takes.

    >>> _cells("a"), _cells("印"), _cells("\u0301"), _cells("    ")
    (1, 2, 0, 4)
    """
    if len(sign) > 1:
        return len(sign)
    if combining(sign) or category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1
