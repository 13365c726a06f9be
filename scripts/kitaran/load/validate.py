"""Turn data into records, and pydantic's errors into problems with a line and a remedy."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from kitaran.load.source import Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from kitaran.load.yaml import Yaml
    from kitaran.models.text import At

M = TypeVar("M", bound=BaseModel)

_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "`true` or `false`",
    "bool_parsing": "`true` or `false`",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "date_type": "a date such as 2026-11-01",
    "finite_number": "a finite number",
}


def validate(model: type[M], document: Yaml) -> tuple[M | None, list[Problem]]:
    """Make a record of a YAML text.

    Returns:
        The record, or `None` where the text is not one, and every problem found.
    """
    if document.data is None:
        return None, []
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    return None, [_problem(model, document, detail) for detail in errors]


def _problem(model: type[BaseModel], document: Yaml, error: ErrorDetails) -> Problem:
    """Phrase one of pydantic's errors."""
    at, kind = error["loc"], error["type"]
    if kind == "extra_forbidden":
        return _unknown(model, document, at)
    if kind in ("missing", "union_tag_not_found"):
        key = "type" if kind == "union_tag_not_found" else str(at[-1])
        return Problem(
            "missing-key",
            document.span(at if kind == "union_tag_not_found" else at[:-1])._replace(end_column=0),
            f"the key `{key}` is missing",
            f"add `{key}:` here",
        )
    message, remedy = _wrong(error, kind)
    name = next((str(step) for step in reversed(at) if isinstance(step, str)), "")
    where = f"`{name}`: " if name else ""
    return Problem("wrong-value", document.span(at), where + message, remedy)


def _wrong(error: ErrorDetails, kind: str) -> tuple[str, str]:
    """Say what was expected, and what was found, for a value of the wrong kind."""
    value, context = error["input"], error.get("ctx", {})
    if kind in _EXPECTED:
        message = f"{_EXPECTED[kind]} is expected, not {_found(value)}"
        return message, f"write {_EXPECTED[kind]}"
    if kind == "string_pattern_mismatch":
        return _pattern(str(value), str(context.get("pattern", "")))
    if kind in ("literal_error", "union_tag_invalid"):
        expected = str(context.get("expected", context.get("expected_tags", "")))
        known = [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
        given = str(context.get("tag", value))
        return f"{_found(given)} is not one of {', '.join(known)}", _did_you_mean(given, known)
    if kind == "value_error":
        return str(context.get("error", error["msg"])), ""
    if kind == "too_short":
        return (
            f"at least {context.get('min_length')} are needed, there are {context.get('actual_length')}",
            "add what is missing",
        )
    if "limit" in "".join(context) or kind.startswith(("greater", "less")):
        return f"{_found(value)} is out of range: {error['msg'][0].lower()}{error['msg'][1:]}", ""
    return f"{error['msg'][0].lower()}{error['msg'][1:]}", ""


def _pattern(value: str, pattern: str) -> tuple[str, str]:
    """Explain the forms that an id and a length of time have."""
    if "day|week" in pattern:
        return f"`{value}` is no length of time", "write it such as `6 months` or `2 weeks`"
    if pattern == r"^[0-9]+(-[0-9]+)?$":
        return f"`{value}` is no stretch of days", "write it such as `1-7`"
    suggestion = "-".join("".join(c if c.isalnum() else " " for c in value.lower()).split())
    example = f", such as `{suggestion}`" if suggestion.isascii() and suggestion else ""
    return (
        f"`{value}` is no id",
        f"write lower-case letters, digits and single hyphens{example}",
    )


def _found(value: Any) -> str:
    """Name a value as its author would."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "keys with values"
    text = str(value)
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"


def _did_you_mean(word: str, known: list[str]) -> str:
    """Suggest the known word that is nearest."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else f"use one of {', '.join(known)}"


def _unknown(model: type[BaseModel], document: Yaml, at: At) -> Problem:
    """Point at a key that no model knows, with the nearest that one does."""
    key = str(at[-1])
    known = sorted(_known(model, at[:-1]))
    return Problem(
        "unknown-key",
        document.key_span(at),
        f"the key `{key}` is not known here",
        _did_you_mean(key, known) if known else "remove it",
    )


def _known(model: type[BaseModel], at: At) -> set[str]:
    """List the keys that the record at a place may have."""
    owners: list[Any] = [model]
    for step in at:
        if isinstance(step, int):
            continue
        inner: list[Any] = []
        for owner in owners:
            for name, field in owner.model_fields.items():
                if step in (name, field.alias):
                    inner.extend(_models_in(field.annotation))
        # A step that names no field is the tag of a union: it picks among the owners.
        owners = inner or [o for o in owners if _tag(o) == step] or owners
    return {field.alias or name for owner in owners for name, field in owner.model_fields.items()}


def _tag(model: type[BaseModel]) -> str | None:
    """Give the value of a question type's `type`."""
    field = model.model_fields.get("type")
    return str(get_args(field.annotation)[0]) if field is not None else None


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    """Find the models within a type such as `tuple[Option, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]
