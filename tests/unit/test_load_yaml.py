"""YAML: what is kept as typed, where it stands, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from kitaran.diagnostics import Span
from kitaran.load import yaml, yaml_hazards

QUIZ = """\
id: stages/x
questions:
  - id: a
    type: single
    objective: o
    section: s
    text: {ms: Satu, en: One}
    options:
      - {text: A, correct: true}
      - text:
          ms: Dua
          en: Two
"""


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("yes", "yes", id="yes is a word"),
        pytest.param("on", "on", id="on is a word"),
        pytest.param("Off", "Off", id="Off is a word"),
        pytest.param("12:30", "12:30", id="a time of day is no number in base 60"),
        pytest.param("012", "012", id="a leading zero stays"),
        pytest.param("1e3", "1e3", id="an exponent is not worked out"),
        pytest.param("12.50", "12.50", id="a price keeps its last zero"),
        pytest.param("2026-11-01", "2026-11-01", id="a date stays text"),
        pytest.param("0x1F", "0x1F", id="a hexadecimal number stays text"),
        pytest.param("true", "true", id="true is left to the model"),
        pytest.param(".nan", ".nan", id="nan is a word"),
        pytest.param("=", "=", id="an equals sign is a word"),
        pytest.param("~", None, id="a tilde is nothing"),
        pytest.param("null", None, id="null is nothing"),
        pytest.param("NULL", None, id="NULL is nothing"),
        pytest.param("nullify", "nullify", id="a word that begins with null"),
        pytest.param("'null'", "null", id="null in quotes is a word"),
        pytest.param("''", "", id="quotes around nothing are an empty text"),
        pytest.param('"a\\nb\\u00e9"', "a\nbé", id="escapes in double quotes"),
        pytest.param("'it''s'", "it's", id="doubled single quote"),
        pytest.param("|\n  a\n    b\n", "a\n  b\n", id="literal block"),
        pytest.param(">-\n  a\n  b\n", "a b", id="folded block"),
        pytest.param("[a, [b], {c: d}, ]", ["a", ["b"], {"c": "d"}], id="flow"),
        pytest.param("- a\n-\n- b", ["a", None, "b"], id="an empty entry"),
        pytest.param("a:b", "a:b", id="a colon without a space"),
        pytest.param("a\u2028b", "a b", id="a line separator is a blank"),
        pytest.param("{a: &x [b], c: *x}", {"a": ["b"], "c": ["b"]}, id="an alias that is used"),
        pytest.param("? a\n: b", {"a": "b"}, id="an explicit key"),
        pytest.param("1: a\ntrue: b\n", {"1": "a", "true": "b"}, id="keys are texts"),
        pytest.param("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}, id="directive and markers"),
        pytest.param("", None, id="nothing"),
        pytest.param("# only a comment", None, id="only a comment"),
    ],
)
def test_yaml_keeps_what_was_typed(text: str, data: Any) -> None:
    document = yaml.parse(text)
    assert document.problems == ()
    assert document.data == data


@pytest.mark.parametrize(
    ("at", "span"),
    [
        pytest.param(("id",), Span(1, 5, 13), id="a value"),
        pytest.param(("questions", 0, "type"), Span(4, 11, 17), id="in a list"),
        pytest.param(("questions", 0, "text", "en"), Span(7, 26, 29), id="in brackets"),
        pytest.param(("questions", 0, "options", 1, "text", "en"), Span(12, 15, 18), id="deep"),
        pytest.param(
            ("questions", 0, "options", 0, "text", "en"), Span(9, 16, 17), id="plain text"
        ),
        pytest.param(("questions", 0, "options", 0, "why"), Span(9, 9, 33), id="a missing key"),
        pytest.param(("questions", 7), Span(3, 3), id="a missing entry"),
        pytest.param(("questions", 0, "options", 1), Span(10, 9), id="over several lines"),
        pytest.param(("questions", "0"), Span(3, 3), id="a key into a list"),
        pytest.param((), Span(1, 1), id="the whole"),
    ],
)
def test_positions(at: tuple[str | int, ...], span: Span) -> None:
    assert yaml.parse(QUIZ).span(at) == span


def test_positions_in_front_matter_count_from_the_top_of_the_file() -> None:
    document = yaml.parse("title: A\nroles: [a, b]\n", 2)
    assert document.span(("roles", 1)) == Span(3, 12, 13)
    assert document.key_span(("roles",)) == Span(3, 1, 6)
    assert document.key_span(("nothing",)) == Span(2, 1)


def test_positions_count_letters_and_not_bytes() -> None:
    assert yaml.parse("{é🙂: é, b: c}").span(("b",)) == Span(1, 12, 13)


def test_positions_do_not_shift_behind_line_ends_of_other_systems() -> None:
    document = yaml.parse("a: x\u2028y\x85z\nb: c\n")
    assert document.span(("b",)) == Span(2, 4, 5)


@pytest.mark.parametrize(
    ("text", "kind", "line", "column"),
    [
        pytest.param("a: b: c", "broken-yaml", 1, 5, id="colon"),
        pytest.param("a: 1\n b: 2", "broken-yaml", 2, 3, id="indented by mistake"),
        pytest.param("a: 'x\nb: y\n", "broken-yaml", 1, 4, id="open quote"),
        pytest.param("a: [x\n", "broken-yaml", 1, 6, id="open bracket at the end"),
        pytest.param("a: @x", "broken-yaml", 1, 4, id="reserved sign"),
        pytest.param("a: x\x07", "broken-yaml", 1, 5, id="control character"),
        pytest.param("é: 'é\x00'", "broken-yaml", 1, 6, id="NUL behind letters of two bytes"),
        pytest.param("a: *b", "broken-yaml", 1, 4, id="unknown alias"),
        pytest.param("a: 1\n---\nb: 2", "broken-yaml", 2, 1, id="two documents"),
        pytest.param("a: {{b}}", "broken-yaml", 1, 5, id="a mapping as a key"),
        pytest.param("[a]: b", "broken-yaml", 1, 1, id="a list as a key"),
        pytest.param("%FOO\n---\na", "broken-yaml", 1, 5, id="unknown directive"),
        pytest.param('a: "\\ud800"', "broken-yaml", 1, 7, id="half a character"),
        pytest.param("\ta: b", "tab-indentation", 1, 1, id="tab at the beginning"),
        pytest.param("a:\n  b: c\n\td: e", "tab-indentation", 3, 1, id="tab below"),
        pytest.param("a: b\na: c", "duplicate-key", 2, 1, id="key twice"),
        pytest.param("a: b\n'a': c", "duplicate-key", 2, 1, id="key twice, once in quotes"),
        pytest.param("a: !x b", "yaml-tag", 1, 4, id="tag"),
        pytest.param("!x a: b", "yaml-tag", 1, 1, id="tag of a key"),
        pytest.param("a: ! b", "yaml-tag", 1, 4, id="exclamation mark"),
        pytest.param("a: !!python/object:os.system x", "yaml-tag", 1, 4, id="Python's tag"),
        pytest.param("a: &b c", "yaml-aliases", 1, 4, id="anchor without use"),
        pytest.param("a: &b [*b]", "yaml-aliases", 1, 1, id="alias of itself"),
        pytest.param("&a {b: *a}", "yaml-aliases", 1, 1, id="the whole, of itself"),
    ],
)
def test_yaml_that_cannot_be_taken(text: str, kind: str, line: int, column: int) -> None:
    (problem,) = yaml.parse(text).problems
    assert (problem.kind, problem.span[:2]) == (kind, (line, column))
    assert problem.help


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 100_000, id="open brackets"),
        pytest.param("{a: " * 100_000, id="open braces"),
        pytest.param("[" * 100_000 + "]" * 100_000, id="closed brackets"),
        pytest.param("- " * 100_000 + "a", id="dashes"),
        pytest.param("? " * 50_000 + "a", id="question marks"),
        pytest.param("\n".join(" " * i + "a:" for i in range(1000)), id="indentation"),
        pytest.param("[" * 61 + "]" * 61, id="one too many"),
        pytest.param("['[', " * 500 + "]" * 500, id="brackets in quotes between"),
    ],
)
def test_deep_nesting_is_refused(text: str) -> None:
    (problem,) = yaml.parse(text).problems
    assert problem.kind == "broken-yaml"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 60 + "]" * 60, id="as deep as allowed"),
        pytest.param("\n".join('- {a: [b], c: "["}' for _ in range(1000)), id="many brackets"),
        pytest.param(f"a: {' ' * 500}b", id="many blanks"),
        pytest.param(f"a: |\n{' ' * 500}b", id="a deep text"),
        pytest.param("a: '" + "[" * 1000 + "'", id="brackets in a text"),
    ],
)
def test_what_only_looks_deep_is_read(text: str) -> None:
    assert yaml.parse(text).problems == ()


def test_aliases_that_multiply_are_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60)]
    (problem,) = yaml.parse("\n".join([*lines, "b: *a59"])).problems
    assert problem.kind == "yaml-aliases"


def test_a_long_text_that_aliases_repeat_is_refused() -> None:
    text = f"a: &a {'x' * 100_000}\nb: [{', '.join(['*a'] * 3000)}]"
    (problem,) = yaml.parse(text).problems
    assert problem.kind == "yaml-aliases"


def test_a_chain_of_aliases_that_grows_deep_is_refused() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{i}: &a{i} [*a{i - 1}]" for i in range(1, 500)]
    (problem,) = yaml.parse("\n".join([*lines, "b: *a499"])).problems
    assert problem.kind == "broken-yaml"


def test_a_large_file_without_aliases_is_no_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_hazards, "MAX_VALUES", 100)
    assert yaml.parse("a: [R&D" + ", b" * 200 + "]").problems == ()
    (problem,) = yaml.parse("a: [&x [R&D], *x" + ", [b]" * 200 + "]").problems
    assert problem.kind == "yaml-aliases"
