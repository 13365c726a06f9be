"""Words and their keys: forms of one word meet, and words that only look alike do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from kitaran.search.keys import load_keys
from kitaran.search.pack import numbers, place, wordlist
from kitaran.search.text import fold, words

TABLE = yaml.safe_load((Path(__file__).parents[1] / "search" / "words.yml").read_text("utf-8"))
MEET: list[list[str]] = [line.split() for line in TABLE["meet"]]
APART: list[list[str]] = [line.split() for line in TABLE["apart"]]
KEYS = load_keys()


def key(word: str) -> str:
    """Give the key of a word as it is typed."""
    (only,) = words(word)
    return KEYS(only)


def test_the_table_is_large_enough_to_prove_something() -> None:
    assert len({word for line in [*MEET, *APART] for word in line}) >= 300
    assert sum(len(line) - 1 for line in MEET) >= 200
    assert len(APART) >= 100


@pytest.mark.parametrize("forms", MEET, ids=lambda forms: forms[0])
def test_forms_of_a_word_meet(forms: list[str]) -> None:
    assert len({key(form) for form in forms}) == 1, [(form, key(form)) for form in forms]


@pytest.mark.parametrize(("one", "other"), APART, ids=lambda word: word)
def test_words_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_key_is_its_own_key() -> None:
    every = {key(word) for line in MEET for word in line}
    assert {one for one in every if KEYS(one) != one} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Harga: RM 1,000.50!", ["harga", "rm", "100050"], id="numbers"),
        pytest.param("e-mel e-invois", ["emel", "einvois"], id="one letter before a hyphen"),
        pytest.param("die-cut", ["die", "cut"], id="hyphen"),
        pytest.param("kecil-kecilan berpuluh-puluh", ["kecilan", "berpuluh"], id="said twice"),
        pytest.param("Café “naïve”", ["cafe", "naive"], id="accents"),
        pytest.param("don’t client's", ["dont", "clients"], id="apostrophes"),
        pytest.param("<script>alert(1)</script>", ["script", "alert", "1", "script"], id="markup"),
        pytest.param("😀 … !!", [], id="no words"),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_folding_leaves_plain_text_alone() -> None:
    assert fold("harga tinggi") == "harga tinggi"


def test_packed_lists_are_short() -> None:
    assert wordlist(["bayar", "bayaran", "bayar"]) == "Abayar Fan"
    assert numbers([]) == ""
    assert {place(word, 7) for word in ("mahal", "murah", "tutup", "sewa")} <= set(range(7))
    assert json.loads(json.dumps(numbers(range(100)))) == numbers(range(100))
