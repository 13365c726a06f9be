"""A twin has other headings than its original.

Links and quizzes point at headings by their ids, whatever the reader's language. Where the
twin lacks one, the English reader is led to a part that is not there.

Example:
    ```markdown
    ## Syarat keluar {#exit-criteria}      in closing.md
    ## Exit criteria {#exit}               in closing.en.md
    ```

Instead:
    ```markdown
    ## Exit criteria {#exit-criteria}
    ```

Malay:
    Tajuk dalam fail bahasa Inggeris tidak sama dengan tajuk dalam fail asal.

    Pautan dan kuiz mencari tajuk melalui idnya, dalam kedua-dua bahasa. Kekalkan bilangan,
    aras, susunan dan id tajuk yang sama dalam kedua-dua fail.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.places import of_heading
from kitaran.check.rule import Finding, rule
from kitaran.check.twins import twins
from kitaran.diagnostics import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.playbook import Heading


@rule("KB503", "twin-headings-differ", Severity.ERROR, on=Facts)
def twin_headings_differ(facts: Facts) -> Iterator[Finding]:
    """Compare levels and explicit ids, in their order."""
    for first, second in twins(facts):
        a, b = first.page.headings, second.page.headings
        left = [(heading.level, heading.id) for heading in a]
        right = [(heading.level, heading.id) for heading in b]
        if left == right:
            continue
        steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        elsewhere = {name for _, name in left} & {name for _, name in right} - {""}
        for step, i1, i2, j1, j2 in steps:
            if step == "equal":
                continue
            for finding in _differences(a[i1:i2], b[j1:j2], b[:j1], elsewhere):
                yield finding._replace(path=second.file.path)


def _differences(
    here: tuple[Heading, ...],
    there: tuple[Heading, ...],
    before: tuple[Heading, ...],
    elsewhere: set[str],
) -> Iterator[Finding]:
    """Word what differs in one stretch: first pair by pair, then what is left over."""
    for mine, other in zip(here, there, strict=False):
        yield _pair(mine, other, elsewhere)
    place = of_heading(before[-1]) if before else Span(1)
    for mine in here[len(there) :]:
        if mine.id in elsewhere:
            continue  # It is told where it stands.
        yield Finding(
            of_heading(there[-1]) if there else place,
            f"the heading `{_name(mine)}` of the original (line {mine.line}) is missing",
            f"add it in English with {_sign(mine)}, in the same place",
        )
    for other in there[len(here) :]:
        if other.id in elsewhere:
            yield _moved(other)
        else:
            yield Finding(
                of_heading(other),
                f"the original has no heading `{_name(other)}`",
                "remove it, or add it to the original",
            )


def _pair(mine: Heading, other: Heading, elsewhere: set[str]) -> Finding:
    """Word how two headings differ that stand in the same place."""
    if mine.id == other.id:
        return Finding(
            of_heading(other),
            f"the heading `{_name(other)}` is of level {other.level}, in the original of level "
            f"{mine.level}",
            f"write it with {_sign(mine)}",
        )
    if other.id in elsewhere:
        return _moved(other)
    said = f"the id `{other.id}`" if other.id else "no id"
    theirs = f"`{mine.id}`" if mine.id else "none"
    return Finding(
        of_heading(other),
        f"the heading `{other.text}` has {said}; in the original (line {mine.line}) it is {theirs}",
        f"end it with `{{#{mine.id}}}`" if mine.id else "remove the id, or add it to the original",
    )


def _moved(heading: Heading) -> Finding:
    """Word that a heading stands in another place."""
    return Finding(
        of_heading(heading),
        f"the heading `{heading.id}` stands in another place than in the original",
        "bring the headings into the order of the original",
    )


def _name(heading: Heading) -> str:
    """Call a heading by its id, or by its words."""
    return heading.id or heading.text


def _sign(heading: Heading) -> str:
    """Show the form of a heading."""
    marks = "#" * heading.level
    return f"`{marks} … {{#{heading.id}}}`" if heading.id else f"`{marks}`"
