"""What a record points at by its id: pages, quizzes, products, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kitaran.models.playbook import Front, ObjectionFront, Playbook, ProductFront

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.path import Path
    from kitaran.models.roleplay import Roleplay
    from kitaran.models.text import At


class Ref(NamedTuple):
    """Something that a record points at by its id."""

    kind: str
    """`page`, `stage`, `objection`, `product`, `quiz`, `checklist`, `roleplay` or `role`."""
    id: str
    at: At
    """The way to the reference in its file."""


def front_refs(page: Playbook) -> Iterator[Ref]:
    """List what a page's front matter points at."""
    front = page.front
    if isinstance(front, Front):
        for index, role in enumerate(front.roles):
            yield Ref("role", role, ("roles", index))
    if isinstance(front, ObjectionFront):
        for index, stage in enumerate(front.stages):
            yield Ref("stage", stage, ("stages", index))
    if isinstance(front, ProductFront):
        yield Ref("family", front.family, ("family",))
        for index, product in enumerate(front.goes_with):
            yield Ref("product", product, ("goes_with", index))
        for index, objection in enumerate(front.objections):
            yield Ref("objection", objection, ("objections", index))


def path_refs(path: Path) -> Iterator[Ref]:
    """List what a learning path points at."""
    known = {step.id for phase in path.phases for step in phase.steps}
    if path.role:
        yield Ref("role", path.role, ("role",))
    for i, phase in enumerate(path.phases):
        for j, step in enumerate(phase.steps):
            at: At = ("phases", i, "steps", j)
            if step.kind != "task":
                yield Ref(step.kind, step.reference, (*at, step.kind))
            for k, before in enumerate(step.after):
                if before not in known:
                    yield Ref("step", before, (*at, "after", k))


def roleplay_refs(roleplay: Roleplay) -> Iterator[Ref]:
    """List what a role-play points at."""
    if roleplay.stage:
        yield Ref("stage", roleplay.stage, ("stage",))
    if roleplay.objection:
        yield Ref("objection", roleplay.objection, ("objection",))
