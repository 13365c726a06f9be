"""What a rule is.

A rule is one module in `check/rules/`. Its docstring is its page in the reference; its one
decorated function finds the faults. What the function takes says how often it is called:
once a file for a `Loaded`, a `Quiz` or another record, once in all for a `Facts` of every file.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kitaran.diagnostics import Severity, Span
    from kitaran.models.text import At


class Finding(NamedTuple):
    """What a rule has found. The engine adds file, code, severity and excerpt."""

    at: Span | At
    """A place in the file, or the way to a value in its YAML."""
    message: str
    """What is wrong, as a statement, without a full stop."""
    help: str = ""
    """The remedy, as an instruction."""
    path: str = ""
    """The file; needed from rules over the whole handbook only."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its name."""

    code: str
    """`KB` and three digits: 1xx files, 2xx quizzes, 3xx playbooks, 4xx links, 5xx
    translations, 6xx question writing, 8xx what results say. A code never changes its meaning."""
    name: str
    """The fault in a few words with hyphens, such as `no-right-answer`."""
    severity: Severity
    on: type
    """What `check` takes."""
    check: Callable[..., Iterable[Finding]]
    doc: str
    """The reference page, from the module's docstring."""


def rule(
    code: str, name: str, severity: Severity, *, on: type
) -> Callable[[Callable[..., Iterable[Finding]]], Rule]:
    """Make a rule of the function that finds its fault."""

    def decorate(function: Callable[..., Iterable[Finding]]) -> Rule:
        module = inspect.getmodule(function)
        doc = inspect.cleandoc((module.__doc__ if module else None) or "")
        return Rule(code, name, severity, on, function, doc)

    return decorate


@cache
def rules() -> tuple[Rule, ...]:
    """Give every rule, in the order of the codes. A new module is found by itself."""
    package = importlib.import_module("kitaran.check.rules")
    found: list[Rule] = []
    for module in pkgutil.iter_modules(package.__path__):
        members: dict[str, Any] = vars(importlib.import_module(f"{package.__name__}.{module.name}"))
        found.extend(member for member in members.values() if isinstance(member, Rule))
    return tuple(sorted(found, key=lambda each: each.code))


@cache
def rules_on(kind: type) -> tuple[Rule, ...]:
    """Give the rules that take one kind of thing."""
    return tuple(each for each in rules() if each.on is kind)
