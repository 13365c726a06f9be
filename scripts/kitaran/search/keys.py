"""Bring the forms of a word to one key: *menutup, penutupan, tutuplah* to *tutup*.

Malay rules give candidates, and a candidate counts only where it is a root that is known. The
reader's browser follows the same tables in the same order; one table of words tests both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 3
"""The fewest letters of a root."""
VOWELS = frozenset("aeiouy")
TWICE = frozenset("bdgmnprt")
"""Letters that English doubles before an ending."""


@dataclass(frozen=True)
class Keys:
    """The tables of both languages, ready to be asked."""

    tables: dict[str, Any]
    roots: frozenset[str]

    @cached_property
    def same(self) -> dict[str, str]:
        """Give the key of each word that rules would miss."""
        found = {word: word for word in self.tables["same"]}
        for word, forms in self.tables["same"].items():
            found |= dict.fromkeys(forms, word)
        return found

    @cached_property
    def guards(self) -> tuple[str, ...]:
        """List the roots that rules alone would take for a form of another one."""
        return tuple(sorted(root for root in self.roots if self._derived(root) not in ("", root)))

    @cached_property
    def _known(self) -> dict[str, str]:
        """Remember what was asked."""
        return {}

    def __call__(self, word: str) -> str:
        """Give the key of a folded word.

        >>> keys = load_keys()
        >>> [keys(word) for word in ("penutupan", "tutuplah", "bantahannya", "negotiating")]
        ['tutup', 'tutup', 'bantah', 'negotiate']
        """
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._key(word)
        return known

    def _key(self, word: str) -> str:
        for form in (word, *self._without_clitics(word)):
            if form in self.same:
                return self.same[form]
        if word in self.roots:
            return word
        return self._derived(word) or self.english(word)

    def _without_clitics(self, word: str) -> Iterator[str]:
        """Give what is left of a word without what is joined to its end."""
        for clitic in self.tables["clitics"]:
            if word.endswith(clitic) and len(word) - len(clitic) >= SHORTEST:
                yield word[: -len(clitic)]

    def _derived(self, word: str) -> str:
        """Give the root that a Malay word was made from, with the fewest letters taken off."""
        best, least = "", 99
        for form in (word, *self._without_clitics(word)):
            for suffix in (*self.tables["suffixes"], ""):
                if suffix and not form.endswith(suffix):
                    continue
                stem = form[: len(form) - len(suffix)]
                for root in self._unprefixed(stem, 2):
                    taken = len(word) - len(root)
                    if root != word and taken < least and root in self.roots:
                        best, least = root, taken
        return best

    def _unprefixed(self, word: str, depth: int) -> Iterator[str]:
        """Give a word, and what is left of it without its prefixes."""
        if len(word) < SHORTEST:
            return
        yield word
        if not depth:
            return
        for prefix, following, swallowed in self.tables["prefixes"]:
            rest = word[len(prefix) :]
            if word.startswith(prefix) and rest and (not following or rest[0] in following):
                yield from self._unprefixed(swallowed + rest, depth - 1)

    def english(self, word: str) -> str:
        """Give the key of a word that is no Malay one.

        >>> keys = load_keys()
        >>> [keys.english(w) for w in ("prospecting", "prospects", "pouches", "wrapped", "quote")]
        ['prospect', 'prospect', 'pouch', 'wrap', 'quot']
        """
        ended = self._without_endings(word)
        return self._ended.get(ended, ended)

    def _without_endings(self, word: str) -> str:
        """Take the endings off an English word."""
        if len(word) < 4 or not word.isalpha():
            return word
        for step, endings in enumerate(self.tables["english"]):
            for ending, instead, least in endings:
                stem = word[: -len(ending)]
                if not word.endswith(ending) or len(stem) < least or not VOWELS & set(stem):
                    continue
                word = stem + instead
                if step == 1 and not instead and len(word) > 3 and word[-1] == word[-2]:
                    word = word[:-1] if word[-1] in TWICE else word
                break
        return word

    @cached_property
    def _ended(self) -> dict[str, str]:
        """Give the key of each word of the table that lost its ending."""
        return self.same | {
            ended: word
            for word in self.tables["same"]
            if len(ended := self._without_endings(word)) > SHORTEST and ended not in self.same
        }


@cache
def load_keys() -> Keys:
    """Load the tables, once."""
    data = files("kitaran.search") / "data"
    tables = yaml.load((data / "words.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    roots = (data / "malay-roots.txt").read_text("utf-8").split()
    return Keys(tables, frozenset(roots) | frozenset(tables["same"]))
