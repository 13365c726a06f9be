"""A field of a form says something that its type has no use for.

Choices of a text, or columns of what is no table, are left out without a word: either they
or the type is a slip.

Example:
    ```yaml
    - {id: grade, label: {ms: Gred, en: Grade}, type: text, choices: [A, B, C]}
    ```

Instead:
    ```yaml
    - {id: grade, label: {ms: Gred, en: Grade}, type: choice, choices: [A, B, C]}
    ```

Malay:
    Ruang borang menyebut sesuatu yang tidak dipakai oleh jenisnya.

    Pilihan pada jenis teks, atau lajur pada yang bukan jadual, ditinggalkan tanpa makluman.
    Sama ada kunci itu atau jenisnya yang tersilap; betulkan salah satu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.form import NUMBERS, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.form import Column, Field
    from kitaran.models.text import At

_FOR: dict[str, frozenset[str]] = {
    "choices": frozenset({"choice"}),
    "columns": frozenset({"table"}),
    "lines": frozenset({"table"}),
    "examples": frozenset({"table"}),
    "rows": frozenset({"table", "long"}),
    "example": frozenset({"text", "long", "date", "choice"}) | NUMBERS,
    "total": NUMBERS,
}
"""The types that have a use for a key."""


@rule("KB230", "form-key-without-use", Severity.WARNING, on=Form)
def form_key_without_use(form: Form) -> Iterator[Finding]:
    """Compare what each field and column says with its type."""
    for i, section in enumerate(form.sections):
        for j, field in enumerate(section.fields):
            at: At = ("sections", i, "fields", j)
            yield from _useless(field, at)
            for k, column in enumerate(field.columns):
                yield from _useless(column, (*at, "columns", k))


def _useless(thing: Field | Column, at: At) -> Iterator[Finding]:
    """Find the keys that are of no use."""
    for key, types in _FOR.items():
        if getattr(thing, key, None) and thing.type not in types:
            yield Finding(
                (*at, key),
                f"`{key}` is of no use for `{thing.id}`, whose type is `{thing.type}`",
                f"remove `{key}:`, or take {_or(types)}",
            )


def _or(types: frozenset[str]) -> str:
    """List types to choose from."""
    return "`type: " + "`, `type: ".join(sorted(types)) + "`"
