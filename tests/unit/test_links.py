"""Where links lead: in the repository, where they are written, and on the site."""

from __future__ import annotations

import doctest

import pytest

from kitaran.check import links, places, reporters
from kitaran.check.links import nearest, resolve, scheme, site_link
from kitaran.check.reporters import github, text
from kitaran.check.rules import section_order
from kitaran.skeletons import form, names

CLOSING = "playbooks/stages/closing.md"


@pytest.mark.parametrize(
    "module", [links, places, reporters, github, text, section_order, form, names]
)
def test_examples_in_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "path", "anchor"),
    [
        ("../objections/price.md#response", "playbooks/objections/price.md", "response"),
        ("../../docs/start.md", "docs/start.md", ""),
        ("./closing.md?x=1#a%20b", CLOSING, "a b"),
        ("#purpose", CLOSING, "purpose"),
        ("#", CLOSING, ""),
        ("harga%20contoh.pdf", "playbooks/stages/harga contoh.pdf", ""),
        ("..", "playbooks", ""),
    ],
)
def test_link_within(target: str, path: str, anchor: str) -> None:
    assert resolve(CLOSING, target) == (path, anchor)


@pytest.mark.parametrize(
    "target",
    ["https://example.com/a.md", "mailto:a@example.com", "//example.com", "/docs/start.md",
     "../../README.md", "../../../docs/start.md", "C:\\a.md", "C:/a.md", "..%2f..%2fREADME.md",
     "\\\\server\\share", "javascript:alert(1)", "../../scripts/kitaran/cli.py"],
)  # fmt: skip
def test_link_without(target: str) -> None:
    assert resolve(CLOSING, target) is None


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (CLOSING, "../../docs/start.md#day-one", "../start.md#day-one"),
        (CLOSING, "../objections/price.md", "../objections/price.md"),
        (CLOSING, "objections.md", "objections.md"),
        (CLOSING, "../stages/index.md", "index.md"),
        (CLOSING, "../glossary.yml#objection", "../glossary.md#objection"),
        (CLOSING, "../../quizzes/roleplays/price.yml", "../roleplays/price.md"),
        (CLOSING, "../../docs/images/form%201.png", "../images/form%201.png"),
        (CLOSING, "../../docs/schemas/quiz.json", "../schemas/quiz.json"),
        ("playbooks/stages/closing.en.md", "../paths/first-week.yml", "../paths/first-week.md"),
        ("docs/start.en.md", "../playbooks/stages/closing.md#purpose", "stages/closing.md#purpose"),
        ("docs/design/links.md", "../../playbooks/glossary.yml", "../glossary.md"),
        (CLOSING, "https://example.com/?a=1#b", "https://example.com/?a=1#b"),
        (CLOSING, "#purpose", "#purpose"),
    ],
)
def test_link_on_the_site(source: str, target: str, expected: str) -> None:
    assert site_link(source, target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("JAVASCRIPT:x", "javascript"),
        ("java\tscript:x", "javascript"),
        ("\x01 javascript:x", "javascript"),
        ("javascript%3Ax", "javascript"),
        ("a/b:c.md", ""),
        ("x:y", ""),
        ("#a:b", ""),
    ],
)
def test_scheme(target: str, expected: str) -> None:
    assert scheme(target) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("playbooks/objections/prise.md", "playbooks/objections/price.md"),
        ("playbooks/objections/price", "playbooks/objections/price.md"),
        ("playbooks/objections/price.html", "playbooks/objections/price.md"),
        ("playbooks/price.md", "playbooks/objections/price.md"),
        ("playbooks/objections", "playbooks/objections/index.md"),
        ("playbooks/objections/abc.md", ""),
        ("playbooks/paths/index.md", ""),
    ],
)
def test_nearest(path: str, expected: str) -> None:
    known = ["playbooks/objections/price.md", "playbooks/objections/index.md", "docs/start.md"]
    assert nearest(path, known) == expected
