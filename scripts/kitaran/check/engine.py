"""Run every rule over a whole handbook: each file on its own, then all of them together."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from kitaran.check.cache import Cache, code_hash
from kitaran.check.facts import Facts
from kitaran.check.one import FileResult, check_file, diagnostic
from kitaran.check.rule import rules_on
from kitaran.check.suppress import Suppression, keep
from kitaran.diagnostics import Diagnostic, Severity
from kitaran.load.record import Loaded, load
from kitaran.load.source import Source, read
from kitaran.load.tree import Entry, FileKind, discover
from kitaran.models.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kitaran.models.text import Locale
    from kitaran.settings import Settings

    Progress = Callable[[int, int], None]

PARALLEL = 200
"""From how many files on it pays to start processes."""
CHUNK = 50
"""How many files a process is handed at a time."""


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
) -> Report:
    """Check a handbook.

    Args:
        settings: Where the handbook is, and which rules are off.
        only: Which files' findings are wanted. The others are read all the same, because
            the rules about the whole handbook need them.
        progress: Called with how many files are done, of how many.
        use_cache: Whether results of earlier runs may be used, and are kept.
    """
    tree = discover(settings.root)
    glossary = _glossary(settings.root, tree.of(FileKind.GLOSSARY))
    entries = [entry for entry in tree.entries if entry.kind is not FileKind.ASSET]
    results = _check_files(settings, entries, glossary, progress, use_cache=use_cache)
    assets = (entry.path for entry in tree.of(FileKind.ASSET))
    facts = Facts.of((result.facts for result in results), settings.languages, assets)
    by_path = {entry.path: entry for entry in entries}
    found = [d for result in results for d in result.diagnostics]
    found += _whole(settings.root, facts, by_path)
    comments = {r.facts.path: r.switches for r in results if r.switches}
    kept, suppressions, hidden = keep(found, comments, settings.off)
    kept += _about(settings.root, suppressions, by_path)
    wanted = sorted({d for d in kept if only(by_path[d.path])})
    return Report(
        tuple(wanted),
        sum(1 for entry in entries if only(entry)),
        sum(len(result.facts.questions) for result in results),
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
    base = blake2b(code_hash(), digest_size=16)
    base.update(glossary.model_dump_json().encode())
    base.update(repr((settings.languages, settings.max_bytes)).encode())
    results: dict[str, FileResult] = {}
    keys: dict[str, bytes] = {}
    missing: list[tuple[Entry, Source]] = []
    for entry in entries:
        source = read(settings.root / entry.path, entry.path, settings.max_bytes)
        digest = base.copy()
        digest.update(repr((entry.path, entry.problems, source.problems)).encode())
        digest.update(source.data)
        keys[entry.path] = digest.digest()
        known = store.get(keys[entry.path]) if store else None
        if known is not None:
            results[entry.path] = known
        else:
            missing.append((entry, source))
    done = len(results)
    for result in _fresh(missing, glossary, settings.languages):
        results[result.facts.path] = result
        done += 1
        progress(done, len(entries))
    if store and missing:
        new = {keys[entry.path]: results[entry.path] for entry, _ in missing}
        store.update(new, keys.values())
    return [results[entry.path] for entry in entries]


def _fresh(
    files: list[tuple[Entry, Source]], glossary: Glossary, languages: tuple[Locale, ...]
) -> Iterator[FileResult]:
    """Check files that the cache does not know, in several processes where that pays."""
    workers = min(os.cpu_count() or 1, 8)
    if len(files) < PARALLEL or workers == 1:
        yield from _chunk(files, glossary, languages)
        return
    chunks = [files[i : i + CHUNK] for i in range(0, len(files), CHUNK)]
    with ProcessPoolExecutor(workers) as pool:
        futures = [pool.submit(_chunk, chunk, glossary, languages) for chunk in chunks]
        for future in futures:
            yield from future.result()


def _chunk(
    files: list[tuple[Entry, Source]], glossary: Glossary, languages: tuple[Locale, ...]
) -> list[FileResult]:
    """Check some files; runs in a process of its own."""
    return [check_file(entry, source, glossary, languages) for entry, source in files]


def _whole(root: Path, facts: Facts, entries: dict[str, Entry]) -> Iterator[Diagnostic]:
    """Run the rules over the whole handbook. A file is read again only to show a fault in it."""
    again: dict[str, Loaded] = {}
    for rule in rules_on(Facts):
        for finding in rule.check(facts):
            if finding.path not in again:
                again[finding.path] = load(root, entries[finding.path])
            yield diagnostic(rule, finding, again[finding.path])


def _about(
    root: Path, suppressions: list[Suppression], entries: dict[str, Entry]
) -> Iterator[Diagnostic]:
    """Run the rules about switched-off rules."""
    for rule in rules_on(Suppression):
        for suppression in suppressions:
            for finding in rule.check(suppression):
                yield diagnostic(rule, finding, load(root, entries[suppression.path]))
