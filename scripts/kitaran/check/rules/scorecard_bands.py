"""The bands or levels of a scorecard leave a result without a verdict.

Every result from 0 to 100 percent belongs in one band: the first begins at 0, and each next
one higher. A criterion's levels go from worst to best, so that a better level counts more.

Example:
    ```yaml
    bands:
      - {id: caution, from: 45, …}
      - {id: stop, from: 0, …}
    ```

Instead:
    ```yaml
    bands:
      - {id: stop, from: 0, …}
      - {id: caution, from: 45, …}
    ```

Malay:
    Julat atau aras kad skor meninggalkan keputusan tanpa tindakan.

    Setiap keputusan daripada 0 hingga 100 peratus mesti jatuh dalam satu julat: julat pertama
    bermula pada 0 dan yang berikutnya lebih tinggi. Aras setiap kriteria disusun daripada yang
    paling lemah kepada yang paling baik, dan matanya bertambah.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.scorecard import Scorecard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kitaran.models.scorecard import Band, Criterion


@rule("KB223", "scorecard-bands", Severity.ERROR, on=Scorecard)
def scorecard_bands(scorecard: Scorecard) -> Iterator[Finding]:
    """Look at bands, levels and the ids of both."""
    bands = scorecard.bands
    if bands[0].start != 0:
        yield Finding(
            ("bands", 0, "from"),
            f"no band holds a result below {bands[0].start:g}%",
            "let the first band begin with `from: 0`",
        )
    for index, (lower, upper) in enumerate(pairwise(bands), start=1):
        if upper.start <= lower.start:
            yield Finding(
                ("bands", index, "from"),
                f"the band `{upper.id}` begins at {upper.start:g}%, not above `{lower.id}` "
                f"at {lower.start:g}%",
                "order the bands from the lowest up, each with a higher `from:`",
            )
    yield from _repeated("bands", bands)
    yield from _repeated("criteria", scorecard.criteria)
    for index, criterion in enumerate(scorecard.criteria):
        for place, (worse, better) in enumerate(pairwise(criterion.levels), start=1):
            if better.points <= worse.points:
                yield Finding(
                    ("criteria", index, "levels", place, "points"),
                    f"level {place + 1} of `{criterion.id}` counts {better.points}, not more "
                    f"than the level before it",
                    "order the levels from worst to best, each with more points",
                )


def _repeated(key: str, things: Sequence[Band | Criterion]) -> Iterator[Finding]:
    """Find ids that are used twice."""
    seen: set[str] = set()
    for index, thing in enumerate(things):
        if thing.id in seen:
            yield Finding(
                (key, index, "id"),
                f"the id `{thing.id}` is used twice in `{key}`",
                "give one of the two another id",
            )
        seen.add(thing.id)
