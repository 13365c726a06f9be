"""Workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.reporters import rule_names, shown, summary

if TYPE_CHECKING:
    from pathlib import Path

    from kitaran.check.engine import Report
    from kitaran.diagnostics import Diagnostic


def report(report: Report, *, root: Path, colour: bool) -> str:
    """Give one command for each finding, and the summary for whoever reads the log.

    Args:
        report: What the check has found.
        root: Not needed: paths are relative to it, and it is the repository's root.
        colour: Not needed.
    """
    del root, colour
    return "".join(f"{line}\n" for line in (*map(_command, report.diagnostics), summary(report)))


def _command(found: Diagnostic) -> str:
    """Write one command."""
    properties = {
        "file": found.path,
        "line": str(found.span.line),
        "col": str(found.span.column),
        "title": f"{found.code} {rule_names().get(found.code, '')}".strip(),
    }
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join(shown(part) for part in (found.message, found.help) if part)
    return f"::{found.severity} {named}::{_data(message)}"


def _data(text: str) -> str:
    r"""Escape what would end a command.

    >>> _data("80%\nb")
    '80%25%0Ab'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape what would end a command or a property.

    >>> _property("a,b:c")
    'a%2Cb%3Ac'
    """
    return _data(text).replace(":", "%3A").replace(",", "%2C")
