"""A twin was made from an older text than the original has now.

What has changed in the original is not in the twin yet, so the two languages may say
different things: two prices, two limits, two rules.

Example:
    ```yaml
    reviewed: 2026-11-01       in closing.md
    translates: 2026-06-15     in closing.en.md
    ```

Instead:
    Compare the two texts, bring the twin up to date, and run `kitaran stamp` on it: it writes
    the original's fingerprint, which tells every later change. The day of the original's last
    review may stand there instead.

Malay:
    Fail bahasa Inggeris dibuat daripada teks asal yang lama.

    Perubahan dalam fail asal belum masuk ke dalam fail ini, jadi dua bahasa mungkin mengatakan
    dua perkara. Bandingkan kedua-duanya, kemas kini, kemudian jalankan `kitaran stamp`, yang
    menulis cap jari fail asal. Tarikh semakan fail asal juga boleh ditulis di situ.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.rule import Finding, rule
from kitaran.check.twins import twins
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.check.facts import PageFacts

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_HASH = re.compile(r"[0-9a-f]{8}")


@rule("KB506", "outdated-twin", Severity.WARNING, on=Facts)
def outdated_twin(facts: Facts) -> Iterator[Finding]:
    """Compare what a twin says that it was made from with what the original is."""
    for first, second in twins(facts):
        # Pages of `docs/` carry neither a fingerprint nor a day of review.
        if second.page.translates and first.page.fingerprint:
            message = _fault(second.page.translates, first.page)
            if message:
                yield Finding(
                    ("translates",),
                    message,
                    f"compare the two texts, then run `kitaran stamp {second.file.path}`",
                    second.file.path,
                )


def _fault(made_from: str, page: PageFacts) -> str:
    """Say what is wrong; nothing where the twin is up to date."""
    if _DATE.fullmatch(made_from):
        if made_from >= page.reviewed:
            return ""
        return f"the twin was made on {made_from}; the original was reviewed on {page.reviewed}"
    if _HASH.fullmatch(made_from):
        if made_from == page.fingerprint:
            return ""
        return f"the original has changed since the twin was made from `{made_from}`"
    return f"`{made_from}` is neither a date nor the fingerprint of the original"
