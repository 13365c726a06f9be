"""Two files would stand at the same address of the site.

`docs/` and `playbooks/` share one root there, so a page can be shown from one of them only.
The other one is left out without a word, and every link to it leads to the wrong text.

Example:
    ```
    playbooks/stages/closing.md
    docs/stages/closing.md
    ```

Instead:
    ```
    playbooks/stages/closing.md
    docs/closing-for-managers.md
    ```

Malay:
    Dua fail akan berada di alamat laman yang sama.

    `docs/` dan `playbooks/` berkongsi satu akar di laman, maka hanya satu halaman dapat
    dipaparkan. Yang satu lagi hilang tanpa sebarang makluman, dan pautan kepadanya membawa
    pembaca ke teks yang salah. Namakan semula salah satu fail itu.
"""

from __future__ import annotations

import re
from posixpath import basename, dirname, join
from typing import TYPE_CHECKING

from kitaran.check.facts import Facts
from kitaran.check.links import original, site_path
from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity, Span
from kitaran.models.playbook import COLLECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAVE_PAGES = frozenset(
    {"playbook", "document", "path", "scorecard", "form", "session", "roleplay", "glossary"}
)
_LISTS = frozenset(
    f"{name}/index.html"
    for name in (
        *COLLECTIONS,
        "practice",
        "quizzes",
        "paths",
        "scorecards",
        "forms",
        "sessions",
        "roleplays",
    )
)
"""The pages that list what there is; of a collection, somebody may have written it."""
_MADE = re.compile(r"rules/(kb\d+/)?index\.html$|assets/kitaran/")
"""The files that come with the package."""


@rule("KB123", "two-files-one-address", Severity.ERROR, on=Facts)
def two_files_one_address(facts: Facts) -> Iterator[Finding]:
    """Compare where files go; the one in `docs/` gives way."""
    owners: dict[str, str] = {"glossary/index.html": "", **dict.fromkeys(_LISTS, "")}
    paths = [*(f.path for f in facts.files if f.kind in _HAVE_PAGES), *facts.assets]
    for path in sorted(paths, key=_rank):
        file = _file(path)
        folded = file.casefold()
        language = folded.partition("/")[0]
        if language in facts.languages[1:]:
            yield _finding(
                path,
                f"`{_address(file)}` is an address of the site in `{language}`",
                "rename the file or its folder; a page in that language ends in `.en.md`",
            )
        elif _MADE.match(folded) or (owners.get(folded) == "" and not _may_list(path)):
            yield _finding(
                path,
                f"`{_address(file)}` is the address of a page that is made by itself",
                "rename the file",
            )
        else:
            # In a handbook in English alone `x.md` is English, and `x.en.md` is no other page.
            name = path if facts.languages[0] == "en" else original(path)
            owner = owners[folded] = owners.get(folded) or name
            if owner != name:
                address = _address(file)
                yield _finding(
                    path,
                    f"`{address}` is the address of `{owner}` already"
                    if address
                    else f"the home page is that of `{owner}` already",
                    "rename the file, or move its text there"
                    if path.endswith(".md")
                    else "rename the file, or remove it",
                )


def _finding(path: str, message: str, remedy: str) -> Finding:
    """Point at a file as a whole."""
    return Finding(Span(), message, remedy, path)


def _rank(path: str) -> tuple[bool, bool, bool, bool, str]:
    """Say which file keeps an address: playbooks before documents, Markdown before the rest."""
    return (
        path.startswith("docs/"),
        not path.endswith((".md", ".yml")),
        basename(path).startswith("README"),
        path.endswith(".en.md"),
        path,
    )


def _may_list(path: str) -> bool:
    """Tell whether a file is one that its author writes in the place of a page that is made."""
    if path == "playbooks/glossary.yml":
        return True
    return path.startswith("playbooks/") and basename(original(path)) == "index.md"


def _file(path: str) -> str:
    """Give the file of the built site that a file becomes.

    >>> _file("docs/start.en.md"), _file("docs/README.md"), _file("playbooks/stages/form.pdf")
    ('start/index.html', 'index.html', 'stages/form.pdf')
    """
    inner = site_path(path)
    if not inner.endswith(".md"):
        return inner
    stem = inner.removesuffix(".md")
    folder = dirname(stem) if basename(stem) in ("index", "README") else stem
    return join(folder, "index.html")


def _address(file: str) -> str:
    """Give the address at which a file of the built site is served.

    >>> _address("start/index.html"), _address("stages/form.pdf")
    ('start/', 'stages/form.pdf')
    """
    return file.removesuffix("index.html")
