"""A key that is needed is missing.

Without it the page or the question cannot be made: a question without `objective`, for
example, counts towards nothing that its page promises.

Example:
    ```yaml
    - id: who-signs
      type: single
    ```

Instead:
    ```yaml
    - id: who-signs
      type: single
      objective: confirm-authority
      section: exit-criteria
      text: Siapa yang menandatangani?
      options: …
    ```

Malay:
    Kunci yang wajib tiada.

    Tanpa kunci ini, halaman atau soalan tidak dapat dihasilkan. Contohnya, soalan tanpa
    `objective` tidak dikira untuk mana-mana objektif halamannya. Tambahkan kunci itu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB113", "missing-key", Severity.ERROR, on=Loaded)
def missing_key(loaded: Loaded) -> Iterator[Finding]:
    """Report what the loader found."""
    for problem in loaded.source.found("missing-key"):
        yield Finding(problem.span, problem.message, problem.help)
