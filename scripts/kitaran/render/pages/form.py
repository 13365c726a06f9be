"""The forms: what there is to fill in, with an example, and the files to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.models.filled import fill, in_words, shown
from kitaran.render.cards import card
from kitaran.render.links import link, relative
from kitaran.render.page import RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kitaran.models.filled import Filled, Value
    from kitaran.models.form import Column, Field, Form
    from kitaran.models.text import Locale
    from kitaran.render.page import Context
    from kitaran.render.words import Words

_RIGHT = frozenset({"number", "money", "percent"})


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render every form, and their index."""
    w, locale = context.words, context.locale
    every = [form for _, form in sorted(context.library.forms.items())]
    lines = [
        f"- **{link(form.title.get(locale), f'{form.id}.md')}**: {form.summary.get(locale)}"
        for form in every
    ]
    body = "\n".join([w("forms_intro"), "", *(lines or [w("empty.forms")])])
    yield RenderedPage(
        "forms/index.md",
        w("forms"),
        body,
        "topics",
        (2000, ""),
        front={"description": w("forms_intro"), "search": {"boost": 0.5}},
        group=w("forms"),
    )
    for form in every:
        yield _page(context, form)


def _page(context: Context, form: Form) -> RenderedPage:
    """Render one form."""
    w, locale = context.words, context.locale
    uri, file = f"forms/{form.id}.md", f"playbooks/forms/{form.id}.yml"
    page = context.library.page(form.page, locale) if form.page else None
    parts = [
        card(context, file),
        f"{form.summary.get(locale)}\n{{.kt-lead}}",
        _downloads(context, form, uri),
        w("form_taught", page=link(page.title, relative(uri, f"{page.id}.md"))) if page else "",
        w("form_example"),
    ]
    sheet = _Sheet(form, locale, w)
    for section in form.sections:
        parts.append(f"## {section.title.get(locale)} {{#{section.id}}}")
        parts.append(section.help.get(locale) if section.help else "")
        parts += sheet.fields(section.fields)
    return RenderedPage(
        uri,
        form.title.get(locale),
        "\n\n".join(part for part in parts if part),
        "topics",
        (2001, form.id),
        file,
        {"description": form.summary.get(locale)},
        w("forms"),
    )


def _downloads(context: Context, form: Form, uri: str) -> str:
    """Lead to the files to fill in, as far as they were made."""
    files = context.downloads.get(form.id, {})
    return "\n".join(
        f"{link(context.words(f'form_files.{suffix}'), relative(uri, target))}{{ .md-button }}"
        for suffix, target in files.items()
    )


class _Sheet:
    """A form's fields and example in one language, as Markdown."""

    def __init__(self, form: Form, locale: Locale, words: Words) -> None:
        self.form, self.locale, self.w = form, locale, words
        self.filled: Filled = fill(form, locale)

    def fields(self, fields: Iterable[Field]) -> Iterator[str]:
        """Write fields in order: the plain ones in a table of their own, each table by itself."""
        waiting: list[Field] = []
        for field in fields:
            if field.type != "table":
                waiting.append(field)
                continue
            if waiting:
                yield self._plain(waiting)
                waiting = []
            yield from self._table(field)
        if waiting:
            yield self._plain(waiting)

    def _plain(self, fields: list[Field]) -> str:
        """Write fields that are no tables: name, how to fill it in, the example."""
        rows = [_row([self.w("form_field"), self.w("example")]), "|---|---|"]
        for field in fields:
            value = self._shown(self.filled.fields.get(field.id), field.type)
            rows.append(_row([self._named(field), value]))
        return "\n".join(rows)

    def _named(self, field: Field) -> str:
        """Write the name of a field, with what there is to choose, and how to fill it in."""
        said = f"**{_cell(field.label.get(self.locale))}**"
        kind = self._kind(field, self.form.fields)
        if kind:
            said += f" {kind}" if field.formula else f": {kind}"
        if field.help:
            end = "" if said.endswith((".", "!", "?")) else "."
            said += f"{end} {_cell(field.help.get(self.locale))}"
        return said

    def _table(self, table: Field) -> Iterator[str]:
        """Write a table, with its example rows and their totals."""
        yield f"### {table.label.get(self.locale)} {{#{table.id}}}"
        if table.help:
            yield table.help.get(self.locale)
        columns = table.columns
        lines = [
            _row([_cell(column.label.get(self.locale)) for column in columns]),
            "|" + "|".join("---:" if column.type in _RIGHT else "---" for column in columns) + "|",
        ]
        lines += (
            _row([self._shown(row.get(c.id), c.type) for c in columns])
            for row in self.filled.tables.get(table.id, ())
        )
        totals = self.filled.totals.get(table.id, {})
        if any(column.total for column in columns):
            cells = [self._shown(totals.get(c.id), c.type) for c in columns]
            if not cells[0]:
                cells[0] = self.w("total")
            lines.append(_row([f"**{cell}**" if cell else "" for cell in cells]))
        yield "\n".join(lines)
        notes = [
            f"**{_cell(column.label.get(self.locale))}**{'' if column.formula else ':'} {kind}"
            for column in columns
            if (kind := self._kind(column, columns))
        ]
        if notes:
            yield " · ".join(notes)

    def _kind(self, thing: Field | Column, near: tuple[Field | Column, ...]) -> str:
        """Say what there is to choose from, or how it is worked out."""
        if thing.formula:
            functions = self.w.table["form_functions"]
            said = in_words(thing.formula, near, self.form, self.locale, functions)
            return _cell(f"= {said}") if said else ""
        return " / ".join(_cell(choice.get(self.locale)) for choice in thing.choices)

    def _shown(self, value: Value, kind: str) -> str:
        """Write a value of the example."""
        return _cell(shown(value, kind, self.w.date))


def _row(cells: Iterable[str]) -> str:
    """Write a row of a table."""
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """Write a text so that it stays in its cell."""
    return " ".join(text.split()).replace("|", "\\|")
