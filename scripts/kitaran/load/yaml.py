"""Read YAML with the position of every value.

Validators speak in paths (`questions[0].options`); authors think in lines. The node tree
that libyaml composes keeps both, so it is kept as long as the file is looked at.

Every scalar stays the text that the author typed, except an empty one, which is `None`:
the models decide what a number, a date or a yes is. That sidesteps the guesses of YAML 1.1
(`yes` a boolean, `12:30` the number 750) and keeps `text: 12.50` as it was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from kitaran.diagnostics import Span
from kitaran.load.source import Problem
from kitaran.load.wording import quoted
from kitaran.load.yaml_errors import broken
from kitaran.load.yaml_hazards import Parser, explosion, swallowed, too_deep

if TYPE_CHECKING:
    from kitaran.models.text import At

MAX_DEPTH = 60
"""The deepest nesting that is read. The models need less than 15."""
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML 1.2 reads as nothing, where it is not in quotes."""
_Scalar = yaml.ScalarNode
# YAML 1.1, which libyaml speaks, ends lines at these too; editors and YAML 1.2 do not.
_LINE_ENDS = ("\x85", "\u2028", "\u2029")


@dataclass(frozen=True, slots=True)
class Yaml:
    """A YAML text as plain data, and where each part of it stands."""

    data: Any
    root: yaml.Node | None
    first_line: int
    """The line of the file on which the text begins."""
    problems: tuple[Problem, ...]

    def node(self, at: At) -> yaml.Node | None:
        """Give the node of a value; of the nearest value around it, where it does not exist."""
        node = self.root
        for step in at:
            # A step that is not in the file is a language of a text that was written as one
            # string, or a key with a default: stay where we are.
            node = _child(node, step) or node
        return node

    def span(self, at: At) -> Span:
        """Give the place of a value; of the nearest value around it, where it does not exist."""
        node = self.node(at)
        return _span(node, self.first_line) if node is not None else Span(self.first_line)

    def key_span(self, at: At) -> Span:
        """Give the place of a key, and not of its value."""
        mapping = self.node(at[:-1])
        if isinstance(mapping, yaml.MappingNode):
            for key, _ in mapping.value:
                if key.value == at[-1]:
                    return _span(key, self.first_line)
        return self.span(at)


class _TooDeepError(Exception):
    """The values are nested deeper than `MAX_DEPTH`."""


def parse(text: str, first_line: int = 1) -> Yaml:
    """Read one YAML text. It never raises: what is wrong is in `problems`.

    >>> parse("a: [yes, 12:30]").data
    {'a': ['yes', '12:30']}
    """
    for end in _LINE_ENDS:
        # To look for a sign is fifty times as fast as to replace it.
        text = text.replace(end, " ") if end in text else text
    if too_deep(text):
        return _refused(_nested(Span(first_line)), first_line)
    try:
        root = Parser(text).get_single_node()
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        return _refused(broken(error, text, first_line), first_line)
    if root is None:
        return Yaml(None, None, first_line, ())
    problems: list[Problem] = []
    if "&" in text:
        bomb = explosion(root)
        if bomb is not None:
            return _refused(bomb._replace(span=Span(first_line)), first_line)
    problems += swallowed(text, first_line)
    try:
        data = _plain(root, problems, first_line, 1)
    except _TooDeepError as error:
        return _refused(_nested(_span(error.args[0], first_line)), first_line)
    # A value that aliases repeat is looked at each time, and is one problem.
    return Yaml(data, root, first_line, tuple(dict.fromkeys(problems)))


def _refused(problem: Problem, first_line: int) -> Yaml:
    """Make the result of a text that cannot be read at all."""
    return Yaml(None, None, first_line, (problem,))


def _nested(span: Span) -> Problem:
    """Say that a text is nested deeper than anybody means."""
    return Problem(
        "broken-yaml",
        span,
        f"the values are nested more than {MAX_DEPTH} deep",
        "look for brackets that are never closed",
    )


def _plain(node: Any, problems: list[Problem], first_line: int, depth: int) -> Any:
    """Turn a node into dictionaries, lists and strings, noting what cannot be."""
    value = node.value
    if node.tag:
        problems.append(_tagged(node, first_line))
    kind = node.__class__
    if kind is _Scalar:
        return None if value in _EMPTY and not node.style else value
    if depth > MAX_DEPTH:
        raise _TooDeepError(node)
    depth += 1
    if kind is yaml.SequenceNode:
        return [_plain(item, problems, first_line, depth) for item in value]
    result: dict[str, Any] = {}
    for key, item in value:
        if key.__class__ is not _Scalar:
            problems.append(_no_key(key, first_line))
            continue
        name = key.value
        if key.tag:
            problems.append(_tagged(key, first_line))
        if name in result:
            problems.append(_duplicate(node, key, first_line))
            continue
        if item.__class__ is _Scalar and not item.tag:
            # What nearly every value is, without the cost of a call.
            text = item.value
            result[name] = None if text in _EMPTY and not item.style else text
        else:
            result[name] = _plain(item, problems, first_line, depth)
    return result


def _tagged(node: yaml.Node, first_line: int) -> Problem:
    """Refuse a tag: the models say what a value is, and never a file."""
    tag = str(node.tag)
    standard = tag.removeprefix("tag:yaml.org,2002:")
    if standard != tag:
        tag = f"!!{standard}"
    elif not tag.startswith("!"):
        tag = f"!<{tag}>"
    return Problem(
        "yaml-tag",
        _span(node, first_line),
        f"{quoted(tag)} is a YAML tag, and no tag has a meaning here",
        "remove it, or put the text in quotes if the word belongs to it",
    )


def _no_key(key: yaml.Node, first_line: int) -> Problem:
    """Say that a key is a list or a mapping; mostly it is a text that begins with a bracket."""
    return Problem(
        "broken-yaml",
        _span(key, first_line),
        "brackets stand where a key should be",
        'put the text in quotes if it begins with a bracket, as in "{{gap}} …"',
    )


def _duplicate(mapping: Any, key: Any, first_line: int) -> Problem:
    """Say which key is repeated, and where it stood first."""
    first = next(other for other, _ in mapping.value if other.value == key.value)
    return Problem(
        "duplicate-key",
        _span(key, first_line),
        f"the key {quoted(key.value)} is written twice; it is on line "
        f"{first.start_mark.line + first_line} already",
        f"keep one {quoted(key.value)}, or rename the other",
    )


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    """Go one step down the tree."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if 0 <= step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return value  # type: ignore[no-any-return]
    return None


def _span(node: Any, first_line: int) -> Span:
    """Turn libyaml's marks into a span of one line."""
    start, end = node.start_mark, node.end_mark
    last = end.column + 1 if end.line == start.line else 0
    return Span(start.line + first_line, start.column + 1, last)
