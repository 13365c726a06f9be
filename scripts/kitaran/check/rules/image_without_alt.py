"""An image has no text that stands in for it.

Somebody who cannot see the image, or whose phone has not loaded it, reads this text
instead; without it the image's content is lost to him.

Example:
    ```markdown
    ![](borang-tempahan.png)
    ```

Instead:
    ```markdown
    ![Borang pesanan dengan ruang tandatangan di kanan bawah](borang-tempahan.png)
    ```

Malay:
    Gambar tidak mempunyai teks gantian.

    Orang yang tidak dapat melihat gambar itu membaca teks ini sebagai gantinya. Tulis dalam
    kurungan siku apa yang perlu diketahui daripada gambar itu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.places import of_link
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.playbook import Outline

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB304", "image-without-alt", Severity.ERROR, on=Outline)
def image_without_alt(outline: Outline) -> Iterator[Finding]:
    """Look for images whose square brackets are empty."""
    for image in outline.images:
        if not image.alt.strip():
            yield Finding(
                of_link(image),
                f"the image `{image.src}` has no alternative text",
                "say in the square brackets what the image tells: `![…](…)`",
            )
