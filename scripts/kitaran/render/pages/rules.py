"""The reference of the checks, made from the docstrings of the rules."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from kitaran.check.rule import Rule, rules
from kitaran.render.page import RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.render.page import Context

_PART = re.compile(r"^(Example|Instead|Malay):\n", re.MULTILINE)


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render a page for every rule, and their index."""
    w = context.words
    heads = f"| {w('rule_code')} | {w('rules')} | {w('rule_kind')} |"
    lines = [w("rules_intro"), "", heads, "| --- | --- | --- |"]
    for rule in rules():
        fault = parts(rule)[context.locale].split("\n\n")[0].replace("\n", " ")
        link = f"[{rule.code}]({rule.code.lower()}.md)"
        lines.append(f"| {link} | {fault} | {w(f'severity.{rule.severity}')} |")
    yield RenderedPage(
        "rules/index.md",
        w("rules"),
        "\n".join(lines),
        "guide",
        (600, ""),
        front={"search": {"exclude": True}},
    )
    for rule in rules():
        yield _page(context, rule)


def parts(rule: Rule) -> dict[str, str]:
    """Split a rule's docstring into `en`, `ms`, `example` and `instead`."""
    pieces = _PART.split(rule.doc)
    found = {"en": pieces[0].strip(), "example": "", "instead": "", "ms": ""}
    names = {"Example": "example", "Instead": "instead", "Malay": "ms"}
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        found[names[name]] = textwrap.dedent(text).strip()
    return found


def _page(context: Context, rule: Rule) -> RenderedPage:
    """Render one rule."""
    w, said = context.words, parts(rule)
    body = [
        f"`{rule.name}` · {w(f'severity.{rule.severity}')}",
        said[context.locale],
        f"## {w('example')} {{#example}}",
        said["example"],
    ]
    if context.locale == "en" or "```" in said["instead"]:
        body += [f"## {w('instead')} {{#instead}}", said["instead"]]
    uri = f"rules/{rule.code.lower()}.md"
    # Who searches for an answer to a client is not helped by the checker's examples.
    front = {"search": {"exclude": True}}
    return RenderedPage(uri, rule.code, "\n\n".join(body), "", (0, rule.code), front=front)
