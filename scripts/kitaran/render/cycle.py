"""Draw the sales cycle as a ring, in SVG made from the stages."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kitaran.render.html import block, render
from kitaran.render.journey import client_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kitaran.library import Page
    from kitaran.models.quiz import Quiz
    from kitaran.render.words import Words

CYCLE_WORDS = ("cycle_begun", "cycle_none", "cycle_passed", "cycle_tried")
"""The interface texts that the script needs that shows the reader's progress on the ring."""

OUTER, INNER, LABEL = 150.0, 98.0, 168.0
"""Radii of the ring and of the labels around it, in units of the view box."""
GAP = 0.02
"""Half the space between two segments, in radians."""
LINE = 19.0
"""The height of a line of a label."""
WIDTH = 16
"""The longest line of a label, in characters, before it is broken at a space."""


def cycle(
    stages: Iterable[tuple[Page, str]], words: Words, quizzes: Mapping[str, tuple[Quiz, ...]]
) -> str:
    """Draw the ring, and the list that it becomes on a phone.

    Args:
        stages: Each stage with the address that it links to.
        words: The interface texts.
        quizzes: The quizzes of each page: the reader's results fill the segments.
    """
    every = list(stages)
    if not every:
        return block(f"<p>{words('empty.stages')}</p>")
    segments = [
        _segment(i, len(every), page, href)
        | {"quizzes": " ".join(quiz.id for quiz in quizzes.get(page.id, ()))}
        for i, (page, href) in enumerate(every)
    ]
    return block(
        render(
            "cycle.html.j2",
            w=words,
            segments=segments,
            centre=_lines(words("cycle_centre"), 0.0, 14),
            arrow=_arrow(),
            thickness=OUTER - INNER,
            client_words=client_words(words, CYCLE_WORDS),
        )
    )


def _segment(index: int, count: int, page: Page, href: str) -> dict[str, object]:
    """Compute one segment: a sector of the ring, its number and its label.

    Angles run clockwise from the top, as on a clock.
    """
    size = 2 * math.pi / count
    start, end = index * size + GAP, (index + 1) * size - GAP
    middle = (start + end) / 2
    x, y = _point(LABEL, middle)
    side = "middle" if abs(x) < 30 else ("start" if x > 0 else "end")
    nx, ny = _point((OUTER + INNER) / 2, middle)
    return {
        "id": page.id,
        "number": index + 1,
        "title": page.title,
        "summary": page.summary,
        "href": href,
        "path": _sector(start, end),
        "arc": _arc(start, end),
        "nx": f"{nx:.1f}",
        "ny": f"{ny:.1f}",
        "lx": f"{x:.1f}",
        "anchor": side,
        "lines": _lines(page.title, y, WIDTH),
    }


def _sector(start: float, end: float) -> str:
    """Write the outline of a part of the ring as an SVG path."""
    large = 1 if end - start > math.pi else 0
    (x1, y1), (x2, y2) = _point(OUTER, start), _point(OUTER, end)
    (x3, y3), (x4, y4) = _point(INNER, end), _point(INNER, start)
    return (
        f"M{x1:.1f} {y1:.1f}A{OUTER:g} {OUTER:g} 0 {large} 1 {x2:.1f} {y2:.1f}"
        f"L{x3:.1f} {y3:.1f}A{INNER:g} {INNER:g} 0 {large} 0 {x4:.1f} {y4:.1f}Z"
    )


def _arc(start: float, end: float) -> str:
    """Write the middle line of a part of the ring: a stroke along it fills the part bit by bit."""
    radius, large = (OUTER + INNER) / 2, 1 if end - start > math.pi else 0
    (x1, y1), (x2, y2) = _point(radius, start), _point(radius, end)
    return f"M{x1:.1f} {y1:.1f}A{radius:g} {radius:g} 0 {large} 1 {x2:.1f} {y2:.1f}"


def _arrow() -> str:
    """Draw the arrow inside the ring that tells which way the cycle runs."""
    radius = INNER - 18
    (x1, y1), (x2, y2) = _point(radius, math.radians(20)), _point(radius, math.radians(340))
    return f"M{x1:.1f} {y1:.1f}A{radius:g} {radius:g} 0 1 1 {x2:.1f} {y2:.1f}m-11 -5l11 5l-3 12"


def _point(radius: float, angle: float) -> tuple[float, float]:
    """Give the point at an angle from the top, clockwise."""
    return radius * math.sin(angle), -radius * math.cos(angle)


def _lines(text: str, y: float, width: int) -> list[dict[str, str]]:
    """Break a label into lines.

    Beside the ring the lines are centred around their height; above and below it they move
    away from its centre, so that they clear it.

    Args:
        text: The label.
        y: The height, zero at the centre of the ring, downwards.
        width: The longest line, in characters.
    """
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    half = (len(lines) - 1) * LINE / 2
    top = y + 5 - half + half * y / LABEL
    return [{"text": line, "y": f"{top + i * LINE:.1f}"} for i, line in enumerate(lines)]
