"""The index as files: what every search needs, and parts that are fetched when they are needed."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from kitaran.search.index import (
    FINEST,
    MOST_PAGES,
    Index,
    Phrase,
    Posting,
    everyday,
    groups,
    worth,
)
from kitaran.search.pack import numbers, place, wordlist

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kitaran.models.glossary import Glossary
    from kitaran.models.text import Locale
    from kitaran.search.entries import Entry

PART = 8_000
"""About how many characters a part of the index has."""
TOGETHER = 16
"""How many pages are described in one file."""
EVERYWHERE = 12_000
"""The most forms of words that are known for their spelling."""
SCALE = 4
"""How finely the rarity of a phrase's words is told."""


def index_files(
    index: Index, glossary: Glossary, locale: Locale, names: Mapping[str, Any]
) -> dict[str, str]:
    """Write an index, by file name.

    Args:
        index: The index of the language.
        glossary: What stands for one thing.
        locale: The language.
        names: What the kinds of pages and the marks of trust are called.
    """
    postings = {key: _posting(index, key, pages) for key, pages in index.postings.items()}
    whole = sum(len(key) + len(text) + 6 for key, text in postings.items())
    parts = max(1, -(-whole // PART))
    split: list[dict[str, str]] = [{} for _ in range(parts)]
    for key in sorted(postings):
        split[place(key, parts)][key] = postings[key]
    blocks = [
        [_described(entry) for entry in index.entries[start : start + TOGETHER]]
        for start in range(0, len(index.entries), TOGETHER)
    ]
    bodies: dict[str, Any] = {f"k{n}": part for n, part in enumerate(split)}
    bodies |= {f"d{n}": block for n, block in enumerate(blocks)}
    bodies["core"] = {
        "locale": locale,
        "pages": len(index.entries),
        "parts": parts,
        "together": TOGETHER,
        "kinds": _kinds(index),
        "names": names,
        **_language(index, glossary),
    }
    version = blake2b(_json(bodies).encode(), digest_size=4).hexdigest()
    return {
        f"{name}.json": _json({"v": version, **body} if name == "core" else [version, body])
        for name, body in bodies.items()
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _described(entry: Entry) -> list[str]:
    """Give what a result shows. What is empty at the end is left out."""
    shown = [
        entry.url,
        entry.title,
        entry.kind,
        entry.answer,
        entry.note,
        entry.locale,
        entry.reviewed,
        entry.due,
    ]
    while not shown[-1]:
        shown.pop()
    return shown


def _kinds(index: Index) -> str:
    """Give the kind of each page as one letter: results are put in order by it."""
    letters = {"term": "t", "page": "p", "battlecard": "b", "topic": "m", "role": "m"}
    main = ("stage", "objection", "product")
    return "".join(
        "m" if entry.kind in main else letters.get(entry.kind, "o") for entry in index.entries
    )


def _posting(index: Index, key: str, pages: dict[int, Posting]) -> str:
    """Write what leads from one word: how many pages, then each with its worth and its phrases.

    A phrase is told by its place on the page, how well it fits, and how much its words tell.
    """
    best = pages
    if len(pages) > MOST_PAGES:
        first = sorted(pages, key=lambda number: (-_best(index, number, pages[number]), number))
        best = {number: pages[number] for number in first[:MOST_PAGES]}
    told = [len(pages)]
    before = 0
    for number, posting in sorted(best.items()):
        told += [number - before, worth(posting.weight), len(posting.phrases)]
        before = number
        last = 0
        for at in posting.phrases:
            told += [at - last, _packed(index, index.phrases[number][at])]
            last = at
    return numbers(told)


def _packed(index: Index, phrase: Phrase) -> int:
    """Write how well a phrase fits and how much its words tell, as one number."""
    whole = sum(map(index.rarity, phrase.keys))
    return int(phrase.fit * 15) | min(1023, round(whole * SCALE)) << 4


def _best(index: Index, number: int, posting: Posting) -> float:
    """Say how much a page has to say of a word, its names included."""
    phrases = index.phrases[number]
    fits = [phrases[at].fit / len(phrases[at].keys) for at in posting.phrases]
    return worth(posting.weight) + FINEST * max(fits, default=0.0)


def _language(index: Index, glossary: Glossary) -> dict[str, Any]:
    """Give what the browser needs to read a question."""
    keys, tables = index.keys, index.keys.tables
    stand = groups(index, glossary)
    named = {key for group in stand for each in group for key in each}
    roots = {key for key in (*index.postings, *named) if key in keys.roots}
    often = sorted(index.rare, key=lambda word: (-index.rare[word], word))
    forms = index.forms | {word for word in often[:EVERYWHERE] if index.rare[word] > 1}
    forms |= everyday(glossary)
    return {
        "roots": wordlist(roots),
        "guards": wordlist(set(keys.guards) - roots),
        "forms": wordlist({form for form in forms if len(form) > 1 and form not in roots}),
        "groups": [[" ".join(each) for each in group] for group in stand],
        "same": {word: " ".join(forms) for word, forms in tables["same"].items()},
        "short": tables["short"],
        "asking": " ".join(tables["asking"].split()),
        "lesser": " ".join(tables["lesser"].split()),
        "clitics": tables["clitics"],
        "suffixes": tables["suffixes"],
        "prefixes": tables["prefixes"],
        "english": tables["english"],
    }
