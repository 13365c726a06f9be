"""A table of a form has no columns.

Nothing could be written in it: a table is its columns, and the rows that are to be filled in.

Example:
    ```yaml
    - {id: costs, label: {ms: Kos, en: Costs}, type: table, rows: 5}
    ```

Instead:
    ```yaml
    - id: costs
      label: {ms: Kos, en: Costs}
      type: table
      rows: 5
      columns:
        - {id: item, label: {ms: Perkara, en: Item}}
        - {id: amount, label: {ms: Jumlah, en: Amount}, type: money, total: sum}
    ```
    A table of one column is a `long` text in disguise; write it as one.

Malay:
    Jadual dalam borang tiada lajur.

    Tiada apa-apa yang boleh ditulis di dalamnya: jadual ialah lajurnya dan baris yang perlu
    diisi. Tulis sekurang-kurangnya dua lajur dalam `columns`. Untuk satu lajur sahaja, guna
    jenis `long`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAST = 2


@rule("KB227", "table-without-columns", Severity.ERROR, on=Form)
def table_without_columns(form: Form) -> Iterator[Finding]:
    """Look at every table."""
    for i, section in enumerate(form.sections):
        for j, field in enumerate(section.fields):
            if field.type == "table" and len(field.columns) < _LEAST:
                at = ("sections", i, "fields", j)
                yield Finding(
                    (*at, "columns") if field.columns else (*at, "type"),
                    f"the table `{field.id}` has {'one column' if field.columns else 'no columns'}",
                    "write two columns or more under `columns:`, or take `type: long`",
                )
