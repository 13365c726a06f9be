"""A learning path: what a role learns and does in its first days."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kitaran.models.base import DAYS, Day, Interval, PageId, Percent, Record, Slug
from kitaran.models.text import Text

KINDS = ("page", "quiz", "checklist", "roleplay", "task")


class Step(Record):
    """One thing to do: exactly one of page, quiz, checklist, role-play or task."""

    page: PageId | None = None
    """A page to read."""
    quiz: PageId | None = None
    """A quiz to pass."""
    checklist: PageId | None = None
    """The checklist of a page, to work through."""
    roleplay: Slug | None = None
    """A role-play to take part in."""
    task: Slug | None = None
    """The id of a task in the field; its text says what to do."""
    text: Text | None = None
    """What to do; needed for a task."""
    minutes: int | None = Field(default=None, ge=1, le=10_000)
    """How long it takes, where the page does not say so itself."""
    after: tuple[str, ...] = ()
    """Steps to finish first, as `kind:reference`, such as `page:stages/closing`."""
    sign_off: Literal["manager", "trainer", "self"] | None = None
    """Who confirms that it was done."""

    @model_validator(mode="after")
    def _one_kind(self) -> Step:
        if sum(getattr(self, kind) is not None for kind in KINDS) != 1:
            message = (
                "a step has none or several of page, quiz, checklist, roleplay and task; leave one"
            )
            raise ValueError(message)
        if self.task is not None and self.text is None:
            message = "a task does not say what to do; add `text:`"
            raise ValueError(message)
        return self

    @property
    def kind(self) -> str:
        """Which of the five it is."""
        return next(kind for kind in KINDS if getattr(self, kind) is not None)

    @property
    def reference(self) -> str:
        """The id of what it points at, or of the task itself."""
        return str(getattr(self, self.kind))

    @property
    def id(self) -> str:
        """The step's id, made of its kind and reference: `quiz:stages/closing`."""
        return f"{self.kind}:{self.reference}"


class Phase(Record):
    """A stretch of days."""

    id: Slug
    """Unique in the path."""
    title: Text
    """Its heading."""
    days: Annotated[str, Field(pattern=DAYS, examples=["1-7"])]
    """From which day to which."""
    steps: tuple[Step, ...]
    """What to do, in order."""


class Certificate(Record):
    """How long a certificate of a path holds, and what it takes beyond quizzes and sign-offs."""

    valid: Interval
    """How long it holds, such as `12 months`. A test passed longer ago does not count for one."""
    roleplay: Annotated[Percent, Field(gt=0, le=1)] | None = None
    """The least score of each role-play; without it, role-plays do not count."""
    tests: tuple[PageId, ...] = ()
    """The quizzes of the path to pass as a test; every one of them where none is named."""


class Path(Record):
    """A role's way through the handbook."""

    id: Slug
    """The file's name without suffix."""
    title: Text
    """What it is called."""
    summary: Text
    """One sentence on whom it is for and what it leads to."""
    role: Slug | None = None
    """The role that it trains."""
    days: int = Field(ge=1, le=1000)
    """How many days it takes."""
    owner: Slug
    """The role that answers for it."""
    reviewed: Day
    """When it was last checked."""
    certificate: Certificate | None = None
    """What its certificate takes; without it, the path has none."""
    phases: tuple[Phase, ...]
    """Its parts, in order."""
