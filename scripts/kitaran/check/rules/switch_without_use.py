"""A comment switches a rule off that finds nothing in its file.

The fault was mended, or the comment was never needed. Left there, it hides the next fault of
that kind.

Example:
    ```yaml
    # kitaran: off KB602 the long option is the client's own wording
    questions: []
    ```

Instead:
    Remove the comment.

Malay:
    Komen mematikan peraturan yang tidak menemui apa-apa dalam fail ini.

    Kesilapan itu sudah dibetulkan, atau komen itu tidak pernah diperlukan. Jika dibiarkan, ia
    menyembunyikan kesilapan yang akan datang. Buang komen itu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule, rules
from kitaran.check.suppress import Suppression
from kitaran.diagnostics import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB121", "switch-without-use", Severity.WARNING, on=Suppression)
def switch_without_use(suppression: Suppression) -> Iterator[Finding]:
    """Report a switch that kept nothing back; one of an unknown rule has a rule of its own."""
    switch = suppression.switch
    if not suppression.used and any(each.code == switch.code for each in rules()):
        yield Finding(
            Span(switch.line),
            f"{switch.code} is switched off here, but finds nothing in this file",
            f"remove `{switch.code}` from the comment",
        )
