"""Make the index of one language: which words lead to which pages, and how well."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

from kitaran.search.keys import Keys, load_keys
from kitaran.search.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kitaran.models.glossary import Glossary
    from kitaran.search.entries import Entry

SATURATION = 5.0
"""How much a word has to say before more of it counts only half."""
FINEST = 60
"""How finely the worth of a word for a page is told."""
MOST_PAGES = 300
"""The most pages that a word leads to; those with more to say of it come first."""
LONGEST_PHRASE = 8
"""The most words of a phrase that is matched as a whole."""
NAMED = 0.6
"""From this weight on, every word of a text is known by its spelling; of running text, only those
that several pages use."""
LESSER = 0.4
"""How much a word counts that only turns the meaning round."""


@dataclass(slots=True)
class Posting:
    """What one page says of one word."""

    weight: float = 0.0
    phrases: list[int] = field(default_factory=list)
    """The places of the page's phrases that hold it."""


@dataclass(frozen=True)
class Phrase:
    """A name of a page, by its keys."""

    fit: float
    keys: tuple[str, ...]


@dataclass
class Index:
    """The index of one language."""

    entries: Sequence[Entry]
    keys: Keys = field(default_factory=load_keys)
    postings: dict[str, dict[int, Posting]] = field(default_factory=dict)
    phrases: list[list[Phrase]] = field(default_factory=list)
    """The phrases of each page."""
    forms: set[str] = field(default_factory=set)
    """Every word as it is written."""
    rare: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """How many pages use each form, counted for those that stand in running text only."""

    @cached_property
    def asking(self) -> frozenset[str]:
        """Give the keys of the words that say nothing of what is looked for."""
        return frozenset(self.keys(word) for word in self.keys.tables["asking"].split())

    @cached_property
    def lesser(self) -> frozenset[str]:
        """Give the keys of the words that count less."""
        return frozenset(self.keys(word) for word in self.keys.tables["lesser"].split())

    def telling(self, text: str) -> tuple[str, ...]:
        """Give the keys of a phrase without the words of asking, unless there is nothing else."""
        every = tuple(dict.fromkeys(map(self.keys, words(text))))
        return tuple(key for key in every if key not in self.asking) or every

    def rarity(self, key: str) -> float:
        """Say how much a word tells pages apart. Ask once every page is in."""
        known = self._rarities.get(key)
        if known is None:
            known = self._rarities[key] = self._rarity(key)
        return known

    @cached_property
    def _rarities(self) -> dict[str, float]:
        """Remember what was asked."""
        return {}

    def _rarity(self, key: str) -> float:
        found = len(self.postings.get(key, ()))
        weight = LESSER if key in self.lesser else 1.0
        return weight * math.log(1 + len(self.entries) / (0.5 + found))


def make_index(entries: Iterable[Entry]) -> Index:
    """Make an index of everything that can be found."""
    index = Index(tuple(entries))
    for number, entry in enumerate(index.entries):
        _count(index, number, entry)
        _name(index, number, entry)
    return index


def _count(index: Index, number: int, entry: Entry) -> None:
    """Add up what a page says of each word."""
    for weight, text in entry.texts:
        seen = Counter(words(text))
        often: dict[str, int] = defaultdict(int)
        for word, times in seen.items():
            often[index.keys(word)] += times
        for key, times in often.items():
            _at(index, key, number).weight += weight * (1 + math.log(times))
        if weight >= NAMED:
            index.forms.update(seen)
        else:
            for word in seen:
                index.rare[word] += 1


def _name(index: Index, number: int, entry: Entry) -> None:
    """Note which words stand together in the names of a page."""
    named: dict[tuple[str, ...], Phrase] = {}
    for fit, text in entry.phrases:
        keys = index.telling(text)[:LONGEST_PHRASE]
        bag = tuple(sorted(keys))
        if keys and (bag not in named or named[bag].fit < fit):
            named[bag] = Phrase(fit, keys)
        index.forms.update(words(text))
    index.phrases.append(list(named.values()))
    for place, phrase in enumerate(index.phrases[number]):
        for key in phrase.keys:
            _at(index, key, number).phrases.append(place)


def _at(index: Index, key: str, number: int) -> Posting:
    """Give what a page says of a word, to be added to."""
    pages = index.postings.setdefault(key, {})
    posting = pages.get(number)
    if posting is None:
        posting = pages[number] = Posting()
    return posting


def worth(weight: float) -> int:
    """Say what a word is worth for a page, from 1 to `FINEST`."""
    return max(1, round(FINEST * weight / (weight + SATURATION)))


def groups(index: Index, glossary: Glossary) -> list[list[tuple[str, ...]]]:
    """Give the words that stand for one thing, as keys: everyday ones, then the glossary's."""
    found: list[list[tuple[str, ...]]] = []
    for group in _named(glossary):
        keyed = dict.fromkeys(tuple(map(index.keys, words(str(name)))) for name in group)
        found.append([keys for keys in keyed if keys])
    return found


def everyday(glossary: Glossary) -> set[str]:
    """Give every word of the groups as it is typed, those that no page uses among them."""
    return {word for group in _named(glossary) for name in group for word in words(str(name))}


def _named(glossary: Glossary) -> list[list[Any]]:
    """Give the names of each thing, everyday ones first."""
    terms = [[t.ms, t.en, *t.synonyms.ms, *t.synonyms.en] for t in glossary.terms]
    return [*_synonyms(), *terms]


@cache
def _synonyms() -> list[list[Any]]:
    """Load the everyday words, once."""
    text = (files("kitaran.search") / "data" / "synonyms.yml").read_text("utf-8")
    loaded: list[list[Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded
