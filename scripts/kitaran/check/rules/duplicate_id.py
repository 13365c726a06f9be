"""Two files state the same id.

Progress, results and links hang on the id. With two records of one id, a learner's answers to
the one count for the other.

Example:
    ```yaml
    # quizzes/stages/closing.yml
    id: stages/closing
    # quizzes/stages/closing-old.yml
    id: stages/closing
    ```

Instead:
    ```yaml
    # quizzes/stages/closing-old.yml
    id: stages/closing-old
    ```

Malay:
    Dua fail menyatakan id yang sama.

    Rekod kemajuan, keputusan dan pautan bergantung pada id. Jika dua rekod berkongsi satu id,
    jawapan pelajar bagi yang satu dikira untuk yang lain. Beri setiap fail id tersendiri.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB118", "duplicate-id", Severity.ERROR, on=Facts)
def duplicate_id(facts: Facts) -> Iterator[Finding]:
    """Compare what files of one kind state; the file whose path fits the id keeps it."""
    owners: dict[tuple[str, str], str] = {}
    stating = [file for file in facts.files if file.stated]
    for file in sorted(stating, key=lambda each: (each.stated != each.id, each.path)):
        owner = owners.setdefault((file.kind, file.stated), file.path)
        if owner != file.path:
            yield Finding(
                ("id",),
                f"the id `{file.stated}` is that of `{owner}` already",
                f"write `id: {file.id}`",
                file.path,
            )
