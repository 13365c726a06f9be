"""A link leads to a page that does not exist.

The reader clicks and finds nothing. Links are written as they hold among the files:
relative to the file that they stand in, to `x.md` in both languages, from a playbook to
`docs/` with `../../docs/x.md`.

Example:
    ```markdown
    Lihat [harga terlalu tinggi](../objections/price-to-high.md).
    ```

Instead:
    ```markdown
    Lihat [harga terlalu tinggi](../objections/price-too-high.md).
    ```

Malay:
    Pautan menuju ke halaman yang tidak wujud.

    Pembaca menekan pautan itu dan tidak menjumpai apa-apa. Tulis pautan seperti kedudukan
    failnya: relatif kepada fail ini, kepada `x.md` dalam kedua-dua bahasa, dan daripada buku
    panduan ke `docs/` dengan `../../docs/x.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.links import nearest, pages, relative, site_path, within
from kitaran.check.places import of_link
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.check.facts import FileFacts


@rule("KB401", "broken-link", Severity.ERROR, on=Facts)
def broken_link(facts: Facts) -> Iterator[Finding]:
    """Look up every link to a page."""
    known = pages(facts)
    quizzes = {file.path: file for file in facts.of_kind("quiz")}
    by_address = {site_path(path): path for path in known}
    for file, link, place in within(facts):
        if not place.is_page or place.path in known or place.path == file.path:
            continue
        if place.path in facts.assets:
            continue
        if place.path in quizzes:
            message = f"the quiz `{place.path}` has no page of its own"
            remedy = _to_page(file, quizzes[place.path], known)
        else:
            message = f"the link leads to `{place.path}`, which does not exist"
            # Somebody who thinks in the site's addresses leaves the first folder out.
            meant = by_address.get(site_path(place.path)) or nearest(place.path, known)
            remedy = (
                f"did you mean `{relative(file.path, meant)}`?"
                if meant
                else "correct the address, or write the page"
            )
        yield Finding(of_link(link), message, remedy, file.path)


def _to_page(file: FileFacts, quiz: FileFacts, known: dict[str, FileFacts | None]) -> str:
    """Point at the page that a quiz stands on."""
    page = f"playbooks/{quiz.quiz_page or quiz.id}.md"
    if page in known:
        return f"link to `{relative(file.path, page)}`, the page that the quiz is on"
    return "link to the page that the quiz is on"
