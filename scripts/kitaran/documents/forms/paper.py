"""A form as it is handed out: one record, from which every format is written.

Like a checklist it holds nothing that changes from one run to the next: its version is a
hash of what is printed, and its date the day on which the form was last checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from kitaran.documents.inline import clean, parse, plain
from kitaran.documents.site import Site
from kitaran.documents.words import words
from kitaran.models.filled import fill, in_words, shown

if TYPE_CHECKING:
    from kitaran.documents.words import Words
    from kitaran.library import Library
    from kitaran.models.filled import Filled, Value
    from kitaran.models.form import Column, Field, Form
    from kitaran.models.text import Locale, Text

WIDE = 7
"""The most columns of a table that stand on an upright page."""


@dataclass(frozen=True)
class FormPaper:
    """A form in one language."""

    form: Form
    locale: Locale
    handbook: str
    """What the handbook is called."""
    address: str = ""
    """Where the form's page is served; empty where that is not known."""

    @property
    def name(self) -> str:
        """What its files are called, without their suffix."""
        return f"{self.form.id}.{self.locale}"

    @property
    def words(self) -> Words:
        """The words of its language."""
        return words(self.locale)

    def say(self, text: Text | None) -> str:
        """Give a text in this language, on one line and without marks of emphasis."""
        return plain(parse(text.get(self.locale))) if text is not None else ""

    @property
    def title(self) -> str:
        """What the form is called."""
        return self.say(self.form.title)

    @cached_property
    def filled(self) -> Filled:
        """Its example."""
        return fill(self.form, self.locale)

    def shown(self, value: Value, kind: str) -> str:
        """Write a value of the example as it is read."""
        said = shown(value, kind, self.words.date)
        return plain(parse(said)) if isinstance(value, str) else said

    @cached_property
    def hash(self) -> str:
        """Eight hexadecimal digits that change with anything that is printed."""
        said = f"{self.form.model_dump_json()}{self.locale}{self.handbook}{self.address}"
        return sha256(said.encode()).hexdigest()[:8]

    @property
    def version(self) -> str:
        """The version in words, such as `Version 3f2a9c1b`."""
        return self.words("checklists.version", version=self.hash)

    @property
    def reviewed(self) -> str:
        """The date in words, such as `Reviewed 1 November 2026`."""
        return self.words("checklists.reviewed", date=self.words.date(self.form.reviewed))

    @property
    def wide(self) -> bool:
        """Whether a table asks for a page on its side."""
        return any(len(field.columns) > WIDE for field in self.form.fields)

    def reckoning(self, formula: str, near: tuple[Field | Column, ...]) -> str:
        """Write a formula in words, such as `Spent ÷ Appointments`; empty where it is none."""
        functions = self.words.table["forms"]
        said = in_words(formula, near, self.form, self.locale, functions)
        return plain(parse(said))


def papers(library: Library, locale: Locale, site: Site | None = None) -> list[FormPaper]:
    """Give every form of a handbook in a language, by their ids.

    Args:
        library: The handbook, which a check found no error in.
        locale: The language.
        site: What is known of the handbook's site; its name heads the paper.
    """
    site = site or Site(original=library.settings.languages[0])
    handbook = clean(site.name or words(locale)("handbook"))
    return [
        FormPaper(form, locale, handbook, site.page(f"forms/{form_id}", locale))
        for form_id, form in sorted(library.forms.items())
    ]
