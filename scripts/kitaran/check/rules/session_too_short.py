"""A session is too short for what it is to train.

The opening, the close and any break take their time, and a topic takes five minutes at the
very least. What does not fit is left out of the agenda; here, whole topics would be.

Example:
    ```yaml
    minutes: 15
    stages: [stages/needs, stages/presentation, stages/objections, stages/closing]
    ```

Instead:
    ```yaml
    minutes: 60
    stages: [stages/objections, stages/closing]
    ```

Malay:
    Sesi terlalu pendek untuk perkara yang hendak dilatih.

    Pembukaan, penutup dan rehat memerlukan masa, dan setiap topik memerlukan sekurang-kurangnya
    lima minit. Yang tidak muat digugurkan daripada agenda; di sini, topik penuh akan gugur.
    Tambah minit atau kurangkan topik.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.session import Session, least_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB232", "session-too-short", Severity.WARNING, on=Session)
def session_too_short(session: Session) -> Iterator[Finding]:
    """Compare the minutes with what the topics need."""
    needed = least_minutes(session.minutes, len(session.topics))
    if session.topics and session.minutes < needed:
        yield Finding(
            ("minutes",),
            f"{session.minutes} minutes are too few for {len(session.topics)} topics; "
            f"{needed} would hold each for five",
            f"write `minutes: {needed}` or more, or name fewer topics",
        )
