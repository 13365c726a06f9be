"""A link leads to a part of a page that does not exist.

The browser then shows the top of the page, and the reader has to look for the part himself.

Example:
    ```markdown
    [Syarat keluar](closing.md#exit-criterias)
    ```

Instead:
    ```markdown
    [Syarat keluar](closing.md#exit-criteria)
    ```

    The quiz of a page is its part `quiz`, where the page has one.

Malay:
    Pautan menuju ke bahagian halaman yang tidak wujud.

    Pelayar lalu menunjukkan bahagian atas halaman, dan pembaca terpaksa mencari sendiri.
    Guna id tajuk atau id perkara dalam senarai semak yang memang ada pada halaman itu. Kuiz
    sesebuah halaman ialah bahagian `quiz`, kalau halaman itu ada kuiz.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.links import anchors_of, meets, pages, within
from kitaran.check.places import of_link
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIZ = "quiz"
"""The part of a page that its quizzes are drawn in."""


@rule("KB402", "broken-anchor", Severity.ERROR, on=Facts)
def broken_anchor(facts: Facts) -> Iterator[Finding]:
    """Look up the part of the page, in the language that the reader is in."""
    known = pages(facts)
    quizzed = {quiz.quiz_page or quiz.id for quiz in facts.of_kind("quiz")}
    for file, link, place in within(facts):
        if not place.anchor:
            continue
        if place.path == file.path:
            target = file
        elif place.path in known:
            page = known[place.path]
            if page is None:
                yield Finding(
                    of_link(link),
                    f"`{place.path}` is drawn from the pages and has no part `{place.anchor}`",
                    "link to the whole page, without `#`",
                    file.path,
                )
                continue
            target = meets(facts, page, file.locale)
        else:
            continue
        anchors = anchors_of(target)
        if place.anchor == QUIZ and target.kind == "playbook" and target.id in quizzed:
            continue
        if anchors is not None and place.anchor not in anchors:
            yield Finding(
                of_link(link),
                f"`{target.path}` has no part `{place.anchor}`",
                _remedy(place.anchor, anchors),
                file.path,
            )


def _remedy(anchor: str, anchors: frozenset[str]) -> str:
    """Name the nearest id, or the ones that there are."""
    near = get_close_matches(anchor, sorted(anchors), n=1, cutoff=0.6)
    if near:
        return f"did you mean `#{near[0]}`?"
    return "use the id of a heading or of a checklist item on that page"
