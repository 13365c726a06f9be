"""Fill the texts of `texts.yml`: who, from where, about what, for how much."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from random import Random

Pair = tuple[str, str]
"""One text in Malay and in English."""


@cache
def texts() -> dict[str, Any]:
    """Read what the generated handbooks say."""
    file = Path(__file__).with_name("texts.yml")
    return dict(yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader))


@dataclass(frozen=True)
class Scene:
    """One situation. The same words fill every text of a question."""

    slots: tuple[dict[str, object], dict[str, object]]
    """What the words in braces stand for, in Malay and in English."""
    amount: int
    """The value of the deal in ringgit a month, a multiple of 100."""

    @classmethod
    def draw(cls, dice: Random, number: int = 0) -> Scene:
        """Make up a situation.

        Args:
            dice: Where chance comes from.
            number: What to call it. Texts with different numbers differ.
        """
        words = texts()
        chosen: dict[str, Pair] = {
            "product": dice.choice(words["products"]),
            "when": dice.choice(words["when"]),
            "where": dice.choice(words["where"]),
        }
        amount = dice.randrange(12, 400) * 100
        slots: dict[str, object] = {
            "person": dice.choice(words["people"]),
            "company": f"{dice.choice(words['companies'])} Contoh Sdn. Bhd.",
            "amount": f"{amount:,}",
            "days": dice.randrange(3, 21),
            "number": f"BC-{number:06d}",
        }
        malay = {name: pair[0] for name, pair in chosen.items()}
        english = {name: pair[1] for name, pair in chosen.items()}
        return cls(({**slots, **malay}, {**slots, **english}), amount)

    def both(self, pair: Any) -> Pair:
        """Fill a text in both languages."""
        return pair[0].format_map(self.slots[0]), pair[1].format_map(self.slots[1])

    def yaml(self, pair: Any) -> str:
        """Write a text in both languages as a YAML value."""
        malay, english = self.both(pair)
        return f"{{ms: {quoted(malay)}, en: {quoted(english)}}}"


def quoted(text: str) -> str:
    """Write a text as a YAML scalar in double quotes, which JSON's are."""
    return json.dumps(text, ensure_ascii=False)
