"""A question as it stands on paper, on a slide or on a screen, and its answer.

One form serves all ten types: options to tick, things to match or to order, lines to write on.
Places to write within a text are marked, and every format draws them its own way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kitaran.documents.inline import clean
from kitaran.models.questions.base import Choice
from kitaran.models.questions.cloze import Cloze
from kitaran.models.questions.match import Match
from kitaran.models.questions.numeric import Numeric
from kitaran.models.questions.order import Order
from kitaran.models.questions.reflection import Reflection
from kitaran.models.questions.scenario import Scenario
from kitaran.models.questions.short import Short
from kitaran.models.questions.true_false import TrueFalse
from kitaran.sessions.draw import other_order
from kitaran.sessions.talks import best_openings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kitaran.documents.words import Words
    from kitaran.models.text import Text
    from kitaran.sessions.draw import Drawn

_GAP = re.compile(r"\{\{\s*([a-z0-9-]+)\s*\}\}")
GAP = re.compile("\ue000(\\d+)\ue001")
"""Where a gap stands in a text, with its number. The signs are nobody's letters."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LINES = {"short": 1, "reflection": 5}
"""How many lines there are to write on."""


class Part(NamedTuple):
    """Something with a letter or a number: an option, or a thing to match or to order."""

    mark: str
    text: str
    """Markdown of one line."""
    right: bool = False
    why: str = ""


@dataclass(frozen=True)
class Asked:
    """A question in one language, its parts in the order of one paper. Texts are Markdown."""

    name: str
    """The quiz and the question, such as `stages/closing#signing-authority`."""
    type: str
    text: str
    how: str
    """What to do, such as `Choose one answer.`"""
    points: int
    """What it counts for; 0 where it is not scored."""
    answer: str
    """The key, in a line."""
    said: str = ""
    """What the client says, in a conversation."""
    options: tuple[Part, ...] = ()
    left: tuple[Part, ...] = ()
    """What is to be matched; `options` holds what it is matched with."""
    boxes: int = 0
    """How many letters are to be put in order."""
    lines: int = 0
    unit: str = ""
    why: tuple[str, ...] = ()
    """Why that is the answer, where no option says so."""


class Variant(NamedTuple):
    """Which order of the parts is wanted."""

    seed: int
    paper: str
    """Such as `A`; the empty string for what everyone sees together."""


def number(value: float, unit: str = "") -> str:
    r"""Write a number with its unit, as Malaysians do.

    >>> number(14800, "RM"), number(12.5, "kg"), number(2.5, "%"), number(3)
    ('RM\xa014,800', '12.5\xa0kg', '2.5%', '3')
    """
    text = f"{value:,.10f}".rstrip("0").rstrip(".")
    if unit in ("", "%"):
        return text + unit
    return f"{unit}\u00a0{text}" if unit == "RM" else f"{text}\u00a0{unit}"


def ask(drawn: Drawn, words: Words, variant: Variant) -> Asked:
    """Bring a question into the form of one paper.

    Args:
        drawn: The question; one that can be printed.
        words: The words of the language.
        variant: Paper A and paper B have their parts in other orders.
    """
    return _Asker(drawn, words, variant).asked()


