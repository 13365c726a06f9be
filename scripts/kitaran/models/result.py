"""The file with a learner's results, as the page of one's progress saves it.

A learner hands it to the manager or the trainer. Its `check` is the SHA-256 of the rest, written
the one way that RFC 8785 lays down: so it can be told whether a file was damaged or half copied.
It is no proof against somebody who changes the file on purpose, and works the code out anew.
"""

from __future__ import annotations

import hashlib
import json
import math
from contextlib import suppress
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, ValidationError
from pydantic_core import from_json

from kitaran.models.base import Record

FORMAT = "kitaran-result"
SCHEMA = 1
DEEPEST = 64
"""So deep may lists and tables stand in each other. No answer comes anywhere near."""

LONGEST = 20_000
"""So many characters may a text have, answers aside. The longest that a page saves has hundreds."""

Time = Annotated[float, Field(examples=[1793491200000])]
"""Milliseconds since the beginning of 1970, in UTC."""
Check = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""The SHA-256 of everything else in the file."""


Fault = Literal["foreign", "newer", "damaged", "form"]
"""Something else, of a newer handbook, not whole any more, or whole but not as it should be."""


class ResultError(ValueError):
    """A file that is no result, or not a whole one. The message says what is wrong, in a line."""

    def __init__(self, message: str, fault: Fault = "damaged") -> None:
        super().__init__(message)
        self.fault: Fault = fault


class _Part(Record):
    """A part of the file. No text in it, a key neither, is longer than what a page saves."""

    model_config = ConfigDict(str_max_length=LONGEST)


class Person(_Part):
    """The learner, by name or by a code."""

    name: str = Field(max_length=200)
    """As the learner wrote it; empty where a code stands for it."""
    code: str | None = Field(default=None, max_length=200)
    """What stands for the name, where the learner wished so."""


class Answered(_Part):
    """One question of an attempt."""

    answer: Any
    """What was answered: a text, or the short names of options as the pages have them."""
    share: float = Field(ge=0, le=1)
    """How much of the points it earned."""
    hash: str
    """Which content of the question it was."""


class Attempt(_Part):
    """One time through a quiz."""

    id: str
    """Unique among the learner's attempts: a file that is handed in twice counts once."""
    at: Time
    """When it ended."""
    mode: Literal["learn", "test"]
    """With feedback at each question, or as a test."""
    version: str
    """Which content of the quiz it was."""
    points: float = Field(ge=0)
    """What was earned."""
    total: float = Field(ge=0)
    """What could be earned."""
    percent: float = Field(ge=0, le=100)
    """The result, as the learner saw it."""
    passed: bool
    """Whether the pass mark was reached."""
    seconds: float | None
    """How long a test took."""
    seed: float | None
    """What the questions of a test were drawn and put in order by."""
    questions: dict[str, Answered]
    """By their ids."""


class QuizResults(_Part):
    """What was achieved in a quiz."""

    version: str | None
    """The content of the quiz when the file was made; none where the quiz is no more."""
    attempts: tuple[Attempt, ...]
    """In the order of time."""


class SignedStep(_Part):
    """A step of a path that was ticked or signed off."""

    at: Time
    """When it was noted."""
    # In the order of a path's `sign_off`: to Python the two are the same type, and the one that is
    # met first gives its order to both in the schemas.
    by: Literal["manager", "trainer", "self"] | None
    """Who signed it."""
    name: str
    """The name of whoever signed."""
    date: str
    """The day of the signature, such as `2026-11-23`."""
    score: float | None
    """Of a role-play, in percent."""
    note: str
    """What whoever signed has to say."""


class IssuedCertificate(_Part):
    """A certificate of a path. It is worth what the manager's signature on it is worth."""

    id: str
    """Unique among the learner's certificates."""
    at: Time
    """When it was issued."""
    name: str
    """The name that is printed on it; empty where a code stands for the name."""
    expires: Time | None
    """When it ends; none where it does not."""
    version: str
    """Which content of the handbook it was."""
    code: str
    """The check code that is printed on it."""


class Result(_Part):
    """A learner's results."""

    format: Literal["kitaran-result"]
    """What the file calls itself."""
    schema_: Literal[1] = Field(alias="schema")
    """The form of the file."""
    person: Person
    """Whose results they are."""
    made: str
    """When the file was made, ISO 8601."""
    locale: str
    """The language of the page that made it."""
    content: str
    """Which content of the handbook it was."""
    quizzes: dict[str, QuizResults]
    """By the quizzes' ids."""
    steps: dict[str, dict[str, SignedStep]]
    """By paths and steps: what was ticked and signed."""
    certificates: dict[str, tuple[IssuedCertificate, ...]]
    """By paths."""
    due: int | None = Field(ge=0)
    """How many questions were due for review; none where that was not known."""
    check: Check
    """The SHA-256 of everything else, in hexadecimal digits."""


