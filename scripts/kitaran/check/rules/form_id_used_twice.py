"""A form uses one id for two of its parts.

Formulas, links to a section, and the columns of an example are found by id. With two of one
name, the one is taken for the other.

Example:
    ```yaml
    fields:
      - {id: date, label: {ms: Tarikh acara, en: Date of the event}, type: date}
      - {id: date, label: {ms: Tarikh laporan, en: Date of the report}, type: date}
    ```

Instead:
    ```yaml
    fields:
      - {id: event-date, label: {ms: Tarikh acara, en: Date of the event}, type: date}
      - {id: report-date, label: {ms: Tarikh laporan, en: Date of the report}, type: date}
    ```
    Sections and fields share one list of ids, because both are headings on the form's page.
    The columns of a table have a list of their own.

Malay:
    Borang memakai satu id untuk dua bahagiannya.

    Formula, pautan ke bahagian, dan lajur contoh dicari melalui id. Kalau dua perkara berkongsi
    id, yang satu disangka yang lain. Beri setiap bahagian dan ruang id sendiri; lajur jadual
    ada senarai id sendiri.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kitaran.models.text import At


@rule("KB225", "form-id-used-twice", Severity.ERROR, on=Form)
def form_id_used_twice(form: Form) -> Iterator[Finding]:
    """Look at sections and fields together, and at the columns of each table."""
    yield from _repeated(_headings(form), "this form")
    for i, section in enumerate(form.sections):
        for j, field in enumerate(section.fields):
            at: At = ("sections", i, "fields", j, "columns")
            columns = ((column.id, (*at, k, "id")) for k, column in enumerate(field.columns))
            yield from _repeated(columns, f"the table `{field.id}`")


def _headings(form: Form) -> Iterator[tuple[str, At]]:
    """Give the ids of sections and fields, with the way to each."""
    for i, section in enumerate(form.sections):
        yield section.id, ("sections", i, "id")
        for j, field in enumerate(section.fields):
            yield field.id, ("sections", i, "fields", j, "id")


def _repeated(ids: Iterable[tuple[str, At]], where: str) -> Iterator[Finding]:
    """Find the ids that are used twice."""
    seen: set[str] = set()
    for name, at in ids:
        if name in seen:
            yield Finding(
                at, f"the id `{name}` is used twice in {where}", "give one of the two another id"
            )
        seen.add(name)
