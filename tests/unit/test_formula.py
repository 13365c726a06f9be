"""Formulas of forms: what they come to, in words and in a spreadsheet, and what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kitaran.documents.forms.grid import excel
from kitaran.models.filled import Value, fill, in_words, number, read_value, shown
from kitaran.models.form import Form
from kitaran.models.formula import FormulaError, Ref, read

if TYPE_CHECKING:
    from kitaran.models.text import Locale

VALUES = {"a": 12.0, "b": 4.0, "zero": 0.0}
COLUMNS: dict[str, list[object]] = {"t.n": [1.0, 2.0, 6.0], "t.w": ["x", "y"], "t.none": []}
FUNCTIONS = {"sum": "total of", "average": "average of", "count": "number of"}


def _value(text: str) -> float | None:
    return read(text).value(lambda ref: VALUES.get(ref.name), lambda ref: COLUMNS[str(ref)])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("{a} + {b} * 2", 20.0, id="products before sums"),
        pytest.param("({a} + {b}) * 2", 32.0, id="brackets"),
        pytest.param("{a} - {b} - 1", 7.0, id="from left to right"),
        pytest.param("{a}/{b}/2", 1.5, id="no spaces"),
        pytest.param("-{a} + 1", -11.0, id="a minus in front"),
        pytest.param("2 * -{b}", -8.0, id="a minus after a sign"),
        pytest.param("sum({t.n}) / count({t.w})", 4.5, id="a column added up, another counted"),
        pytest.param("average({t.n})", 3.0, id="average"),
        pytest.param("count({t.none})", 0.0, id="nothing counted"),
        pytest.param("sum({t.none})", None, id="nothing to add up"),
        pytest.param("{a} / {zero}", None, id="divided by nothing"),
        pytest.param("{a} + {missing}", None, id="not filled in"),
        pytest.param("{missing} * 0", None, id="what is not filled in is not nought"),
    ],
)
def test_value(text: str, value: float | None) -> None:
    assert _value(text) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "it breaks off", id="empty"),
        pytest.param("{a} +", "it breaks off", id="broken off"),
        pytest.param("({a}", "it breaks off", id="open bracket"),
        pytest.param("{a})", "`)` does not fit where it stands", id="closed too often"),
        pytest.param("{a} {b}", "`{b}` does not fit where it stands", id="no sign between"),
        pytest.param("2 3", "`3` does not fit where it stands", id="two numbers"),
        pytest.param("{A}", "`{A}` cannot be read", id="not an id"),
        pytest.param("a / b", "`a / b` cannot be read", id="no braces"),
        pytest.param("={a}", "`={a}` cannot be read", id="as in a spreadsheet"),
        pytest.param("max({t.n})", "there is no function `max`", id="unknown function"),
        pytest.param("sum({a})", "`sum` takes a whole column", id="sum of one"),
        pytest.param("{t.n} * 2", "`{t.n}` is a whole column", id="column alone"),
        pytest.param("(" * 21 + "1" + ")" * 21, "more than 20 brackets", id="too deep"),
        pytest.param("-" * 401 + "1", "more than 400 characters", id="too long"),
    ],
)
def test_what_is_none(text: str, said: str) -> None:
    with pytest.raises(FormulaError) as caught:
        read(text)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("", "", id="none"),
        pytest.param("2 * 3", '=IFERROR(2*3,"")', id="numbers alone"),
        pytest.param(
            "{a} * 1000000", '=IF(COUNT(a)<1,"",IFERROR(a*1000000,""))', id="large number"
        ),
        pytest.param("{a} - {b}", '=IF(COUNT(a,b)<2,"",IFERROR(a-b,""))', id="both are needed"),
        pytest.param(
            "sum({t.n}) / {a} + sum({t.n})",
            '=IF(OR(COUNT(a)<1,COUNT(t!n)=0),"",IFERROR(SUM(t!n)/a+SUM(t!n),""))',
            id="each is asked for once",
        ),
        pytest.param("count({t.w})", '=IFERROR(COUNTA(t!w),"")', id="a count may be nought"),
        pytest.param("{gone} + 1", "", id="a field that is not there"),
        pytest.param("{a} +", "", id="no formula"),
    ],
)
def test_spreadsheet(text: str, written: str) -> None:
    def cell(ref: Ref) -> str:
        return {"a": "a", "b": "b", "t.n": "t!n", "t.w": "t!w"}[str(ref)]

    assert excel(text, cell) == written


def _form(*fields: dict[str, Any]) -> Form:
    return Form.model_validate(
        {
            "id": "x", "title": "X", "summary": "x", "owner": "y", "reviewed": "2026-11-01",
            "sections": [{"id": "s", "title": "S", "fields": list(fields)}],
        }
    )  # fmt: skip


TABLE: dict[str, Any] = {
    "id": "t",
    "label": "T",
    "type": "table",
    "columns": [
        {"id": "item", "label": "Item"},
        {"id": "rest", "label": "Rest", "type": "money", "formula": "{all} - {part}"},
        {"id": "all", "label": "All", "type": "money", "total": "sum"},
        {"id": "part", "label": "Part", "type": "money", "total": "sum"},
        {
            "id": "share", "label": "Share", "type": "percent", "formula": "1 - {rest} / {all}",
            "total": "formula",
        },
    ],
    "examples": [{"item": "a", "all": "RM 100", "part": "25"}, {"item": "b", "all": "300"}],
}  # fmt: skip


def test_rows_are_worked_out_whatever_the_order_of_columns() -> None:
    filled = fill(_form(TABLE), "ms")
    first, second = filled.tables["t"]
    assert (first["rest"], first["share"]) == (75.0, 0.25)
    assert (second["rest"], second["share"]) == (None, None)
    assert filled.totals["t"]["all"] == 400.0
    assert filled.totals["t"]["part"] == 25.0


def test_total_by_formula_is_no_sum_of_the_rows() -> None:
    columns = [*TABLE["columns"][2:4], {**TABLE["columns"][4], "formula": "{part} / {all}"}]
    rows = [{"all": "100", "part": "50"}, {"all": "300", "part": "30"}]
    form = _form({**TABLE, "columns": columns, "examples": rows})
    assert fill(form, "en").totals["t"]["share"] == 0.2


def test_fields_are_worked_out_in_a_row_and_never_in_a_circle() -> None:
    form = _form(
        TABLE,
        {"id": "double", "label": "D", "type": "number", "formula": "{one} * 2"},
        {"id": "one", "label": "O", "type": "money", "formula": "sum({t.all}) / {four}"},
        {"id": "four", "label": "F", "type": "number", "example": "4"},
        {"id": "ping", "label": "P", "type": "number", "formula": "{pong} + 1"},
        {"id": "pong", "label": "P", "type": "number", "formula": "{ping} + 1"},
    )
    fields = fill(form, "ms").fields
    assert (fields["one"], fields["double"]) == (100.0, 200.0)
    assert (fields["ping"], fields["pong"]) == (None, None)


def test_lines_stand_in_the_first_column() -> None:
    table = {**TABLE, "lines": ["first", "second", "third"], "examples": [{"all": "5"}]}
    rows = fill(_form(table), "ms").tables["t"]
    assert [row.get("item") for row in rows] == ["first", "second", "third"]
    assert rows[0]["all"] == 5.0


def test_formula_in_words_has_no_brackets_around_a_column() -> None:
    form = _form(TABLE, {"id": "names", "label": "Names"})
    said = in_words("(sum({t.all}) + 2) / {names}", form.fields, form, "en", FUNCTIONS)
    assert said == "(total of All + 2) ÷ Names"
    assert in_words("{a} +", form.fields, form, "en", FUNCTIONS) == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("RM 10,800", 10800.0, id="amount"),
        pytest.param("RM -2.50", -2.5, id="sign after RM"),
        pytest.param("−RM 8", -8.0, id="sign before RM"),
        pytest.param("14%", 0.14, id="share"),
        pytest.param("RM 12,000–16,000", None, id="range"),
        pytest.param("", None, id="empty"),
    ],
)
def test_number(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "fits"),
    [("percent", "0.4", False), ("number", "40%", False), ("date", "2026-13-01", False),
     ("text", "anything", True), ("choice", "A", True)],
)  # fmt: skip
def test_read_value(kind: str, text: str, fits: bool) -> None:
    assert (read_value(kind, text) is not None) is fits


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        pytest.param(None, "number", "", id="nothing"),
        pytest.param(2.5, "number", "2.5", id="decimals as they are"),
        pytest.param(216.3636, "money", "RM 216.36", id="sen"),
        pytest.param(-8000.0, "number", "−8,000", id="less than nought"),
        pytest.param(0.666667, "percent", "66.7%", id="share"),
        pytest.param(1.0, "percent", "100%", id="whole share"),
        pytest.param("a", "text", "a", id="words"),
    ],
)
def test_shown(value: Value, kind: str, said: str) -> None:
    assert shown(value, kind, str).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize("locale", ["ms", "en"])
def test_example_is_in_its_language(locale: Locale) -> None:
    form = _form({"id": "a", "label": "A", "example": {"ms": "satu", "en": "one"}})
    assert fill(form, locale).fields["a"] == {"ms": "satu", "en": "one"}[locale]
