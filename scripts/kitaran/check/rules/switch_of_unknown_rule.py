"""A comment switches off a rule that does not exist.

It has no effect, while its author believes that it has one.

Example:
    ```yaml
    # kitaran: off KB6O2 the long option is the client's own wording
    ```
    (with the letter O)

Instead:
    ```yaml
    # kitaran: off KB602 the long option is the client's own wording
    ```

Malay:
    Komen mematikan peraturan yang tidak wujud.

    Komen itu tidak memberi sebarang kesan, sedangkan penulisnya menyangka sebaliknya. Semak kod
    peraturan: `KB` dengan huruf besar, diikuti tiga angka.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule, rules
from kitaran.check.suppress import Suppression
from kitaran.diagnostics import Severity, Span
from kitaran.load.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB122", "switch-of-unknown-rule", Severity.ERROR, on=Suppression)
def switch_of_unknown_rule(suppression: Suppression) -> Iterator[Finding]:
    """Look the code up."""
    switch = suppression.switch
    known = [each.code for each in rules()]
    if not switch.code:
        yield Finding(
            Span(switch.line),
            "the comment names no rule to switch off",
            "write the code behind `off`, in capitals, such as `KB602`",
        )
    elif switch.code not in known:
        near = nearest(switch.code, known)
        yield Finding(
            Span(switch.line),
            f"there is no rule {switch.code}",
            f"did you mean `{near}`?" if near else "look the code up in the list of rules",
        )
