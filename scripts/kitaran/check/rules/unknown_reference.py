"""Something is referred to by an id that nothing has.

The page, step or list that is drawn from the reference would be empty, or lead nowhere.

Example:
    ```yaml
    steps:
      - page: stages/closng
    ```

Instead:
    ```yaml
    steps:
      - page: stages/closing
    ```

    A role is known by its page in `playbooks/roles/`, or by a term of the glossary.

Malay:
    Satu id disebut, tetapi tiada apa-apa yang memakai id itu.

    Halaman, langkah atau senarai yang dibuat daripada rujukan itu akan kosong atau tidak
    sampai ke mana-mana. Betulkan ejaan id, atau tulis apa yang dirujuk. Peranan (`roles`)
    dikenali melalui halaman dalam `playbooks/roles/`, atau melalui istilah dalam glosari.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.check.facts import FileFacts
    from kitaran.check.refs import Ref

_WORDS = {
    "page": "page",
    "stage": "stage",
    "objection": "objection card",
    "product": "product",
    "quiz": "quiz",
    "checklist": "checklist",
    "roleplay": "role-play",
    "scorecard": "scorecard",
    "role": "role",
    "family": "product family",
    "step": "step of this path",
    "test": "quiz in this path",
}


@rule("KB405", "unknown-reference", Severity.ERROR, on=Facts)
def unknown_reference(facts: Facts) -> Iterator[Finding]:
    """Look up every id that a record points at."""
    known = _known(facts)
    for file in facts.files:
        for ref in file.refs:
            names = known[ref.kind] if ref.kind in known else _of_path(file)[ref.kind]
            if names is None or ref.id in names:
                continue
            yield Finding(
                ref.at,
                f"there is no {_WORDS[ref.kind]} `{ref.id}`",
                _remedy(ref, names),
                file.path,
            )


def _known(facts: Facts) -> dict[str, set[str] | None]:
    """List the ids of each kind; `None` where they cannot be known."""
    pages = list(facts.pages.values())
    known: dict[str, set[str] | None] = {
        kind: {file.id for file in pages if file.page is None or file.page.kind == kind}
        for kind in ("stage", "objection", "product")
    }
    known["page"] = {file.id for file in pages}
    known["checklist"] = {file.id for file in pages if file.page is None or file.page.tasks}
    known["quiz"] = {file.id for file in facts.of_kind("quiz")}
    known["roleplay"] = {file.id for file in facts.of_kind("roleplay")}
    known["scorecard"] = {file.id for file in facts.of_kind("scorecard")}
    families = [f.page for f in pages if f.id == "products/index"]
    unread = any(page is None for page in families)
    known["family"] = None if unread else {i for p in families if p for i in p.families}
    known["role"] = _roles(facts)
    return known


def _roles(facts: Facts) -> set[str] | None:
    """List the roles: a page is about each, or the glossary at least gives it a name.

    A handbook without any page of a role names its roles as it likes.
    """
    own = {name for name, _ in facts.pages if name.startswith("roles/") and name != "roles/index"}
    if not own:
        return None
    glossaries = list(facts.of_kind("glossary"))
    if not all(file.readable for file in glossaries):
        return None
    terms = {term for file in glossaries for term in file.anchors}
    return terms | {name.partition("/")[2] for name in own}


def _of_path(file: FileFacts) -> dict[str, set[str]]:
    """List the steps and quizzes of a path that can be told from what it points at."""
    kinds = ("page", "quiz", "checklist", "roleplay")
    return {
        "step": {f"{ref.kind}:{ref.id}" for ref in file.refs if ref.kind in kinds},
        "test": {ref.id for ref in file.refs if ref.kind == "quiz"},
    }


def _remedy(ref: Ref, names: set[str]) -> str:
    """Name the nearest id, or say where such a thing is written."""
    # Folders are alike in all of them, so the last parts are compared.
    slugs = {_slug(name): name for name in sorted(names)}
    near = get_close_matches(_slug(ref.id), slugs, n=1, cutoff=0.75)
    if near:
        return f"did you mean `{slugs[near[0]]}`?"
    match ref.kind:
        case "family":
            return "add it to `families` in `playbooks/products/index.md`"
        case "step":
            return "name a step of this path by kind and id, such as `page:stages/closing`"
        case "test":
            return "add it to a phase as `- quiz:`, or leave it out of `tests`"
        case "role":
            return f"write `playbooks/roles/{ref.id}.md`, or a term `{ref.id}` in the glossary"
        case "checklist":
            return "name a page that has a checklist"
    return "correct the id, or write what it stands for"


def _slug(name: str) -> str:
    """Give the last part of an id; a step keeps its kind."""
    return name if ":" in name else name.rpartition("/")[2]
