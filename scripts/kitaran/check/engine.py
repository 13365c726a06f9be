"""Run every rule over a whole handbook: each file on its own, then all of them together."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kitaran.check.cache import Cache
from kitaran.check.facts import Facts
from kitaran.check.many import Work, check_files
from kitaran.check.measured import Measured
from kitaran.check.one import FileResult, diagnostic
from kitaran.check.rule import rules_on
from kitaran.check.suppress import Suppression, keep
from kitaran.diagnostics import Diagnostic, Severity
from kitaran.load.record import Loaded, load
from kitaran.load.tree import Entry, FileKind, discover
from kitaran.models.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kitaran.settings import Settings

    Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What a check has found."""

    diagnostics: tuple[Diagnostic, ...]
    """Every finding, by file and line."""
    files: int
    questions: int
    suppressed: int
    """How many findings were switched off."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that stop a build."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The findings that do not stop a build."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.WARNING)


def check(
    settings: Settings,
    *,
    only: Callable[[Entry], bool] = lambda _entry: True,
    progress: Progress = lambda _done, _total: None,
    use_cache: bool = True,
    measured: Iterable[Measured] | None = None,
) -> Report:
    """Check a handbook.

    Args:
        settings: Where the handbook is, and which rules are off.
        only: Which files' findings are wanted. The others are read all the same, because
            the rules about the whole handbook need them.
        progress: Called with how many files are done, of how many.
        use_cache: Whether results of earlier runs may be used, and are kept.
        measured: What learners' results say of questions, where they are at hand.
    """
    with _collector_paused():
        return _check(settings, only, progress, measured, use_cache=use_cache)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from looking through hundreds of thousands of facts.

    Facts refer to no facts, so it would find nothing, and take a third of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _check(
    settings: Settings,
    only: Callable[[Entry], bool],
    progress: Progress,
    measured: Iterable[Measured] | None,
    *,
    use_cache: bool,
) -> Report:
    """Check the files, then the handbook as a whole, and put the findings together."""
    tree = discover(settings.root, settings.languages[0])
    glossary = _glossary(settings.root, tree.of(FileKind.GLOSSARY))
    entries = [entry for entry in tree.entries if entry.kind is not FileKind.ASSET]
    results = _check_files(settings, entries, glossary, progress, use_cache=use_cache)
    assets = (entry.path for entry in tree.of(FileKind.ASSET))
    facts = Facts.of((result.facts for result in results), settings.languages, assets)
    by_path = {entry.path: entry for entry in tree.entries}
    found = [d for result in results for d in result.diagnostics]
    found += _whole(settings.root, facts, by_path)
    found += _measured(settings.root, measured or (), by_path)
    # The comments of a file that holds no record do not count: what it says would be missing
    # from the handbook, and nothing would tell.
    comments = {
        r.facts.path: r.switches
        for r in results
        if r.switches and (r.facts.readable or r.facts.kind == FileKind.UNKNOWN)
    }
    kept, suppressions, hidden = keep(found, comments, settings.off)
    if measured is None:
        # Whether these rules find anything is not known without results.
        codes = {rule.code for rule in rules_on(Measured)}
        suppressions = [
            replace(each, used=True) if each.switch.code in codes else each for each in suppressions
        ]
    kept += _about(settings.root, suppressions, by_path)
    wanted = sorted({d for d in kept if only(by_path[d.path])})
    return Report(
        tuple(wanted),
        sum(1 for entry in entries if only(entry)),
        sum(len(r.facts.questions) for r in results if only(by_path[r.facts.path])),
        hidden,
    )


def _glossary(root: Path, entries: list[Entry]) -> Glossary:
    """Load the glossary before all else; an unreadable one is empty, and is reported later."""
    record = load(root, entries[0]).record if entries else None
    return record if isinstance(record, Glossary) else Glossary()


def _check_files(
    settings: Settings,
    entries: list[Entry],
    glossary: Glossary,
    progress: Progress,
    *,
    use_cache: bool,
) -> list[FileResult]:
    """Check every file, taking from the cache what has not changed."""
    store = Cache(settings.cache) if use_cache else None
    work = Work.of(settings, glossary)
    results: dict[str, FileResult] = {}
    alive: list[bytes] = []
    missing: list[Entry] = []
    for entry in entries:
        # To read every file only to learn that an empty cache does not know it is a waste.
        key = work.key(entry) if store else b""
        known = store.get(key) if store and key else None
        if known is None:
            missing.append(entry)
        else:
            results[entry.path] = known
            alive.append(key)
    done = len(results)
    new: dict[bytes, bytes] = {}
    for key, row, result in check_files(work, missing):
        results[result.facts.path] = result
        if key:
            new[key] = row
        done += 1
        progress(done, len(entries))
    if store is not None and new:
        store.update(new, alive)
    return [results[entry.path] for entry in entries]


def _whole(root: Path, facts: Facts, entries: dict[str, Entry]) -> Iterator[Diagnostic]:
    """Run the rules over the whole handbook. A file is read again only to show a fault in it."""
    again: dict[str, Loaded] = {}
    for rule in rules_on(Facts):
        for finding in rule.check(facts):
            if finding.path not in again:
                again[finding.path] = load(root, entries[finding.path])
            yield diagnostic(rule, finding, again[finding.path])


def _measured(
    root: Path, measured: Iterable[Measured], entries: dict[str, Entry]
) -> Iterator[Diagnostic]:
    """Run the rules about what results say. A file is read again only to show a fault in it."""
    again: dict[str, Loaded] = {}
    for each in measured:
        if each.path not in entries:
            continue
        for rule in rules_on(Measured):
            for finding in rule.check(each):
                if each.path not in again:
                    again[each.path] = load(root, entries[each.path])
                at: Any = ("questions", each.at, *finding.at)
                yield diagnostic(rule, finding._replace(at=at), again[each.path])


def _about(
    root: Path, suppressions: list[Suppression], entries: dict[str, Entry]
) -> Iterator[Diagnostic]:
    """Run the rules about switched-off rules."""
    for suppression in suppressions:
        loaded = load(root, entries[suppression.path])
        for rule in rules_on(Suppression):
            for finding in rule.check(suppression):
                yield diagnostic(rule, finding, loaded)
