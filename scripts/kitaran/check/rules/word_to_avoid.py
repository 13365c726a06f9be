"""A word is used that the glossary asks to avoid.

The handbook calls one thing by one name, so that a new colleague does not look for a
difference where there is none. The glossary says which name, and which words not to use.

Example:
    ```yaml
    text: {ms: Pelanggan menyatakan keberatan tentang harga, en: …}
    ```

Instead:
    ```yaml
    text: {ms: Pelanggan menyatakan bantahan tentang harga, en: …}
    ```

Malay:
    Satu perkataan dipakai walaupun glosari meminta supaya ia dielakkan.

    Buku panduan ini memakai satu nama untuk satu perkara, supaya rakan sekerja yang baharu
    tidak mencari beza yang tidak ada. Guna istilah yang dicadangkan, atau buang perkataan
    itu daripada senarai `avoid` dalam glosari kalau ia memang betul di tempat lain.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kitaran.check.one import Wording
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity, Span
from kitaran.models.document import Document
from kitaran.models.glossary import Glossary
from kitaran.models.playbook import Playbook
from kitaran.models.quiz import Quiz
from kitaran.models.text import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kitaran.models.text import At, Locale, Text

_IDS = re.compile(r"\{:?[^{}]*\}")
_LINES = 30
"""How many lines of a text are searched for a word."""
_UNSAID = frozenset({"search", "owner", "family", "id", "translates", "roles", "reviewed"})
"""Front matter that is typed or looked up, and not read as a sentence."""


@rule("KB309", "word-to-avoid", Severity.WARNING, on=Wording)
def word_to_avoid(wording: Wording) -> Iterator[Finding]:
    """Look for the words in everything that is read. The glossary itself may name them."""
    record = wording.loaded.record
    if isinstance(record, Glossary):
        return
    # Most files have none of the words, which is told much faster than text by text. A
    # backslash may stand for any sign.
    source = wording.loaded.source.data
    avoid = wording.glossary.avoid
    if b"\\" not in source and not _may_have(source, (*avoid["ms"], *avoid["en"])):
        return
    if isinstance(record, Playbook | Document):
        yield from _in_page(wording, record)
        return
    found: Iterable[tuple[At, Text]] = record.texts if isinstance(record, Quiz) else texts(record)
    every = tuple(found)
    for locale in wording.languages:
        words = _pattern(avoid[locale])
        if words is None:
            continue
        for at, text in every:
            for word in words.findall(text.get(locale)):
                yield _finding(wording, _within(wording, (*at, locale), word), word, locale)


def _in_page(wording: Wording, page: Playbook | Document) -> Iterator[Finding]:
    """Look into a page's front matter and prose."""
    words = _pattern(wording.glossary.avoid[page.locale])
    if words is None:
        return
    data = wording.loaded.yaml.data if wording.loaded.yaml else None
    for at, said in _said(data):
        for word in words.findall(said):
            yield _finding(wording, _within(wording, at, word), word, page.locale)
    for number, said in page.outline.prose:
        for match in words.finditer(_IDS.sub("", said)):
            line = wording.loaded.source.line(number)
            column = max(line.find(match[0]), 0) + 1
            span = Span(number, column, column + len(match[0]))
            yield _finding(wording, span, match[0], page.locale)


def _said(data: object, at: At = ()) -> Iterator[tuple[At, str]]:
    """Give the strings of the front matter that are read as sentences."""
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _said(value, (*at, index))
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _UNSAID:
                yield from _said(value, (*at, key))


def _within(wording: Wording, at: At, word: str) -> Span:
    """Find a word in a text, whose value may go on over several lines."""
    span = wording.loaded.span(at)
    last = 0 if span.end_column else _LINES
    for number in range(span.line, span.line + last + 1):
        line = wording.loaded.source.line(number)
        column = line.find(word, span.column - 1 if number == span.line else 0)
        if column >= 0:
            return Span(number, column + 1, column + 1 + len(word))
    return span


def _finding(wording: Wording, at: At | Span, word: str, locale: Locale) -> Finding:
    """Name the word, and the term that is used instead."""
    folded = " ".join(word.casefold().split())
    term = next(
        term.ms if locale == "ms" else term.en
        for term in wording.glossary.terms
        if folded in {" ".join(w.casefold().split()) for w in getattr(term.avoid, locale)}
    )
    return Finding(
        at, f"the glossary asks to avoid `{word}`", f"write `{term}`, or say it otherwise"
    )


def _may_have(source: bytes, words: tuple[str, ...]) -> bool:
    """Say whether a file has a part of any of some words."""
    parts = _parts(words)
    return parts is None or not parts.isdisjoint(source.translate(_LETTERS).split())


_LETTERS = "".join(c.lower() if c.isalnum() else " " for c in map(chr, range(128))).encode()
_LETTERS += b" " * 128
"""Leaves plain letters and digits, in lower case, and parts them where anything else is."""


@lru_cache(maxsize=16)
def _parts(words: tuple[str, ...]) -> frozenset[bytes] | None:
    """Give the longest part of each word; none where one has other letters than plain ones."""
    if not all(word.isascii() for word in words):
        return None
    split = (word.encode().translate(_LETTERS).split() for word in words)
    return frozenset(max(parts, key=len) for parts in split if parts)


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Match any of some words as a whole, whatever its case and spacing."""
    if not words:
        return None
    forms = (r"\s+".join(re.escape(part) for part in word.split()) for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
