"""Turn data into records, and pydantic's errors into problems with a line and a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError

from kitaran.load.source import Problem
from kitaran.load.value_errors import wrong
from kitaran.load.wording import did_you_mean, listed, nearest, quoted
from kitaran.models.playbook import FRONTS, Twin

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from kitaran.load.yaml import Yaml
    from kitaran.models.text import At

M = TypeVar("M", bound=BaseModel)


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
        return None, _problems(model, document, error.errors(include_url=False))


class _Fault(NamedTuple):
    """One of pydantic's errors, and where in the file it is."""

    at: At
    """The way to the value, without the names of question types that pydantic puts in."""
    holders: list[type[BaseModel]]
    """The models, one of which has the last key of the way."""
    on_key: bool
    """Whether the key is wrong, and not its value."""
    error: ErrorDetails


def _problems(model: type[BaseModel], document: Yaml, errors: list[ErrorDetails]) -> list[Problem]:
    """Phrase all errors of a file. A misspelt key is one problem, not one more for its absence."""
    faults = [_fault(model, error) for error in errors]
    meant = {
        (*fault.at[:-1], nearest(str(fault.at[-1]), _keys(fault.holders)))
        for fault in faults
        if fault.error["type"] == "extra_forbidden"
    }
    return [
        _problem(model, document, fault)
        for fault in faults
        if not (fault.error["type"] == "missing" and fault.at in meant)
        and not (fault.error["type"] == "too_short" and _long_enough(fault.error))
    ]


def _long_enough(error: ErrorDetails) -> bool:
    """Tell whether a list is too short only because pydantic leaves its faulty entries out."""
    return len(error["input"]) >= int(error["ctx"]["min_length"])


def _fault(model: type[BaseModel], error: ErrorDetails) -> _Fault:
    """Follow the way of an error through the models."""
    way: list[str | int] = []
    owners: list[type[BaseModel]] = [model]
    holders = owners
    in_dict = False
    for step in error["loc"]:
        if step == "[key]":
            return _Fault(tuple(way), holders, True, error)
        tagged = [owner for owner in owners if len(owners) > 1 and _tag(owner) == step]
        if tagged:
            owners = tagged
            continue
        way.append(step)
        holders = owners
        if isinstance(step, str) and not in_dict:
            owners, in_dict = _below(owners, step)
        elif isinstance(step, str):
            in_dict = False
    return _Fault(tuple(way), holders, False, error)


def _below(owners: list[type[BaseModel]], key: str) -> tuple[list[type[BaseModel]], bool]:
    """Give the models that the value of a key may be, and whether it is a dictionary of them."""
    inner: list[type[BaseModel]] = []
    in_dict = False
    for owner in owners:
        for name, field in owner.model_fields.items():
            if key == (field.alias or name):
                inner.extend(_models_in(field.annotation))
                in_dict = in_dict or get_origin(field.annotation) is dict
    return inner or owners, in_dict


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    """Find the models within a type such as `tuple[Option, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]


def _tag(model: type[BaseModel]) -> str | None:
    """Give the value of a question type's `type`."""
    field = model.model_fields.get("type")
    values = get_args(field.annotation) if field is not None else ()
    return str(values[0]) if values else None


def _keys(holders: list[type[BaseModel]]) -> list[str]:
    """List the keys that any of some models has."""
    return sorted({f.alias or name for each in holders for name, f in each.model_fields.items()})


def _problem(model: type[BaseModel], document: Yaml, fault: _Fault) -> Problem:
    """Phrase one error."""
    at, kind = fault.at, fault.error["type"]
    if kind == "extra_forbidden":
        return _unknown(model, document, fault)
    if kind == "missing":
        return _missing(document, at[:-1], str(at[-1]), _about(fault.holders, str(at[-1])))
    if kind == "union_tag_not_found" and isinstance(fault.error["input"], dict):
        return _missing(document, at, "type", "the kind of question, such as `single`")
    if kind == "union_tag_invalid":
        at = (*at, "type")
    span = document.key_span(at) if fault.on_key else document.span(at)
    message, remedy = wrong(fault.error)
    if at and isinstance(at[-1], int) and fault.error["input"] is None:
        message, remedy = "the entry is empty", "write it, or remove its dash"
    # A number in a list says nothing to a reader; its line does.
    name = f"`{at[-1]}`: " if at and isinstance(at[-1], str) and not fault.on_key else ""
    return Problem("wrong-value", span, name + message, remedy)


def _missing(document: Yaml, at: At, key: str, about: str) -> Problem:
    """Point at the record that lacks a key, and say what the key is for."""
    return Problem(
        "missing-key",
        document.span(at)._replace(end_column=0),
        f"the key `{key}` is missing",
        f"add `{key}:` ({about})" if about else f"add `{key}:`",
    )


def _about(holders: list[type[BaseModel]], key: str) -> str:
    """Say in a few words what a key is for, from its description in the model."""
    for holder in holders:
        for name, field in holder.model_fields.items():
            if key == (field.alias or name) and field.description:
                first = field.description.partition(".")[0]
                return " ".join(f"{first[0].lower()}{first[1:]}".split())
    return ""


def _unknown(model: type[BaseModel], document: Yaml, fault: _Fault) -> Problem:
    """Point at a key that no model knows, with the remedy that its place suggests."""
    key = str(fault.at[-1])
    return Problem(
        "unknown-key",
        document.key_span(fault.at),
        f"the key {quoted(key)} is not known here",
        _instead(model, document, fault, key),
    )


def _instead(model: type[BaseModel], document: Yaml, fault: _Fault, key: str) -> str:
    """Say what to do about an unknown key."""
    known = _keys(fault.holders)
    near = nearest(key, known)
    if near:
        return did_you_mean(key, known)
    if key == "<<":
        return "write out what `<<` would merge: it is not read here"
    mapping = document.node(fault.at[:-1])
    if isinstance(mapping, yaml.MappingNode) and mapping.flow_style and not fault.error["input"]:
        return "put the text before it in quotes, as it holds a comma"
    if len(fault.at) == 1 and issubclass(model, Twin) and _in_original(model, key):
        return "remove it: the original page says it for both languages"
    return f"remove it; the keys here are {listed(known)}"


def _in_original(twin: type[BaseModel], key: str) -> bool:
    """Tell whether the page that a twin belongs to has a key."""
    return any(key in front.model_fields for front, other in FRONTS.values() if other is twin)
