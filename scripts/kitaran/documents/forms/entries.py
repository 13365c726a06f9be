"""What the cells of a form take, and how numbers show in them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from kitaran.documents.formats.xlsx import put_text
from kitaran.documents.forms.grid import letter
from kitaran.models.form import NUMBERS

if TYPE_CHECKING:
    from kitaran.documents.forms.paper import FormPaper
    from kitaran.models.form import Column, Field


class Entries:
    """The rules for the cells of one sheet."""

    def __init__(self, paper: FormPaper, sheet: Any, lists: Any) -> None:
        self.paper, self.sheet, self.lists = paper, sheet, lists
        self.numbers: list[tuple[int, int]] = []
        """The cells that hold plain numbers, as column and row."""
        self._rules: dict[tuple[str, ...], Any] = {}

    def add(self, cell: Any, thing: Field | Column) -> None:
        """Let a cell take only what its type allows."""
        key = (thing.type, *(self.paper.say(choice) for choice in thing.choices))
        if thing.type not in ("choice", "date") and thing.type not in NUMBERS:
            return
        if key not in self._rules:
            self._rules[key] = self._rule(thing.type, list(key[1:]))
            self.sheet.add_data_validation(self._rules[key])
        self._rules[key].add(cell)

    def _rule(self, kind: str, choices: list[str]) -> Any:
        """Make the rule for cells of one type."""
        from openpyxl.worksheet.datavalidation import DataValidation

        say = self.paper.words
        if kind == "choice":
            rule = DataValidation("list", formula1=self._list(choices), allow_blank=True)
            rule.promptTitle, rule.prompt = say("forms.choices"), say("forms.pick")
            rule.error, rule.showInputMessage = say("forms.only_list"), True
        elif kind == "date":
            rule = DataValidation(
                "date", operator="greaterThan", formula1="36526", allow_blank=True
            )
            rule.error = say("forms.only_date")
        else:
            rule = DataValidation(
                "decimal", operator="between", formula1="-1E+12", formula2="1E+12", allow_blank=True
            )
            rule.error = say("forms.only_number")
        rule.errorTitle, rule.showErrorMessage = self.paper.title[:32], True
        return rule

    def _list(self, choices: list[str]) -> str:
        """Write choices into the hidden sheet, and give the range that they stand in.

        A list within the rule itself may hold no comma, and 255 characters at most.
        """
        free = self.lists.max_column + (1 if self.lists.cell(1, 1).value is not None else 0)
        for row, choice in enumerate(choices, 1):
            put_text(self.lists.cell(row, free), choice)
        return f"'{self.lists.title}'!${letter(free)}$1:${letter(free)}${len(choices)}"

    def show_numbers(self) -> None:
        """Show numbers with a comma for thousands, and decimals only where there are any."""
        from openpyxl.formatting.rule import Rule
        from openpyxl.styles.differential import DifferentialStyle
        from openpyxl.styles.numbers import NumberFormat

        for first, last in self._runs():
            for number, (test, form) in enumerate((("=", "#,##0"), ("<>", "#,##0.00")), 200):
                style = DifferentialStyle(numFmt=NumberFormat(numFmtId=number, formatCode=form))
                formula = f"IF(ISNUMBER({first}),{first}{test}INT({first}),FALSE)"
                rule = Rule("expression", dxf=style, formula=[formula])
                self.sheet.conditional_formatting.add(f"{first}:{last}", rule)

    def _runs(self) -> list[tuple[str, str]]:
        """Give the cells with numbers as stretches from top to bottom."""
        runs: list[tuple[str, str]] = []
        counted = enumerate(sorted(set(self.numbers)))
        # Cells that follow one another keep the same distance from their number in the list.
        for (column, _), cells in groupby(counted, key=lambda it: (it[1][0], it[1][1] - it[0])):
            rows = [row for _, (_, row) in cells]
            runs.append((f"{letter(column)}{rows[0]}", f"{letter(column)}{rows[-1]}"))
        return runs
