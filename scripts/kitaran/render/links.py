"""Turn links between files into links between pages.

Authors link to files as they stand in the repository, so that the links also work where the
repository is browsed. On the site, `playbooks/` and `docs/` share one root, and YAML records
have pages of their own.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from kitaran.check.links import site_link, site_path

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["item_ids", "link", "plain", "relative", "rewrite", "site_path", "url"]

_TARGET = re.compile(r"(?<=\]\()(<[^<>]+>|[^()<>\s]+)(?=[)\s])")
_DEFINITION = re.compile(r"^( {0,3}\[[^\]^][^\]]*\]:\s*)(\S+)")
_CODE = re.compile(r"(`+[^`]*`+)")
_FENCE = re.compile(r"\s*(```|~~~)")
_ITEM = re.compile(r"^([ \t]*)[-*+] \[[ xX]\] ")
_MORE = re.compile(r"^[ \t]+(?![-*+] |\d+[.)] )\S")
_ID = re.compile(r"[ \t]*\{:?[ ]*#([\w-]+)[ ]*\}[ \t]*$")


def rewrite(markdown: str, path: str) -> str:
    """Rewrite the links of a file, and the ids of its checklist items, for the site.

    Args:
        markdown: The text.
        path: The file that it stands in, relative to the handbook's root.

    >>> rewrite("[a](../../docs/start.md#x) `[a](b.yml)`", "playbooks/stages/closing.md")
    '[a](../start.md#x) `[a](b.yml)`'
    """

    def target(match: re.Match[str]) -> str:
        address = match[0]
        if address.startswith("<"):
            return f"<{site_link(path, address[1:-1])}>"
        return site_link(path, address)

    def definition(match: re.Match[str]) -> str:
        return match[1] + site_link(path, match[2])

    lines: list[str] = []
    for line, code in _lines(markdown):
        if not code:
            parts = _CODE.split(_DEFINITION.sub(definition, line))
            parts[::2] = [_TARGET.sub(target, part) for part in parts[::2]]
            line = "".join(parts)
        lines.append(line)
    return item_ids("\n".join(lines))


def _lines(markdown: str) -> Iterator[tuple[str, bool]]:
    """Give every line, and whether it belongs to a fenced block of code."""
    fence = ""
    for line in markdown.split("\n"):
        match = _FENCE.match(line)
        if match and fence in ("", match[1]):
            fence = "" if fence else match[1]
            yield line, True
        else:
            yield line, bool(fence)


def item_ids(markdown: str) -> str:
    r"""Move the ids of checklist items to a line of their own.

    There every builder with attribute lists takes them for the item's; at the end of the item
    they would show as text.

    >>> item_ids("- [ ] Hantar draf {#send-draft}")
    '- [ ] Hantar draf\n    {: #send-draft }'
    """
    lines: list[str] = []
    indent: str | None = None
    for line, code in _lines(markdown):
        start = None if code else _ITEM.match(line)
        if start:
            indent = start[1]
        elif indent is not None and not _MORE.match(line):
            indent = None
        found = _ID.search(line) if indent is not None else None
        if found:
            lines += [line[: found.start()], f"{indent}    {{: #{found[1]} }}"]
            indent = None
        else:
            lines.append(line)
    return "\n".join(lines)


_SIGNS = re.compile(r"([\\`*_{}\[\]<>])")


def plain(text: str) -> str:
    r"""Write a text so that Markdown shows it as it is.

    >>> print(plain("Harga [baharu] {#x}"))
    Harga \[baharu\] \{#x\}
    """
    return _SIGNS.sub(r"\\\1", text).replace("\\<", "&lt;").replace("\\>", "&gt;")


def link(title: str, target: str) -> str:
    """Write a link in Markdown.

    >>> link("Harga", "price.md")
    '[Harga](price.md)'
    """
    return f"[{plain(title)}]({target})"


def relative(page: str, target: str) -> str:
    """Give the link from one page of the site to another, both as Markdown paths.

    >>> relative("stages/closing.md", "objections/price.md")
    '../objections/price.md'
    """
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def url(page: str, target: str) -> str:
    """Give the address from one page to another, as they are served: a folder a page.

    It is for links in HTML, which MkDocs does not translate.

    >>> url("index.md", "stages/closing.md"), url("stages/closing.md", "glossary.md")
    ('stages/closing/', '../../glossary/')
    """
    there = _folder(target)
    result = posixpath.relpath(there or ".", _folder(page) or ".")
    return "./" if result == "." else f"{result}/"


def _folder(page: str) -> str:
    """Give the folder that a page is served from."""
    stem = page.removesuffix(".md")
    return stem.removesuffix("index").rstrip("/") if stem.split("/")[-1] == "index" else stem
