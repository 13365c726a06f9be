"""A field of a form is to be chosen from a list that has nothing to choose.

The spreadsheet would offer an empty list and refuse everything that is typed, and the paper
would have no boxes to tick.

Example:
    ```yaml
    - {id: grade, label: {ms: Gred, en: Grade}, type: choice}
    ```

Instead:
    ```yaml
    - {id: grade, label: {ms: Gred, en: Grade}, type: choice, choices: [A, B, C]}
    ```
    Two choices are the least; where anything may be written, the type is `text`.

Malay:
    Ruang borang perlu dipilih daripada senarai, tetapi senarainya tiada pilihan.

    Hamparan akan memberi senarai kosong dan menolak apa sahaja yang ditaip; borang bercetak
    pula tiada petak untuk ditanda. Tulis sekurang-kurangnya dua pilihan dalam `choices`, atau
    guna jenis `text`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import folded
from kitaran.diagnostics import Severity
from kitaran.models.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.form import Column, Field
    from kitaran.models.text import At

_LEAST = 2


@rule("KB226", "choice-without-choices", Severity.ERROR, on=Form)
def choice_without_choices(form: Form) -> Iterator[Finding]:
    """Look at every field and column that is to be chosen."""
    for i, section in enumerate(form.sections):
        for j, field in enumerate(section.fields):
            at: At = ("sections", i, "fields", j)
            yield from _short(field, at)
            for k, column in enumerate(field.columns):
                yield from _short(column, (*at, "columns", k))


def _short(thing: Field | Column, at: At) -> Iterator[Finding]:
    """Say that there is too little to choose from, or twice the same."""
    if thing.type != "choice":
        return
    known = {folded(choice.ms or choice.en) or choice.ms for choice in thing.choices}
    if len(known) < len(thing.choices):
        yield Finding((*at, "choices"), f"`{thing.id}` offers one choice twice", "remove one")
    elif len(known) < _LEAST:
        yield Finding(
            (*at, "choices") if thing.choices else (*at, "type"),
            f"`{thing.id}` has {'one choice' if known else 'nothing'} to choose from",
            "write two choices or more under `choices:`, or take `type: text`",
        )
