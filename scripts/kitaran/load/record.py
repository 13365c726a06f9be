"""Load one file into its record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kitaran.diagnostics import Span
from kitaran.load import markdown, yaml
from kitaran.load.source import Problem, Source, decode, read
from kitaran.load.tree import Entry, FileKind
from kitaran.load.validate import validate
from kitaran.models.document import Document
from kitaran.models.form import Form
from kitaran.models.glossary import Glossary
from kitaran.models.path import Path as LearningPath
from kitaran.models.playbook import FRONTS, Playbook, kind_of
from kitaran.models.quiz import Quiz
from kitaran.models.roleplay import Roleplay
from kitaran.models.scorecard import Scorecard
from kitaran.models.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from kitaran.models.text import At

RECORDS: dict[FileKind, type[BaseModel]] = {
    FileKind.QUIZ: Quiz,
    FileKind.PATH: LearningPath,
    FileKind.SCORECARD: Scorecard,
    FileKind.FORM: Form,
    FileKind.SESSION: Session,
    FileKind.ROLEPLAY: Roleplay,
    FileKind.GLOSSARY: Glossary,
}
"""The record that each kind of YAML file holds."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file, the record that it holds (if it could be read), and where everything stands."""

    entry: Entry
    source: Source
    record: Any
    """A `Playbook`, `Document`, `Quiz`, `Path`, `Scorecard`, `Form`, `Session`, `Roleplay`,
    `Glossary` or `None`."""
    yaml: yaml.Yaml | None = None

    @property
    def problems(self) -> list[Problem]:
        """Everything that kept (a part of) the file from being read."""
        return self.source.problems

    def span(self, at: At | Span) -> Span:
        """Turn the way to a value into its place in the file."""
        if isinstance(at, Span):
            return at
        return self.yaml.span(at) if self.yaml is not None else Span()


def load(root: Path, entry: Entry) -> Loaded:
    """Read one file of the handbook. It never raises: what is wrong is in `problems`."""
    return load_source(entry, read(root / entry.path, entry.path))


def load_bytes(entry: Entry, data: bytes) -> Loaded:
    """Read one file whose bytes are at hand."""
    return load_source(entry, decode(entry.path, data))


def load_source(entry: Entry, source: Source) -> Loaded:
    """Make the record of a file that was read. The source is left as it is."""
    if entry.kind in (FileKind.ASSET, FileKind.UNKNOWN):
        # What is in such a file is nobody's concern, and neither is whether it can be read.
        return Loaded(entry, replace(source, problems=list(entry.problems)), None)
    source = replace(source, problems=[*entry.problems, *source.problems])
    if not source.text.strip():
        return Loaded(entry, source, None)
    return _yaml(entry, source) if entry.kind in RECORDS else _markdown(entry, source)


def _yaml(entry: Entry, source: Source) -> Loaded:
    """Load a file that is one YAML record."""
    document = yaml.parse(source.text)
    record, problems = validate(RECORDS[entry.kind], document)
    source.problems.extend((*document.problems, *problems))
    if document.data is None and not document.problems:
        source.problems.append(
            Problem("empty-file", Span(), "the file holds no record", "write it, or remove it")
        )
    return Loaded(entry, source, record, document)


def _markdown(entry: Entry, source: Source) -> Loaded:
    """Load a page: front matter and body."""
    is_playbook = entry.kind is FileKind.PLAYBOOK
    parts = markdown.split(source.text, required=is_playbook)
    front = yaml.parse(parts.front, parts.front_line)
    source.problems.extend((*parts.problems, *front.problems))
    values = front.data if isinstance(front.data, dict) else {}
    if front.problems or parts.problems:
        pass  # That says enough.
    elif front.data is None and is_playbook:
        source.problems.append(_front("the front matter is empty"))
    elif front.data is not None and front.data.__class__ is not dict:
        source.problems.append(_front("the front matter does not consist of keys with values"))
        front = replace(front, data=None)
    if not is_playbook:
        read = markdown.outline
        document = Document(entry.id, entry.locale, values, parts.body, parts.body_line, read)
        return Loaded(entry, source, document, front)
    kind = kind_of(entry.id, values.get("kind"))
    record, problems = validate(FRONTS[kind][1 if entry.is_twin else 0], front)
    source.problems.extend(problems)
    if record is None:
        return Loaded(entry, source, None, front)
    read = markdown.outline
    playbook = Playbook(entry.id, entry.locale, kind, record, parts.body, parts.body_line, read)
    return Loaded(entry, source, playbook, front)


def _front(message: str) -> Problem:
    """Say what is wrong with the front matter as a whole."""
    return Problem(
        "broken-front-matter",
        Span(1),
        message,
        "write `title: …` and the other keys between the two lines `---`",
    )
