"""The interface texts of the site, in each language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from datetime import date

    from kitaran.models.text import Locale


@dataclass(frozen=True)
class Words:
    """The texts of one language, by key. Call it as a function.

    >>> words("en")("minutes", n=5)
    '5 min read'
    >>> words("ms")("empty.glossary")[:7]
    'Glosari'
    """

    locale: Locale
    table: dict[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """Give a text with its values filled in.

        Raises:
            KeyError: If no such text exists. That is a fault of the program, not of content.
        """
        found: Any = self.table
        for part in key.split("."):
            found = found[part]
        return str(found).format(**values) if values else str(found)

    def date(self, day: date) -> str:
        """Write a date out, as people of that language do.

        >>> from datetime import date
        >>> words("ms").date(date(2026, 3, 1))
        '1 Mac 2026'
        """
        return f"{day.day} {self.table['months'][day.month - 1]} {day.year}"


class _Loader(yaml.CSafeLoader):
    """YAML in which `true` and `false` are words, as they are keys here."""


_Loader.yaml_implicit_resolvers = {
    sign: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool"]
    for sign, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def words(locale: Locale) -> Words:
    """Load the texts of one language."""
    text = (files("kitaran.render") / "locales" / f"{locale}.yml").read_text("utf-8")
    return Words(locale, yaml.load(text, Loader=_Loader))
