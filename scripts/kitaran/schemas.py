"""JSON Schemas of everything that authors write in YAML, for completion and hints in editors.

They are made from the models, so the two cannot differ. Schemas speak of the values that an
editor sees: it reads `minutes: 15` as a number, and so says the schema. Where a text is
wanted, it may see a number, or a yes, in `text: 15`; the handbook's own reader keeps what was
typed, so the schema allows it too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kitaran.models.base import INTERVAL
from kitaran.models.form import Form
from kitaran.models.glossary import Glossary
from kitaran.models.path import KINDS, Path
from kitaran.models.playbook import FRONTS
from kitaran.models.quiz import Quiz
from kitaran.models.result import Result
from kitaran.models.roleplay import Roleplay
from kitaran.models.scorecard import Scorecard
from kitaran.models.session import Session

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from pydantic import BaseModel

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "docs/schemas"
"""Where the schemas are kept, relative to the handbook's root."""

_BY_PROGRAMS = frozenset({"result"})
"""What no author writes: its schema says exactly what programs write and read."""
_RECORDS: dict[str, tuple[type[BaseModel], str]] = {
    "quiz": (Quiz, "A quiz: quizzes/<collection>/<page>.yml"),
    "roleplay": (Roleplay, "A role-play: quizzes/roleplays/<id>.yml"),
    "path": (Path, "A learning path: playbooks/paths/<id>.yml"),
    "scorecard": (Scorecard, "A scorecard: playbooks/scorecards/<id>.yml"),
    "form": (Form, "A form to fill in: playbooks/forms/<id>.yml"),
    "session": (Session, "A session plan: playbooks/sessions/<id>.yml"),
    "glossary": (Glossary, "The glossary: playbooks/glossary.yml"),
    "result": (Result, "A learner's results, as the page of one's progress saves them"),
    **{
        f"front-{kind}": (original, f"Front matter of a page of the kind {kind}")
        for kind, (original, _) in FRONTS.items()
    },
    **{
        f"twin-{kind}": (twin, f"Front matter of the English twin of a page of the kind {kind}")
        for kind, (_, twin) in FRONTS.items()
    },
}
_EXAMPLES = {
    "date": ["2026-11-23"],
    "Text": [{"ms": "Tutup perjanjian", "en": "Close the deal"}, "Tutup perjanjian"],
}


def schemas() -> dict[str, str]:
    """Give every schema by the name of its file, as text that is the same in every run."""
    return {
        f"{name}.json": json.dumps(_schema(name), ensure_ascii=False, indent=2) + "\n"
        for name in _RECORDS
    }


def _schema(name: str) -> dict[str, Any]:
    """Make one schema."""
    model, title = _RECORDS[name]
    whole = model.model_json_schema(by_alias=True)
    _adapt(whole, by_hand=name not in _BY_PROGRAMS)
    parts = whole.get("$defs", {})
    if "Text" in parts:
        parts["Text"]["examples"] = _EXAMPLES["Text"]
    if "Step" in parts:
        parts["Step"]["oneOf"] = [{"required": [kind]} for kind in KINDS]
    whole["title"] = title
    return {"$schema": DRAFT, "$id": f"{name}.json", **whole}


def _adapt(node: Any, *, by_hand: bool) -> None:
    """Bring a schema, as pydantic gives it, to what an editor sees and an author reads."""
    if isinstance(node, list):
        for inner in node:
            _adapt(inner, by_hand=by_hand)
        return
    if not isinstance(node, dict):
        return
    # The key is for OpenAPI, and nothing else reads it.
    if isinstance(node.get("discriminator"), dict):
        del node["discriminator"]
    if isinstance(node.get("description"), str):
        node["description"] = _plain(node["description"])
    if "patternProperties" in node:
        node["additionalProperties"] = False
    if by_hand and node.get("type") == "string":
        _string(node)
    for inner in list(node.values()):
        _adapt(inner, by_hand=by_hand)


def _plain(description: str) -> str:
    """Keep the sentences of a docstring, without its examples in code."""
    return " ".join(description.partition(">>>")[0].split())


def _string(node: dict[str, Any]) -> None:
    """Say what an editor may see where the handbook wants a text."""
    if node.get("format") == "date":
        node.update(pattern=r"^\d{4}-\d{2}-\d{2}$", examples=_EXAMPLES["date"])
    elif "pattern" in node:
        if node["pattern"].endswith("%$"):
            if isinstance(node.get("default"), float):
                node["default"] = f"{node['default']:.0%}"
        elif node["pattern"] != INTERVAL:
            node["type"] = ["string", "integer"]  # An id, or a day, may be all digits.
    elif "enum" not in node and "const" not in node:
        node["type"] = ["string", "number", "boolean"]


def write(root: FilePath) -> list[str]:
    """Write the schemas of a handbook anew, where they are not what they should be.

    Args:
        root: The handbook's root.

    Returns:
        The paths of the files that were written, relative to the root.

    Raises:
        OSError: If a file cannot be written.
    """
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written: list[str] = []
    for name, text in schemas().items():
        file = folder / name
        data = text.encode()
        if not file.is_file() or file.read_bytes() != data:
            file.write_bytes(data)
            written.append(f"{FOLDER}/{name}")
    return written
