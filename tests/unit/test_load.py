"""From bytes to records: encodings, and what is said when a record cannot be made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kitaran.diagnostics import Span
from kitaran.load.record import load, load_bytes, load_source
from kitaran.load.source import Source, decode, read
from kitaran.load.tree import FileKind, entry
from kitaran.load.wording import nearest, quoted, slug
from kitaran.models.playbook import Playbook
from kitaran.models.quiz import Quiz

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
    ("data", "text", "kinds"),
    [
        pytest.param(b"a\r\nb\rc\n", "a\nb\nc\n", [], id="line ends"),
        pytest.param(b"\xef\xbb\xbfa", "a", ["byte-order-mark"], id="BOM and content"),
        pytest.param(b"\xef\xbb\xbf", "", ["byte-order-mark", "empty-file"], id="only a BOM"),
        pytest.param(b"", "", ["empty-file"], id="nothing"),
        pytest.param(b" \n\t\r\n", " \n\t\n", ["empty-file"], id="blanks"),
        pytest.param("a".encode("utf-16"), "", ["not-utf8"], id="UTF-16"),
        pytest.param("a".encode("utf-16-le"), "", ["not-utf8"], id="UTF-16 without its mark"),
        pytest.param("a".encode("utf-32"), "", ["not-utf8"], id="UTF-32"),
        pytest.param("“a”".encode("cp1252"), "", ["not-utf8"], id="Windows-1252"),
        pytest.param(b"\xed\xa0\x80", "", ["not-utf8"], id="half a character"),
        pytest.param(b"\xc0\xaf", "", ["not-utf8"], id="longer than need be"),
        pytest.param(b"abc\x00def", "", ["unreadable"], id="a NUL byte"),
        pytest.param(b"\xef\xbb\xbfa\xff", "", ["byte-order-mark", "not-utf8"], id="BOM, then bad"),
    ],
)
def test_decode(data: bytes, text: str, kinds: list[str]) -> None:
    source = decode("x.yml", data)
    assert source.text == text
    assert [problem.kind for problem in source.problems] == kinds
    assert all(problem.help for problem in source.problems)


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        pytest.param(b"\x92", 1, 1, id="at the beginning"),
        pytest.param(b"a\r\nb\rc\x92", 3, 2, id="behind other line ends"),
        pytest.param("é🙂".encode() + b"\x92", 1, 3, id="behind letters of several bytes"),
        pytest.param(b"\xef\xbb\xbfa\x92", 1, 2, id="behind a BOM"),
        pytest.param(b"a\nb\xc3", 2, 2, id="a letter cut off"),
    ],
)
def test_place_of_a_bad_byte(data: bytes, line: int, column: int) -> None:
    assert decode("x.yml", data).problems[-1].span == Span(line, column)


def test_lines_of_a_source() -> None:
    source = decode("x.md", b"a\r\nb\n")
    assert [source.line(number) for number in (-1, 0, 1, 2, 3, 4)] == ["", "", "a", "b", "", ""]


def test_read_stops_at_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(b"12345")
    assert read(file, "x.md", 5).text == "12345"
    (problem,) = read(file, "x.md", 4).problems
    assert (problem.kind, problem.message) == ("too-large", "the file is larger than 4 bytes")


def test_read_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The superuser may read everything, so the refusal is played.
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "x.md"
    file.write_bytes(b"a")
    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = read(file, "x.md").problems
    assert problem.kind == "unreadable"
    assert problem.message == "the file cannot be read: permission denied"


def test_read_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")
    paths = [tmp_path, tmp_path / "pipe.yml", tmp_path / "nothing.yml", tmp_path / "nul\0.yml"]
    for path in paths:
        (problem,) = read(path, "x.yml").problems
        assert problem.kind == "unreadable", path


def _problems(path: str, text: str) -> list[str]:
    return [
        f"{p.span.line}:{p.span.column} {p.kind}: {p.message} -> {p.help}"
        for p in load_bytes(entry(path), text.encode()).problems
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "correct: true",
            "corect: true",
            "9:19 unknown-key: the key `corect` is not known here -> did you mean `correct`?",
            id="misspelt",
        ),
        pytest.param(
            "objective: o",
            "objectve: o",
            "5:5 unknown-key: the key `objectve` is not known here -> did you mean `objective`?",
            id="misspelt and needed",
        ),
        pytest.param(
            "{text: A, correct: true}",
            "{text: A, b, correct: true}",
            "9:19 unknown-key: the key `b` is not known here -> "
            "put the text before it in quotes, as it holds a comma",
            id="a comma in a text",
        ),
        pytest.param(
            "section: s",
            "level: aply\n    section: s",
            "6:12 wrong-value: `level`: `aply` is none of `remember`, `understand`, `apply`, "
            "`analyse` -> did you mean `apply`?",
            id="a misspelt choice",
        ),
        pytest.param(
            "section: s",
            "section: S t",
            "6:14 wrong-value: `section`: `S t` is no id -> "
            "write lower-case letters, digits and single hyphens, such as `s-t`",
            id="no id",
        ),
        pytest.param(
            "id: stages/x",
            "id: stages\\X.md",
            "1:5 wrong-value: `id`: `stages\\X.md` is no id of a page -> "
            "write folder and name in lower-case letters, without `.md`, such as `stages/x`",
            id="no id of a page",
        ),
        pytest.param(
            "type: single",
            "type: single\n    single: x",
            "5:5 unknown-key: the key `single` is not known here -> remove it; the keys here are "
            "`hints`, `id`, `level`, `objective`, `options`, `points`, `section`, `shuffle`, "
            "`text`, `type`",
            id="a key that is called like a type",
        ),
        pytest.param(
            "correct: true",
            "correct: [true]",
            "9:28 wrong-value: `correct`: `true` or `false` is expected, not a list -> "
            "write `true` or `false`",
            id="a list for a yes",
        ),
        pytest.param(
            "text: {ms: Satu, en: One}",
            "text: {ms: Satu, en: [One]}",
            "7:26 wrong-value: `en`: a text is expected, not a list -> "
            "write one text, in quotes if it begins with a bracket or a dash",
            id="a list for a text, in the English half",
        ),
        pytest.param(
            "section: s",
            "points: 99999999999999999999\n    section: s",
            "6:13 wrong-value: `points`: `99999999999999999999` is out of range -> "
            "write a number that is at most 100",
            id="a huge number",
        ),
    ],
)
def test_messages(old: str, new: str, expected: str) -> None:
    assert old in QUIZ
    assert _problems("quizzes/stages/x.yml", QUIZ.replace(old, new)) == [expected]


def test_errors_of_several_questions_are_all_told() -> None:
    text = QUIZ.replace("type: single", "type: singel") + "  - {id: b, type: order, items: []}\n"
    found = _problems("quizzes/stages/x.yml", text)
    assert [line.partition(":")[0] for line in found] == ["4", "13", "13", "13"]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param("playbooks/topics/x.md", 3, id="original"),
        pytest.param("playbooks/topics/x.en.md", 3, id="twin"),
    ],
)
def test_front_matter_is_told_at_its_own_line(path: str, line: int) -> None:
    text = "---\ntitle: A\nsummary: [B]\nowner: o\nreviewed: 2026-11-01\n---\n\nC\n"
    assert f"{line}:10 wrong-value" in "\n".join(_problems(path, text))


@pytest.mark.parametrize(
    ("typed", "value"),
    [("yes", True), ("on", True), ("true", True), ("no", False), ("off", False), ("False", False)],
)
def test_a_yes_may_be_typed_as_people_do(typed: str, value: bool) -> None:
    record = load_bytes(entry("quizzes/stages/x.yml"), QUIZ.replace("true", typed).encode()).record
    assert isinstance(record, Quiz)
    assert record.questions[0].choices[0].correct is value


@pytest.mark.parametrize("typed", ["nan", "inf", "-Infinity", "1e999", "NaN"])
def test_numbers_are_finite(typed: str) -> None:
    question = f"{{id: a, type: numeric, objective: o, section: s, text: t, answer: {typed}}}"
    text = f"id: a/b\nquestions:\n- {question}"
    (problem,) = load_bytes(entry("quizzes/a/b.yml"), text.encode()).problems
    assert problem.kind == "wrong-value"


def test_load_a_page(handbook: Path) -> None:
    loaded = load(handbook, entry("playbooks/stages/closing.en.md"))
    assert isinstance(loaded.record, Playbook)
    assert loaded.record.body_line == 9
    assert loaded.record.outline.headings[0].line == 10
    assert loaded.source.line(10) == "## Purpose {#purpose}"
    assert loaded.span(("objectives", 0, "text")) == Span(7, 11, 28)


def test_load_a_page_with_line_ends_of_windows(handbook: Path) -> None:
    file = handbook / "playbooks/stages/closing.md"
    before = load(handbook, entry("playbooks/stages/closing.md"))
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    after = load(handbook, entry("playbooks/stages/closing.md"))
    assert after.problems == []
    assert after.record == before.record


def test_load_never_changes_its_source() -> None:
    source = Source("quizzes/a/X.yml", b"[", "[")
    for _ in range(2):
        loaded = load_source(entry("quizzes/a/X.yml"), source)
        assert sorted(problem.kind for problem in loaded.problems) == ["broken-yaml", "file-name"]
    assert source.problems == []


def test_a_mark_does_not_explain_a_missing_record() -> None:
    loaded = load_bytes(entry("playbooks/glossary.yml"), b"\xef\xbb\xbf# nothing")
    assert [problem.kind for problem in loaded.problems] == ["byte-order-mark", "empty-file"]


@pytest.mark.parametrize("kind", [FileKind.ASSET, FileKind.UNKNOWN])
def test_what_is_not_read_has_no_faults_within(kind: FileKind) -> None:
    path = {FileKind.ASSET: "docs/x.png", FileKind.UNKNOWN: "playbooks/x.zip"}[kind]
    loaded = load_bytes(entry(path), b"\x00\xff")
    assert loaded.entry.kind is kind
    assert {problem.kind for problem in loaded.problems} <= {"misplaced-file"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\n  b\tc", "`a b c`", id="blanks"),
        pytest.param("\x1b[31mred", "`[31mred`", id="an escape for terminals"),
        pytest.param("a\u202eb\ufeffc", "`a b c`", id="signs that turn text round"),
        pytest.param("x" * 50, f"`{'x' * 40}…`", id="long"),
        pytest.param("价格 harga", "`价格 harga`", id="other alphabets"),
    ],
)
def test_quoted(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("corect", ["text", "correct"], "correct"),
        ("Correct", ["text", "correct"], "correct"),
        ("why-not", ["why", "why_not"], "why_not"),
        ("xyz", ["text", "correct"], ""),
        ("", ["text"], ""),
        ("kb602", ["KB601", "KB602"], "KB602"),
    ],
)
def test_nearest(word: str, known: list[str], near: str) -> None:
    assert nearest(word, known) == near


def test_slug_gives_nothing_rather_than_half() -> None:
    assert [slug(each) for each in ("É a", "a//b", "///", "", "a/价")] == ["e-a", "", "", "", ""]
