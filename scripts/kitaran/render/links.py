"""Turn links between files into links between pages.

Authors link to files as they stand in the repository, so that the links also work where the
repository is browsed. On the site, `playbooks/` and `docs/` share one root, and YAML records
have pages of their own.
"""

from __future__ import annotations

import posixpath
import re

_TARGET = re.compile(r"(?<=\]\()([^()\s]+\.(?:md|yml))(?=[#)\s])")
_ROOTS = ("playbooks/", "docs/", "quizzes/")


def site_path(path: str) -> str:
    """Give the page that a file becomes.

    >>> site_path("playbooks/stages/closing.md"), site_path("playbooks/glossary.yml")
    ('stages/closing.md', 'glossary.md')
    >>> site_path("quizzes/roleplays/price.yml")
    'roleplays/price.md'
    """
    for root in _ROOTS:
        if path.startswith(root):
            path = path[len(root) :]
            break
    return path.removesuffix(".yml") + ".md" if path.endswith(".yml") else path


def rewrite(markdown: str, path: str) -> str:
    """Rewrite the links of a file, and the ids of its checklist items, for the site.

    Args:
        markdown: The text.
        path: The file that it stands in, relative to the handbook's root.

    >>> rewrite("[a](../../docs/start.md#x)", "playbooks/stages/closing.md")
    '[a](../start.md#x)'
    """
    folder = posixpath.dirname(path)
    here = posixpath.dirname(site_path(path)) or "."

    def target(match: re.Match[str]) -> str:
        link = match[1]
        if "://" in link or link.startswith("/"):
            return link
        file = posixpath.normpath(posixpath.join(folder, link))
        return posixpath.relpath(site_path(file), here)

    return item_ids(_TARGET.sub(target, markdown))


_ITEM = re.compile(
    r"^([ \t]*)([-*+] \[[ xX]\] .*?)[ \t]*\{:?[ ]*#([\w-]+)[ ]*\}[ \t]*$", re.MULTILINE
)


def item_ids(markdown: str) -> str:
    r"""Move the ids of checklist items to a line of their own.

    There every builder with attribute lists takes them for the item's; at the end of the item
    they would show as text.

    >>> item_ids("- [ ] Hantar draf {#send-draft}")
    '- [ ] Hantar draf\n    {: #send-draft }'
    """
    return _ITEM.sub(r"\1\2\n\1    {: #\3 }", markdown)


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
