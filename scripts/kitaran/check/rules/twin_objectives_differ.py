"""A twin has other objectives, or other product families, than its original.

Questions point at objectives by their ids. An objective that one language lacks would be
tested without being named; a family without a name would stand as an empty heading.

Example:
    ```yaml
    objectives:
      - id: confirm-signer
        text: Confirm who signs
    ```

Instead:
    ```yaml
    objectives:
      - id: confirm-authority
        text: Confirm who signs
    ```

Malay:
    Objektif atau keluarga produk dalam fail bahasa Inggeris tidak sama dengan fail asal.

    Soalan kuiz menunjuk kepada id objektif. Tulis setiap id yang ada dalam fail asal, dengan
    teks bahasa Inggeris, dan jangan tambah id yang tiada di sana.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.rule import Finding, rule
from kitaran.check.twins import twins
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB505", "twin-objectives-differ", Severity.ERROR, on=Facts)
def twin_objectives_differ(facts: Facts) -> Iterator[Finding]:
    """Compare the ids, in any order."""
    for first, second in twins(facts):
        for key, what, here, there in (
            ("objectives", "objective", first.page.objectives, second.page.objectives),
            ("families", "family", first.page.families, second.page.families),
        ):
            if here != there:
                for finding in _differences(key, what, here, there):
                    yield finding._replace(path=second.file.path)


def _differences(
    key: str, what: str, here: tuple[str, ...], there: tuple[str, ...]
) -> Iterator[Finding]:
    """Word what is missing and what is too much."""
    for name in here:
        if name not in there:
            yield Finding(
                (key,),
                f"the {what} `{name}` of the original is missing",
                f"add `- id: {name}` with its text in English",
            )
    for index, name in enumerate(there):
        if name not in here:
            yield Finding(
                (key, index, "id"),
                f"the original has no {what} `{name}`",
                "give it the id that it has in the original, or add it there",
            )
