"""Words out of texts, folded so that spellings which differ by sign or case come together."""

from __future__ import annotations

import re
import unicodedata

_MARKED = re.compile(r"[^\x00-\x7f]")
_MARK = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)+|[a-z0-9]+(?:'[a-z]+)?(?:-[a-z0-9]+)*")
_SIGNS = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": " ", "—": " ", "&": " "})


def fold(text: str) -> str:
    """Lower a text's case, and take marks and typographic signs off.

    >>> fold("Café’s E‑MEL")
    "cafe's e-mel"
    """
    text = text.translate(_SIGNS).lower()
    if _MARKED.search(text):
        text = _MARK.sub("", unicodedata.normalize("NFKD", text))
    return text


def words(text: str) -> list[str]:
    """Give the words of a text.

    A hyphen parts words, but after a single letter it joins them, and a word that is said twice
    is one.

    >>> words("Tak balas e-mel? Kecil-kecilan, die-cut & 1,000 don't")
    ['tak', 'balas', 'emel', 'kecilan', 'die', 'cut', '1000', 'dont']
    """
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        if word.isalnum():
            found.append(word)
            continue
        whole = word.replace("'", "").replace(",", "").replace(".", "")
        if "-" not in whole:
            found.append(whole)
            continue
        parts = whole.split("-")
        if len(parts[0]) == 1:
            parts = [parts[0] + parts[1], *parts[2:]]
        if (
            len(parts) == 2
            and len(parts[0]) > 2
            and (parts[1].startswith(parts[0]) or parts[0].endswith(parts[1]))
        ):
            # Said twice: kecil-kecilan, berpuluh-puluh.
            parts = [max(parts, key=len)]
        found += parts
    return found
