"""Write what was measured of the search as Markdown, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Rows = list[dict[str, Any]]
TEMPLATES = {"ms": "search.md", "en": "search.en.md"}

_GROUPS = {
    "all": ("Semua", "All"),
    "ms": ("Tapak Melayu", "Malay site"),
    "en": ("Tapak Inggeris", "English site"),
    "exact": ("Tajuk", "Exact"),
    "form": ("Bentuk kata lain", "Another form"),
    "synonym": ("Perkataan lain", "Another word"),
    "typo": ("Salah taip", "Typing mistake"),
    "cross-language": ("Bahasa yang satu lagi", "The other language"),
    "question": ("Soalan penuh", "Whole question"),
    "colloquial": ("Bahasa harian", "Everyday talk"),
}
_SEARCHES = {"kitaran": "Kitaran", "theme": "Material", "pagefind": "Pagefind"}
_HEADS: dict[str, dict[str, tuple[str, ...]]] = {
    "quality": {
        "ms": ("Soalan", "Bilangan", "Tempat pertama", "Lima pertama"),
        "en": ("Questions", "Number", "First place", "First five"),
    },
    "peers": {"ms": ("Soalan",), "en": ("Questions",)},
    "scale": {
        "ms": ("Halaman", "Dimuat", "Jawapan pertama", "Satu kekunci", "95% kekunci"),
        "en": ("Pages", "Fetched", "First answer", "One key", "95% of keys"),
    },
}


def _table(heads: tuple[str, ...], cells: Sequence[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(heads)} |", "| --- |" + " ---: |" * (len(heads) - 1)]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in cells)])


def _group(group: str, language: str) -> str:
    return _GROUPS.get(group, (group, group))[language == "en"]


def quality(rows: Rows, language: str) -> str:
    """Write a table for each set of questions."""
    parts: list[str] = []
    for name in dict.fromkeys(row["set"] for row in rows):
        cells = [
            (
                _group(r["group"], language),
                str(r["queries"]),
                f"{r['first']:.0%}",
                f"{r['five']:.0%}",
            )
            for r in rows
            if r["set"] == name
        ]
        parts += [f"**`tests/search/{name}.jsonl`**", _table(_HEADS["quality"][language], cells)]
    return "\n\n".join(parts)


def peers(rows: Rows, language: str) -> str:
    """Write one table, with the searches side by side."""
    by = {(row["group"], row["search"]): row for row in rows}
    shown = [name for name in _SEARCHES if ("all", name) in by]
    places = (f"{_SEARCHES[name]}, {place}" for name in shown for place in (1, 5))
    heads = (*_HEADS["peers"][language], *places)
    cells = [
        (
            _group(group, language),
            *(f"{by[group, name][part]:.0%}" for name in shown for part in ("first", "five")),
        )
        for group in dict.fromkeys(row["group"] for row in rows)
    ]
    return _table(heads, cells)


def scale(rows: Rows, language: str) -> str:
    """Write one table, a row for each size."""
    cells: list[tuple[str, ...]] = [
        (
            f"{row['pages']:,}",
            f"{row['first_bytes'] / 1000:.0f} KB",
            f"{row['first_ms']:.0f} ms",
            f"{row['key_ms']:.0f} ms",
            f"{row['slowest_ms']:.0f} ms",
        )
        for row in rows
    ]
    return _table(_HEADS["scale"][language], cells)


TABLES: dict[str, Callable[[Rows, str], str]] = {
    "quality": quality,
    "peers": peers,
    "scale": scale,
}


def write_pages(kept: dict[str, Any], docs: Path) -> None:
    """Write the pages from templates. What was not measured yet is said to be so."""
    for language, name in TEMPLATES.items():
        text = (Path(__file__).parent / "templates" / name).read_text("utf-8")
        for what, table in TABLES.items():
            part = kept.get(what)
            if part is None:
                missing = {"ms": "Belum diukur.", "en": "Not measured yet."}[language]
                text = text.replace(f"{{{{{what}}}}}", missing)
                continue
            measured, cores = {"ms": ("Diukur pada", "teras"), "en": ("Measured on", "cores")}[
                language
            ]
            facts = part["machine"]
            machine = f"{facts['cores']} {cores}, {facts['processor']}, {facts['system']}"
            told = f"{table(part['rows'], language)}\n\n{measured} {part['date']}: {machine}."
            text = text.replace(f"{{{{{what}}}}}", told)
        (docs / name).write_text(text, "utf-8")
