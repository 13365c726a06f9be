"""Learning paths on the pages: what they say before any script, and what scripts are given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kitaran
from kitaran.library import Library, load_library
from kitaran.models.text import LOCALES, Locale
from kitaran.render.journey import PATH_WORDS, READ_WORDS, START_WORDS
from kitaran.render.page import Context
from kitaran.render.quiz import quiz_html
from kitaran.render.site import render_site
from kitaran.render.words import words
from kitaran.settings import load_settings
from kitaran.versions import question_hash, quiz_version
from tests.conftest import SMALL

SCRIPTS = Path(kitaran.__file__).parent / "render/assets/js"
BY_KIND = {f"step_{kind}" for kind in ("page", "quiz", "checklist", "roleplay", "task")}
BY_STATE = {f"store_{state}" for state in ("blocked", "damaged", "full", "other")}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(load_settings(SMALL))


def page(library: Library, uri: str, locale: Locale = "en") -> str:
    return next(p.body for p in render_site(Context(library, locale)) if p.uri == uri)


@pytest.mark.parametrize("locale", LOCALES)
def test_path_reads_without_scripts(library: Library, locale: Locale) -> None:
    body = page(library, "paths/client-manager.md", locale)
    ids = ["page-stages-closing", "quiz-stages-closing", "checklist-stages-closing"]
    ids += ["roleplay-price", "task-shadow-a-call"]
    assert re.findall(r'<li class="kt-step" id="([\w-]+)"', body) == ids
    assert body.count('<input type="checkbox"') == len(ids)
    assert '<a href="../../stages/closing/#quiz">' in body
    assert '<a href="#page-stages-closing">' in body
    assert words(locale)("sign_off.manager") in body
    assert "{#week-1}" in body


def test_long_task_is_cut_where_another_step_names_it(handbook: Path) -> None:
    file = handbook / "playbooks/paths/client-manager.yml"
    task = "Dengar " + "panggilan " * 20
    text = file.read_text("utf-8").replace("Dengar satu panggilan", task.strip())
    text += "      - page: topics/events\n        after: [task:shadow-a-call]\n"
    file.write_text(text, "utf-8")
    body = page(load_library(load_settings(handbook)), "paths/client-manager.md", "ms")
    (shown,) = re.findall(r'<a href="#task-shadow-a-call">[^:]+: ([^<]+)</a>', body)
    assert task.startswith(shown.removesuffix(" …"))
    assert len(shown) < 70


@pytest.mark.parametrize(
    ("uri", "has"),
    [("stages/closing.md", True), ("topics/events.md", False), ("products/index.md", False)],
)
def test_page_on_a_path_has_room_for_its_place(library: Library, uri: str, *, has: bool) -> None:
    assert ("<kt-read" in page(library, uri)) is has


def test_quiz_carries_its_hashes(library: Library) -> None:
    (quiz,) = library.quizzes["stages/closing"]
    html = quiz_html(quiz, words("ms"))
    assert html == quiz_html(quiz, words("ms"))
    assert re.findall(r'data-hash="(\w+)"', html) == [question_hash(q) for q in quiz.questions]
    assert f'data-version="{quiz_version(quiz)}"' in html
    choice = quiz.questions[0].model_copy(update={"shuffle": False})
    fixed = quiz.model_copy(update={"questions": (choice, *quiz.questions[1:])})
    assert quiz_html(fixed, words("ms")).count("data-shuffle") == html.count("data-shuffle") - 1


@pytest.mark.parametrize(
    ("scripts", "given", "more"),
    [
        pytest.param(("path", "step", "signoff", "pathcard"), PATH_WORDS, {"sign_off"}, id="path"),
        pytest.param(("start", "pathcard"), START_WORDS, set(), id="start"),
        pytest.param(("read",), READ_WORDS, {"facts_missing", "time"}, id="read"),
    ],
)
def test_scripts_are_given_the_words_that_they_ask_for(
    scripts: tuple[str, ...], given: tuple[str, ...], more: set[str]
) -> None:
    asked = {
        name
        for script in scripts
        for name in re.findall(r"\bwords\.(\w+)", (SCRIPTS / f"{script}.js").read_text("utf-8"))
    }
    times = {name for name in given if name.startswith("time_")}
    assert asked | more | BY_KIND | BY_STATE | times == set(given) | (more & {"time"})
    assert len(given) == len(set(given))
