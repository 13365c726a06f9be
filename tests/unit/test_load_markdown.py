"""Pages: front matter and body, and what a body consists of."""

from __future__ import annotations

import pytest

from kitaran.load import markdown


@pytest.mark.parametrize(
    ("text", "front", "front_line", "body", "body_line"),
    [
        pytest.param("---\na: b\n---\nc\n", "a: b\n", 2, "c\n", 4, id="plain"),
        pytest.param("---\n\n\na: b\n---\n\nc", "\n\na: b\n", 2, "\nc", 6, id="empty lines"),
        pytest.param("--- \na: b\n---\t\nc", "a: b\n", 2, "c", 4, id="blanks behind the hyphens"),
        pytest.param("---\n---\nc", "", 2, "c", 3, id="nothing in it"),
        pytest.param("---\na: b\n---", "a: b\n", 2, "", 4, id="nothing behind it"),
        pytest.param("---\na: |\n  ---\n---\nc", "a: |\n  ---\n", 2, "c", 5, id="hyphens within"),
        pytest.param("---\na: b\n---\nc\n---\nd", "a: b\n", 2, "c\n---\nd", 4, id="a rule below"),
    ],
)
def test_split(text: str, front: str, front_line: int, body: str, body_line: int) -> None:
    parts = markdown.split(text)
    assert parts == (front, front_line, body, body_line, ())
    assert (
        text.split("\n")[front_line - 1 :][: len(front.split("\n")) - 1] == front.split("\n")[:-1]
    )


@pytest.mark.parametrize(
    "text", ["a", "\n---\na: b\n---\n", "---\na: b\n", "----\na: b\n----\n", "--\na: b\n--\n"]
)
def test_split_without_front_matter(text: str) -> None:
    assert [problem.kind for problem in markdown.split(text).problems] == ["broken-front-matter"]


def test_split_needs_none_where_none_is_required() -> None:
    assert markdown.split("# A\n", required=False) == ("", 1, "# A\n", 1, ())


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        pytest.param("## A {#a}\n", [(2, "a", "A", 10)], id="with an id"),
        pytest.param("## A {: #a .b}\n", [(2, "a", "A", 10)], id="with a colon and a class"),
        pytest.param("## A {.b #a}\n", [(2, "a", "A", 10)], id="with a class before"),
        pytest.param("## A {#a} ##\n", [(2, "a", "A", 10)], id="closed with marks"),
        pytest.param("## A {b}\n", [(2, "", "A {b}", 10)], id="braces without an id"),
        pytest.param("## {#a} A\n", [(2, "", "{#a} A", 10)], id="an id in front"),
        pytest.param("A {#a}\n===\n", [(1, "a", "A", 10)], id="underlined"),
        pytest.param("```\n## A\n```\n\n    ## B\n", [], id="in code"),
        pytest.param("<!--\n## A\n-->\n", [], id="in a comment"),
        pytest.param(
            "> # A\n\n!!! note\n    ## B\n", [(1, "", "A", 10), (2, "", "B", 13)], id="in boxes"
        ),
        pytest.param("##A\n", [], id="without a space"),
        pytest.param("##\n", [(2, "", "", 10)], id="without words"),
    ],
)
def test_headings(text: str, headings: list[tuple[int, str, str, int]]) -> None:
    assert list(markdown.outline(text, 10).headings) == headings


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        pytest.param("- [ ] A {#a}\n", [("a", "A", 1, 1)], id="with an id"),
        pytest.param("* [x] A\n", [("", "A", 1, 1)], id="ticked, without an id"),
        pytest.param("1. [X] A {#a}\n", [("a", "A", 1, 1)], id="numbered"),
        pytest.param("- [ ] A\n  b {#a}\n", [("a", "A b", 1, 1)], id="over two lines"),
        pytest.param(
            "- [ ] A {#a}\n    - [ ] B {#b}\n", [("a", "A", 1, 1), ("b", "B", 2, 5)], id="nested"
        ),
        pytest.param("!!! note\n    - [ ] A {#a}\n", [("a", "A", 2, 5)], id="in an admonition"),
        pytest.param('=== "T"\n\n    - [ ] A {#a}\n', [("a", "A", 3, 5)], id="in a tab"),
        pytest.param("- [ ] **A** [b](c.md) {#a}\n", [("a", "**A** [b](c.md)", 1, 1)], id="markup"),
        pytest.param("- [] A\n- [-] B\n- [ ]C\n- x [ ] D\n", [], id="no boxes"),
        pytest.param("- [a](b.md)\n", [], id="a link"),
        pytest.param("[ ] A {#a}\n", [], id="no list"),
        pytest.param("```\n- [ ] A {#a}\n```\n", [], id="in code"),
    ],
)
def test_tasks(text: str, tasks: list[tuple[str, str, int, int]]) -> None:
    found = markdown.outline(text).tasks
    assert [(task.id, task.text, task.line, task.column) for task in found] == tasks


