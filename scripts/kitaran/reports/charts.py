"""Charts as SVG, drawn here, so that a page needs no script and a paper shows the same.

Every chart has a table beside it that says the same; a chart is never the only way to know. What
is told by colour is told by a pattern or a label too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from kitaran.check.measured import MARGINAL
from kitaran.reports.phrases import short, suspicious
from kitaran.reports.report import STATES

if TYPE_CHECKING:
    from kitaran.documents.words import Words
    from kitaran.reports.report import Report

FONT = "'Libertinus Serif', 'Noto Sans', sans-serif"
INK, SOFT, LINE = "#1b2426", "#546164", "#c9d3d4"
FILLS = {
    "passed": "#0f5c63",
    "old": "#6ba5a9",
    "changed": "#a9cdcf",
    "begun": "#e9d8a6",
    "failed": "#b5533c",
    "none": "#e6eaea",
}
"""The colours of the states. Next to each other they differ in lightness too."""
LIGHT = {"passed": "#ffffff", "failed": "#ffffff"}
"""What is written on dark grounds."""
_WIDTH = 720
_LETTER = 5.8
"""How wide a letter of the legend is, on average."""


class Chart(NamedTuple):
    """A chart with what it says to whoever does not see it."""

    svg: str
    says: str


def _svg(height: float, says: str, parts: list[str]) -> Chart:
    """Put a chart together."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:g}" role="img" '
        f'aria-label={quoteattr(says)} font-family="{FONT}" font-size="14" fill="{INK}">'
    )
    return Chart(head + "".join(parts) + "</svg>", says)


def _text(x: float, y: float, text: str, **style: object) -> str:
    """Write a text."""
    more = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in style.items())
    return f'<text x="{x:g}" y="{y:g}"{more}>{escape(text)}</text>'


def _rect(x: float, y: float, width: float, height: float, fill: str, more: str = "") -> str:
    """Draw a box."""
    return (
        f'<rect x="{x:.1f}" y="{y:g}" width="{width:.1f}" height="{height:g}" fill="{fill}"{more}/>'
    )


def stages(report: Report, say: Words) -> Chart:
    """Draw how many people stand how in each stage, a bar for each."""
    left, row, top = 210, 30, 34
    parts = _legend(say)
    total = max((sum(stage.counts.values()) for stage in report.stages), default=0)
    room = _WIDTH - left - 4
    for at, stage in enumerate(report.stages):
        y = top + at * row
        title = report.catalogue.page_title(stage.page, say.locale)
        parts.append(_text(left - 10, y + 17, short(title, 26), text_anchor="end"))
        x = float(left)
        for state in STATES:
            count = stage.counts[state]
            width = room * count / total if total else 0
            if count:
                edge = ' stroke="#ffffff" stroke-width="1"'
                parts.append(_rect(x, y + 2, width, row - 8, FILLS[state], edge))
            if width > 9 * len(f"{count:,}") + 6:
                parts.append(
                    _text(
                        round(x + width / 2, 1), y + 18, f"{count:,}",
                        text_anchor="middle", fill=LIGHT.get(state, INK),
                    )
                )  # fmt: skip
            x += width
    return _svg(top + row * len(report.stages) + 4, say("chart.stages"), parts)


def _legend(say: Words) -> list[str]:
    """Draw what the colours mean."""
    parts: list[str] = []
    x = 0.0
    for state in STATES:
        label = say(f"states.{state}")
        parts.append(_rect(x, 4, 12, 12, FILLS[state], f' stroke="{SOFT}" stroke-width="0.5"'))
        parts.append(_text(round(x + 16, 1), 15, label, font_size=12, fill=INK))
        x += 16 + _LETTER * len(label) + 10
    return parts


def items(report: Report, say: Words) -> Chart | None:
    """Draw the questions by difficulty and discrimination; none where too few can be placed."""
    known = [(item, item.p, item.r) for item in report.items if item.p is not None]
    placed = [(item, p, r) for item, p, r in known if r is not None]
    if len(placed) < 3:
        return None
    left, top, wide, high = 56.0, 14.0, _WIDTH - 80.0, 270.0
    low = min(-0.2, *(r for _, _, r in placed))

    def x(p: float) -> float:
        return left + wide * p

    def y(r: float) -> float:
        return top + high * (1 - r) / (1 - low)

    parts = _grid(x, y, low, say)
    marked = {(item.quiz, item.question) for item in suspicious(report)}
    # Those to look at are drawn last and as squares: shape tells what colour tells.
    for item, p, r in sorted(placed, key=lambda each: (each[0].quiz, each[0].question) in marked):
        if (item.quiz, item.question) in marked:
            more = ' stroke="#ffffff" stroke-width="1"'
            parts.append(_rect(x(p) - 5, round(y(r) - 5, 1), 10, 10, FILLS["failed"], more))
        else:
            parts.append(
                f'<circle cx="{x(p):.1f}" cy="{y(r):.1f}" r="4" fill="{FILLS["passed"]}" '
                'fill-opacity="0.65"/>'
            )
    return _svg(top + high + 44, say("chart.items"), parts)


def _grid(x: object, y: object, low: float, say: Words) -> list[str]:
    """Draw the axes."""
    assert callable(x)
    assert callable(y)
    parts: list[str] = []
    for step in range(6):
        p = step / 5
        parts.append(_line(x(p), y(1), x(p), y(low), LINE))
        parts.append(_text(round(x(p), 1), round(y(low) + 16, 1), f"{p:.1f}",
                           text_anchor="middle", font_size=12, fill=SOFT))  # fmt: skip
    for r in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        parts.append(_line(x(0), y(r), x(1), y(r), INK if r == MARGINAL else LINE))
        parts.append(_text(48, round(y(r) + 4, 1), f"{r:.1f}",
                           text_anchor="end", font_size=12, fill=SOFT))  # fmt: skip
    parts.append(_text(round(x(0) + 4, 1), round(y(MARGINAL) - 4, 1), say("chart.line"),
                       font_size=12, fill=INK))  # fmt: skip
    parts.append(_text(round(x(0.5), 1), round(y(low) + 36, 1), say("chart.difficulty"),
                       text_anchor="middle", font_size=13))  # fmt: skip
    middle = round((y(1) + y(low)) / 2, 1)
    parts.append(_text(14, middle, say("chart.discrimination"), text_anchor="middle",
                       font_size=13, transform=f"rotate(-90 14 {middle})"))  # fmt: skip
    return parts


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    """Draw a line."""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
        'stroke-width="1"/>'
    )
