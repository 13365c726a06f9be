"""Write what was measured as Markdown, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from benchmarks.bench_check import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Language = Literal["ms", "en"]
Rows = list[dict[str, Any]]

TEMPLATES = {"ms": "benchmarks.md", "en": "benchmarks.en.md"}

_CHECK_HEADS = {
    "ms": ("Soalan", "Peristiwa", "Objek", "Sejuk", "Panas", "Sejuk ÷ peristiwa",
           "Panas ÷ peristiwa", "Memori"),
    "en": ("Questions", "Events", "Objects", "Cold", "Warm", "Cold ÷ events",
           "Warm ÷ events", "Memory"),
}  # fmt: skip
_BUILD_HEADS = {
    "ms": ("Halaman", "Alat", "Masa", "CPU", "Memori", "Tapak", "Halaman HTML"),
    "en": ("Pages", "Tool", "Time", "CPU", "Memory", "Site", "HTML pages"),
}
_BUILDERS = {
    "kitaran": ("`kitaran build`", "`kitaran build`"),
    "kitaran-again": ("`kitaran build`, selepas satu suntingan", "`kitaran build`, after an edit"),
    "kitaran-quizzes": (
        "`kitaran build`, satu kuiz setiap halaman",
        "`kitaran build`, a quiz for each page",
    ),
    "kitaran-default": (
        "`kitaran build`, navigasi asal",
        "`kitaran build`, default navigation",
    ),
    "plain-pruned": ("MkDocs Material, `navigation.prune`", "MkDocs Material, `navigation.prune`"),
    "plain-default": (
        "MkDocs Material, navigasi asal",
        "MkDocs Material, default navigation",
    ),
}
_REPORT_HEADS = {
    "ms": ("Pelajar", "Fail", "Daripada fail", "CPU", "Memori", "Daripada Parquet", "CPU"),
    "en": ("Learners", "Files", "From files", "CPU", "Memory", "From Parquet", "CPU"),
}
_SITE_HEADS = {
    "ms": ("Halaman", "Bait", "Permintaan", "Prestasi", "Kebolehcapaian", "Amalan terbaik", "SEO",
           "Kandungan terbesar"),
    "en": ("Page", "Bytes", "Requests", "Performance", "Accessibility", "Best practices", "SEO",
           "Largest content"),
}  # fmt: skip
_PAGES = {
    "home": ("Utama", "Home"),
    "stage": ("Satu tahap", "A stage"),
    "quiz": ("Satu kuiz", "A quiz"),
    "practice": ("Latihan", "Practice"),
    "search": ("Carian", "A search"),
    "card": ("Kad panggilan", "A call card"),
    "home (en)": ("Utama, Inggeris", "Home, English"),
    "stage (en)": ("Satu tahap, Inggeris", "A stage, English"),
}


def check_table(rows: Rows, language: Language) -> str:
    """Write the table of checks."""
    cells = [
        (
            f"{row['questions']:,}",
            *(_seconds(row[name]) for name in ("events", "objects", "cold", "warm")),
            f"{row['cold_ratio']:.2f}",
            f"{row['warm_ratio']:.2f}",
            f"{row['cold_mb']:,} MB",
        )
        for row in rows
    ]
    return _table(_CHECK_HEADS[language], cells, words=0)


def build_table(rows: Rows, language: Language) -> str:
    """Write the table of builds."""
    cells = [
        (
            f"{row['pages']:,}",
            _BUILDERS[row["builder"]][language == "en"],
            _seconds(row["wall"]),
            _seconds(row["cpu"]),
            f"{row['mb']:,} MB",
            f"{row['site_mb']:,} MB",
            f"{row['html']:,}",
        )
        for row in rows
    ]
    return _table(_BUILD_HEADS[language], cells, words=1)


def site_table(rows: Rows, language: Language) -> str:
    """Write the table of what pages weigh and how they score; a dash where it is not known."""
    scores = ("performance", "accessibility", "best-practices", "seo")
    cells = [
        (
            _PAGES[row["page"]][language == "en"],
            f"{row['kb']:.0f} KB",
            f"{row['requests']:.0f}",
            *(f"{row[name]:.0f}" if name in row else "–" for name in scores),
            f"{row['lcp']:.1f} s" if "lcp" in row else "–",
        )
        for row in rows
    ]
    heads = _SITE_HEADS[language]
    return _table(heads, cells, words=0).replace("| ---: |", "| --- |", 1)


def report_table(rows: Rows, language: Language) -> str:
    """Write the table of reports on learners' results."""
    cells = [
        (
            f"{row['learners']:,}",
            f"{row['files_mb']:,.0f} MB" if row["files_mb"] >= 1 else f"{row['files_mb']:.1f} MB",
            _seconds(row["files"]),
            _seconds(row["files_cpu"]),
            f"{row['files_peak']:,} MB",
            _seconds(row["tables"]),
            _seconds(row["tables_cpu"]),
        )
        for row in rows
    ]
    return _table(_REPORT_HEADS[language], cells, words=0)


TABLES: dict[str, Callable[[Rows, Language], str]] = {
    "check": check_table,
    "build": build_table,
    "site": site_table,
    "report": report_table,
}


def _seconds(value: float) -> str:
    """Write a time with as many digits as mean something."""
    return f"{value:.2f} s" if value < 10 else f"{value:,.0f} s"


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, words: int) -> str:
    """Write a table whose columns are numbers, apart from one that is words if not the first."""
    marks = ["---" if words and index == words else "---:" for index in range(len(heads))]
    lines = [heads, tuple(marks), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write_pages(results: dict[str, Any], docs: Path) -> None:
    """Write the pages about what was measured.

    Raises:
        KeyError: If a part was not measured yet.
    """
    for language, name in TEMPLATES.items():
        text = (Path(__file__).parent / "templates" / name).read_text("utf-8")
        for part, table in TABLES.items():
            for key, value in _values(results[part], table, language).items():
                text = text.replace(f"[[{part}-{key}]]", value)
        docs.mkdir(exist_ok=True)
        (docs / name).write_text(text, "utf-8", newline="\n")


def _values(
    part: dict[str, Any], table: Callable[[Rows, Language], str], language: str
) -> dict[str, str]:
    """Give what the template leaves open."""
    facts = part["machine"]
    cores = "teras" if language == "ms" else "cores"
    packages = ("pyyaml", "pydantic", "mkdocs", "mkdocs-material")
    versions = ", ".join(f"{name} {facts[name]}" for name in packages)
    return {
        "table": table(part["rows"], "ms" if language == "ms" else "en"),
        "date": part["date"],
        "machine": f"{facts['cores']} {cores}, {facts['processor']}, {facts['system']}, "
        f"Python {facts['python']}, {versions}",
        "rounds": str(min(row.get("rounds", 1) for row in part["rows"])),
        "others": str(max(row.get("others", 0) for row in part["rows"])),
        "pages": str(PAGES),
    }
