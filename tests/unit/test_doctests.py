"""The examples in docstrings hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import kitaran

PARTS = ("diagnostics", "settings", "models", "load", "check", "reports")


def _modules() -> list[str]:
    found = pkgutil.walk_packages(kitaran.__path__, "kitaran.")
    return sorted(module.name for module in found if module.name.split(".")[1] in PARTS)


@pytest.mark.parametrize("name", _modules())
def test_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name), raise_on_error=False)
    assert result.failed == 0


def test_there_are_examples() -> None:
    modules = [importlib.import_module(name) for name in _modules()]
    finder = doctest.DocTestFinder()
    assert sum(1 for module in modules for test in finder.find(module) if test.examples) > 10
