"""A record's id is not the one that its path gives.

Other files find a record by its path, learners' results by its id. They have to agree, or
the one is looked for where only the other is.

Example:
    ```yaml
    # quizzes/stages/closing.yml
    id: stages/close
    ```

Instead:
    ```yaml
    # quizzes/stages/closing.yml
    id: stages/closing
    ```
    An id that learners have used already stays: rename the file then.

Malay:
    Id rekod ini tidak sama dengan id daripada laluan failnya.

    Fail lain mencari rekod melalui laluannya, manakala keputusan pelajar disimpan mengikut id.
    Kedua-duanya mesti sama. Jika id itu sudah digunakan oleh pelajar, kekalkan id dan namakan
    semula fail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded
from kitaran.load.tree import entry as entry_of
from kitaran.models.form import Form
from kitaran.models.path import Path
from kitaran.models.quiz import Quiz
from kitaran.models.roleplay import Roleplay
from kitaran.models.scorecard import Scorecard

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB119", "id-differs-from-path", Severity.ERROR, on=Loaded)
def id_differs_from_path(loaded: Loaded) -> Iterator[Finding]:
    """Compare the two, where the path gives an id at all."""
    record, entry = loaded.record, loaded.entry
    if not isinstance(record, Quiz | Path | Scorecard | Form | Roleplay) or record.id == entry.id:
        return
    if loaded.source.found("file-name"):
        return
    path = f"{entry.path.removesuffix(f'{entry.id}.yml')}{record.id}.yml"
    # An id without its folder gives no place where such a record is read.
    fits = entry_of(path).kind is entry.kind
    yield Finding(
        ("id",),
        f"the id is `{record.id}`, but the file's path gives `{entry.id}`",
        f"write `id: {entry.id}`" + (f", or rename the file to `{path}`" if fits else ""),
    )
