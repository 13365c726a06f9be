"""Put what an author typed into a sentence: on one line, short, and visible."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


_WORD = re.compile(r"[a-z0-9]+")


def quoted(text: str, limit: int = 40) -> str:
    r"""Give a text in backticks, without anything that could break a line or a terminal.

    >>> quoted("Harga\nterlalu tinggi")
    '`Harga terlalu tinggi`'
    """
    shown = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(shown) > limit:
        shown = f"{shown[:limit].rstrip()}…"
    return f"`{shown}`"


def found(value: Any) -> str:
    """Name a value as its author would.

    >>> found(None), found(["a"]), found("x")
    ('nothing', 'a list', '`x`')
    """
    if value is None or value == "":
        return "nothing"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "keys with values"
    return quoted(str(value))


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that is most like a misspelt one; the empty string if none is.

    >>> nearest("corect", ["text", "correct"])
    'correct'
    """
    words = list(known)
    lower = {each.lower(): each for each in words}
    near = get_close_matches(word.lower().replace("-", "_"), lower, n=1, cutoff=0.6)
    near = near or get_close_matches(word.lower(), lower, n=1, cutoff=0.6)
    return lower[near[0]] if near else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the known word that is nearest, or list what is known."""
    words = list(known)
    near = nearest(word, words)
    if near:
        return f"did you mean `{near}`?"
    return f"use one of {listed(words)}" if len(words) > 1 else f"write {listed(words)}"


def listed(words: Iterable[str]) -> str:
    """Give words in a row.

    >>> listed(["ms", "en"])
    '`ms`, `en`'
    """
    return ", ".join(f"`{word}`" for word in words)


def slug(text: str) -> str:
    """Make of a text what could be an id; the empty string where nothing is left.

    >>> slug("Tanya Siapa? (2)"), slug("Stages/Café.md"), slug("topics/价格")
    ('tanya-siapa-2', 'stages/cafe', '')
    """
    text = unicodedata.normalize("NFKD", text.strip().removesuffix(".md").removesuffix(".yml"))
    text = "".join(c for c in text.lower() if not unicodedata.combining(c))
    parts = ["-".join(_WORD.findall(part)) for part in text.replace("\\", "/").split("/")]
    return "/".join(parts) if all(parts) else ""
