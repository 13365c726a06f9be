"""The scripts of the site: as they are written, without what browsers do not read."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def slim(script: str) -> str:
    r"""Leave comments that fill their lines, and the space before code, out of a script.

    A third of what is sent is saved. No text of a script may run over several lines: that of a
    template literal would lose its indentation. A test holds this.

    >>> slim("/** Why. */\nexport function a() {\n  // Why.\n  return 1;\n}\n")
    'export function a() {\nreturn 1;\n}\n'
    """
    return _INDENT.sub("", _COMMENT.sub("", script))
