"""Render quizzes as forms that read and print without JavaScript, and that scripts enhance.

A question type is one template in `templates/questions/`, named as the type.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kitaran.render.html import block, inline, key, render
from kitaran.versions import question_hash, quiz_version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kitaran.models.questions.cloze import Cloze
    from kitaran.models.quiz import Quiz
    from kitaran.models.text import Text
    from kitaran.render.words import Words

CLIENT_WORDS = (
    "all_questions",
    "answered",
    "archived",
    "best_so_far",
    "best_way",
    "cancel",
    "changed",
    "check",
    "compare",
    "compared",
    "go_on",
    "hand_in",
    "hand_in_open",
    "leave_confirm",
    "leave_test",
    "let_go",
    "match_first",
    "match_live",
    "minutes_n",
    "move_down",
    "move_up",
    "moved",
    "near_miss",
    "nearly",
    "no_answer",
    "next",
    "no_limit",
    "not_counted",
    "not_number",
    "not_passed",
    "noted",
    "one_at_a_time",
    "order_first",
    "order_kept",
    "order_live",
    "order_mine",
    "partly",
    "pass_mark",
    "passed",
    "picked_up",
    "placed",
    "points_of",
    "previous",
    "progress",
    "put_back",
    "put_here",
    "question_n",
    "question_of",
    "restart",
    "restart_confirm",
    "restart_erase",
    "restart_undo",
    "retry",
    "returned",
    "reworded",
    "right",
    "right_answer",
    "right_place",
    "score",
    "slot_empty",
    "slot_waits",
    "store_blocked",
    "store_damaged",
    "store_full",
    "store_other",
    "talk_ends",
    "talk_points",
    "test",
    "test_about",
    "test_begin",
    "test_begun",
    "test_running",
    "time",
    "time_left",
    "time_more",
    "time_over",
    "time_warning",
    "tray",
    "unanswered",
    "wrong",
    "you",
    "your_answer",
    "your_move",
)
"""The interface texts that the scripts need; they travel with the quiz."""

_GAP = re.compile(r"\{\{\s*([a-z0-9-]+)\s*\}\}")
_GAP_SIGN = re.compile("\ue000([a-z0-9-]+)\ue001([^\\s<]*)")
_GAP_BOX = Markup('<span class="kt-whole"><span class="kt-gap">{}</span>{}</span>')
_GAP_NUMBER = Markup('<span class="kt-gap__number" aria-hidden="true">{}</span>')
_GAP_FIELD = Markup(
    '<input type="text" data-gap="{}" name="{}" aria-label="{}" size="12" maxlength="120"'
    ' autocomplete="off" autocapitalize="off" spellcheck="false">'
)


def quiz_html(quiz: Quiz, words: Words, prefix: str = "q-") -> str:
    """Render one quiz.

    Args:
        quiz: The quiz.
        words: The interface texts, and with them the language.
        prefix: What the ids of its questions begin with on the page.
    """

    def translated(text: Text) -> Markup:
        return inline(text.get(words.locale))

    def plain(text: Text) -> str:
        return text.get(words.locale)

    def number(value: float, unit: Text | None) -> str:
        return _number(value, unit.get(words.locale) if unit else "")

    return block(
        render(
            "quiz.html.j2",
            quiz=quiz,
            version=quiz_version(quiz),
            hash=question_hash,
            w=words,
            t=translated,
            plain=plain,
            number=number,
            cloze=lambda question, prefix: _cloze(question, words, prefix),
            mixed=_mixed,
            wordings=_wordings,
            scripted=_scripted(),
            prefix=prefix,
            client_words={name: words(name) for name in CLIENT_WORDS},
        )
    )


@cache
def _scripted() -> frozenset[str]:
    """List the question types that have a script; the others stay as they are on paper."""
    folder = files("kitaran.render") / "assets" / "js" / "questions"
    return frozenset(file.name.removesuffix(".js") for file in folder.iterdir())


def _wordings(texts: Iterable[Text]) -> list[str]:
    """List texts in every language: an answer stays right when the page is read in the other."""
    return list(dict.fromkeys(said for text in texts for said in (text.ms, text.en) if said))


def _number(value: float, unit: str) -> str:
    """Write a number with its unit, as Malaysians do: `RM 14,800.50`, `12.5 kg`."""
    text = f"{value:,.10f}".rstrip("0").rstrip(".")
    if not unit:
        return text
    return f"{unit} {text}" if unit == "RM" else f"{text} {unit}"


def _mixed(things: Iterable[Any], name: str = "") -> list[Any]:
    """Bring things into an order that gives nothing away and stays the same: by hashes.

    Args:
        things: Texts, or records that have one.
        name: The field of the text, if they are records.
    """
    given = list(things)

    def hashed(thing: Any) -> str:
        text: Text = getattr(thing, name) if name else thing
        return key(text.ms or text.en)

    mixed = sorted(given, key=hashed)
    return mixed[1:] + mixed[:1] if mixed == given else mixed


def _cloze(question: Cloze, words: Words, prefix: str) -> Markup:
    """Put a field into every gap of a text. The gaps have the same numbers in every language."""
    order = {gap: str(number) for number, gap in enumerate(question.gaps, start=1)}
    asked: set[str] = set()

    def gap(match: re.Match[str]) -> Markup:
        name, number = match[1], order.get(match[1], "?")
        # What follows without a space, such as a comma, stays on the line. It is HTML already.
        rest = Markup(match[2])
        shown = _GAP_NUMBER.format(number)
        # What one gap asks for is not asked twice.
        if name in asked or name not in order:
            return _GAP_BOX.format(shown, rest)
        asked.add(name)
        field = _GAP_FIELD.format(name, prefix + question.id, words("gap", n=number))
        return _GAP_BOX.format(shown + field, rest)

    # Through Markdown, which would escape fields, goes a sign that it leaves alone.
    text = str(inline(_GAP.sub("\ue000\\1\ue001", question.text.get(words.locale))))
    return Markup(_GAP_SIGN.sub(gap, text))
