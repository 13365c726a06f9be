"""The glossary: term pairs that tooltips, search and the checks draw on."""

from __future__ import annotations

from functools import cached_property

from kitaran.models.base import Record, Slug
from kitaran.models.text import LOCALES, Locale, Text


class Words(Record):
    """Words in each language."""

    ms: tuple[str, ...] = ()
    """Malay words."""
    en: tuple[str, ...] = ()
    """English words."""


class Term(Record):
    """One thing, its name in each language, and what it means here."""

    id: Slug
    """Unique in the glossary and never changed."""
    ms: str
    """Its name in Malay."""
    en: str
    """Its name in English."""
    definition: Text
    """What it means in this handbook, in a sentence."""
    synonyms: Words = Words()
    """What people type when they mean it."""
    avoid: Words = Words()
    """Words that the handbook does not use for it."""


class Glossary(Record):
    """Every term of the handbook."""

    terms: tuple[Term, ...] = ()
    """The terms, in any order."""

    @cached_property
    def avoid(self) -> dict[Locale, tuple[str, ...]]:
        """Every word that the handbook does not use, by language: each file is held against it."""
        return {
            locale: tuple(
                word for term in self.terms for word in getattr(term.avoid, locale) if word.strip()
            )
            for locale in LOCALES
        }
