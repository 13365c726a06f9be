"""A link leads to a file outside `docs/`, `playbooks/` and `quizzes/`, or begins at the root.

Such a file is on the author's computer but not on the site, on paper or in the offline
copy; and where the root is, depends on where the site is put.

Example:
    ```markdown
    [Harga](/home/aina/harga.pdf)  [Tahap](/stages/closing/)  [Lesen](../../LICENSE)
    ```

Instead:
    ```markdown
    [Harga](harga.pdf)  [Tahap](../stages/closing.md)
    ```

Malay:
    Pautan menuju ke fail di luar `docs/`, `playbooks/` dan `quizzes/`, atau bermula dengan `/`.

    Fail itu ada dalam komputer penulis tetapi tiada di laman, di atas kertas atau dalam
    salinan luar talian. Letak fail itu di sebelah halaman, atau tulis alamat penuh yang
    bermula dengan `https://`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from kitaran.check.links import UNSAFE, resolve, scheme
from kitaran.check.places import address, addresses, of_link
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.load.record import Loaded
from kitaran.models.document import Document
from kitaran.models.playbook import Image, Playbook

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB403", "link-leaves-handbook", Severity.ERROR, on=Loaded)
def link_leaves_handbook(loaded: Loaded) -> Iterator[Finding]:
    """Look at every link without a scheme."""
    page = loaded.record
    if not isinstance(page, Playbook | Document):
        return
    for link in addresses(page.outline):
        target = address(link)
        named = scheme(target)
        if (named and not _is_image_elsewhere(link, named)) or resolve(loaded.entry.path, target):
            continue
        yield Finding(of_link(link), *_say(link, unquote(target), named))


def _is_image_elsewhere(link: object, named: str) -> bool:
    """Whether an image is fetched from somebody else's site. Unsafe schemes are told elsewhere."""
    return isinstance(link, Image) and named not in UNSAFE


def _say(link: object, target: str, named: str) -> tuple[str, str]:
    """Word the fault and the remedy."""
    if isinstance(link, Image) and (named or target.startswith("//")):
        return (
            f"the image `{target}` is fetched from another site",
            "keep the image beside the page: it is then there offline and on paper",
        )
    if target.startswith("//"):
        return f"the link `{target}` has no scheme", f"write `https:{target}`"
    if target.startswith("/"):
        return (
            f"the link `{target}` begins at the site's root",
            "write it relative to this file, such as `../stages/closing.md`",
        )
    return (
        f"the link `{target}` leaves the handbook",
        "put the file beside the page, or write its whole address with `https://`",
    )
