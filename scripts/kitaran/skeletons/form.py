"""How a new file is written: notes for the author, and texts in the handbook's languages."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kitaran.models.text import Locale


class SkeletonError(ValueError):
    """A new file cannot be begun. The message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Form:
    """The languages that a file is written in, and so its forms."""

    languages: tuple[Locale, ...]

    @property
    def first(self) -> Locale:
        """The language of the notes."""
        return self.languages[0]

    def note(self, ms: str, en: str) -> str:
        """Give a note to the author."""
        return ms if self.first == "ms" else en

    def text(self, ms: str, en: str) -> str:
        """Write a text as a value in YAML: both languages, or the only one.

        >>> Form(("ms", "en")).text("Harga", "Price")
        '{ms: "Harga", en: "Price"}'
        >>> Form(("ms",)).text("Harga", "Price")
        '"Harga"'
        """
        if len(self.languages) == 1:
            return quoted(ms if self.first == "ms" else en)
        return f"{{ms: {quoted(ms)}, en: {quoted(en)}}}"

    def line(self, key: str, ms: str, en: str) -> str:
        """Write a key, with its indentation, and its text."""
        return f"{key}: {self.text(ms, en)}"

    def list(self, key: str, ms: str, en: str) -> str:
        """Write a key, with its indentation, and a list of one text."""
        indent = " " * (len(key) - len(key.lstrip()))
        return f"{key}:\n{indent}  - {self.text(ms, en)}"

    def head(self, schema: str, depth: int) -> str:
        """Write the line that tells an editor which schema a YAML file has.

        Args:
            schema: The name of the schema.
            depth: How many folders the file is in.
        """
        return f"# yaml-language-server: $schema={'../' * depth}docs/schemas/{schema}.json"


def quoted(text: str) -> str:
    r"""Write a string as YAML that means this string, whatever it holds.

    >>> print(quoted('a: "b" # c'))
    "a: \"b\" # c"
    """
    return json.dumps(text, ensure_ascii=False)


def in_words(slug: str) -> str:
    """Make a title out of an id, to be replaced.

    >>> in_words("ask-the-board")
    'Ask the board'
    """
    return slug.replace("-", " ").capitalize()
