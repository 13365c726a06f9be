"""Time `kitaran build` beside plain Material for MkDocs on the same pages."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.generate import generate
from benchmarks.measure import Run, run

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (100, 1_000, 5_000)
"""How many pages, each in two languages."""
SLOW = 2_000
"""From how many pages on plain Material with its default navigation needs half an hour."""

_PLAIN = """\
site_name: Handbook
theme:
  name: material
  language: {language}
  font: false
  features: [{features}]
plugins: [search]
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes
  - tables
  - pymdownx.tasklist
  - toc: {{permalink: true}}
"""
"""Material as people set it up, with the Markdown that the pages are written in."""


def bench_build(
    folder: Path,
    sizes: tuple[int, ...],
    kitaran: list[str],
    say: Callable[[str], None],
    *,
    slow: bool = False,
) -> list[dict[str, Any]]:
    """Time builds of handbooks of several sizes.

    Args:
        folder: An empty folder for the handbooks and sites.
        sizes: How many pages the handbooks have, each in two languages.
        kitaran: The command.
        say: Told what is being done.
        slow: Whether to wait for plain Material's default navigation at any size.
    """
    rows: list[dict[str, Any]] = []
    for pages in sizes:
        root = folder / f"build-{pages}"
        for name, build in _builders(root, pages, kitaran, slow=slow).items():
            say(f"build: {pages:,} pages, {name}")
            took = build()
            site = root / f"site-{name}"
            rows.append({"pages": pages, "builder": name, **_numbers(took, site)})
            shutil.rmtree(site)
        shutil.rmtree(root)
    return rows


def _builders(
    root: Path, pages: int, kitaran: list[str], *, slow: bool
) -> dict[str, Callable[[], list[Run]]]:
    """Make a handbook, and list the ways to build its site."""
    bare, full = root / "bare", root / "full"
    # Plain Material knows no quizzes, so those that are compared with it have next to none.
    _handbook(bare, pages, 3, 1)
    _handbook(full, pages, pages * 3, pages)

    def ours(name: str, handbook: Path) -> list[Run]:
        return [run([*kitaran, "build", "--site-dir", str(root / f"site-{name}")], handbook)]

    def again() -> list[Run]:
        page = bare / "playbooks" / "stages" / "stage-00001.md"
        page.write_text(page.read_text("utf-8") + "\nSatu ayat baharu.\n", "utf-8")
        return ours("kitaran-again", bare)

    def default() -> list[Run]:
        config = bare / "mkdocs.yml"
        lines = config.read_text("utf-8").splitlines(keepends=True)
        config.write_text("".join(line for line in lines if "navigation.prune" not in line))
        return ours("kitaran-default", bare)

    builders = {
        "kitaran": lambda: ours("kitaran", bare),
        "kitaran-again": again,
        "kitaran-quizzes": lambda: ours("kitaran-quizzes", full),
        "plain-pruned": lambda: _plain(root, "plain-pruned", "navigation.prune"),
    }
    if slow or pages < SLOW:
        builders["kitaran-default"] = default
        builders["plain-default"] = lambda: _plain(root, "plain-default", "")
    return builders


def _handbook(root: Path, pages: int, questions: int, files: int) -> None:
    """Make a handbook that has the project's own configuration."""
    generate(root, pages, questions, files)
    shutil.copy(Path(__file__).parents[1] / "mkdocs.yml", root / "mkdocs.yml")


def _plain(root: Path, name: str, features: str) -> list[Run]:
    """Build the pages with Material alone: one site a language, one after the other."""
    runs: list[Run] = []
    for language in ("ms", "en"):
        project = root / f"{name}-{language}"
        _copy_pages(root / "bare", project / "docs", language)
        text = _PLAIN.format(language=language, features=features)
        (project / "mkdocs.yml").write_text(text, "utf-8")
        target = root / f"site-{name}" / language
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(target)]
        runs.append(run(command, project))
        shutil.rmtree(project)
    return runs


def _copy_pages(handbook: Path, docs: Path, language: str) -> None:
    """Copy one language's Markdown files, under the names that links use."""
    for folder in ("docs", "playbooks"):
        for file in (handbook / folder).rglob("*.md"):
            english = file.name.endswith(".en.md")
            if english != (language == "en"):
                continue
            target = docs / file.relative_to(handbook / folder)
            target = target.with_name(target.name.replace(".en.md", ".md"))
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)


def _numbers(runs: list[Run], site: Path) -> dict[str, float]:
    """Sum up the runs of a build, and weigh what they wrote."""
    files = [file for file in site.rglob("*") if file.is_file()]
    return {
        "wall": round(sum(each.wall for each in runs), 1),
        "cpu": round(sum(each.cpu for each in runs), 1),
        "others": round(max(each.others for each in runs), 1),
        "mb": round(max(each.peak for each in runs)),
        "site_mb": round(sum(file.stat().st_size for file in files) / 1_000_000, 1),
        "site_files": len(files),
        "html": sum(1 for file in files if file.suffix == ".html"),
    }
