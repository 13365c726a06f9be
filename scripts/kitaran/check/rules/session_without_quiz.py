"""A session trains a page that no quiz belongs to.

Questions for the slides, the papers and the projector come from the quizzes of the pages. A
topic without one is talked about, and nobody learns whether it was understood.

Example:
    ```yaml
    # there is no quiz for stages/referrals
    stages: [stages/referrals]
    ```

Instead:
    ```yaml
    # after `kitaran new quiz stages/referrals`
    stages: [stages/referrals]
    ```

Malay:
    Sesi melatih halaman yang tiada kuiz.

    Soalan bagi slaid, kertas dan paparan skrin datang daripada kuiz halaman itu. Topik tanpa
    kuiz dibincang sahaja, dan tiada siapa tahu sama ada ia difahami. Tulis kuiz bagi halaman
    itu, atau pilih halaman yang sudah ada kuiz.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOPICS = frozenset({"stage", "objection", "page"})


@rule("KB234", "session-without-quiz", Severity.WARNING, on=Facts)
def session_without_quiz(facts: Facts) -> Iterator[Finding]:
    """Look for a quiz of each page that exists."""
    asked = {quiz.quiz_page for quiz in facts.of_kind("quiz")}
    known = {page for page, _ in facts.pages}
    for file in facts.of_kind("session"):
        for ref in file.refs:
            if ref.kind in _TOPICS and ref.id in known and ref.id not in asked:
                yield Finding(
                    ref.at,
                    f"there is no quiz on `{ref.id}`, so nothing is asked about it",
                    f"write one with `kitaran new quiz {ref.id}`",
                    file.path,
                )
