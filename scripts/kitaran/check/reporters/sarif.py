"""SARIF 2.1.0, which code scanning services and editors read."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import kitaran
from kitaran.check.rule import Rule, rules

if TYPE_CHECKING:
    from pathlib import Path

    from kitaran.check.engine import Report
    from kitaran.diagnostics import Diagnostic

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"


def report(report: Report, *, root: Path, colour: bool) -> str:
    """Give everything that was found as one log with one run.

    Args:
        report: What the check has found.
        root: Not needed: places are relative to it, and where it is would differ from one
            computer to the next.
        colour: Not needed.
    """
    del root, colour
    indices = {rule.code: index for index, rule in enumerate(rules())}
    seen: Counter[str] = Counter()
    run = {
        "tool": {
            "driver": {
                "name": "Kitaran",
                "semanticVersion": kitaran.__version__,
                "language": "en",
                "rules": [_rule(rule) for rule in rules()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the handbook."}}},
        "results": [_result(found, indices, seen) for found in report.diagnostics],
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    """Describe a rule from its reference page."""
    paragraphs = rule.doc.split("\n\n")
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": " ".join(paragraphs[0].split())},
        "fullDescription": {"text": " ".join(" ".join(paragraphs[:2]).split())},
        "help": {"text": rule.doc, "markdown": rule.doc},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(found: Diagnostic, indices: dict[str, int], seen: Counter[str]) -> dict[str, Any]:
    """Describe one finding."""
    region: dict[str, Any] = {"startLine": found.span.line, "startColumn": found.span.column}
    if found.span.end_column > found.span.column:
        region["endColumn"] = found.span.end_column
    if found.excerpt:
        region["snippet"] = {"text": found.excerpt}
    text = f"{found.message}\n{found.help}" if found.help else found.message
    artifact = {"uri": quote(found.path), "uriBaseId": _ROOT}
    return {
        "ruleId": found.code,
        "ruleIndex": indices.get(found.code, -1),
        "level": str(found.severity),
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {"kitaran/v1": _fingerprint(found, seen)},
    }


def _fingerprint(found: Diagnostic, seen: Counter[str]) -> str:
    """Tell findings apart by what they say and not by their line, which moves with every edit."""
    said = "\0".join((found.code, found.path, found.message, found.excerpt.strip()))
    digest = blake2b(said.encode(), digest_size=8).hexdigest()
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
