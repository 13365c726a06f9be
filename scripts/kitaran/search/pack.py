"""Write numbers and lists of words short, as text that compresses well.

A number takes one sign for each five bits, the least first, as in source maps. Words in their
order say only how they differ from the one before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def numbers(values: Iterable[int]) -> str:
    """Write numbers from zero up.

    >>> numbers([0, 31, 32, 1000])
    'AfgBof'
    """
    signs: list[str] = []
    for number in values:
        rest = number
        while rest > 31:
            signs.append(SIGNS[32 | rest & 31])
            rest >>= 5
        signs.append(SIGNS[rest])
    return "".join(signs)


def wordlist(words: Iterable[str]) -> str:
    """Write words in their order.

    >>> wordlist(["tutup", "tutupan", "bayar"])
    'Abayar Atutup Fan'
    """
    parts: list[str] = []
    before = ""
    for word in sorted(set(words)):
        same = 0
        while same < min(len(before), len(word), 31) and before[same] == word[same]:
            same += 1
        parts.append(SIGNS[same] + word[same:])
        before = word
    return " ".join(parts)


def place(key: str, parts: int) -> int:
    """Say which part of an index a key is in: the same as in the browser.

    >>> place("mahal", 8)
    7
    """
    found = 0
    for sign in key:
        found = (found * 31 + ord(sign)) & 0xFFFFFFFF
    return found % parts
