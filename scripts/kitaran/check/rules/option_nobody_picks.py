"""Nobody, or hardly anybody, picks a wrong option.

An option that deceives nobody only makes the others easier to guess, and people read it for
nothing. Only `kitaran check --results` looks at this.

Example:
    ```text
    212 answers, of which 48 are wrong: A 30, B 18, C 0
    ```

Instead:
    Replace the option by something that people really do or believe, such as what was heard on a
    call, or leave it out: two good wrong options are better than three of which one is idle. The
    finding needs 20 first answers, and so many wrong ones that the option could expect five.

Malay:
    Tiada sesiapa, atau hampir tiada, memilih satu pilihan yang salah.

    Pilihan yang tidak mengelirukan sesiapa hanya memudahkan tekaan. Gantikannya dengan sesuatu
    yang benar-benar dilakukan atau dipercayai orang, atau buang sahaja. Hanya
    `kitaran check --results` memeriksa hal ini.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.measured import Kind, Measured, verdicts
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB802", "option-nobody-picks", Severity.WARNING, on=Measured)
def option_nobody_picks(measured: Measured) -> Iterator[Finding]:
    """Point at each option that draws nobody."""
    for verdict in verdicts(measured):
        if verdict.kind is not Kind.DEAD:
            continue
        for option in verdict.options:
            who = f"{option.n} of {measured.n}" if option.n else f"none of {measured.n}"
            yield Finding(
                ("options", option.at),
                f"{who} learners picked {option.letter}",
                "replace it by what people really do or believe, or leave it out",
            )
