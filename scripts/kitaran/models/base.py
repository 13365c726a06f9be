"""The base of every record, and the field types that they share.

YAML scalars reach the models as the text that the author typed; the fields say what it
means. So `text: yes` stays the word "yes", `12:30` a time of day, and no YAML version's
guesses stand between an author and the checker.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PAGE_ID = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"
INTERVAL = r"^[1-9][0-9]* (day|week|month|year)s?$"
DAYS = r"^[0-9]+(-[0-9]+)?$"


class Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False
    )


def _date(value: Any) -> Any:
    """Read an ISO date, and only that: `2026-11-01`, not a time stamp."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        message = f"`{value}` is no date; write it as year-month-day, such as 2026-11-01"
        raise ValueError(message) from error


def _percent(value: Any) -> Any:
    """Turn `80%` into 0.8. Other writings of a share are refused, so that 0.8 cannot mean 0.8%."""
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)\s*%", value.strip())
    if match is None:
        message = f"`{value}` is no percentage; write it with its sign, such as 80%"
        raise ValueError(message)
    return float(match[1]) / 100


Slug = Annotated[str, Field(pattern=SLUG, examples=["confirm-authority"])]
"""Lower-case letters, digits and single hyphens: an id that is never changed."""
PageId = Annotated[str, Field(pattern=PAGE_ID, examples=["stages/closing"])]
"""A page's path without language and suffix."""
Day = Annotated[date, BeforeValidator(_date)]
"""A calendar date, ISO 8601."""
Percent = Annotated[
    float,
    BeforeValidator(_percent),
    WithJsonSchema({"type": "string", "pattern": r"^\d+(\.\d+)?%$", "examples": ["80%"]}),
]
"""A share, written `80%` and kept as 0.8."""
Interval = Annotated[str, Field(pattern=INTERVAL, examples=["6 months"])]
"""A length of time in words, such as `6 months`."""
