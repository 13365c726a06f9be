"""A quiz: questions on one page of the handbook."""

from __future__ import annotations

from functools import cached_property, reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from kitaran.models.base import PageId, Percent, Record
from kitaran.models.questions import types
from kitaran.models.text import At, Text, texts

if TYPE_CHECKING:
    from kitaran.models.questions.base import Question as AnyQuestion
else:
    AnyQuestion = Annotated[reduce(or_, types().values()), Field(discriminator="type")]


class TestMode(Record):
    """How a quiz is taken as a test: nothing is told before it is handed in."""

    draw: int | None = Field(default=None, ge=1, le=1000)
    """How many questions are drawn, each objective in turn; all of them when not given."""
    minutes: int | None = Field(default=None, ge=1, le=600)
    """The time limit, which a learner can extend; no limit when not given."""


class Quiz(Record):
    """The questions on one page, in both languages, so that the key exists once."""

    id: PageId
    """The quiz's path below `quizzes/` without suffix. It is never changed."""
    page: PageId | None = None
    """The page that it belongs to, when that is not the one with the same id."""
    title: Text | None = None
    """What stands over the quiz; the page's title when there is none."""
    pass_mark: Percent = Field(default=0.8, alias="pass")
    """The cut score: the share of points that passes, such as `80%`."""
    test: TestMode = TestMode()
    """How it is taken as a test."""
    questions: tuple[AnyQuestion, ...] = ()
    """The questions in their order."""

    @property
    def page_id(self) -> str:
        """The id of the page that it belongs to."""
        return self.page or self.id

    @cached_property
    def texts(self) -> tuple[tuple[At, Text], ...]:
        """Every text of the quiz with the way to it: rules read them more than once."""
        return tuple(texts(self))
