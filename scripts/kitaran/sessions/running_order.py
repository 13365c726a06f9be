"""Put the blocks of an agenda in order, and the breaks between them."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from kitaran.sessions.agenda import Block

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kitaran.sessions.agenda import Need

_PLAY = frozenset({"read", "round", "debrief"})
_APART: frozenset[str] = frozenset({"debrief", "answers", "close"})
"""What follows at once on the block before it, without a break."""
MEAL = 30
"""From how many minutes on a break is for a meal."""


def running_order(
    need: Need, blocks: Iterable[Block], pauses: tuple[int, ...]
) -> tuple[Block, ...]:
    """Order blocks, put breaks between them, and say when each begins.

    A role-play follows the topic that it practises. Breaks stand where they part the work
    most evenly, and never between a role-play and its debrief, or a paper and its answers.
    """
    ordered = _with_breaks(_ordered(need, list(blocks)), pauses)
    starts = accumulate((block.minutes for block in ordered), initial=0)
    return tuple(block._replace(start=start) for start, block in zip(starts, ordered, strict=False))


def _ordered(need: Need, blocks: list[Block]) -> list[Block]:
    """Order the blocks as they are held."""
    held = {block.id for block in blocks if block.kind == "topic"}
    ordered = _of(blocks, "opening", "wrong")
    for topic in need.topics:
        ordered += [b for b in blocks if b.kind == "topic" and b.id == topic.id]
        for play in need.plays:
            if play.topic == topic.id and topic.id in held:
                ordered += [b for b in blocks if b.kind in _PLAY and b.id == play.id]
    for play in need.plays:
        if play.topic not in held:
            ordered += [b for b in blocks if b.kind in _PLAY and b.id == play.id]
    return ordered + _of(blocks, "own", "paper", "answers", "close")


def _of(blocks: list[Block], *kinds: str) -> list[Block]:
    """Give the blocks of some kinds, kind by kind."""
    return [block for kind in kinds for block in blocks if block.kind == kind]


def _with_breaks(blocks: list[Block], pauses: tuple[int, ...]) -> list[Block]:
    """Put breaks where they part the work most evenly."""
    ends = list(accumulate(block.minutes for block in blocks))
    free = [
        place
        for place in range(1, len(blocks))
        if blocks[place].kind not in _APART
        and not (blocks[place].kind == "round" and blocks[place].number == 1)
        and blocks[place - 1].kind != "opening"
    ]
    chosen: dict[int, int] = {}
    for index, pause in enumerate(pauses, 1):
        ideal = ends[-1] * index / (len(pauses) + 1)
        open_places = [place for place in free if place > max(chosen, default=0)]
        if open_places:
            place = min(open_places, key=lambda each: abs(ends[each - 1] - ideal))
            chosen[place] = pause
        else:
            # Nowhere to part the work: the break goes before the close.
            chosen[len(blocks) - 1] = chosen.get(len(blocks) - 1, 0) + pause
    result: list[Block] = []
    for place, block in enumerate(blocks):
        if place in chosen:
            pause = chosen[place]
            result.append(Block("meal" if pause >= MEAL else "break", 0, pause))
        result.append(block)
    return result
