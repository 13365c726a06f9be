"""One option takes in another.

Options exclude one another, or two of them are right at once. Whoever does the longer of two
such options does the shorter one too, and a number may lie in both of two ranges.

Example:
    ```yaml
    options:
      - {text: {ms: Hantar kontrak hari ini, en: Send the contract today}, …}
      - {text: {ms: Hantar kontrak hari ini melalui e-mel, en: Send the contract today by email}, …}
    ```
    ```text
    10–20 cartons · 15–30 cartons
    ```

Instead:
    Let each option be a decision of its own, and let ranges meet without sharing a number:
    10–19, 20–30.

    The finding is made where a longer option begins with the whole of a shorter one of four
    words or more and adds no condition, contrast, number or second act; and where two options
    differ in the numbers of their ranges only and the ranges overlap. Lengths of time may share
    an end, such as 2–4 weeks and 4–6 weeks.

Malay:
    Satu pilihan merangkumi pilihan yang lain.

    Pilihan jawapan mesti berasingan; jika tidak, dua pilihan boleh betul serentak. Sesiapa yang
    membuat pilihan yang lebih panjang turut membuat pilihan yang pendek, dan satu nombor boleh
    berada dalam dua julat. Jadikan setiap pilihan satu keputusan yang tersendiri, dan jangan biar
    julat bertindih: 10–19, 20–30.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kitaran.check.rule import Finding, rule
from kitaran.check.words import folded, in_language, same, unlike, without_emphasis, word_set
from kitaran.diagnostics import Severity
from kitaran.models.questions.base import Question
from kitaran.models.text import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

_HELP = "let each option be a decision of its own that leaves the others out"
_WORDS = 4
"""From how many words on an option is more than the name of a thing: a `client manager` is not
a kind of `corporate client manager`."""
_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\s\w]")
_CHANGES = word_set(
    # What makes another decision of the words before it: a denial, a condition, a contrast, a
    # reason, a second act.
    """
    not no never without nothing none nobody n't neither nor
    if unless once when whenever while until till before after provided providing as
    and or but yet then plus also too together instead rather than except although though even
    because since so only just return exchange against for to with
    tidak tak bukan jangan tanpa belum tiada enggan usah
    jika kalau sekiranya andai apabila bila semasa sementara selepas setelah sebelum sehingga
    hingga sampai asalkan syarat
    dan atau tetapi tapi namun lalu kemudian serta beserta bersama sambil malah juga pun
    kecuali berbanding daripada walaupun meskipun
    kerana sebab supaya agar hanya sahaja saja cuma balasan pertukaran untuk kepada dengan
    """
)
_DIGIT = re.compile(r"\d")
_NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_RANGE = re.compile(
    rf"(?P<before>\D*?)(?P<low>{_NUMBER})\s*(?P<unit>%|[^\W\d]*)"
    r"\s*(?:[-–—]|\b(?:to|until|hingga|sehingga|sampai|and|dan)\b)"
    rf"\s*(?:rm|\$|usd|myr)?\s*(?P<high>{_NUMBER})(?P<after>\D*)"
)
_BETWEEN = re.compile(r"\b(?:between|antara)\b")
_TIME = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|saat|minit|jam|hari|minggu|bulan|tahun)\b"
)


class _Range(NamedTuple):
    """A stretch of numbers, and what stands around it."""

    frame: str
    low: float
    high: float
    place: int


@rule("KB606", "overlapping-options", Severity.WARNING, on=Question)
def overlapping_options(question: Question) -> Iterator[Finding]:
    """Compare the options in each language."""
    if len(question.choices) < 2:
        return
    texts = [option.text for option in question.choices]
    told: set[int] = set()
    for locale in LOCALES:
        given = in_language(texts, locale)
        for inner, outer, why in (*_contained(given), *_ranges(given)):
            if outer not in told:
                told.add(outer)
                at = ("options", outer, "text", locale)
                yield Finding(at, why.format(outer + 1, inner + 1), _HELP)


def _contained(options: list[str]) -> Iterator[tuple[int, int, str]]:
    """Find options that begin with the whole of another."""
    if unlike(options):
        return
    # In the order of the alphabet, all that begin with a text come right after it.
    forms = sorted((folded(text), index) for index, text in enumerate(options))
    for (form, inner), (longer, outer) in pairwise(forms):
        if longer.startswith(form) and _takes_in(options[inner], options[outer]):
            yield inner, outer, "option {0} is option {1} with more words"


def _takes_in(inner: str, outer: str) -> bool:
    """Say whether the longer of two options only adds detail to the shorter one."""
    short = _TOKEN.findall(without_emphasis(inner).casefold().strip(" .;"))
    long = _TOKEN.findall(without_emphasis(outer).casefold().strip(" .;"))
    rest = long[len(short) :]
    words = sum(1 for token in short if token[0].isalpha())
    return (
        words >= _WORDS
        and bool(rest)
        and long[: len(short)] == short
        and all(token[0].isalpha() and token not in _CHANGES for token in rest)
    )


def _ranges(options: list[str]) -> Iterator[tuple[int, int, str]]:
    """Find ranges of the same thing that overlap."""
    if not _DIGIT.search(" ".join(options)):
        return
    found = [each for i, text in enumerate(options) if (each := _range(text, i)) is not None]
    for one, other in pairwise(sorted(found)):
        if one.frame != other.frame or other.low > one.high:
            continue
        if other.low == one.high and _TIME.search(one.frame):
            continue
        if same(options[one.place], options[other.place]):
            continue  # These are duplicates: KB605.
        first, second = sorted((one.place, other.place))
        yield first, second, "the ranges of options {1} and {0} overlap"


def _range(text: str, index: int) -> _Range | None:
    """Read an option that is a range, such as `RM 100–200` or `between 5 and 10 cartons`."""
    match = _RANGE.fullmatch(without_emphasis(text).casefold().strip(" ."))
    if match is None:
        return None
    joined = match[0][match.end("low") : match.start("high")]
    if re.search(r"\b(?:and|dan)\b", joined) and not _BETWEEN.search(match["before"]):
        return None  # `2 cartons and 3 labels` is no range.
    low, high = (float(match[name].replace(",", "")) for name in ("low", "high"))
    unit = match["unit"]
    # A split such as 30–70 is one thing, not all that lies between.
    if low >= high or low + high == 100 or (unit and unit not in match["after"]):
        return None
    return _Range(f"{match['before'].strip()} # {match['after'].strip()}", low, high, index)
