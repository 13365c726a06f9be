"""Rules that are switched off: in a file by a comment, or in `pyproject.toml`.

In YAML the comment is `# kitaran: off KB602 the long option is the client's own wording`,
in Markdown `<!-- kitaran: off KB310 the form has no picture -->`. It holds for its file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kitaran.diagnostics import Diagnostic
    from kitaran.settings import Off

_OFF = re.compile(
    r"(?<!`)(?:#|<!--)[ \t]*kitaran:[ \t]*off\b[ \t]*(?P<codes>(?:KB\d+[ \t,]*)*)[-—:]?"
    r"(?P<reason>.*?)(?:-->|$)"
)
_FENCE = re.compile(r"\s*(`{3,}|~{3,})(.*)")


class Switch(NamedTuple):
    """A comment that switches a rule off in its file."""

    code: str
    """The rule, or the empty string where the comment names none."""
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Suppression:
    """A switch, and whether it kept any finding back."""

    path: str
    switch: Switch
    used: bool


def switches(text: str) -> tuple[Switch, ...]:
    """Find the comments in a file that switch rules off; one in a sample of code is none.

    >>> switches("# kitaran: off KB602 the client's own words")
    (Switch(code='KB602', reason="the client's own words", line=1),)
    """
    if "kitaran:" not in text:
        return ()
    found: list[Switch] = []
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        mark = _FENCE.match(line)
        if mark and (not fence or (mark[1].startswith(fence) and not mark[2].strip())):
            fence = "" if fence else mark[1]
        if fence or "kitaran:" not in line:
            continue
        for match in _OFF.finditer(line):
            codes = re.findall(r"KB\d+", match["codes"]) or [""]
            found.extend(Switch(code, match["reason"].strip(), number) for code in codes)
    return tuple(found)


def keep(
    diagnostics: Iterable[Diagnostic],
    comments: dict[str, tuple[Switch, ...]],
    offs: tuple[Off, ...],
) -> tuple[list[Diagnostic], list[Suppression], int]:
    """Part the findings that count from those that are switched off.

    Returns:
        The findings that count, every comment with whether it was of use, and how many
        findings were kept back.
    """
    kept: list[Diagnostic] = []
    used: set[tuple[str, str]] = set()
    hidden = 0
    for found in diagnostics:
        if any(switch.code == found.code for switch in comments.get(found.path, ())):
            used.add((found.path, found.code))
            hidden += 1
        elif any(
            off.rule == found.code and any(fnmatchcase(found.path, p) for p in off.files)
            for off in offs
        ):
            hidden += 1
        else:
            kept.append(found)
    every = [
        Suppression(path, switch, (path, switch.code) in used)
        for path, switched in comments.items()
        for switch in switched
    ]
    return kept, every, hidden
