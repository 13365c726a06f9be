"""Two pairs of a matching question share a side.

Each thing on the left has one partner on the right. Where two partners read the same, a
learner who takes the other one of them is called wrong for a right answer.

Example:
    ```yaml
    type: match
    pairs:
      - left: {ms: Harga terlalu tinggi, en: The price is too high}
        right: {ms: Tanya dibandingkan dengan apa, en: Ask compared with what}
      - left: {ms: Pembekal lain lebih murah, en: Another supplier is cheaper}
        right: {ms: Tanya dibandingkan dengan apa, en: Ask compared with what}
    ```

Instead:
    Word the two so that each fits one partner only, or leave one pair out.

Malay:
    Dua pasangan dalam soalan padanan berkongsi sebelah.

    Setiap perkara di kiri mempunyai satu pasangan di kanan. Jika dua pasangan berbunyi sama,
    pelajar yang memilih satu lagi akan dikira salah walaupun jawapannya betul. Bezakan ayatnya,
    atau buang satu pasangan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import first_same, in_language
from kitaran.diagnostics import Severity
from kitaran.models.questions.match import Match
from kitaran.models.text import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB214", "match-not-one-to-one", Severity.ERROR, on=Match)
def match_not_one_to_one(question: Match) -> Iterator[Finding]:
    """Compare the left sides with each other, and the right sides with each other."""
    for side in ("left", "right"):
        sides = [getattr(pair, side) for pair in question.pairs]
        told: set[int] = set()
        for locale in LOCALES:
            for index, earlier in first_same(in_language(sides, locale)):
                if index not in told:
                    told.add(index)
                    yield Finding(
                        ("pairs", index, side, locale),
                        f"the {side} side of pair {index + 1} of question `{question.id}` "
                        f"says the same as that of pair {earlier + 1}",
                        "word the two so that each fits one partner only, or leave one out",
                    )
