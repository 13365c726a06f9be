"""What a handbook sets for itself, in `[tool.kitaran]` of its `pyproject.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import Field, ValidationError

from kitaran.load.source import MAX_BYTES
from kitaran.models.base import Record
from kitaran.models.text import LOCALES, Locale, Text

if TYPE_CHECKING:
    from pathlib import Path


class SettingsError(Exception):
    """The settings cannot be used. The message says which, and why."""


class Off(Record):
    """A rule that is switched off, where, and why."""

    rule: str
    """The code, such as `KB602`."""
    reason: str
    """Why: without a reason nobody can tell later whether it still holds."""
    files: tuple[str, ...] = ("*",)
    """Patterns of paths, such as `quizzes/objections/*`."""


class _Check(Record):
    off: tuple[Off, ...] = ()
    max_bytes: int = Field(default=MAX_BYTES, gt=0)


class _Table(Record):
    languages: tuple[Locale, ...] = Field(default=LOCALES, min_length=1)
    owners: dict[str, Text] = Field(default_factory=dict)
    check: _Check = _Check()


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the handbook is and how it is checked."""

    root: Path
    languages: tuple[Locale, ...] = LOCALES
    """The languages that every text has, the original first."""
    off: tuple[Off, ...] = field(default=())
    """Rules that are switched off for some files or all."""
    max_bytes: int = MAX_BYTES
    """The largest file that is read."""
    owners: dict[str, Text] = field(default_factory=dict)
    """What the roles that answer for pages are called, by their ids."""

    @property
    def cache(self) -> Path:
        """The folder for what can be computed again."""
        return self.root / ".cache" / "kitaran"


def load_settings(root: Path) -> Settings:
    """Read the settings of the handbook in a folder; defaults where there are none.

    Raises:
        SettingsError: If the table does not hold what is expected.
    """
    file = root / "pyproject.toml"
    if not file.is_file():
        return Settings(root)
    try:
        whole: dict[str, Any] = tomllib.loads(file.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"{file} is not saved as UTF-8: save it so"
        raise SettingsError(message) from error
    except (OSError, ValueError) as error:
        message = f"{file}: {error}"
        raise SettingsError(message) from error
    tools = whole.get("tool", {})
    try:
        table = _Table.model_validate(tools.get("kitaran", {}) if isinstance(tools, dict) else {})
    except ValidationError as error:
        raise SettingsError(f"{file}: {_said(error)}") from error
    languages = tuple(dict.fromkeys(table.languages))
    if languages not in (LOCALES, *((locale,) for locale in LOCALES)):
        message = (
            f'{file}: tool.kitaran.languages: the Malay text is the original; write ["ms", "en"]'
        )
        raise SettingsError(message)
    return Settings(root, languages, table.check.off, table.check.max_bytes, table.owners)


def _said(error: ValidationError) -> str:
    """Say what is wrong with the first setting that is, and what to write."""
    first = error.errors()[0]
    key = ".".join(str(step) for step in ("tool", "kitaran", *first["loc"]))
    match first["type"]:
        case "extra_forbidden":
            return f"{key}: there is no such setting; correct its name, or remove it"
        case "missing":
            return f"{key}: this setting is missing; add it"
        case "too_short" | "tuple_type":
            return f'{key}: a list is expected, such as ["ms", "en"]'
        case "model_type" | "dict_type":
            return f"{key}: a table of settings is expected; write [{key}] above them"
        case _:
            return f"{key}: {first['msg'][0].lower()}{first['msg'][1:]}"


def find_root(start: Path) -> Path:
    """Find the handbook that a folder is in: the nearest one up that has `playbooks/`.

    Raises:
        SettingsError: If there is none.
    """
    for folder in (start, *start.parents):
        if (folder / "playbooks").is_dir() or (folder / "quizzes").is_dir():
            return folder
    message = f"{start} is in no handbook: no folder from here up has `playbooks/` or `quizzes/`"
    raise SettingsError(message)
