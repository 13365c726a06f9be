"""Learners' results say that the key of a question is probably wrong.

Those who do well in the rest of the quiz choose an option that is marked wrong, and those who do
badly choose the key. Mostly another option is right, or two are; sometimes the page teaches it
wrongly. Only `kitaran check --results` looks at this.

Example:
    ```text
    of the best 27%, 39 chose B and 5 the key D
    ```

Instead:
    Read the question against its page. Mark the right option, or reword the one that draws people.
    The finding needs 20 first answers, a negative discrimination that chance does not explain,
    and an option that the best learners prefer and that goes with good results.

Malay:
    Keputusan pelajar menunjukkan bahawa kunci jawapan soalan ini mungkin salah.

    Mereka yang berjaya dalam soalan lain kuiz ini memilih pilihan yang ditanda salah, manakala
    yang lemah memilih kuncinya. Baca soalan itu bersama halamannya. Tandakan pilihan yang betul,
    atau ubah ayat pilihan yang menarik orang. Hanya `kitaran check --results` memeriksa hal ini.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.measured import Kind, Measured, verdicts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB801", "key-probably-wrong", Severity.WARNING, on=Measured)
def key_probably_wrong(measured: Measured) -> Iterator[Finding]:
    """Find an option that the best learners prefer to the key."""
    for verdict in verdicts(measured):
        if verdict.kind is not Kind.WRONG_KEY:
            continue
        rival = verdict.options[0]
        key = next(option for option in measured.real if option.right)
        # The options of a statement have no line of their own.
        at = ("answer",) if measured.type == "true_false" else ("options", rival.at)
        yield Finding(
            at,
            f"probably keyed wrongly: of the {measured.group} best learners {rival.upper:.0f} "
            f"chose {rival.letter} and {key.upper:.0f} the key {key.letter}",
            f"check whether {rival.letter} is right; if it is not, reword it",
        )
