"""The example in a form is not what its field asks for.

The page, and the example beside the empty form in the spreadsheet, would leave the place
empty, and what is worked out from it too. A number is written as it is, an amount may have
`RM`, a share has `%`, a date is year-month-day, and a choice is one of the list, word for word.

Example:
    ```yaml
    - {id: spent, label: {ms: Belanja, en: Spent}, type: money, example: about RM 800}
    ```

Instead:
    ```yaml
    - {id: spent, label: {ms: Belanja, en: Spent}, type: money, example: RM 780}
    ```

Malay:
    Contoh dalam borang tidak sesuai dengan ruangnya.

    Halaman dan helaian contoh dalam hamparan akan dibiarkan kosong di situ, begitu juga apa
    yang dikira daripadanya. Tulis nombor sahaja; jumlah wang boleh ada `RM`, peratus ada `%`,
    tarikh ialah tahun-bulan-hari, dan pilihan mesti sama dengan satu daripada `choices`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import nearest
from kitaran.diagnostics import Severity
from kitaran.models.filled import read_value
from kitaran.models.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.form import Column, Field
    from kitaran.models.text import At, Text

_HOW = {
    "number": "write digits, such as `38` or `1,250.50`",
    "money": "write the amount, such as `RM 780`",
    "percent": "write a number with its sign, such as `95%`",
    "date": "write year-month-day, such as `2026-11-04`",
    "choice": "copy one of `choices:`, word for word in both languages",
}


@rule("KB229", "example-does-not-fit", Severity.ERROR, on=Form)
def example_does_not_fit(form: Form) -> Iterator[Finding]:
    """Compare every example with the type of its field or column."""
    for i, section in enumerate(form.sections):
        for j, field in enumerate(section.fields):
            at: At = ("sections", i, "fields", j)
            if field.example is not None:
                yield from _unfit(field, field.example, (*at, "example"))
            yield from _rows(field, at)


def _rows(field: Field, at: At) -> Iterator[Finding]:
    """Look at the rows of a table that serve as its example."""
    columns = {column.id: column for column in field.columns}
    for i, row in enumerate(field.examples):
        for name, text in row.items():
            place = (*at, "examples", i, name)
            if name not in columns:
                yield Finding(
                    place, f"there is no column `{name}` in `{field.id}`", nearest(name, columns)
                )
            elif field.lines and name == field.columns[0].id and i < len(field.lines):
                yield Finding(
                    place,
                    f"the first column of row {i + 1} is given by `lines` already",
                    f"remove `{name}` from the example",
                )
            else:
                yield from _unfit(columns[name], text, place)


def _unfit(thing: Field | Column, text: Text, at: At) -> Iterator[Finding]:
    """Say that an example is of another kind than its field."""
    if thing.formula:
        yield Finding(
            at,
            f"`{thing.id}` is worked out, and needs no example",
            "remove the example, or the `formula:`",
        )
        return
    if thing.type == "choice":
        fits = any((choice.ms, choice.en) == (text.ms, text.en) for choice in thing.choices)
    else:
        fits = all(read_value(thing.type, half) is not None for half in (text.ms, text.en) if half)
    if not fits:
        yield Finding(
            at,
            f"the example `{(text.ms or text.en)[:40]}` is no {thing.type} for `{thing.id}`",
            _HOW.get(thing.type, "write it anew"),
        )
