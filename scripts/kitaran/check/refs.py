"""What a record points at by its id: pages, quizzes, products, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kitaran.models.playbook import Front, Playbook, ProductFront

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.path import Path
    from kitaran.models.roleplay import Roleplay
    from kitaran.models.session import Session
    from kitaran.models.text import At


class Ref(NamedTuple):
    """Something that a record points at by its id."""

    kind: str
    """`page`, `stage`, `objection`, `product`, `quiz`, `checklist`, `roleplay`, `scorecard`
    or `role`; `step` and `test` (a quiz) of the path itself."""
    id: str
    at: At
    """The way to the reference in its file."""


_LISTS = {
    "roles": "role",
    "stages": "stage",
    "products": "product",
    "goes_with": "product",
    "objections": "objection",
}
"""The keys of front matter that list ids, and of what kind."""


def front_refs(page: Playbook) -> Iterator[Ref]:
    """List what a page's front matter points at."""
    front = page.front
    if not isinstance(front, Front):
        return
    if isinstance(front, ProductFront):
        yield Ref("family", front.family, ("family",))
    for key, kind in _LISTS.items():
        for index, name in enumerate(getattr(front, key, ())):
            yield Ref(kind, name, (key, index))


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
    for k, quiz in enumerate(path.certificate.tests if path.certificate else ()):
        if f"quiz:{quiz}" not in known:
            yield Ref("test", quiz, ("certificate", "tests", k))


def roleplay_refs(roleplay: Roleplay) -> Iterator[Ref]:
    """List what a role-play points at."""
    if roleplay.stage:
        yield Ref("stage", roleplay.stage, ("stage",))
    if roleplay.objection:
        yield Ref("objection", roleplay.objection, ("objection",))


_OF_SESSION = {
    "roles": "role",
    "stages": "stage",
    "objections": "objection",
    "pages": "page",
    "roleplays": "roleplay",
}
"""The keys of a session plan that list ids, and of what kind."""


def session_refs(session: Session) -> Iterator[Ref]:
    """List what a session plan points at."""
    for key, kind in _OF_SESSION.items():
        for index, name in enumerate(getattr(session, key)):
            yield Ref(kind, name, (key, index))
    if session.scorecard:
        yield Ref("scorecard", session.scorecard, ("scorecard",))
