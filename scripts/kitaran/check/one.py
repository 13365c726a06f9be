"""Check one file: load it, run the rules that need nothing else, draw its facts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from kitaran.check.facts import FileFacts, facts_of
from kitaran.check.rule import Finding, Rule, rules_on
from kitaran.check.suppress import Switch, switches
from kitaran.diagnostics import Diagnostic
from kitaran.load.record import Loaded, load_source
from kitaran.models.document import Document
from kitaran.models.playbook import Playbook
from kitaran.models.questions.base import Question
from kitaran.models.quiz import Quiz

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.load.source import Source
    from kitaran.load.tree import Entry
    from kitaran.models.glossary import Glossary
    from kitaran.models.text import Locale


@dataclass(frozen=True, slots=True)
class Wording:
    """A file with the words that the handbook has agreed on."""

    loaded: Loaded
    glossary: Glossary
    languages: tuple[Locale, ...]


class FileResult(NamedTuple):
    """What the check of one file gives. It is small, and can be kept."""

    diagnostics: tuple[Diagnostic, ...]
    facts: FileFacts
    switches: tuple[Switch, ...]


def check_file(
    entry: Entry, source: Source, glossary: Glossary, languages: tuple[Locale, ...]
) -> FileResult:
    """Check one file that was read."""
    loaded = load_source(entry, source)
    found = tuple(
        diagnostic(rule, finding, loaded)
        for rule, finding in _findings(loaded, glossary, languages)
    )
    return FileResult(found, facts_of(loaded), switches(source.text))


def diagnostic(rule: Rule, finding: Finding, loaded: Loaded) -> Diagnostic:
    """Make a diagnostic of a finding: add rule, place and excerpt."""
    span = loaded.span(finding.at)
    return Diagnostic(
        loaded.entry.path,
        span,
        rule.code,
        rule.severity,
        finding.message,
        finding.help,
        loaded.source.line(span.line)[: min(span.column + 400, 10_000)],
    )


def _findings(
    loaded: Loaded, glossary: Glossary, languages: tuple[Locale, ...]
) -> Iterator[tuple[Rule, Finding]]:
    """Run every rule that looks at one file."""
    yield from _run(loaded)
    record = loaded.record
    if record is None:
        return
    yield from _run(record)
    yield from _run(Wording(loaded, glossary, languages))
    if isinstance(record, Playbook | Document):
        yield from _run(record.outline)
    elif isinstance(record, Quiz):
        yield from _in_questions(record)


def _run(thing: object) -> Iterator[tuple[Rule, Finding]]:
    """Run the rules that take one kind of thing."""
    kind: type = type(thing)
    for rule in rules_on(kind):
        for finding in rule.check(thing):
            yield rule, finding


def _in_questions(quiz: Quiz) -> Iterator[tuple[Rule, Finding]]:
    """Run the rules that take a question, or a question of one type."""
    for index, question in enumerate(quiz.questions):
        for rule in _question_rules(type(question)):
            for finding in rule.check(question):
                at: Any = ("questions", index, *finding.at)
                yield rule, finding._replace(at=at)


@cache
def _question_rules(kind: type[Question]) -> tuple[Rule, ...]:
    """Give the rules for a type of question: those for every type first."""
    return (*rules_on(Question), *rules_on(kind))
