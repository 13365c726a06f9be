"""An English twin has no original.

What a page is (its owner, its order, its data) stands in the original; the twin carries
only what differs. Alone it is half a page.

Example:
    `playbooks/stages/closing.en.md` without `playbooks/stages/closing.md`.

Instead:
    Write the original, or give the twin the original's name.

Malay:
    Fail bahasa Inggeris ini tiada halaman asal.

    Pemilik, susunan dan data halaman ada dalam fail asal; pasangannya hanya membawa apa yang
    berbeza. Tulis fail asal, atau betulkan nama pasangannya supaya sama.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.links import original
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB502", "twin-without-original", Severity.ERROR, on=Facts)
def twin_without_original(facts: Facts) -> Iterator[Finding]:
    """Look for the original of every twin, and for one that has lost its twin to a new name."""
    for pages in (facts.pages, facts.documents):
        lone = [
            f.path
            for (name, lang), f in pages.items()
            if lang == "ms" and (name, "en") not in pages
        ]
        for (name, _), file in pages.items():
            if not file.path.endswith(".en.md") or (name, facts.languages[0]) in pages:
                continue
            path = original(file.path)
            near = get_close_matches(path, lone, n=1, cutoff=0.8)
            remedy = (
                f"rename this file to `{near[0].removesuffix('.md')}.en.md`"
                if near
                else f"write `{path}`, or remove this file"
            )
            yield Finding(Span(1), "the twin has no original", remedy, file.path)
