"""New files to begin from: valid at once, with a note wherever the author has to write.

A skeleton passes the check as it stands, so that what the check says afterwards is about
what the author has written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from kitaran.skeletons import records
from kitaran.skeletons.form import SkeletonError
from kitaran.skeletons.names import page_of, refuse_existing, slug_of
from kitaran.skeletons.playbook import pages
from kitaran.skeletons.quiz import quiz
from kitaran.skeletons.session import Wish, session

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kitaran.models.text import Locale

NewKind = Literal["playbook", "quiz", "path", "scorecard", "form", "roleplay", "session"]
KINDS: tuple[NewKind, ...] = get_args(NewKind)
"""What can be begun."""

__all__ = ["KINDS", "NewKind", "SkeletonError", "Wish", "skeleton"]


def skeleton(
    kind: NewKind,
    name: str,
    today: date,
    languages: tuple[Locale, ...],
    root: Path,
    wish: Wish | None = None,
) -> dict[str, str]:
    """Write the files of something new.

    Args:
        kind: What it is.
        name: Its id, such as `stages/closing` for a playbook or a quiz, `client-manager` for
            the others.
        today: The day that goes into it as the day of its review.
        languages: The handbook's languages, the original first.
        root: The handbook's root: what is there already decides what a new file refers to.
        wish: What a session plan is to say; what it leaves open is chosen.

    Returns:
        The texts by path, relative to the root. Nothing is written.

    Raises:
        SkeletonError: If the id cannot be used, a file exists already, or a quiz has nothing
            to ask about.
    """
    match kind:
        case "playbook":
            files = pages(page_of(name), today, languages, root)
        case "quiz":
            files = quiz(page_of(name), languages, root)
        case "path":
            files = records.path(slug_of(name), today, languages, root)
        case "scorecard":
            files = records.scorecard(slug_of(name), today, languages, root)
        case "form":
            files = records.form(slug_of(name), today, languages, root)
        case "roleplay":
            files = records.roleplay(slug_of(name), languages, root)
        case "session":
            files = session(slug_of(name), wish or Wish(), today, languages, root)
    refuse_existing(root, list(files))
    return files
