"""A session plan names the same thing twice.

It would be trained once all the same, and one of the two is probably meant to be another.

Example:
    ```yaml
    stages: [stages/closing, stages/closing]
    ```

Instead:
    ```yaml
    stages: [stages/objections, stages/closing]
    ```

Malay:
    Rancangan sesi menamakan perkara yang sama dua kali.

    Perkara itu tetap dilatih sekali sahaja, dan salah satu mungkin bermaksud perkara lain.
    Buang atau betulkan yang kedua.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTS = (("stages", "objections", "pages"), ("roleplays",), ("roles",))
"""Keys whose values belong together."""


@rule("KB233", "session-names-twice", Severity.WARNING, on=Session)
def session_names_twice(session: Session) -> Iterator[Finding]:
    """Look for a name that was there before."""
    for keys in _LISTS:
        seen: dict[str, str] = {}
        for key in keys:
            for index, name in enumerate(getattr(session, key)):
                if name in seen:
                    yield Finding(
                        (key, index),
                        f"`{name}` is in `{seen[name]}:` already",
                        "remove it, or name what was meant",
                    )
                seen.setdefault(name, key)
