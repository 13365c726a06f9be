"""A text in the handbook's languages, and the way to every text of a record."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_origin

from pydantic import BaseModel, Field, model_validator

from kitaran.models.base import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

Locale = Literal["ms", "en"]
LOCALES: tuple[Locale, ...] = ("ms", "en")
"""The languages, the original first."""

At = tuple[str | int, ...]
"""The way to a value in a record: keys and positions from zero."""


class Text(Record):
    """A text in Malay and English. A plain string serves a handbook in one language.

    >>> Text.model_validate({"ms": "Harga", "en": "Price"}).en
    'Price'
    >>> Text.model_validate("Price").ms
    'Price'
    """

    ms: str = Field(default="", description="The text in Malay.")
    en: str = Field(default="", description="The text in English.")

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: Any) -> Any:
        """Let one string stand for every language."""
        if isinstance(value, str):
            return {"ms": value, "en": value}
        return value

    def get(self, locale: Locale) -> str:
        """Give the text in one language."""
        return self.ms if locale == "ms" else self.en

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors of both forms."""
        both = handler.resolve_ref_schema(handler(schema))
        both.pop("title", None)
        return {"anyOf": [{"type": "string", "description": "One language only."}, dict(both)]}


def texts(value: Any, at: At = ()) -> Iterator[tuple[At, Text]]:
    """Give every text in a record, with the way to it, in the order of the fields."""
    found: list[tuple[At, Text]] = []
    _collect(value, at, found)
    return iter(found)


def _collect(value: Any, at: At, found: list[tuple[At, Text]]) -> None:
    """Add every text in a value to a list: faster than generators that nest."""
    kind = value.__class__
    if kind is Text:
        found.append((at, value))
    elif kind is tuple or kind is list:
        for index, inner in enumerate(value):
            _collect(inner, (*at, index), found)
    elif kind is dict:
        for key, inner in value.items():
            _collect(inner, (*at, key), found)
    elif isinstance(value, BaseModel):
        for name, key in _fields(kind):
            inner = getattr(value, name)
            if inner.__class__ not in _PLAIN:
                _collect(inner, (*at, key), found)


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """List the fields of a record that may hold texts, as (attribute, key in the file)."""
    return tuple(
        (name, field.alias or name)
        for name, field in kind.model_fields.items()
        if field.annotation not in _PLAIN and get_origin(field.annotation) is not Literal
    )


_PLAIN = frozenset({str, int, float, bool, type(None)})
