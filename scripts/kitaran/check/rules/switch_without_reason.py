"""A comment switches a rule off and does not say why.

Whoever finds the comment a year later has to know whether the reason still holds.

Example:
    ```yaml
    # kitaran: off KB602
    ```

Instead:
    ```yaml
    # kitaran: off KB602 the long option is the client's own wording
    ```

Malay:
    Komen mematikan satu peraturan tanpa menyatakan sebabnya.

    Sesiapa yang membaca komen itu setahun kemudian perlu tahu sama ada sebabnya masih terpakai.
    Tulis sebabnya selepas kod peraturan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.suppress import Suppression
from kitaran.diagnostics import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB120", "switch-without-reason", Severity.ERROR, on=Suppression)
def switch_without_reason(suppression: Suppression) -> Iterator[Finding]:
    """Look behind the code."""
    switch = suppression.switch
    if switch.code and not switch.reason:
        yield Finding(
            Span(switch.line),
            f"{switch.code} is switched off without a reason",
            f"say why, behind `{switch.code}`",
        )
