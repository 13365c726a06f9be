"""Whatever is in a file, a check ends, and says why a record could not be read.

Real files are bent in the ways that editors, copies and slips of the hand bend them. The
examples are the same in every run.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kitaran.check.engine import check
from kitaran.check.one import check_file
from kitaran.diagnostics import Severity
from kitaran.load.record import load_source
from kitaran.load.source import decode
from kitaran.load.tree import FileKind, discover, entry
from kitaran.models.glossary import Glossary
from kitaran.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from kitaran.diagnostics import Diagnostic

SMALL = Path(__file__).parent.parent / "handbook"
FILES = {
    each.path: (SMALL / each.path).read_bytes()
    for each in discover(SMALL).entries
    if each.kind is not FileKind.ASSET
}
GLOSSARY = Glossary()

# One example must not be judged by how long it takes on a busy computer.
STEADY = settings(
    derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)

HOSTILE = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x92", b"\xc3", b"\r", b"\r\n", b"\n\n", b"\t",
    b"\x0c", b"\x1b[31m", b"\x7f", "\x85".encode(), "\u2028".encode(), "\ufeff".encode(),
    "\U0001f642".encode(), "é".encode(), "e\u0301".encode(), "\u202e".encode(),
    b"---\n", b"...\n", b"\n---\n---\n", b"%YAML 1.1\n", b"# kitaran: off\n",
    b"<!-- kitaran: off KB108 -->\n", b"```\n", b"~~~\n", b"    ", b"  - ", b"- - - - ", b"? ",
    b": ", b":", b" #", b"&a ", b"*a", b"&a [*a]", b"<<: *a\n", b"<<: {a: b}\n", b"!x ",
    b"!!python/object/apply:os.system [ls] ", b"!!binary ", b"! ", b"|\n", b">-\n", b"'", b'"',
    b"[", b"]", b"{", b"}", b"{{a}}", b"}}", b"[" * 300, b"{a: " * 300, b"- " * 300, b"> " * 300,
    b"*" * 200, b"[x](" * 50, b"![x](y)", b"[x]: y\n", b"[^1]: z\n", b"[^1]", b"^[z]", b"<b>",
    b"<!--", b"-->", b"<script>\n", b"[x](javascript:y)", b"[x](../../../../etc/passwd)",
    b"[x](//y)", b"[x](http://[::1)", b"[x](%ff#%00)", b"!!! note\n", b'=== "T"\n', b"??? x\n",
    b"| a |\n|---|\n", b"#" * 7, b"\n# A\n", b"{#a}", b"{: #a .b}", b"{#", b"- [ ] ", b"1. [x] a",
    b"\n:   a\n", b"nan", b"inf", b"-1", b"1e999", b"9" * 400, b"80%", b"2026-02-30", b"yes",
    b"null", b"~", b"0x1F", b"1_000", b"12:30", b"a/b", b"../x", b"type: cloze\n", b"type: x\n",
    b"id: id\n", b"ms: \n", b"text: {ms: a, b, en: c}\n", b"\\", b"\\x", b"$", b"\xe2\x80\x94",
]  # fmt: skip

Draw = st.DrawFn


def _at(draw: Draw, data: bytes) -> int:
    return draw(st.integers(0, len(data)))


def _flip(draw: Draw, data: bytes) -> bytes:
    at = _at(draw, data)
    return data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]


def _delete(draw: Draw, data: bytes) -> bytes:
    at = _at(draw, data)
    return data[:at] + data[at + draw(st.integers(1, 40)) :]


def _insert(draw: Draw, data: bytes) -> bytes:
    at = _at(draw, data)
    return data[:at] + draw(st.sampled_from(HOSTILE)) + data[at:]


def _replace_value(draw: Draw, data: bytes) -> bytes:
    """Put something hostile behind a colon or a dash: where an author types."""
    places = [i for i, byte in enumerate(data) if byte in b":-"]
    if not places:
        return data
    at = draw(st.sampled_from(places)) + 1
    end = data.find(b"\n", at)
    return data[:at] + b" " + draw(st.sampled_from(HOSTILE)) + data[end if end >= 0 else at :]


def _truncate(draw: Draw, data: bytes) -> bytes:
    return data[: _at(draw, data)]


def _lines(draw: Draw, data: bytes) -> bytes:
    """Repeat, swap or indent lines."""
    lines = data.split(b"\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in "ab")
    match draw(st.sampled_from(["repeat", "swap", "indent", "dedent", "drop"])):
        case "repeat":
            lines.insert(other, lines[one])
        case "swap":
            lines[one], lines[other] = lines[other], lines[one]
        case "indent":
            lines[one] = draw(st.sampled_from([b" ", b"  ", b"\t", b"      "])) + lines[one]
        case "dedent":
            lines[one] = lines[one][draw(st.integers(1, 4)) :]
        case "drop":
            del lines[one]
    return b"\n".join(lines)


BENDS: list[Callable[[Draw, bytes], bytes]] = [
    _flip, _delete, _insert, _insert, _replace_value, _replace_value, _truncate, _lines, _lines,
]  # fmt: skip


@st.composite
def bent(draw: Draw) -> tuple[str, bytes]:
    """Give a file of the handbook with one to five slips."""
    path = draw(st.sampled_from(sorted(FILES)))
    data = FILES[path]
    for _ in range(draw(st.integers(1, 5))):
        data = draw(st.sampled_from(BENDS))(draw, data)
    return path, data


def _holds(path: str, data: bytes) -> None:
    """Check a file and see that the findings are sound."""
    result = check_file(entry(path), decode(path, data), GLOSSARY, ("ms", "en"))
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for found in result.diagnostics:
        _sound(found, lines)
    if not result.facts.readable:
        assert any(d.severity is Severity.ERROR for d in result.diagnostics)


def _sound(found: Diagnostic, lines: int) -> None:
    """See that a finding is inside its file, and fits on a line of a terminal."""
    assert 1 <= found.span.line <= lines + 1, found
    assert found.span.column >= 1, found
    assert found.message, found
    if found.code.startswith("KB1"):
        assert (found.message + found.help).isprintable(), found


@given(bent())
@settings(STEADY, max_examples=6000)
def test_bent_files(file: tuple[str, bytes]) -> None:
    _holds(*file)


@given(st.sampled_from(sorted(FILES)), st.sampled_from(sorted(FILES)))
@settings(STEADY, max_examples=100)
def test_files_in_the_place_of_others(path: str, other: str) -> None:
    _holds(path, FILES[other])


@given(st.sampled_from(sorted(FILES)), st.binary(max_size=200))
@settings(STEADY, max_examples=150)
def test_random_bytes(path: str, data: bytes) -> None:
    _holds(path, data)


@given(st.sampled_from(sorted(FILES)), st.text(max_size=200), st.booleans())
@settings(STEADY, max_examples=600)
def test_random_text(path: str, text: str, fenced: bool) -> None:
    whole = f"---\n{text}\n---\n{text}" if fenced else text
    _holds(path, whole.encode("utf-8", "replace"))


MARKS = ["[", "]", "(", ")", "{", "}", "`", "*", "_", "<", ">", "!", "#", "-", ":", "|", "\\", "&",
         "^", "=", "+", "~", " ", "    ", "\t", "\n", "\n\n", "a", "1.", "'", '"', "$", "?", "%",
         "@", ",", "x: ", "- ", "{#a}", "<!--", "-->", "[^1]", "[^1]:", "!!! a\n", "::", "http://",
         "&amp;", "\x00", "\u2028"]  # fmt: skip


@given(st.sampled_from(sorted(FILES)), st.lists(st.sampled_from(MARKS), max_size=60))
@settings(STEADY, max_examples=1500)
def test_marks_of_both_languages(path: str, marks: list[str]) -> None:
    """Set the body of a page, or a YAML file, in signs that mean something."""
    text = "".join(marks)
    if path.endswith(".md"):
        text = FILES[path].decode().partition("\n---\n")[0] + "\n---\n" + text
    _holds(path, text.encode())


@given(bent())
@settings(STEADY, max_examples=15)
def test_whole_handbook_with_a_bent_file(file: tuple[str, bytes]) -> None:
    path, data = file
    with TemporaryDirectory() as folder:
        root = Path(folder) / "handbook"
        shutil.copytree(SMALL, root)
        (root / path).write_bytes(data)
        report = check(load_settings(root), use_cache=False)
    of = [d for d in report.diagnostics if d.path == path]
    if load_source(entry(path), decode(path, data)).record is None:
        assert any(d.severity is Severity.ERROR for d in of)


@pytest.mark.parametrize("snippet", HOSTILE, ids=lambda each: repr(each[:20]))
@pytest.mark.parametrize("path", ["quizzes/stages/closing.yml", "playbooks/stages/closing.md"])
def test_hostile_snippets_alone(path: str, snippet: bytes) -> None:
    _holds(path, snippet)
    _holds(path, FILES[path] + b"\n" + snippet)
