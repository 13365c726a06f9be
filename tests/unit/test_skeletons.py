"""New files: they pass the check as they are, and fit what is there already."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kitaran.check.engine import check
from kitaran.load.record import load
from kitaran.load.tree import entry
from kitaran.models.playbook import COLLECTIONS, Playbook
from kitaran.models.skeleton import SKELETONS
from kitaran.settings import load_settings
from kitaran.skeletons import KINDS, NewKind, SkeletonError, skeleton
from kitaran.skeletons.guides import GUIDES

if TYPE_CHECKING:
    from pathlib import Path

    from kitaran.models.text import Locale

TODAY = date(2026, 11, 23)
BOTH: tuple[Locale, ...] = ("ms", "en")


def _begin(
    root: Path, kind: NewKind, name: str, languages: tuple[Locale, ...] = BOTH
) -> dict[str, str]:
    """Write something new into a handbook."""
    files = skeleton(kind, name, TODAY, languages, root)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return files


def _findings(root: Path) -> list[str]:
    report = check(load_settings(root), use_cache=False)
    return [f"{found} -> {found.help}" for found in report.diagnostics]


def _empty(root: Path, languages: tuple[Locale, ...] = BOTH) -> Path:
    (root / "playbooks").mkdir(parents=True)
    said = ", ".join(f'"{language}"' for language in languages)
    (root / "pyproject.toml").write_text(f"[tool.kitaran]\nlanguages = [{said}]\n", "utf-8")
    return root


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_page_and_its_quiz_pass_the_check(handbook: Path, collection: str) -> None:
    name = f"{collection}/ask-the-board"
    files = _begin(handbook, "playbook", name)
    assert list(files) == [f"playbooks/{name}.md", f"playbooks/{name}.en.md"]
    assert _findings(handbook) == []
    assert list(_begin(handbook, "quiz", name)) == [f"quizzes/{name}.yml"]
    assert _findings(handbook) == []


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_index_passes_the_check(tmp_path: Path, collection: str) -> None:
    root = _empty(tmp_path / "handbook")
    _begin(root, "playbook", f"{collection}/index")
    assert _findings(root) == []


@pytest.mark.parametrize("kind", ["path", "scorecard", "form", "roleplay", "session"])
def test_record_passes_the_check(handbook: Path, kind: NewKind) -> None:
    _begin(handbook, kind, "first-week")
    assert _findings(handbook) == []


def test_record_points_at_the_page_of_its_name(handbook: Path) -> None:
    for page in ("roles/trainer", "topics/first-week", "objections/too-late"):
        _begin(handbook, "playbook", page)
    assert "page: roles/trainer" in str(_begin(handbook, "path", "trainer"))
    assert "page: topics/first-week" in str(_begin(handbook, "scorecard", "first-week"))
    assert "objection: objections/too-late" in str(_begin(handbook, "roleplay", "too-late"))
    assert _findings(handbook) == []


@pytest.mark.parametrize("languages", [("ms",), ("en",)])
def test_everything_in_one_language(tmp_path: Path, languages: tuple[Locale, ...]) -> None:
    root = _empty(tmp_path / "handbook", languages)
    for collection in COLLECTIONS:
        files = _begin(root, "playbook", f"{collection}/first-one", languages)
        assert f"playbooks/{collection}/first-one.en.md" not in files
        _begin(root, "quiz", f"{collection}/first-one", languages)
    for kind in KINDS[2:]:
        _begin(root, kind, "first-one", languages)
    assert _findings(root) == []


def test_english_handbook_is_written_in_english(tmp_path: Path) -> None:
    root = _empty(tmp_path / "handbook", ("en",))
    files = _begin(root, "playbook", "stages/closing", ("en",))
    assert "## Exit criteria {#exit-criteria}" in files["playbooks/stages/closing.md"]


def test_first_product_brings_the_list_of_families(tmp_path: Path) -> None:
    root = _empty(tmp_path / "handbook")
    files = _begin(root, "playbook", "products/carton")
    assert set(files) == {
        f"playbooks/products/{name}{suffix}"
        for name in ("carton", "index")
        for suffix in (".md", ".en.md")
    }
    assert _findings(root) == []


def test_product_takes_a_family_that_is_there(handbook: Path) -> None:
    files = _begin(handbook, "playbook", "products/pouch")
    assert "family: cartons\n" in files["playbooks/products/pouch.md"]
    assert "playbooks/products/index.md" not in files


def test_page_goes_after_the_others(handbook: Path) -> None:
    files = _begin(handbook, "playbook", "stages/referrals")
    assert "order: 2 " in files["playbooks/stages/referrals.md"]


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8])
def test_quiz_asks_about_every_objective(handbook: Path, number: int) -> None:
    objectives = "".join(f"  - id: aim-{n}\n    text: Aim {n}\n" for n in range(number))
    for suffix in (".md", ".en.md"):
        file = handbook / f"playbooks/topics/events{suffix}"
        text = file.read_text("utf-8").replace("\n---\n", f"\nobjectives:\n{objectives}---\n", 1)
        file.write_text(text, "utf-8")
    files = _begin(handbook, "quiz", "topics/events")
    assert files["quizzes/topics/events.yml"].count("    objective: aim-") == max(2, number)
    assert _findings(handbook) == []


@pytest.mark.parametrize("kind", SKELETONS)
def test_new_page_has_every_section_with_advice(handbook: Path, kind: str) -> None:
    collection = next(name for name, each in COLLECTIONS.items() if each == kind)
    files = _begin(handbook, "playbook", f"{collection}/new-page")
    for path, text in files.items():
        record = load(handbook, entry(path)).record
        assert isinstance(record, Playbook)
        sections = [h for h in record.outline.headings if h.level == 2]
        assert [h.id for h in sections] == [s.id for s in SKELETONS[record.kind]]
        assert [h.text for h in sections] == [
            s.title(record.locale) for s in SKELETONS[record.kind]
        ]
        for guide in GUIDES[record.kind].values():
            assert f"<!-- {guide.get(record.locale)} -->" in text


@pytest.mark.parametrize("kind", SKELETONS)
def test_every_section_has_advice(kind: str) -> None:
    sections = [section.id for each, own in SKELETONS.items() if each == kind for section in own]
    advice = [list(own) for each, own in GUIDES.items() if each == kind]
    assert advice == [sections]


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("playbook", "closing", "`closing` names no collection; write it such as `stages/closing`"),
        ("playbook", "", "`` names no collection"),
        ("playbook", "stage/closing", "no collection `stage`; did you mean `stages/closing`?"),
        ("playbook", "xyz/closing", "no collection `xyz`; the collections are stages, objections"),
        ("playbook", "stages/a/b", "a collection has no folders; write it such as `stages/b`"),
        ("playbook", "stages/Closing Deal", "single hyphens, such as `closing-deal`"),
        ("playbook", "stages/-", "cannot be an id; write lower-case letters"),
        ("playbook", "stages/../../etc", "too deep"),
        ("playbook", "../stages", "no collection `..`"),
        ("playbook", "/etc/passwd", "no collection ``"),
        ("playbook", "playbooks/stages/referrals.md", "is a file; its id is `stages/referrals`"),
        ("playbook", "stages/referrals.en.md", "its id is `stages/referrals`"),
        ("playbook", "stages/closing", "`playbooks/stages/closing.md` exists already"),
        ("quiz", "roleplays/price", "no collection `roleplays`"),
        ("quiz", "stages/closing", "`quizzes/stages/closing.yml` exists already"),
        ("quiz", "topics/events", "has no `objectives` yet"),
        ("quiz", "stages/referrals", "begin the page first"),
        ("path", "roles/trainer", "is a path and not an id; write the id alone, such as `trainer`"),
        ("path", "client-manager", "`playbooks/paths/client-manager.yml` exists already"),
        ("scorecard", "A Card", "such as `a-card`"),
        ("roleplay", "price.yml", "write the id alone, such as `price`"),
        ("roleplay", "..", "cannot be an id"),
    ],
)  # fmt: skip
def test_bad_id_gives_a_clear_error(handbook: Path, kind: NewKind, name: str, said: str) -> None:
    with pytest.raises(SkeletonError) as error:
        skeleton(kind, name, TODAY, BOTH, handbook)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("find", "replace", "said"),
    [
        ("title:", "titel:", "cannot be read; run `kitaran check playbooks/stages/closing.md`"),
        ("\n## ", "\n### ", "has no section with an id"),
    ],
)
def test_quiz_needs_a_page_that_it_can_ask_about(
    handbook: Path, find: str, replace: str, said: str
) -> None:
    (handbook / "quizzes/stages/closing.yml").unlink()
    file = handbook / "playbooks/stages/closing.md"
    file.write_text(file.read_text("utf-8").replace(find, replace), "utf-8")
    with pytest.raises(SkeletonError) as error:
        skeleton("quiz", "stages/closing", TODAY, BOTH, handbook)
    assert said in str(error.value)
