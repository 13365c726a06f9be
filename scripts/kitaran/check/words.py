"""Words: how texts are compared, cut into sentences, and spelt nearly alike."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from kitaran.check.facts import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kitaran.models.text import Locale, Text

LANGUAGE: dict[Locale, str] = {"ms": "Malay", "en": "English"}
"""What a language is called in a message."""

folded = lru_cache(maxsize=4096)(fold)
"""`fold`, remembered: several rules compare the same few texts one after the other."""

_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|‘[^’]*’(?!\w)|«[^»]*»|(?<!\w)'[^']*'(?!\w)")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_SIGNS = re.compile(r"[+<>≤≥=±%$£€¥×÷]|(?<![^\s(])[-−–](?=\d)")


def halves(text: Text) -> tuple[tuple[Locale, str], ...]:
    """Give a text in each language that it is written in.

    A plain string stands for every language and is given once, as the first.
    """
    if text.en == text.ms or not text.en:
        return (("ms", text.ms),) if text.ms else ()
    return (("ms", text.ms), ("en", text.en)) if text.ms else (("en", text.en),)


def in_language(options: Sequence[Text], locale: Locale) -> list[str]:
    """Give several texts in one language; none where one of them is not written in it.

    For English, none as well where every text is a plain string: these count as Malay.
    """
    malay = [text.ms for text in options]
    given = malay if locale == "ms" else [text.en for text in options]
    if "" in given or (given is not malay and given == malay):
        return []
    return given


def holds(text: str, parts: Iterable[str]) -> bool:
    """Say whether a text holds any of some parts: a quick look before a thorough one.

    >>> holds("Tidak perlu", ("idak", "ukan"))
    True
    """
    for part in parts:  # noqa: SIM110  Much faster than `any`, and called for every option.
        if part in text:
            return True
    return False


def same(one: str, other: str) -> bool:
    """Say whether two texts differ in case, accents, spaces and punctuation at most.

    Signs that change what a text says are not punctuation.

    >>> same("Hantar kontrak.", "hantar  kontrak"), same("+5%", "-5%"), same("👍", "👎")
    (True, False, False)
    """
    return folded(one) == folded(other) and _form(one) == _form(other)


def _form(text: str) -> tuple[str, str]:
    """Give what two texts have in common that say the same."""
    return folded(text) or text.strip(), "".join(_SIGNS.findall(text))


def unlike(texts: Sequence[str]) -> bool:
    """Say whether texts begin with different letters: a quick look before they are folded.

    Then none says the same as another, and none is the beginning of another.

    >>> unlike(["Sahkan nama", "Hantar nota"]), unlike(["Sahkan nama", "sahkan tarikh"])
    (True, False)
    """
    heads = [text[:3].lower() for text in texts]
    joined = "".join(heads)
    return (
        joined.isalnum()
        and joined.isascii()
        and len(joined) == 3 * len(heads)
        and len(set(heads)) == len(heads)
    )


def first_same(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Find the texts that say the same as one before them, as (place, place of the first)."""
    if unlike(texts):
        return []
    forms = [folded(text) for text in texts]
    if len(set(forms)) == len(forms):
        return []
    firsts: dict[tuple[str, str], int] = {}
    found = ((index, firsts.setdefault(_form(text), index)) for index, text in enumerate(texts))
    return [(index, first) for index, first in found if first != index]


def without_emphasis(text: str, stand_in: str | None = None) -> str:
    """Remove the marks of emphasis, or put something in place of what is emphasised.

    >>> without_emphasis("Mana yang **bukan** bukti?")
    'Mana yang bukan bukti?'
    >>> without_emphasis("Which is *not* proof?", "·")
    'Which is · proof?'
    """
    if "*" not in text and "_" not in text:
        return text
    return _EMPHASIS.sub(r"\2" if stand_in is None else stand_in, text)


def asking(text: str) -> list[str]:
    """Give the sentences of a stem that ask, without what they quote.

    >>> asking("Encik Kumar tanya, “Boleh tidak?” Dia menunggu. Apa jawapan anda?")
    ['Apa jawapan anda?']
    """
    sentences = _SENTENCE_END.split(_QUOTED.sub(_empty_quote, text).strip())
    asks = [sentence for sentence in sentences if sentence.endswith("?")]
    return asks or sentences[-1:]


def _empty_quote(match: re.Match[str]) -> str:
    """Keep of a quotation only that it was there, and whether a sentence ends with it."""
    return "“”." if match[0][-2:-1] in ".!?…" else "“”"


def nearest(word: str, known: Iterable[str]) -> str:
    """Suggest the known word that is nearest, as a help text; empty where none is near.

    >>> nearest("confrm-authority", ["confirm-authority", "agree-date"])
    'did you mean `confirm-authority`?'
    """
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else ""


def word_set(words: str) -> frozenset[str]:
    """Make a set of words that are parted by spaces: a long list is read more easily so.

    >>> sorted(word_set("dan atau"))
    ['atau', 'dan']
    """
    return frozenset(words.split())


def listed(names: Iterable[str], most: int = 6) -> str:
    """List ids for a message; only the first few where there are many.

    >>> listed(["a", "b"]), listed("abcd", 3)
    ('`a`, `b`', '`a`, `b`, `c` and 1 more')
    """
    every = list(names)
    shown = ", ".join(f"`{name}`" for name in every[:most])
    return shown if len(every) <= most else f"{shown} and {len(every) - most} more"
