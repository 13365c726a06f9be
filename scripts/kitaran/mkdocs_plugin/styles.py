"""The stylesheets of the site: one for every page, and one for each page that needs its own.

They are written as a file for each subject, and sent as one: on a telephone a dozen requests
cost more than the few kilobytes that some page does not need.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SHARED = "assets/kitaran/css/kitaran.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")


def stylesheets(folder: Path) -> dict[str, str]:
    """Give the text of each stylesheet by its place on the site.

    Args:
        folder: The folder of the sources; those in its folder `pages/` stay apart, and bring
            what the announcement of a new version needs.
    """
    sources = sorted(folder.glob("*.css"))
    sheets = {SHARED: small("\n".join(source.read_text("utf-8") for source in sources))}
    update = (folder / "update.css").read_text("utf-8")
    for source in sorted((folder / "pages").glob("*.css")):
        text = small(f"{source.read_text('utf-8')}\n{update}")
        sheets[f"assets/kitaran/css/pages/{source.name}"] = text
    return sheets


def small(css: str) -> str:
    r"""Leave out of a stylesheet what browsers do not read: comments and spaces.

    Texts in quotation marks must not hold more than one space together, nor a brace.

    >>> small("a {\n  /* why */\n  color: red;\n}\n")
    'a{color: red}'
    """
    text = _SPACE.sub(" ", _COMMENT.sub("", css)).strip()
    return _AROUND.sub(r"\1", text).replace(";}", "}")
