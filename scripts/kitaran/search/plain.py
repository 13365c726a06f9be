"""Plain text out of Markdown, and the parts of a page that answer a question."""

from __future__ import annotations

import re

_DROP = re.compile(
    r"^(?:```|~~~).*|^\s*\|?[ :|-]{3,}$|<!--.*?-->|<[^>]*>|\{[:#.][^}]*\}|^(?:!!!|\?\?\?)\s*\w*"
    r"|^\[\^?[^\]]*\]:.*",
    re.MULTILINE,
)
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?")
_SIGN = re.compile(r"[*_`>#|]+|^\s*(?:[-+]|\d+[.)])\s+(?:\[[ xX]\]\s*)?", re.MULTILINE)
_RESPONSE = re.compile(r"^##[^\n]*\{#response\}[^\n]*\n+((?:>[^\n]*\n?)+)", re.MULTILINE)
_HEARD = re.compile(r"^##[^\n]*\{#heard\}[^\n]*\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{2,4} +(.*?)(?: *\{[^}]*\})? *$", re.MULTILINE)
_QUOTES = "\"'“”‘’ "


def plain(markdown: str) -> str:
    r"""Give what people read, line by line.

    >>> plain("## Jawapan {#response}\n\n> \"Boleh, [Encik](x.md).\" **Ya**\n")
    'Jawapan\n"Boleh, Encik." Ya'
    """
    text = _SIGN.sub(" ", _LINK.sub(r"\1", _DROP.sub("", markdown)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def answer(body: str) -> str:
    """Give the words to say of an objection card; the empty string where it has none."""
    found = _RESPONSE.search(body)
    return " ".join(plain(found[1]).split("\n")).strip() if found else ""


def heard(body: str) -> list[str]:
    """Give what clients say, of an objection card."""
    found = _HEARD.search(body)
    if found is None:
        return []
    return [line.strip(_QUOTES) for line in plain(found[1]).split("\n")]


def sections(body: str) -> list[str]:
    """Give the headings of a page."""
    return [plain(match[1]) for match in _HEADING.finditer(body)]
