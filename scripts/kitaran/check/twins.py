"""Pairs of pages: an original, and what was made of it in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.check.facts import Facts, FileFacts, PageFacts


class Side(NamedTuple):
    """One page of a pair, known to be readable."""

    file: FileFacts
    page: PageFacts


def twins(facts: Facts) -> Iterator[tuple[Side, Side]]:
    """Give every original with its twin, where both could be read."""
    for pages in (facts.pages, facts.documents):
        for (name, locale), file in pages.items():
            twin = pages.get((name, "en")) if locale == "ms" else None
            if twin is not None and file.page is not None and twin.page is not None:
                yield Side(file, file.page), Side(twin, twin.page)
