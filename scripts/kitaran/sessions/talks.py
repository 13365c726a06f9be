"""A branching conversation on paper: its first moment, and what is best to say there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.models.questions.scenario import Scenario

if TYPE_CHECKING:
    from kitaran.models.questions.base import Question
    from kitaran.models.questions.scenario import Node


def unprintable(question: Question) -> bool:
    """Say whether a question cannot stand on paper: a conversation whose start decides nothing."""
    return isinstance(question, Scenario) and not best_openings(question)


def best_openings(talk: Scenario) -> tuple[int, ...]:
    """Say which choices at the first moment lead furthest, as positions from zero.

    Returns:
        None where there is nothing to choose, or every choice can lead equally far: then a
        paper with the first moment alone has no right answer.
    """
    nodes = {node.id: node for node in talk.nodes}
    choices = talk.nodes[0].choices
    worth = [
        choice.points + _worth(nodes, choice.goto, frozenset({talk.nodes[0].id}))
        for choice in choices
    ]
    if len(set(worth)) < 2:
        return ()
    return tuple(place for place, points in enumerate(worth) if points == max(worth))


def _worth(nodes: dict[str, Node], name: str | None, been: frozenset[str]) -> int:
    """Work out the most points that can still be had from a moment on, going nowhere twice."""
    node = nodes.get(name or "")
    if node is None or node.id in been:
        return 0
    seen = been | {node.id}
    return max((c.points + _worth(nodes, c.goto, seen) for c in node.choices), default=0)
