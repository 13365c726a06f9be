"""A page has no English twin.

The handbook serves readers of both languages. On the English site the page would be a gap,
and links to it would lead nowhere.

Example:
    `playbooks/stages/closing.md` without `playbooks/stages/closing.en.md`.

Instead:
    Write the twin, with `title`, `summary`, `objectives` and `translates` in its front matter.
    A handbook in one language says so: `languages = ["ms"]` under `[tool.kitaran]` in
    `pyproject.toml`.

Malay:
    Halaman ini tiada pasangan bahasa Inggeris.

    Buku panduan ini untuk pembaca kedua-dua bahasa. Tulis `nama.en.md` di sebelahnya. Kalau
    buku panduan anda satu bahasa sahaja, tetapkan `languages = ["ms"]` di bawah
    `[tool.kitaran]` dalam `pyproject.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB501", "missing-twin", Severity.ERROR, on=Facts)
def missing_twin(facts: Facts) -> Iterator[Finding]:
    """Look for the other language of every page."""
    if len(facts.languages) < 2:
        return
    for pages in (facts.pages, facts.documents):
        for (name, locale), file in pages.items():
            if locale == "ms" and (name, "en") not in pages:
                twin = f"{file.path.removesuffix('.md')}.en.md"
                yield Finding(Span(1), "the page has no English twin", f"write `{twin}`", file.path)
