"""A heading has nothing under it.

It promises something that the reader then does not find. An unfinished section is better
left out, or says that it is unfinished.

Example:
    ```markdown
    ## Ukuran {#measures}

    ## Kesilapan biasa {#common-mistakes}
    ```

Instead:
    ```markdown
    ## Ukuran {#measures}

    Bilangan kontrak yang ditandatangani ÷ bilangan cadangan akhir, setiap bulan.

    ## Kesilapan biasa {#common-mistakes}
    ```

Malay:
    Tiada apa-apa di bawah satu tajuk.

    Tajuk itu menjanjikan sesuatu yang kemudian tidak dijumpai. Tulis isinya, walaupun satu
    ayat, atau buang tajuk itu kalau bahagian itu tidak diwajibkan.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kitaran.check.places import of_heading
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded
from kitaran.models.document import Document
from kitaran.models.playbook import Playbook

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = re.compile(r"<!--(?!\s*kitaran:(?!\s*off\b)).*?-->", re.DOTALL)
"""A comment, but for a marker that has something drawn in."""
_UNDERLINE = re.compile(r" *(?:=+|-+)[ \t]*(?:\n|$)")


@rule("KB310", "empty-section", Severity.WARNING, on=Loaded)
def empty_section(loaded: Loaded) -> Iterator[Finding]:
    """Look at what stands between a heading and the next one that is not below it."""
    page = loaded.record
    if not isinstance(page, Playbook | Document):
        return
    lines = page.body.split("\n")
    headings = page.outline.headings
    for index, heading in enumerate(headings):
        following = headings[index + 1] if index + 1 < len(headings) else None
        if following is not None and following.level > heading.level:
            continue
        end = following.line - page.body_line if following else len(lines)
        if _is_empty("\n".join(lines[heading.line - page.body_line + 1 : end])):
            yield Finding(
                of_heading(heading),
                f"nothing stands under the heading `{heading.text}`",
                "write the section, or remove its heading",
            )


def _is_empty(text: str) -> bool:
    """Whether a text holds nothing for the reader. An underline belongs to the heading."""
    underline = _UNDERLINE.match(text)
    rest = (text[underline.end() :] if underline else text).lstrip()
    return not rest or (rest.startswith("<!--") and not _UNSEEN.sub("", rest).strip())