class _Asker:
    """What is at hand while a question is brought into form."""

    def __init__(self, drawn: Drawn, words: Words, variant: Variant) -> None:
        self.drawn, self.words, self.variant = drawn, words, variant

    def say(self, text: Text | None) -> str:
        """Give a text on one line."""
        return clean(text.get(self.words.locale)) if text is not None else ""

    def order(self, count: int, *, fixed: bool = False, right: Sequence[int] = ()) -> list[int]:
        """Give the places of so many parts in the order of the paper.

        Args:
            count: How many there are.
            fixed: Whether they may not change places.
            right: An order that must not be given away.
        """
        places = list(range(count))
        seed, paper = self.variant
        if fixed:
            return places
        first = other_order(places, right, seed, "parts", "A", self.drawn.name)
        if paper in ("", "A"):
            return first
        order = other_order(places, first, seed, "parts", paper, self.drawn.name)
        # Turned on once more, it might be the right order: so it is turned from there.
        return [*order[1:], *order[:1]] if right and order == list(right) else order

    def asked(self) -> Asked:
        """Bring the question into form."""
        question = self.drawn.question
        match question:
            case Choice():
                return self._choice(question)
            case TrueFalse():
                return self._true_false(question)
            case Match():
                return self._match(question)
            case Order():
                return self._order(question)
            case Scenario():
                return self._scenario(question)
            case Cloze():
                return self._cloze(question)
            case Numeric() | Short() | Reflection():
                return self._written(question)
        message = f"no paper knows questions of the type {question.type}"
        raise TypeError(message)

    def _made(self, answer: str, **values: object) -> Asked:
        """Make the form with what all types share."""
        question = self.drawn.question
        said: dict[str, object] = {
            "text": self.say(question.text),
            "points": 0 if isinstance(question, Reflection) else question.points,
            **values,
        }
        how = instruction(str(said["text"]), self.words(f"session.how.{question.type}"))
        return Asked(self.drawn.name, question.type, how=how, answer=answer, **said)  # type: ignore[arg-type]

    def _choice(self, question: Choice) -> Asked:
        order = self.order(len(question.options), fixed=not question.shuffle)
        parts = tuple(
            Part(mark, self.say(option.text), option.correct, self.say(option.why))
            for mark, option in zip(LETTERS, (question.options[i] for i in order), strict=False)
        )
        return self._made(", ".join(part.mark for part in parts if part.right), options=parts)

    def _true_false(self, question: TrueFalse) -> Asked:
        parts = tuple(
            Part(
                mark,
                self.words(f"session.{'true' if value else 'false'}"),
                question.answer is value,
                self.say(question.why if question.answer is value else question.why_not),
            )
            for mark, value in zip(LETTERS, (True, False), strict=False)
        )
        right = next(part for part in parts if part.right)
        return self._made(f"{right.mark} ({right.text})", options=parts)

    def _match(self, question: Match) -> Asked:
        pairs = question.pairs
        order = self.order(len(pairs), right=range(len(pairs)))
        letters = {place: LETTERS[at] for at, place in enumerate(order)}
        left = tuple(
            Part(str(place + 1), self.say(pair.left), why=self.say(pair.why))
            for place, pair in enumerate(pairs)
        )
        options = tuple(Part(letters[place], self.say(pairs[place].right)) for place in order)
        answer = ", ".join(f"{place + 1}–{letters[place]}" for place in range(len(pairs)))
        return self._made(answer, options=options, left=left, why=_given(p.why for p in left))

    def _order(self, question: Order) -> Asked:
        order = self.order(len(question.items), right=range(len(question.items)))
        options = tuple(
            Part(LETTERS[at], self.say(question.items[place])) for at, place in enumerate(order)
        )
        letters = {place: LETTERS[at] for at, place in enumerate(order)}
        answer = " → ".join(letters[place] for place in range(len(order)))
        why = _given([self.say(question.why)])
        return self._made(answer, options=options, boxes=len(order), why=why)

    def _scenario(self, question: Scenario) -> Asked:
        node, best = question.nodes[0], best_openings(question)
        options = tuple(
            Part(
                LETTERS[at],
                self.say(node.choices[place].text),
                place in best,
                self.say(node.choices[place].why),
            )
            for at, place in enumerate(self.order(len(node.choices)))
        )
        answer = ", ".join(part.mark for part in options if part.right)
        return self._made(answer, options=options, said=self.say(node.text))

    def _cloze(self, question: Cloze) -> Asked:
        numbers: dict[str, int] = {}

        def gap(match: re.Match[str]) -> str:
            return f"\ue000{numbers.setdefault(match[1], len(numbers) + 1)}\ue001"

        text = _GAP.sub(gap, self.say(question.text))
        answers = []
        for name, place in numbers.items():
            wordings = question.gaps[name].answers if name in question.gaps else ()
            accepted = " / ".join(dict.fromkeys(self.say(each) for each in wordings))
            answers.append(f"({place}) {accepted}")
        why = _given(self.say(gap.why) for gap in question.gaps.values())
        return self._made("; ".join(answers), text=text, why=why)

    def _written(self, question: Numeric | Short | Reflection) -> Asked:
        lines = LINES.get(question.type, 0)
        match question:
            case Numeric():
                unit = self.say(question.unit)
                answer = number(question.answer, unit)
                if question.tolerance:
                    answer += f" (± {number(question.tolerance)})"
                wrong = [f"≠ {number(w.value, unit)}: {self.say(w.why)}" for w in question.wrong]
                why = _given([self.say(question.why), *wrong])
                return self._made(answer, unit=unit or "#", why=why)
            case Short():
                accepted = dict.fromkeys(self.say(each) for each in question.answers)
                near = [f"≠ {self.say(n.text)}: {self.say(n.why)}" for n in question.near]
                why = _given([self.say(question.why), *near])
                return self._made(" / ".join(accepted), lines=lines, why=why)
        return self._made(self.say(question.model_answer), lines=lines)


def _given(texts: Iterable[str]) -> tuple[str, ...]:
    """Keep the texts that say something."""
    return tuple(text for text in texts if text)


def instruction(text: str, how: str) -> str:
    """Say what to do, where the question does not say so already.

    >>> instruction("What belongs in it? Choose all that apply.", "Choose every right answer.")
    ''
    >>> instruction("Who signs?", "Choose one answer.")
    'Choose one answer.'
    """
    last = re.split(r"(?<=[.?!:])\s+", text)[-1].casefold()
    said = last.split(" ")[0] == how.split(" ")[0].casefold()
    return "" if said or how.rstrip("?.").casefold() in text.casefold() else how


def flat(text: str) -> str:
    r"""Write a text whose gaps are lines of underscores.

    >>> flat("Bayar dalam \ue0001\ue001 hari")
    'Bayar dalam (1) ________ hari'
    """
    return GAP.sub(lambda match: f"({match[1]}) ________", text)
