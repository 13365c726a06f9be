"""The words that stand on printed papers, in each language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kitaran.load.yaml import parse

if TYPE_CHECKING:
    from datetime import date

    from kitaran.models.text import Locale


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language, by key. Call it as a function.

    >>> words("en")("checklists.items", n=1), words("en")("checklists.items", n=20)
    ('1 item', '20 items')
    """

    locale: Locale
    table: dict[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """Give a text with its values filled in; the singular or the plural for a number `n`.

        Raises:
            KeyError: If no such text exists. That is a fault of the program, not of content.
        """
        found: Any = self.table
        for part in key.split("."):
            found = found[part]
        if isinstance(found, dict):
            found = found["one" if values.get("n") == 1 else "other"]
        return str(found).format(**values) if values else str(found)

    def date(self, day: date) -> str:
        """Write a date out, as people of that language do.

        >>> from datetime import date
        >>> words("ms").date(date(2026, 3, 1))
        '1 Mac 2026'
        """
        return f"{day.day} {self.table['months'][day.month - 1]} {day.year}"


@cache
def words(locale: Locale) -> Words:
    """Load the words of one language."""
    text = (files("kitaran.documents") / "locales" / f"{locale}.yml").read_text("utf-8")
    return Words(locale, parse(text).data)
