"""Phrase what pydantic says of a value that a record cannot take."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kitaran.load.wording import did_you_mean, found, listed, quoted, slug
from kitaran.models.base import DAYS, INTERVAL, PAGE_ID, SLUG

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_TEXT = "a text"
_WHOLE = "a whole number"
_NUMBER = "a number"
_YES_NO = "`true` or `false`"
_LIST = "a list"
_KEYS = "keys with values"

_EXPECTED = {
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": "a smaller whole number",
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "union_tag_not_found": _KEYS,
    "date_type": "a date",
}
"""What pydantic's errors expect."""

_REMEDIES = {
    _LIST: "write each part on a line of its own, beginning with `- `",
    _KEYS: "write `key: value` on lines of their own, indented below it",
    "a date": "write it as year-month-day, such as 2026-11-01",
}
"""How to write what is expected, where that does not go without saying."""

_LIMITS = {
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "more than"),
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "less than"),
}
"""Errors of range: the name of the limit, and how it is called."""

_TIGHT_COLON = re.compile(r"[a-z_]+:\S")


def wrong(error: ErrorDetails) -> tuple[str, str]:
    """Say what was expected and what was found, and what to write instead."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if kind in _EXPECTED:
        return _other_kind(_EXPECTED[kind], value, str(context.get("class_name", "")))
    if kind == "string_pattern_mismatch":
        return _pattern(str(value), str(context.get("pattern", "")))
    if kind in ("literal_error", "union_tag_invalid"):
        return _choice(value, context)
    if kind in _LIMITS:
        limit, words = _LIMITS[kind]
        allowed = f"{words} {context.get(limit):,}"
        return f"{found(value)} is out of range", f"write a number that is {allowed}"
    if kind == "too_short":
        least = context.get("min_length")
        there = len(value)
        entries = "entry" if there == 1 else "entries"
        message = f"the list has {there or 'no'} {entries}, and needs at least {least}"
        return message, "add what is missing"
    if "error" not in context:
        return f"{error['msg'][0].lower()}{error['msg'][1:]}", ""
    # A message of the models holds its remedy behind a semicolon, and the value as it is.
    said = str(context["error"]).replace(f"`{value}`", "\0")
    message, _, remedy = said.partition("; ")
    return message.replace("\0", found(value)), remedy


def _other_kind(expected: str, value: Any, name: str) -> tuple[str, str]:
    """Phrase a value of another kind than is expected."""
    if expected == _KEYS and name == "Text":
        expected = _TEXT
    remedy = _REMEDIES.get(expected, f"write {expected}")
    if value is None or value == "":
        return "the value is missing", f"{remedy} after it" if remedy.startswith(
            "write a"
        ) else remedy
    if expected == _KEYS and isinstance(value, str) and _TIGHT_COLON.match(value):
        remedy = "put a space after the colon"
    elif expected == _LIST and isinstance(value, str):
        remedy = f"put brackets around it, as in {quoted(f'[{value}]')}"
    elif expected == _TEXT and isinstance(value, dict):
        remedy = "put the text in quotes, as it holds a colon or begins with a bracket"
    elif expected == _TEXT and isinstance(value, list):
        remedy = "write one text, in quotes if it begins with a bracket or a dash"
    return f"{expected} is expected, not {found(value)}".replace("values is", "values are"), remedy


def _choice(value: Any, context: dict[str, Any]) -> tuple[str, str]:
    """Phrase a word that is none of those that are allowed."""
    expected = str(context.get("expected", context.get("expected_tags", "")))
    known = [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
    given = value.get("type") if isinstance(value, dict) and "tag" in context else value
    if not given:
        return "the value is missing", f"write one of {listed(known)}"
    if not isinstance(given, str):
        return f"a word is expected, not {found(given)}", f"write one of {listed(known)}"
    return f"{found(given)} is none of {listed(known)}", did_you_mean(given, known)


def _pattern(value: str, pattern: str) -> tuple[str, str]:
    """Explain the forms that an id and a length of time have."""
    if pattern == INTERVAL:
        return f"{quoted(value)} is no length of time", "write it such as `6 months` or `2 weeks`"
    if pattern == DAYS:
        return f"{quoted(value)} is no stretch of days", "write it such as `1-7`"
    suggestion = slug(value) if len(value) < 60 and value.isprintable() else ""
    example = f", such as {quoted(suggestion)}" if suggestion else ""
    if pattern == PAGE_ID:
        return (
            f"{found(value)} is no id of a page",
            f"write folder and name in lower-case letters, without `.md`{example}",
        )
    if pattern == SLUG:
        example = example.replace("/", "-")
    return (
        f"{found(value)} is no id",
        f"write lower-case letters, digits and single hyphens{example}",
    )
