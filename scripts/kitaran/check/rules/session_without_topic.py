"""A session plan names nothing to be trained.

Agenda, slides and papers are made of the pages that a plan names. Without one there is
nothing to talk about, to practise or to ask.

Example:
    ```yaml
    minutes: 90
    stages: []
    ```

Instead:
    ```yaml
    minutes: 90
    stages: [stages/closing]
    ```
    `stages:` takes stages, `objections:` objection cards, and `pages:` any other page.

Malay:
    Rancangan sesi tidak menamakan apa-apa untuk dilatih.

    Agenda, slaid dan kertas soalan dibuat daripada halaman yang dinamakan dalam rancangan.
    Tanpanya, tiada apa yang boleh dibincang, dilatih atau ditanya. Namakan tahap dalam
    `stages:`, kad bantahan dalam `objections:`, atau halaman lain dalam `pages:`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB231", "session-without-topic", Severity.ERROR, on=Session)
def session_without_topic(session: Session) -> Iterator[Finding]:
    """Count what is to be trained."""
    if not session.topics:
        yield Finding(
            ("stages",),
            "the plan names no stage, objection card or page to train",
            "name one at least, such as `stages: [stages/closing]`",
        )
