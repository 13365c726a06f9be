"""Whether something can be called so, said plainly where it cannot."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kitaran.models.base import SLUG
from kitaran.models.playbook import COLLECTIONS
from kitaran.skeletons.form import SkeletonError

if TYPE_CHECKING:
    from pathlib import Path

_SLUG = re.compile(SLUG)
_LONGEST = 100
"""What every file system takes as a name, with room for a suffix, and a reader too."""


def slug_of(name: str) -> str:
    """Check the id of a path, a scorecard, a form, a role-play or a session.

    Raises:
        SkeletonError: If it is none.
    """
    if "/" in name or name.endswith((".yml", ".md")):
        short = name.rpartition("/")[2].partition(".")[0]
        message = f"`{name}` is a path and not an id; write the id alone, such as `{_as_id(short)}`"
        raise SkeletonError(message)
    return _checked(name, name)


def page_of(name: str) -> str:
    """Check the id of a page, or of the quiz on it: a collection and a slug.

    Raises:
        SkeletonError: If it is none.
    """
    bare = re.sub(r"^(\./)?(playbooks|quizzes)/|(\.en)?\.(md|yml)$", "", name)
    collection, _, slug = bare.partition("/")
    known = ", ".join(COLLECTIONS)
    if not slug:
        message = (
            f"`{name}` names no collection; write it such as `stages/{_as_id(bare)}`. "
            f"The collections are {known}"
        )
        raise SkeletonError(message)
    if collection not in COLLECTIONS:
        near = get_close_matches(collection, COLLECTIONS, n=1)
        hint = f"did you mean `{near[0]}/{slug}`?" if near else f"the collections are {known}"
        message = f"there is no collection `{collection}`; {hint}"
        raise SkeletonError(message)
    if "/" in slug:
        last = slug.rpartition("/")[2]
        message = (
            f"`{name}` is too deep: a collection has no folders; "
            f"write it such as `{collection}/{_as_id(last)}`"
        )
        raise SkeletonError(message)
    _checked(slug, name)
    if bare != name:
        message = f"`{name}` is a file; its id is `{bare}`"
        raise SkeletonError(message)
    return name


def refuse_existing(root: Path, paths: list[str]) -> None:
    """Make sure that nothing is written over.

    Raises:
        SkeletonError: If one of the files exists.
    """
    for path in paths:
        if (root / path).exists():
            message = f"`{path}` exists already; edit it, or choose another id"
            raise SkeletonError(message)


def _checked(slug: str, name: str) -> str:
    """Check the form of a slug."""
    if not _SLUG.fullmatch(slug):
        such = f", such as `{_as_id(slug)}`" if _as_id(slug) else ""
        message = (
            f"`{name}` cannot be an id; write lower-case letters, digits and single hyphens{such}"
        )
        raise SkeletonError(message)
    if len(slug) > _LONGEST:
        message = f"the id has {len(slug)} characters; write at most {_LONGEST}"
        raise SkeletonError(message)
    return slug


def _as_id(text: str) -> str:
    """Make an id out of words, as far as that is possible.

    >>> _as_id("Harga Terlalu_Tinggi!")
    'harga-terlalu-tinggi'
    """
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))
