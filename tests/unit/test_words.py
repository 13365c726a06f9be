"""The interface texts: the same keys in both languages, and each of them used."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kitaran
from kitaran.render.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(kitaran.__file__).parent
SOURCES = "".join(
    file.read_text("utf-8")
    for pattern in ("*.py", "*.j2", "*.html", "*.js")
    for file in sorted(PACKAGE.rglob(pattern))
)


def keys(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Give every key with its text."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from keys(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


def test_both_languages_have_the_same_keys_and_values_to_fill_in() -> None:
    malay, english = dict(keys(words("ms").table)), dict(keys(words("en").table))
    assert malay.keys() == english.keys()
    for key in malay:
        assert set(re.findall(r"{\w+}", malay[key])) == set(re.findall(r"{\w+}", english[key])), key


@pytest.mark.parametrize("key", sorted(words("ms").table))
def test_every_text_is_used(key: str) -> None:
    named = key.removeprefix("step_") if key.startswith("step_") else key
    assert re.search(rf"""["'.]{named}\b""", SOURCES)
