"""An image or a download does not exist.

The page would show a gap, or a link that gives the reader nothing.

Example:
    ```markdown
    ![Borang pesanan](images/borang.png)
    ```

Instead:
    Put the file at `images/borang.png` beside the page, or correct the address. Upper and
    lower case count.

Malay:
    Gambar atau fail muat turun tidak wujud.

    Halaman akan menunjukkan ruang kosong, atau pautan yang tidak memberi apa-apa. Letak fail
    itu di tempat yang disebut, atau betulkan alamatnya. Huruf besar dan kecil dibezakan.
"""

from __future__ import annotations

from posixpath import basename
from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.links import relative, resolve, within
from kitaran.check.places import of_link
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.check.facts import FileFacts
    from kitaran.diagnostics import Span


@rule("KB404", "missing-file", Severity.ERROR, on=Facts)
def missing_file(facts: Facts) -> Iterator[Finding]:
    """Look up every image, and every link to something that is no page."""
    for file in facts.files:
        for image in file.page.images if file.page else ():
            place = resolve(file.path, image.src)
            if place is not None and place.path not in facts.assets:
                yield _finding(facts, file, of_link(image), place.path)
    for file, link, place in within(facts):
        if not place.is_page and place.path not in facts.assets:
            yield _finding(facts, file, of_link(link), place.path)


def _finding(facts: Facts, file: FileFacts, span: Span, path: str) -> Finding:
    """Name the file, and one with that name elsewhere or in another case."""
    name = basename(path).casefold()
    meant = next((a for a in sorted(facts.assets) if basename(a).casefold() == name), "")
    return Finding(
        span,
        f"the file `{path}` does not exist",
        f"did you mean `{relative(file.path, meant)}`?"
        if meant
        else "put the file there, or correct the address",
        file.path,
    )
