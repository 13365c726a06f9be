"""What the agenda left out, and why, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.sessions.results import FEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.documents.session.context import Pack
    from kitaran.sessions.agenda import LeftOut


def reasons(pack: Pack) -> list[str]:
    """Give a sentence for each thing that was left out."""
    material = pack.material
    said = [_sentence(pack, left) for left in material.agenda.left_out]
    said += [pack.w("out.unprintable", name=f"`{drawn.name}`") for drawn in material.unprintable]
    return said


def _sentence(pack: Pack, left: LeftOut) -> str:
    """Say what was left out."""
    key, names = f"{left.kind}_{left.reason}", ""
    if key == "paper_material" and not left.needs:
        key = "paper_none"
    if key == "topic_share":
        missing = pack.material.left_objectives(left.id)
        names = "; ".join(_lower(text) for text in pack.objectives(left.id, missing))
    title = pack.topic(left.id) if left.kind == "topic" else pack.play(left.id)
    return pack.w(f"out.{key}", title=title, needs=left.needs, had=left.had, names=names)


def _lower(text: str) -> str:
    """Begin a text with a small letter, as within a sentence; names of letters stay."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:].rstrip(".")


def group_facts(pack: Pack) -> Iterator[str]:
    """Say what is known of the group from its results."""
    material = pack.material
    group = material.group
    if group.files:
        yield pack.w("results_from", n=group.people, files=group.files)
    if group.outdated:
        yield pack.w("results_outdated", n=group.outdated)
    if group.skipped:
        yield pack.w("results_skipped", n=len(group.skipped))
    counts = [count for key, count in group.answered.items() if key in material.questions]
    few = sum(count < FEW for count in counts)
    if few:
        yield pack.w("results_few", n=few, few=FEW)
    if not group.files:
        yield pack.w("results_unread")
    elif not counts:
        # Silence is not praise: it must not read as if the group knew these topics.
        yield pack.w("results_silent")
    elif few < len(counts) and not group.missed.keys() & material.questions:
        yield pack.w("results_none")


def has_results(pack: Pack) -> bool:
    """Say whether results were given."""
    group = pack.material.group
    return bool(group.files or group.skipped)
