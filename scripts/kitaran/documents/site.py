"""What papers say of the handbook's site: its name and where it is served."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from kitaran.load.source import read
from kitaran.load.yaml import parse

if TYPE_CHECKING:
    from pathlib import Path

    from kitaran.models.text import Locale

_OUTSIDE = ("https://", "http://", "mailto:", "tel:")


class Site(NamedTuple):
    """The site that the handbook is read on, as far as it is known."""

    name: str = ""
    """What the handbook is called."""
    url: str = ""
    """Where it is served, with a slash at the end; empty where that is not known."""
    original: Locale = "ms"
    """The language that is served at the root."""

    def page(self, page_id: str, locale: Locale, anchor: str = "") -> str:
        """Give the address of a playbook page; empty where the site's is not known.

        >>> Site(url="https://kitaran.example/").page("stages/closing", "en", "checklist")
        'https://kitaran.example/en/stages/closing/#checklist'
        """
        if not self.url:
            return ""
        folder = page_id.removesuffix("index").rstrip("/")
        language = "" if locale == self.original else f"{locale}/"
        return f"{self.url}{language}{folder}/" + (f"#{anchor}" if anchor else "")

    def address(self, href: str, page_id: str, locale: Locale) -> str:
        """Give the whole address of a link that stands on a page.

        Returns:
            The empty string where a paper cannot lead there: a page of the handbook while the
            site's address is not known, a file of another kind, or an unsafe scheme.

        >>> Site().address("../objections/price.md", "stages/closing", "ms")
        ''
        """
        if href.lower().startswith(_OUTSIDE):
            return href
        target, _, anchor = href.partition("#")
        if not target:
            return self.page(page_id, locale, anchor)
        if not target.endswith(".md") or ":" in target or target.startswith("/"):
            return ""
        file = posixpath.normpath(posixpath.join("playbooks", f"{page_id}.md", "..", target))
        # On the site, `playbooks/` and `docs/` share one root.
        folder, _, inner = file.partition("/")
        known = folder in ("playbooks", "docs") and inner
        return self.page(inner.removesuffix(".md"), locale, anchor) if known else ""


def site_of(root: Path, original: Locale = "ms") -> Site:
    """Read name and address from the handbook's `mkdocs.yml`, where there is one."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        return Site(original=original)
    data = parse(read(file, "mkdocs.yml").text).data
    values = data if isinstance(data, dict) else {}
    name, url = values.get("site_name"), values.get("site_url")
    return Site(
        name if isinstance(name, str) else "",
        with_slash(url) if isinstance(url, str) else "",
        original,
    )


def with_slash(url: str) -> str:
    """Let an address of a web site end in one slash; what is no such address is left out.

    >>> with_slash("https://kitaran.example"), with_slash("kitaran")
    ('https://kitaran.example/', '')
    """
    return url.rstrip("/") + "/" if url.startswith(("https://", "http://")) else ""
