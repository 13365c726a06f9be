"""The files of a handbook: what they are by their paths, odd names and links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kitaran.load.tree import discover, entry


@pytest.mark.parametrize(
    ("path", "kind", "id_", "locale"),
    [
        pytest.param("playbooks/stages/a.md", "playbook", "stages/a", "ms", id="page"),
        pytest.param("playbooks/stages/a.en.md", "playbook", "stages/a", "en", id="twin"),
        pytest.param("playbooks/stages/en.md", "playbook", "stages/en", "ms", id="a page on en"),
        pytest.param("playbooks/stages/a.b.en.md", "playbook", "stages/a.b", "en", id="two dots"),
        pytest.param("playbooks/glossary.yml", "glossary", "glossary", "ms", id="glossary"),
        pytest.param("playbooks/paths/a.yml", "path", "a", "ms", id="path"),
        pytest.param("playbooks/scorecards/a.yml", "scorecard", "a", "ms", id="scorecard"),
        pytest.param("playbooks/forms/a.yml", "form", "a", "ms", id="form"),
        pytest.param("quizzes/roleplays/a.yml", "roleplay", "a", "ms", id="role-play"),
        pytest.param("quizzes/stages/a.yml", "quiz", "stages/a", "ms", id="quiz"),
        pytest.param("quizzes/a/b/c.yml", "quiz", "a/b/c", "ms", id="a quiz further down"),
        pytest.param(
            "quizzes/stages/a.en.yml", "quiz", "stages/a.en", "ms", id="no twin of a quiz"
        ),
        pytest.param("docs/a/b.en.md", "document", "a/b", "en", id="document"),
        pytest.param("docs/a.js", "asset", "a", "ms", id="asset of the documentation"),
        pytest.param("playbooks/stages/a.PNG", "asset", "stages/a", "ms", id="image"),
        pytest.param("playbooks/a.md", "unknown", "a", "ms", id="page in no collection"),
        pytest.param("playbooks/stages/a/b.md", "unknown", "stages/a/b", "ms", id="page too deep"),
        pytest.param("quizzes/a.yml", "unknown", "a", "ms", id="quiz in no folder"),
        pytest.param("quizzes/stages/a.yaml", "unknown", "stages/a", "ms", id="yaml"),
        pytest.param("quizzes/stages/a", "unknown", "stages/a", "ms", id="no suffix"),
        pytest.param("docs/a.MD", "unknown", "a", "ms", id="suffix in capitals"),
    ],
)
def test_entry(path: str, kind: str, id_: str, locale: str) -> None:
    found = entry(path)
    assert (found.kind, found.id, found.locale) == (kind, id_, locale)


@pytest.mark.parametrize(
    "name",
    ["A.md", "a b.md", "a_b.md", "-a.md", "a-.md", "a--b.md", "é.md", "a.ms.md", "a.b.md", "1 .md"],
)
def test_names_that_cannot_be_ids(name: str) -> None:
    (problem,) = entry(f"playbooks/stages/{name}").problems
    assert problem.kind == "file-name"


def _tree(root: Path, *paths: str) -> list[tuple[str, list[str]]]:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("a", "utf-8")
    return _found(root)


def _found(root: Path) -> list[tuple[str, list[str]]]:
    return [(each.path, [p.kind for p in each.problems]) for each in discover(root).entries]


def test_discover_passes_over_what_is_not_meant(tmp_path: Path) -> None:
    found = _tree(
        tmp_path,
        *("docs/a.md", "docs/_b.md", "docs/.c.md", "docs/~d.md", "docs/e.md~", "docs/f.bak"),
        *("docs/_parts/g.md", "docs/.git/h.md", "docs/Thumbs.db"),
        *("other/j.md", "k.md", "docs/l/m.json"),
    )
    assert found == [("docs/a.md", []), ("docs/l/m.json", [])]


def test_discover_odd_names(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name in (b"\xff.md", b"a\nb.md", b"\x1b[31m.md", "\u202e.md".encode(), b"ok.md"):
        Path(os.fsdecode(os.fsencode(tmp_path / "docs") + b"/" + name)).write_bytes(b"a")
    found = _found(tmp_path)
    assert [kinds for _, kinds in found] == [["file-name"]] * 4 + [[]] or len(found) == 5
    for path, kinds in found:
        assert path.isprintable()
        assert path.encode("utf-8")
        assert kinds == ([] if path == "docs/ok.md" else ["file-name"])


def test_discover_an_empty_place(tmp_path: Path) -> None:
    assert discover(tmp_path).entries == ()
    (tmp_path / "docs").write_text("no folder", "utf-8")
    assert discover(tmp_path).entries == ()


def test_discover_a_folder_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)
    assert _found(tmp_path) == [("docs", ["unreadable"])]


@pytest.mark.parametrize(
    ("link", "target", "expected"),
    [
        pytest.param("docs/x.md", "docs/a.md", [], id="to a file of the handbook"),
        pytest.param("docs/x", "shared", [], id="to a folder beside"),
        pytest.param("docs/x", "docs/_parts", [], id="to a folder that is not read itself"),
        pytest.param("docs/x.md", "nowhere", ["symbolic-link"], id="to nowhere"),
        pytest.param("docs/x.md", "docs/x.md", ["symbolic-link"], id="to itself"),
        pytest.param("docs/x.md", "../outside.md", ["symbolic-link"], id="to a file outside"),
        pytest.param("docs/x", "..", ["symbolic-link"], id="to a folder outside"),
        pytest.param("docs/x", ".", ["symbolic-link"], id="to the root"),
        pytest.param("docs/x", "docs", ["symbolic-link"], id="to its own folder"),
        pytest.param("docs/x", "docs/sub", ["symbolic-link"], id="to a folder that is read"),
        pytest.param("docs/sub/x", "docs", ["symbolic-link"], id="to a folder above"),
        pytest.param("docs/x.md", ".env", ["symbolic-link"], id="to a hidden file"),
    ],
)
def test_links(tmp_path: Path, link: str, target: str, expected: list[str]) -> None:
    root = tmp_path / "handbook"
    _tree(root, "docs/a.md", "docs/sub/b.md", "docs/_parts/c.md", "shared/d.md", ".env")
    (tmp_path / "outside.md").write_text("a", "utf-8")
    (root / link).symlink_to(root / target)
    kinds = {path: found for path, found in _found(root) if path.startswith(link)}
    assert list(kinds.values()) == [expected]
    assert {path for path, _ in _found(root)} >= {"docs/a.md", "docs/sub/b.md"}


def test_a_linked_folder_that_leads_on_is_followed_once(tmp_path: Path) -> None:
    _tree(tmp_path, "docs/a.md", "shared/b.md", "shared/deep/c.md")
    (tmp_path / "docs/x").symlink_to(tmp_path / "shared")
    (tmp_path / "shared/back").symlink_to(tmp_path / "shared")
    (tmp_path / "shared/deep/up").symlink_to(tmp_path / "docs")
    assert _found(tmp_path) == [
        ("docs/a.md", []),
        ("docs/x/b.md", []),
        ("docs/x/back", ["symbolic-link"]),
        ("docs/x/deep/c.md", []),
        ("docs/x/deep/up", ["symbolic-link"]),
    ]


def test_a_folder_of_the_handbook_that_is_a_link_out_of_it(tmp_path: Path) -> None:
    _tree(tmp_path, "elsewhere/a.md", "handbook/quizzes/b/c.yml")
    (tmp_path / "handbook/docs").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "handbook/playbooks").symlink_to(tmp_path / "handbook/quizzes")
    kinds = dict(_found(tmp_path / "handbook"))
    assert kinds["docs"] == ["symbolic-link"]
    assert kinds["playbooks"] == ["symbolic-link"]
    assert kinds["quizzes/b/c.yml"] == []