def test_tasks_know_their_phase() -> None:
    text = "- [ ] A\n\n## Before {#before}\n\n- [ ] B\n"
    found = markdown.outline(text).tasks
    assert [(task.phase, task.phase_title) for task in found] == [("", ""), ("before", "Before")]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        pytest.param("a [b](c.md) d", [("c.md", "b", 1, 7)], id="plain"),
        pytest.param("[c.md](c.md)", [("c.md", "c.md", 1, 8)], id="the address in its own words"),
        pytest.param(
            "[a](b.md) [c](b.md)", [("b.md", "a", 1, 5), ("b.md", "c", 1, 15)], id="equal"
        ),
        pytest.param(
            "a\n[b](c.md)\n[d](e.md)", [("c.md", "b", 2, 5), ("e.md", "d", 3, 5)], id="lines"
        ),
        pytest.param("!!! note\n    a [b](c.md)\n", [("c.md", "b", 2, 11)], id="in an admonition"),
        pytest.param('!!! note "A [b](c.md)"\n    d\n', [("c.md", "b", 1, 17)], id="in its title"),
        pytest.param('=== "T"\n    [b](c.md)\n', [("c.md", "b", 2, 9)], id="in a tab"),
        pytest.param("| a |\n|---|\n| [b](c.md) |\n", [("c.md", "b", 3, 7)], id="in a table"),
        pytest.param("> - [b](c.md)\n", [("c.md", "b", 1, 9)], id="in a list in a quotation"),
        pytest.param("a[^1]\n\n[^1]: [b](c.md)\n", [("c.md", "b", 3, 11)], id="in a footnote"),
        pytest.param("A\n:   [b](c.md)\n", [("c.md", "b", 2, 9)], id="in a definition"),
        pytest.param("## [b](c.md) {#a}\n", [("c.md", "b", 1, 8)], id="in a heading"),
        pytest.param("[b][c]\n\n[c]: d.md\n", [("d.md", "b", 1, 1)], id="by reference"),
        pytest.param("[b](<c d.md>)", [("c%20d.md", "b", 1, 6)], id="with a blank"),
        pytest.param(
            "[b](\nc.md) [d](e.md)", [("c.md", "b", 2, 1), ("e.md", "d", 2, 11)], id="broken"
        ),
        pytest.param("`a\nb` [c](d.md)", [("d.md", "c", 2, 8)], id="behind code over two lines"),
        pytest.param("[*b* `c`\nd](e.md)", [("e.md", "b c d", 2, 4)], id="words with markup"),
        pytest.param("[b](javascript:c)", [("javascript:c", "b", 1, 5)], id="unsafe"),
        pytest.param("<https://a.b>", [("https://a.b", "https://a.b", 1, 2)], id="bare"),
        pytest.param("`[b](c.md)` \\[d](e.md)", [], id="in code, and escaped"),
    ],
)
def test_links_of_a_page(text: str, links: list[tuple[str, str, int, int]]) -> None:
    found = markdown.outline(text).links
    assert [(each.target, each.text, each.line, each.column) for each in found] == links


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        pytest.param("a <b>c</b>", [("<b>", 1, 3), ("</b>", 1, 7)], id="in a line"),
        pytest.param("<div>\na\n</div>\n", [("<div>\na\n</div>", 1, 1)], id="a block"),
        pytest.param("<!-- a -->\n\nb <!-- c --> d\n", [], id="comments"),
        pytest.param("<!-- a\nb -->\n<p>\n", [("<p>", 3, 1)], id="below a comment"),
        pytest.param("<!-- a --> <p>\n", [("<p>", 1, 1)], id="behind a comment"),
        pytest.param("<!-- a", [("<!-- a", 1, 1)], id="a comment that is never closed"),
        pytest.param("a < b, c <3, x<y", [], id="signs in prose"),
        pytest.param("`<b>`\n\n```\n<b>\n```\n", [], id="in code"),
    ],
)
def test_raw_html(text: str, raw: list[tuple[str, int, int]]) -> None:
    assert [tuple(each) for each in markdown.outline(text).raw] == raw


def test_images() -> None:
    (image,) = markdown.outline('a\n\nb ![c *d*](e.png "f")\n').images
    assert tuple(image) == ("e.png", "c *d*", 3, 12)


def test_prose_is_what_people_read() -> None:
    text = (
        "## A {#a}\n\nb `c` [d](e.md)\nf\n\n- [ ] g {#g}\n\n```\nh\n```\n\n<!-- i -->\n\n<p>j</p>\n"
    )
    assert markdown.outline(text).prose == ((1, "A"), (3, "b "), (3, "d"), (4, "f"), (6, "g"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<!--" * 20_000, id="comments"),
        pytest.param("## " + "{#" * 20_000, id="ids"),
        pytest.param("## a" + " " * 20_000 + "b", id="blanks"),
        pytest.param("> " * 5_000 + "a", id="quotations"),
        pytest.param("- " * 2_000 + "a", id="lists"),
        pytest.param("[" * 5_000, id="brackets"),
        pytest.param("`" * 20_000, id="backticks"),
        pytest.param("[a](" + " " * 20_000 + "(", id="an address of blanks"),
        pytest.param("](a " * 10_000, id="addresses without end"),
    ],
)
def test_hostile_markdown_ends(text: str) -> None:
    markdown.outline(text)
