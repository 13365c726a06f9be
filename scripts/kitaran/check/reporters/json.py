"""JSON for programs. The shape is stable: `version` changes when a key is renamed or removed.

```json
{
  "version": 1,
  "tool": {"name": "kitaran", "version": "0.1.0"},
  "summary": {"files": 14, "questions": 37, "errors": 1, "warnings": 0, "switched_off": 0},
  "findings": [
    {
      "path": "quizzes/stages/closing.yml",
      "line": 12, "column": 7, "end_column": 12,
      "severity": "error", "code": "KB210", "rule": "not-one-right-answer",
      "message": "question `who-signs` has no right option",
      "help": "mark one option `correct: true`",
      "excerpt": "    options:"
    }
  ]
}
```

Lines and columns count from one, columns in characters; `end_column` is one past the last
character, or `null` where it is not known. `help` and `excerpt` may be empty.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import kitaran
from kitaran.check.reporters import rule_names

if TYPE_CHECKING:
    from pathlib import Path

    from kitaran.check.engine import Report
    from kitaran.diagnostics import Diagnostic

VERSION = 1
"""The version of the shape."""


def report(report: Report, *, root: Path, colour: bool) -> str:
    """Give everything that was found as one JSON object.

    Args:
        report: What the check has found.
        root: Not needed: paths are relative to it.
        colour: Not needed.
    """
    del root, colour
    whole = {
        "version": VERSION,
        "tool": {"name": "kitaran", "version": kitaran.__version__},
        "summary": {
            "files": report.files,
            "questions": report.questions,
            "errors": len(report.errors),
            "warnings": len(report.warnings),
            "switched_off": report.suppressed,
        },
        "findings": [_finding(found) for found in report.diagnostics],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _finding(found: Diagnostic) -> dict[str, Any]:
    """Give one finding."""
    return {
        "path": found.path,
        "line": found.span.line,
        "column": found.span.column,
        "end_column": found.span.end_column or None,
        "severity": str(found.severity),
        "code": found.code,
        "rule": rule_names().get(found.code, ""),
        "message": found.message,
        "help": found.help,
        "excerpt": found.excerpt,
    }
