"""Two items of an ordering question say the same.

Nobody can tell which of two equal items comes first, so half of the right answers are called
wrong.

Example:
    ```yaml
    type: order
    items:
      - {ms: Telefon pelanggan, en: Call the client}
      - {ms: Hantar sebut harga, en: Send the quotation}
      - {ms: Telefon pelanggan, en: Call the client}
    ```

Instead:
    ```yaml
    type: order
    items:
      - {ms: Telefon untuk minta temu janji, en: Call for an appointment}
      - {ms: Hantar sebut harga, en: Send the quotation}
      - {ms: Telefon untuk tanya keputusan, en: Call to ask for the decision}
    ```

Malay:
    Dua butiran dalam soalan susunan mengatakan perkara yang sama.

    Tiada siapa dapat tahu yang mana dahulu antara dua butiran yang sama, jadi separuh daripada
    jawapan yang betul akan dikira salah. Bezakan ayatnya, atau buang satu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import first_same, in_language
from kitaran.diagnostics import Severity
from kitaran.models.questions.order import Order
from kitaran.models.text import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB215", "order-equal-items", Severity.ERROR, on=Order)
def order_equal_items(question: Order) -> Iterator[Finding]:
    """Compare the items in each language."""
    told: set[int] = set()
    for locale in LOCALES:
        for index, earlier in first_same(in_language(question.items, locale)):
            if index not in told:
                told.add(index)
                yield Finding(
                    ("items", index, locale),
                    f"item {index + 1} of question `{question.id}` says the same as "
                    f"item {earlier + 1}",
                    "word the two so that they can be told apart, or leave one out",
                )
