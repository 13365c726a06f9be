"""Refuse YAML that would exhaust its reader, and find words that it swallows."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml._yaml import CParser

from kitaran.diagnostics import Span
from kitaran.load.source import Problem
from kitaran.load.wording import quoted

MAX_VALUES = 200_000
"""The most values that a file may stand for once its aliases are followed."""
SAFE_DEPTH = 400
"""What libyaml's composer, which calls itself, bears on the smallest stack in use (256 KB)."""


class Parser(CParser):  # type: ignore[misc,unused-ignore]
    """libyaml's parser and composer, with a resolver that guesses nothing."""

    def resolve(self, _kind: type, _value: str | None, _implicit: Any) -> str:
        """Give every value no tag of its own."""
        return ""

    def descend_resolver(self, _parent: Any, _index: Any) -> None:
        """Do nothing: there are no rules by path."""

    def ascend_resolver(self) -> None:
        """Do nothing: there are no rules by path."""


_INDENTED = re.compile(rf"^[ \-?:]{{{SAFE_DEPTH}}}", re.MULTILINE)
_CLOSED = re.compile(r"""[\[{][^\[\]{}"'#]*[\]}]""")


def _deeply_indented(text: str) -> bool:
    """Tell whether a line begins with more signs of nesting than are safe."""
    # Most texts have no line of that length, which is told faster than by the pattern.
    return max(map(len, text.split("\n"))) >= SAFE_DEPTH and _INDENTED.search(text) is not None


def too_deep(text: str) -> bool:
    """Tell whether a nesting could exhaust the composer.

    A level takes an opening bracket, or a dash, a question mark, a colon or a space at the
    beginning of a line. Counting them tells cheaply that nearly every text is safe; a
    suspicious one is parsed event by event, which is slow but needs no stack.
    """
    opened = text.count("[") + text.count("{")
    if opened > SAFE_DEPTH:
        closed = _CLOSED.sub("", text)
        opened = closed.count("[") + closed.count("{")
    if opened <= SAFE_DEPTH and not _deeply_indented(text):
        return False
    parser, depth = Parser(text), 0
    try:
        while (event := parser.get_event()) is not None:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > SAFE_DEPTH:
                    return True
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except (yaml.YAMLError, UnicodeEncodeError):
        pass  # The composer meets the same error, before it is any deeper, and tells it better.
    return False


def explosion(root: yaml.Node) -> Problem | None:
    """Refuse aliases that stand for more values than anybody wrote, or for themselves."""
    sizes: dict[int, int] = {}
    open_nodes: set[int] = set()
    aliased = False

    def size(node: Any) -> int:
        nonlocal aliased
        if node.__class__ is yaml.ScalarNode and len(node.value) < 1000:
            return 1
        key = id(node)
        if key in sizes or key in open_nodes:
            aliased = True
            return sizes.get(key, MAX_VALUES)
        parts = node.value
        if node.__class__ is yaml.ScalarNode:
            sizes[key] = len(parts) // 1000
            return sizes[key]
        if len(open_nodes) > 100:
            return 1  # Nobody looks deeper than that.
        open_nodes.add(key)
        if node.__class__ is yaml.MappingNode:
            parts = [part for pair in parts for part in pair]
        sizes[key] = 1 + sum(map(size, parts))
        open_nodes.discard(key)
        return sizes[key]

    if size(root) <= MAX_VALUES or not aliased:
        return None
    return Problem(
        "yaml-aliases",
        Span(),
        f"the aliases (`*name`) of the file stand for more than {MAX_VALUES:,} values",
        "write the repeated part out where it is needed",
    )


_SWALLOWED = re.compile(r"(?:^|[\s\[{,:-])(?:&[^\s\[\]{},]|!(?=\s|$))")


def swallowed(text: str, first_line: int) -> list[Problem]:
    """Find words that YAML takes for its own and drops without a word.

    In `name: &Co Trading` it sees an anchor; one that no alias uses was not meant as one. In
    `text: ! Penting` it sees an empty tag.
    """
    if ("&" not in text and "!" not in text) or _SWALLOWED.search(text) is None:
        return []
    problems: list[Problem] = []
    anchors: dict[str, Any] = {}
    used: set[str | None] = set()
    parser = Parser(text)
    while (event := parser.get_event()) is not None:
        if isinstance(event, yaml.AliasEvent):
            used.add(event.anchor)
        elif isinstance(event, yaml.NodeEvent):
            if event.anchor:
                anchors[event.anchor] = event.start_mark
            if getattr(event, "tag", None) == "!":
                problems.append(_swallowed("yaml-tag", "!", event.start_mark, first_line))
    problems += (
        _swallowed("yaml-aliases", f"&{name}", mark, first_line)
        for name, mark in anchors.items()
        if name not in used
    )
    return problems


def _swallowed(kind: str, word: str, mark: Any, first_line: int) -> Problem:
    """Say which word is missing from the text."""
    return Problem(
        kind,
        Span(mark.line + first_line, mark.column + 1, mark.column + 1 + len(word)),
        f"{quoted(word)} has a meaning of its own in YAML, and is missing from the text",
        f"put the text in quotes, as it begins with `{word[0]}`",
    )
