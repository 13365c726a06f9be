"""What a pack says of a group, of rounds and of what to do: nothing that is not so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kitaran.documents.session import agenda, guide, slides
from kitaran.documents.session.ask import instruction
from kitaran.documents.session.context import Pack
from kitaran.documents.session.reasons import group_facts
from kitaran.library import load_library
from kitaran.models.text import LOCALES, Locale
from kitaran.sessions.agenda import Agenda, Block
from kitaran.sessions.material import Material, gather
from kitaran.sessions.results import FEW, Group, Missed, group_of
from kitaran.settings import load_settings
from tests.unit.test_session_command import _result

if TYPE_CHECKING:
    from pathlib import Path

    from kitaran.library import Library

ASKED = ("stages/closing", "who-signs")


@pytest.fixture
def library(handbook: Path) -> Library:
    return load_library(load_settings(handbook))


def _gathered(library: Library, group: Group | None = None) -> Material:
    return gather(library, library.sessions["refresher"], group)


def _facts(library: Library, group: Group, locale: Locale = "en") -> str:
    return " ".join(group_facts(Pack(_gathered(library, group), locale)))


# ---- the group ----------------------------------------------------------------------------


def test_too_few_people_say_nothing_about_a_group(library: Library, tmp_path: Path) -> None:
    files = []
    for number in range(FEW - 1):
        file = tmp_path / f"{number}.json"
        file.write_text(_result(library, f"P{number}", {"who-signs": 0.0}), "utf-8")
        files.append(file)
    group = group_of(library, files)
    assert (dict(group.missed), group.answered) == ({}, {ASKED: FEW - 1})
    assert _gathered(library, group).wrong == ()
    assert f"answered by fewer than {FEW} people: too few to say" in _facts(library, group)
    assert "terlalu sedikit untuk disimpulkan" in _facts(library, group, "ms")
    assert "knew enough" not in _facts(library, group)


@pytest.mark.parametrize(
    ("group", "said", "unsaid"),
    [
        pytest.param(
            Group(5, 5, answered={("stages/x", "y"): 5}), "no answer that counts", "knew enough",
            id="other topics",
        ),
        pytest.param(Group(0, 0, ("a: damaged",)), "No results could be read", "knew", id="none"),
        pytest.param(Group(5, 5, answered={ASKED: 5}), "knew enough", "too few", id="all known"),
        pytest.param(
            Group(5, 5, missed={ASKED: Missed(0.9, 5)}, answered={ASKED: 5}), "5 people",
            "knew enough", id="some wrong",
        ),
    ],
)  # fmt: skip
def test_silence_of_results_is_no_praise(
    library: Library, group: Group, said: str, unsaid: str
) -> None:
    facts = _facts(library, group)
    assert said in facts
    assert unsaid not in facts
    assert "session." not in str(agenda.sheet(Pack(_gathered(library, group), "ms")))


# ---- rounds -------------------------------------------------------------------------------


def _with_rounds(material: Material, count: int) -> Material:
    """Give a session that has nothing but so many rounds of its role-play."""
    name = next(iter(material.plays))
    blocks = tuple(Block("round", 10 * n, 10, name, n + 1) for n in range(count))
    plan = material.agenda
    held = Agenda(10 * count, blocks, (), plan.groups, plan.questions, plan.wrong)
    return replace(material, agenda=held)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_places_are_changed_only_where_another_round_follows(
    library: Library, locale: Locale, rounds: int
) -> None:
    pack = Pack(_with_rounds(_gathered(library), rounds), locale)
    said = str(guide.sheet(pack).blocks)
    assert said.count(pack.listed("do_round")[2]) == (rounds > 1)
    assert said.count(pack.w("do_again")) == rounds - 1


# ---- questions and slides -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "how", "shown"),
    [
        ("Which go in? Choose all that apply.", "Choose every right answer.", False),
        ("Apa yang betul? Pilih semua yang betul.", "Pilih semua jawapan yang betul.", False),
        ("True or false: put it in writing.", "True or false?", False),
        ("Which do you choose?", "Choose one answer.", True),
        ("Match each with its channel.", "Write the letter that belongs.", True),
        ("Siapa menandatangani?", "Pilih satu jawapan.", True),
    ],
)
def test_a_question_says_once_what_to_do(text: str, how: str, shown: bool) -> None:
    assert instruction(text, how) == (how if shown else "")


@pytest.mark.parametrize(
    ("texts", "bold", "most"),
    [
        pytest.param(["09:00  Komunikasi dengan pelanggan"] * 12, 0, 18, id="agenda of a morning"),
        pytest.param(["Apa ayat anda " * 14, *["Saya bawa 4% kepada ketua " * 3] * 4], 1, 20,
                     id="long question"),
    ],
)  # fmt: skip
def test_letters_leave_the_foot_of_a_slide_free(texts: list[str], bold: int, most: float) -> None:
    assert slides.letters(texts, bold) <= most
