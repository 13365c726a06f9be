"""The architecture, held by what the modules import: data flows one way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kitaran

ROOT = Path(kitaran.__file__).parent
LAYERS = (
    {"diagnostics"},
    {"models"},
    {"load"},
    {"settings"},
    {"check"},
    {"library"},
    {"callcards", "versions"},
    {"sessions"},
    {"render", "documents", "exports", "schemas", "skeletons"},
    {"reports"},
    {"search"},
    {"mkdocs_plugin"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
"""From left to right. A module imports from its own layer and from those before it."""

MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def _part(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def _rank(part: str) -> int:
    return next(rank for rank, layer in enumerate(LAYERS) if part in layer)


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_imports_from_the_left_only(path: Path) -> None:
    own = _part(path)
    parts = {name.split(".")[1] for name in _imports(path) if name.startswith("kitaran.")}
    known = {part for layer in LAYERS for part in layer}
    assert {part for part in parts & known if _rank(part) > _rank(own)} == set()
    siblings = {part for part in parts & known if _rank(part) == _rank(own)} - {own}
    assert siblings == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_the_adapter_imports_mkdocs(path: Path) -> None:
    uses = any(name.split(".")[0] in ("mkdocs", "material") for name in _imports(path))
    assert not uses or _part(path) == "mkdocs_plugin"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_stay_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 330
