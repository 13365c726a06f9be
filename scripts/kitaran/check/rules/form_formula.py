"""A formula of a form cannot be worked out.

It names a field that is not there, one that holds no number, or goes round in a circle. The
spreadsheet would show an error where a result is expected, and somebody would type over it.

Example:
    ```yaml
    - {id: cost, label: {ms: Kos, en: Cost}, type: money, formula: "{spent} / {apointments}"}
    ```

Instead:
    ```yaml
    - {id: cost, label: {ms: Kos, en: Cost}, type: money, formula: "{spent} / {appointments}"}
    ```
    In a table, `{price}` is the column of the same row. In a field, it is another field, and
    `sum({costs.amount})`, `average(…)` or `count(…)` takes a whole column of a table.

Malay:
    Formula dalam borang tidak boleh dikira.

    Ia menyebut ruang yang tiada, ruang yang bukan nombor, atau berpusing dalam bulatan.
    Hamparan akan menunjukkan ralat di tempat hasil, dan orang akan menaip di atasnya. Dalam
    jadual, `{price}` ialah lajur pada baris yang sama. Dalam ruang biasa, ia ruang lain, dan
    `sum({costs.amount})` menjumlahkan satu lajur jadual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import nearest
from kitaran.diagnostics import Severity
from kitaran.models.form import NUMBERS, Form
from kitaran.models.formula import FormulaError, Ref, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kitaran.models.form import Column, Field
    from kitaran.models.formula import Formula
    from kitaran.models.text import At


@rule("KB228", "form-formula", Severity.ERROR, on=Form)
def form_formula(form: Form) -> Iterator[Finding]:
    """Read every formula, and look up what it names."""
    fields = {field.id: field for field in form.fields}
    for i, section in enumerate(form.sections):
        for j, field in enumerate(section.fields):
            at: At = ("sections", i, "fields", j)
            yield from _faults(field, at, fields, fields)
            columns = {column.id: column for column in field.columns}
            for k, column in enumerate(field.columns):
                yield from _faults(column, (*at, "columns", k), columns, {})
                if column.total == "formula" and not column.formula:
                    yield Finding(
                        (*at, "columns", k, "total"),
                        f"`{column.id}` has no formula to work its total out with",
                        "write `total: sum`, or give the column a `formula:`",
                    )


def _faults(
    thing: Field | Column, at: At, near: Mapping[str, Field | Column], tables: Mapping[str, Field]
) -> Iterator[Finding]:
    """Find what is wrong with one formula."""
    if not thing.formula:
        return
    place = (*at, "formula")
    if thing.type not in NUMBERS:
        yield Finding(
            (*at, "type"),
            f"`{thing.id}` is worked out, but its type is `{thing.type}`",
            "take `number`, `money` or `percent`",
        )
    try:
        formula = read(thing.formula)
    except FormulaError as error:
        yield Finding(
            place,
            f"the formula of `{thing.id}` is not one: {error}",
            "write it anew, such as `{a} / {b}`",
        )
        return
    for ref, counted in _uses(formula):
        message, remedy = _bad(ref, near, tables, counted=counted)
        if message:
            yield Finding(place, message, remedy)
    if _circular(thing, near):
        yield Finding(
            place,
            f"the formula of `{thing.id}` needs its own result",
            "name only what is filled in, or worked out before it",
        )


def _uses(formula: Formula) -> list[tuple[Ref, bool]]:
    """Give each reference once, with whether it is only counted."""
    befores = ("", "", *formula.tokens)
    uses = [
        (token, before == "count")
        for before, token in zip(befores, formula.tokens, strict=False)
        if isinstance(token, Ref)
    ]
    return list(dict.fromkeys(uses))


def _bad(
    ref: Ref,
    near: Mapping[str, Field | Column],
    tables: Mapping[str, Field],
    *,
    counted: bool,
) -> tuple[str, str]:
    """Say what is wrong with a reference, and the remedy; empty where nothing is."""
    if ref.column:
        table = tables.get(ref.name)
        if table is None or table.type != "table":
            return f"there is no table `{ref.name}` here", nearest(
                ref.name, [name for name, each in tables.items() if each.type == "table"]
            )
        near = {column.id: column for column in table.columns}
    name = ref.column or ref.name
    where = f" in `{ref.name}`" if ref.column else ""
    found = near.get(name)
    if found is None:
        what = "column" if ref.column or not tables else "field"
        return f"there is no {what} `{name}`{where}", nearest(name, near)
    if found.type not in NUMBERS and not counted:
        return (
            f"`{name}`{where} holds no number, but is of the type `{found.type}`",
            "add up a column of numbers, or take `count`"
            if ref.column
            else "take a field of the type `number`, `money` or `percent`",
        )
    return "", ""


def _circular(thing: Field | Column, near: Mapping[str, Field | Column]) -> bool:
    """Say whether a formula leads back to itself through others."""
    seen: set[str] = set()
    waiting = [thing.id]
    while waiting:
        found = near.get(waiting.pop())
        if found is None or not found.formula:
            continue
        try:
            names = {ref.name for ref in read(found.formula).refs if not ref.column}
        except FormulaError:
            continue
        if thing.id in names:
            return True
        waiting += names - seen
        seen |= names
    return False
