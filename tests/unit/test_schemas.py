"""The schemas: what the handbook holds passes them, and they are on disk as they are made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from kitaran.load import markdown
from kitaran.load.record import load
from kitaran.load.tree import Entry, FileKind, discover
from kitaran.models.playbook import Playbook
from kitaran.schemas import FOLDER, schemas, write

ROOT = Path(__file__).parent.parent.parent
SMALL = ROOT / "tests" / "handbook"
SCHEMAS = schemas()
VALIDATORS = {
    name: jsonschema.Draft202012Validator(json.loads(text)) for name, text in SCHEMAS.items()
}


def _files() -> list[Any]:
    kinds = (
        FileKind.QUIZ,
        FileKind.ROLEPLAY,
        FileKind.PATH,
        FileKind.SCORECARD,
        FileKind.FORM,
        FileKind.SESSION,
        FileKind.GLOSSARY,
        FileKind.PLAYBOOK,
    )
    return [
        pytest.param(root, entry, id=f"{root.name}-{entry.path}")
        for root in (SMALL, ROOT)
        for entry in discover(root).entries
        if entry.kind in kinds
    ]


def _seen(text: str) -> Any:
    """Read YAML as an editor does; a date is a string to JSON."""
    return json.loads(json.dumps(yaml.load(text, yaml.CSafeLoader), default=str))


def _value(root: Path, entry: Entry) -> tuple[str, Any]:
    """Give the name of a file's schema, and what the file holds."""
    text = (root / entry.path).read_text("utf-8")
    if entry.kind is not FileKind.PLAYBOOK:
        return f"{entry.kind}.json", _seen(text)
    record = load(root, entry).record
    assert isinstance(record, Playbook)
    part = "front" if entry.locale == "ms" else "twin"
    return f"{part}-{record.kind}.json", _seen(markdown.split(text).front)


@pytest.mark.parametrize(("root", "entry"), _files())
def test_file_passes_its_schema(root: Path, entry: Entry) -> None:
    if load(root, entry).problems:
        pytest.skip("the file cannot be read, which the check tells")
    name, value = _value(root, entry)
    assert [error.message for error in VALIDATORS[name].iter_errors(value)] == []


@pytest.mark.parametrize(("root", "entry"), [p for p in _files() if p.values[0] == SMALL])
def test_misspelt_key_does_not(root: Path, entry: Entry) -> None:
    name, value = _value(root, entry)
    key = next(iter(value))
    value[f"{key}x"] = value.pop(key)
    assert list(VALIDATORS[name].iter_errors(value))


def _quiz(**changes: Any) -> dict[str, Any]:
    question = {"id": "a", "type": "numeric", "objective": "b", "section": "c", "text": "d"}
    return {"id": "stages/x", "questions": [{**question, "answer": 1, **changes}]}


@pytest.mark.parametrize(
    ("name", "value", "passes"),
    [
        pytest.param("quiz", _quiz(), True, id="least"),
        pytest.param("quiz", _quiz(text={"ms": 15, "en": True}), True, id="text like a number"),
        pytest.param("quiz", _quiz(text=["a"]), False, id="list for text"),
        pytest.param("quiz", _quiz(weigth=2), False, id="misspelt key of a question"),
        pytest.param("quiz", _quiz(text={"ms": "a", "eng": "b"}), False, id="misspelt language"),
        pytest.param("quiz", _quiz(type="numerical"), False, id="unknown type"),
        pytest.param("quiz", _quiz(id="A b"), False, id="wrong id"),
        pytest.param("quiz", {**_quiz(), "pass": "80%"}, True, id="percent"),
        pytest.param("quiz", {**_quiz(), "pass": 0.8}, False, id="share without its sign"),
        pytest.param(
            "quiz",
            _quiz(type="cloze", gaps={"Big Gap": {"answers": ["a"]}}),
            False,
            id="wrong id of a gap",
        ),
        pytest.param(
            "glossary",
            {"terms": [{"id": "a", "ms": "b", "en": "c", "definition": "d", "avoids": {}}]},
            False,
            id="misspelt key of a term",
        ),
        pytest.param(
            "path",
            {
                "id": "a", "title": "b", "summary": "c", "days": 7, "owner": "d",
                "reviewed": "2026-11-23",
                "phases": [
                    {"id": "e", "title": "f", "days": 7, "steps": [{"page": "g", "quiz": "h"}]}
                ],
            },
            False,
            id="step of two kinds",
        ),
    ],
)  # fmt: skip
def test_value(name: str, value: Any, passes: bool) -> None:
    assert VALIDATORS[f"{name}.json"].is_valid(value) is passes


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_one(name: str) -> None:
    schema = json.loads(SCHEMAS[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == name
    assert schema["title"]
    assert ">>>" not in SCHEMAS[name]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_described(name: str) -> None:
    schema = json.loads(SCHEMAS[name])
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, value in part.get("properties", {}).items():
            assert value.get("description"), key


def test_schemas_are_the_same_in_every_run() -> None:
    assert schemas() == SCHEMAS


def test_schemas_on_disk_are_up_to_date() -> None:
    on_disk = {file.name: file.read_text("utf-8") for file in (ROOT / FOLDER).glob("*.json")}
    assert on_disk == SCHEMAS, "run `kitaran schemas` to write docs/schemas/ anew"


def test_write_writes_what_has_changed_only(tmp_path: Path) -> None:
    assert write(tmp_path) == [f"{FOLDER}/{name}" for name in SCHEMAS]
    (tmp_path / FOLDER / "quiz.json").write_text("{}", "utf-8")
    assert write(tmp_path) == [f"{FOLDER}/quiz.json"]
    assert write(tmp_path) == []
