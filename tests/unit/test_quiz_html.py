"""Questions on paper: gaps in their text, and orders that give nothing away."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kitaran.models.quiz import Quiz
from kitaran.render.html import key
from kitaran.render.quiz import quiz_html
from kitaran.render.words import words


def html_of(kind: str, **values: Any) -> str:
    question = {"id": "q", "type": kind, "objective": "o", "section": "s", "text": "x"} | values
    return quiz_html(Quiz.model_validate({"id": "a/b", "questions": [question]}), words("ms"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("RM {{a}}, sekali", "RM _, sekali", id="a comma follows at once"),
        pytest.param("“{{ a }}”", "“_”", id="in quotation marks"),
        pytest.param("**{{a}} hari**", "<strong>_ hari</strong>", id="in bold"),
        pytest.param("{{a}} & {{b}}", "_ &amp; _", id="two gaps"),
        pytest.param("{{a}} lagi {{a}}", "_ lagi 1", id="asked for once only"),
        pytest.param("{{c}}?", "??", id="a gap without an entry"),
    ],
)
def test_gap_is_a_field_in_its_text(text: str, shown: str) -> None:
    gaps = {"a": {"answers": ["x"]}, "b": {"answers": ["y"]}}
    html = html_of("cloze", text=text, gaps=gaps)
    stem = re.search(r'kt-cloze">(.*?)</p>', html)
    assert stem is not None
    fields = re.sub(r'<span class="kt-gap__number"[^>]*>.</span><input [^>]*>', "_", stem[1])
    assert re.sub(r"</?span[^>]*>", "", fields) == shown


def test_gaps_are_named_by_the_order_of_their_entries() -> None:
    gaps = {"a": {"answers": ["x"]}, "b": {"answers": ["y"]}}
    html = html_of("cloze", text="{{b}} {{a}}", gaps=gaps)
    found = re.findall(r'input type="text" data-gap="(\w)"[^>]* aria-label="([^"]+)"', html)
    assert found == [("b", "Ruang 2"), ("a", "Ruang 1")]


@pytest.mark.parametrize("count", [2, 3, 5, 8])
def test_items_never_stand_in_the_right_order(count: int) -> None:
    # The worst case: the hashes themselves are in the right order.
    items = sorted((f"Langkah {n}" for n in range(count)), key=key)
    paper = html_of("order", items=items).split('class="kt-answer"')[0]
    found = re.findall(r'data-item="(\w+)"', paper)
    assert sorted(found) == [key(item) for item in items]
    assert found != [key(item) for item in items]


def test_order_on_paper_does_not_depend_on_the_order_in_the_file() -> None:
    pairs = [{"left": f"l{n}", "right": f"r{n}"} for n in range(6)]
    shown = [
        re.findall(r'<li data-right="(\w+)">', html_of("match", pairs=order))
        for order in (pairs, pairs[::-1])
    ]
    assert shown[0] == shown[1]


def test_unknown_goal_of_a_choice_is_shown_as_it_is_written() -> None:
    nodes = [{"id": "a", "text": "x", "choices": [{"text": "y", "goto": "gone"}]}]
    assert "(pergi ke gone)" in html_of("scenario", nodes=nodes)
