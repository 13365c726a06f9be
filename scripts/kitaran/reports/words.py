"""The words of reports, in each language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kitaran.documents.words import Words
from kitaran.documents.words import words as paper_words
from kitaran.load.yaml import parse

if TYPE_CHECKING:
    from datetime import date

    from kitaran.models.text import Locale


@cache
def words(locale: Locale) -> Words:
    """Load the words of one language, with those of printed papers."""
    text = (files("kitaran.reports") / "locales" / f"{locale}.yml").read_text("utf-8")
    return Words(locale, {**paper_words(locale).table, **parse(text).data})


def short_date(say: Words, day: date | None) -> str:
    """Write a date as it fits a table; a dash where there is none.

    >>> from datetime import date
    >>> short_date(words("ms"), date(2026, 3, 1))
    '1 Mac 2026'
    """
    return say.date(day) if day else "–"


def number(value: float | None, digits: int = 2) -> str:
    """Write a number as it fits a table; a dash where there is none, and a true minus.

    >>> number(-0.456), number(None), number(12.0, 0)
    ('−0.46', '–', '12')
    """
    if value is None:
        return "–"
    text = f"{value:.{digits}f}"
    return (text if float(text) else text.lstrip("-")).replace("-", "−")
