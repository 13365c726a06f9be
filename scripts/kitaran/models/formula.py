"""Sums in forms: `{quantity} * {price}`, or `sum({costs.amount}) / {names}`.

A reference names a field, or within a table a column of the same row. `sum`, `average` and
`count` take a whole column of a table, written `{table.column}`. One reading of a formula
serves the check, the spreadsheet, the example and the words on paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FUNCTIONS = ("average", "count", "sum")
"""What can be done with a whole column."""
_TOKEN = re.compile(
    r"\s*(?:\{(?P<name>[a-z0-9-]+)(?:\.(?P<column>[a-z0-9-]+))?\}|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<function>[a-z]+)\s*(?=\()|(?P<sign>[-+*/()]))"
)
_LONGEST = 400
"""How many characters a formula may have; nobody checks a longer one."""
_DEEPEST = 20
"""How many brackets may stand within one another."""


class FormulaError(ValueError):
    """A formula cannot be read. The message says why."""


class Ref(NamedTuple):
    """What a formula takes a value from."""

    name: str
    """A field, or a column of the same row."""
    column: str = ""
    """A column of the table that `name` is; empty for a single value."""

    def __str__(self) -> str:
        return f"{self.name}.{self.column}" if self.column else self.name


Token = Ref | float | str
"""A reference, a number, the name of a function, or a sign."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read."""

    tokens: tuple[Token, ...]

    @property
    def refs(self) -> tuple[Ref, ...]:
        """What it takes its values from, each once."""
        return tuple(dict.fromkeys(token for token in self.tokens if isinstance(token, Ref)))

    def value(
        self,
        single: Callable[[Ref], float | None],
        column: Callable[[Ref], Sequence[object]],
    ) -> float | None:
        """Work it out; `None` where a value that it needs is missing, or is a divisor of zero.

        Args:
            single: Gives the value of a field or of a cell in the same row.
            column: Gives the cells of a whole column that are filled in.

        >>> read("{a} / ({b} - 2)").value(lambda ref: {"a": 6.0, "b": 5.0}[ref.name], lambda _: ())
        2.0
        """
        return _Reader(self.tokens, single, column).whole()


@lru_cache(maxsize=1024)
def read(text: str) -> Formula:
    """Read a formula.

    Raises:
        FormulaError: If it is none.

    >>> read("sum({costs.amount}) / {names}").refs
    (Ref(name='costs', column='amount'), Ref(name='names', column=''))
    """
    if len(text) > _LONGEST:
        message = f"it has more than {_LONGEST} characters"
        raise FormulaError(message)
    tokens: list[Token] = []
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            message = f"`{text[at:].strip()[:20]}` cannot be read"
            raise FormulaError(message)
        at = match.end()
        if match["name"]:
            tokens.append(Ref(match["name"], match["column"] or ""))
        elif match["number"]:
            tokens.append(float(match["number"]))
        else:
            tokens.append(match["function"] or match["sign"])
    formula = Formula(tuple(tokens))
    formula.value(lambda _ref: 1.0, lambda _ref: (1.0,))  # Reading to the end shows what is amiss.
    return formula


class _Reader:
    """Read tokens from left to right, working out what they come to."""

    def __init__(
        self,
        tokens: tuple[Token, ...],
        single: Callable[[Ref], float | None],
        column: Callable[[Ref], Sequence[object]],
    ) -> None:
        self.tokens, self.single, self.column = tokens, single, column
        self.at = 0
        self.depth = 0

    def whole(self) -> float | None:
        """Read everything."""
        result = self.sum()
        if self.at < len(self.tokens):
            raise self.unexpected()
        return result

    def next(self) -> Token | None:
        """Give the token to be read next; `None` at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def unexpected(self) -> FormulaError:
        """Say that something else was expected."""
        token = self.next()
        if token is None:
            return FormulaError("it breaks off")
        shown = (
            f"{{{token}}}"
            if isinstance(token, Ref)
            else f"{token:g}"
            if isinstance(token, float)
            else token
        )
        return FormulaError(f"`{shown}` does not fit where it stands")

    def take(self, sign: str) -> None:
        """Read a sign that has to stand here."""
        if self.next() != sign:
            raise self.unexpected()
        self.at += 1

    def sum(self) -> float | None:
        """Read products that are added or taken away."""
        result = self.product()
        while (sign := self.next()) in ("+", "-"):
            self.at += 1
            other = self.product()
            if result is not None:
                result = None if other is None else result + other * (1 if sign == "+" else -1)
        return result

    def product(self) -> float | None:
        """Read values that are multiplied or divided."""
        result = self.one()
        while (sign := self.next()) in ("*", "/"):
            self.at += 1
            other = self.one()
            if result is None or other is None or (sign == "/" and other == 0):
                result = None
            else:
                result = result * other if sign == "*" else result / other
        return result

    def one(self) -> float | None:
        """Read a number, a reference, a function, or what stands in brackets."""
        token = self.next()
        if isinstance(token, Ref) and not token.column:
            self.at += 1
            return self.single(token)
        if isinstance(token, float):
            self.at += 1
            return token
        if token == "-":
            self.at += 1
            value = self.one()
            return None if value is None else -value
        if token == "(":
            return self.brackets()
        if isinstance(token, str) and token.isalpha():
            return self.function(token)
        if isinstance(token, Ref):
            message = f"`{{{token}}}` is a whole column; write it as `sum({{{token}}})`"
            raise FormulaError(message)
        raise self.unexpected()

    def brackets(self) -> float | None:
        """Read what stands in brackets."""
        self.depth += 1
        if self.depth > _DEEPEST:
            message = f"more than {_DEEPEST} brackets stand within one another"
            raise FormulaError(message)
        self.take("(")
        result = self.sum()
        self.take(")")
        self.depth -= 1
        return result

    def function(self, name: str) -> float | None:
        """Read a function of a whole column."""
        if name not in FUNCTIONS:
            message = f"there is no function `{name}` (there are: {', '.join(FUNCTIONS)})"
            raise FormulaError(message)
        self.at += 1
        self.take("(")
        ref = self.next()
        if not isinstance(ref, Ref) or not ref.column:
            message = f"`{name}` takes a whole column, such as `{name}({{costs.amount}})`"
            raise FormulaError(message)
        self.at += 1
        self.take(")")
        cells = self.column(ref)
        if name == "count":
            return float(len(cells))
        numbers = [cell for cell in cells if isinstance(cell, float)]
        if not numbers:
            return None
        return sum(numbers) / (len(numbers) if name == "average" else 1)
