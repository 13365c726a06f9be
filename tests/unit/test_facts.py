"""What scripts are told of the handbook, and the hashes that what learners did hangs on."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kitaran.library import Library, load_library
from kitaran.models.text import LOCALES, Locale
from kitaran.render.facts import handbook, sections
from kitaran.render.page import Context
from kitaran.settings import load_settings
from kitaran.versions import content_version, question_hash, section_hashes
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path

QUIZ = "quizzes/stages/closing.yml"
PAGE = "playbooks/stages/closing.md"
TWIN = "playbooks/stages/closing.en.md"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(load_settings(SMALL))


def facts(root: Path, locale: Locale = "ms") -> dict[str, Any]:
    return handbook(Context(load_library(load_settings(root)), locale))


def hashes(root: Path) -> dict[str, str]:
    """Give the hash of every question."""
    return {
        f"{quiz_id}#{question['id']}": question["hash"]
        for quiz_id, quiz in facts(root)["quizzes"].items()
        for question in quiz["questions"]
    }


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def language_free(value: Any) -> Any:
    """Leave out what is said in the language of the page."""
    if isinstance(value, dict):
        return {k: language_free(v) for k, v in value.items() if k not in ("title", "locale")}
    return [language_free(each) for each in value] if isinstance(value, list) else value


def test_languages_differ_in_words_only(library: Library) -> None:
    malay, english = (handbook(Context(library, locale)) for locale in LOCALES)
    assert malay.pop("objectives").keys() == english.pop("objectives").keys()
    assert language_free(malay) == language_free(english)
    assert malay["pages"]["stages/closing"]["title"] != english["pages"]["stages/closing"]["title"]
    here, there = (sections(Context(library, locale)) for locale in LOCALES)
    assert [(k, v[0]) for k, v in here.items()] == [(k, v[0]) for k, v in there.items()]
    assert here["stages/closing#exit-criteria"][1] != there["stages/closing#exit-criteria"][1]


def test_facts_name_what_is_there(library: Library) -> None:
    found = handbook(Context(library, "en"))
    assert found["stages"] == ["stages/closing"]
    assert found["pages"]["products/index"]["url"] == "products/"
    assert found["pages"]["stages/closing"]["url"] == "stages/closing/"
    quiz = found["quizzes"]["stages/closing"]
    assert (quiz["page"], quiz["url"], quiz["pass"]) == (
        "stages/closing",
        "stages/closing/#quiz",
        0.8,
    )
    assert "stages/closing#confirm-authority" in found["objectives"]
    assert found["checklists"]["stages/closing"]
    assert json.loads(json.dumps(found)) == found


def test_steps_are_resolved(library: Library) -> None:
    (phase,) = handbook(Context(library, "en"))["paths"]["client-manager"]["phases"]
    steps = {step["kind"]: step for step in phase["steps"]}
    assert steps["page"]["url"] == "stages/closing/"
    assert steps["quiz"]["url"] == "stages/closing/#quiz"
    assert steps["quiz"]["after"] == ["page:stages/closing"]
    assert steps["checklist"]["url"] == "stages/closing/#checklist"
    assert steps["roleplay"]["minutes"] == 10
    assert steps["task"] | {"title": "", "minutes": 0} == {
        "id": "task:shadow-a-call",
        "kind": "task",
        "ref": "shadow-a-call",
        "title": "",
        "url": "paths/client-manager/#task-shadow-a-call",
        "minutes": 0,
        "after": [],
        "sign_off": "manager",
    }


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(QUIZ, "Apa langkah pertama?", "Apa yang pertama?", id="a stem"),
        pytest.param(QUIZ, "What comes first?", "What is first?", id="a stem in English"),
        pytest.param(QUIZ, "Kuasa menentukan", "Kuasa menetapkan", id="a reason"),
        pytest.param(QUIZ, "        correct: true\n", "", id="a key"),
        pytest.param(QUIZ, "pass: 80%", "pass: 70%", id="the pass mark"),
        pytest.param(PAGE, "\n## ", "\nSatu ayat lagi.\n\n## ", id="a section's sentence"),
        pytest.param(TWIN, "\n## ", "\nOne more sentence.\n\n## ", id="that of a translation"),
        pytest.param(PAGE, "title: ", "title: Cara ", id="a title"),
    ],
)
def test_version_changes_with_content(handbook: Path, file: str, old: str, new: str) -> None:
    before = facts(handbook)["version"]
    edit(handbook, file, old, new)
    assert facts(handbook)["version"] != before
    assert facts(handbook)["version"] == facts(handbook, "en")["version"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("docs/index.md", "Selamat datang.", "Halo.", id="a page of docs"),
        pytest.param(PAGE, "reviewed: 2026", "reviewed: 2027", id="a review"),
        pytest.param(PAGE, "owner: ", "owner: x-", id="another owner"),
        pytest.param(PAGE, "\n## ", "   \n## ", id="spaces at the end of a line"),
        pytest.param(QUIZ, "What comes first?", "What   comes first?", id="spaces in a text"),
        pytest.param("playbooks/paths/client-manager.yml", "minutes: 30", "minutes: 40", id="path"),
    ],
)
def test_version_stays_without_a_change_of_content(
    handbook: Path, file: str, old: str, new: str
) -> None:
    before = facts(handbook)["version"]
    edit(handbook, file, old, new)
    assert facts(handbook)["version"] == before


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        pytest.param("Apa langkah pertama?", "Apa dahulu?", True, id="a stem"),
        pytest.param("What comes first?", "What is first?", True, id="the other language"),
        pytest.param("Kuasa menentukan", "Kuasa menetapkan", True, id="a reason"),
        pytest.param("        correct: true\n", "", True, id="the key"),
        pytest.param("section: exit-criteria", "section: purpose", False, id="where it is taught"),
        pytest.param("type: single\n", "type: single\n    points: 3\n", False, id="its points"),
        pytest.param("type: single\n", "type: single\n    level: remember\n", False, id="level"),
    ],
)
def test_hash_of_a_question_follows_what_is_seen(
    handbook: Path, old: str, new: str, *, changes: bool
) -> None:
    before = hashes(handbook)
    edit(handbook, QUIZ, old, new)
    after = hashes(handbook)
    name = "stages/closing#who-signs"
    assert (after.pop(name) != before.pop(name)) is changes
    assert after == before


def test_order_of_questions_does_not_matter(library: Library) -> None:
    (quiz,) = library.quizzes["stages/closing"]
    turned = quiz.model_copy(update={"questions": quiz.questions[::-1]})
    assert [question_hash(q) for q in turned.questions][::-1] == [
        question_hash(q) for q in quiz.questions
    ]
    quizzes = {**library.quizzes, "stages/closing": (turned,)}
    assert content_version(replace(library, quizzes=quizzes)) == content_version(library)


def test_hash_of_a_section_changes_with_it_alone(handbook: Path) -> None:
    def found() -> dict[str, str]:
        made = sections(Context(load_library(load_settings(handbook)), "en"))
        return {name: hashed for name, (hashed, _) in made.items()}

    before = found()
    edit(handbook, PAGE, "{#exit-criteria}\n", "{#exit-criteria}\n\nSatu ayat lagi.\n")
    edit(handbook, TWIN, "{#purpose}\n", "{#purpose}\n\nOne more sentence.\n")
    after = found()
    assert {name for name in after if after[name] != before[name]} == {
        "stages/closing#exit-criteria"
    }


def test_section_holds_those_within_it(library: Library) -> None:
    body = "## A {#a}\n\nx\n\n### B {#b}\n\ny\n\n## C {#c}\n\nz\n"
    page = replace(library.playbooks["stages/closing", "ms"].original, body=body, body_line=9)
    before = section_hashes(page)
    after = section_hashes(replace(page, body=body.replace("y", "Y")))
    assert {name for name in after if after[name] != before[name]} == {"a", "b"}