def load_result(text: str) -> Result:
    """Read a file of results, and make sure that it is whole.

    Raises:
        ResultError: If it is no such file, of a newer form, damaged, or not as it should be.
    """
    data = _read(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        message = f"this is no file of results: its `format` is not `{FORMAT}`"
        raise ResultError(message, "foreign")
    schema = data.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        message = f"a newer handbook made this file (schema {schema}); update `kitaran` to read it"
        raise ResultError(message, "newer")
    if not verify(data):
        message = "the file was damaged or changed: its check code does not fit what it holds"
        raise ResultError(message)
    try:
        return Result.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        message = f"the file is not as it should be: {where}: {first['msg']}"
        raise ResultError(message, "form") from error


def _read(text: str) -> Any:
    """Read JSON, and only what the standard allows."""
    # Pydantic's reader is several times as fast. What it refuses, Python's has the last word on:
    # a page may save half a pair of surrogates, which JSON allows to be written.
    with suppress(ValueError):
        return from_json(text, allow_inf_nan=False)

    def refuse(name: str) -> None:
        message = f"`{name}` is no number in JSON"
        raise ResultError(message)

    try:
        return json.loads(text, parse_constant=refuse)
    except ResultError:
        raise
    except (ValueError, RecursionError) as error:  # Also a number of thousands of digits.
        message = "this is no file of results: it is not JSON, or only a part of it"
        raise ResultError(message, "damaged" if FORMAT in text else "foreign") from error


def verify(data: dict[str, Any]) -> bool:
    """Say whether the check code fits what a file holds.

    >>> made = {"format": "kitaran-result", "due": 2}
    >>> verify(made | {"check": check_of(made)}), verify(made | {"check": "0" * 64})
    (True, False)
    """
    try:
        return data.get("check") == _quick_check(data) or data.get("check") == check_of(data)
    except ResultError:
        return False


def _quick_check(data: dict[str, Any]) -> str:
    """Work the check code out of what Python's own writer makes of the file, which is fast.

    It differs from RFC 8785 in some numbers and some orders of keys, so only a code that fits
    says anything; no other text has the same one.
    """
    rest = {name: value for name, value in data.items() if name != "check"}
    try:
        text = json.dumps(
            rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
        )
        return hashlib.sha256(text.encode()).hexdigest()
    except (ValueError, RecursionError):
        return ""


def check_of(data: dict[str, Any]) -> str:
    """Work the check code out: the SHA-256 of everything but the code itself."""
    rest = {name: value for name, value in data.items() if name != "check"}
    return hashlib.sha256(canonical(rest).encode()).hexdigest()


def canonical(value: Any, depth: int = 0) -> str:
    """Write a value the one way that RFC 8785 lays down.

    Keys stand in the order of their UTF-16 units, nothing is spaced, and numbers are written as
    JavaScript writes them.

    >>> canonical({"b": [1.0, 1e-7, "é"], "a": None})
    '{"a":null,"b":[1,1e-7,"é"]}'

    Raises:
        ResultError: If it is nested deeper than anything that a page saves, or a number is larger
            than any that JavaScript has.
    """
    if depth > DEEPEST:
        message = f"the file is nested more than {DEEPEST} deep"
        raise ResultError(message)
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: str(name).encode("utf-16-be", "surrogatepass"))
        pairs = (f"{_text(name)}:{canonical(value[name], depth + 1)}" for name in names)
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item, depth + 1) for item in value) + "]"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(_float(value))
    return _text(value)


def _text(value: Any) -> str:
    """Write a text, a truth or nothing. A half of a pair of surrogates is written as an escape."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)


def _float(value: float) -> float:
    """Take a number as JavaScript does: it has no whole numbers of any length."""
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _number(value: float) -> str:
    """Write a number as JavaScript does.

    >>> [_number(n) for n in (0.0, -0.0, 12.0, 0.1, 1e-6, 1.5e-7, 1e20, 1e21, -2.5e300)]
    ['0', '0', '12', '0.1', '0.000001', '1.5e-7', '100000000000000000000', '1e+21', '-2.5e+300']
    """
    if value == 0:
        return "0"
    if math.isinf(value):
        message = "the file has a number that is larger than any that a page saves"
        raise ResultError(message)
    exact = Decimal(repr(value))
    if 1e-6 <= abs(value) < 1e21:
        plain = f"{exact:f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    sign, digits, _ = exact.normalize().as_tuple()
    whole = "".join(map(str, digits))
    point = f".{whole[1:]}" if len(whole) > 1 else ""
    return f"{'-' * sign}{whole[0]}{point}e{exact.adjusted():+d}"
