"""Every page of one language's site, and its navigation."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Any

from kitaran.render import pages as kinds
from kitaran.render.cards import rest
from kitaran.render.page import MENUS, RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kitaran.render.page import Context

LONGEST = 40
"""The most entries under one heading of the navigation, before it is parted."""


def render_site(context: Context) -> tuple[RenderedPage, ...]:
    """Render every page, in the order of their paths.

    A kind of page is one module in `render/pages/`; a new one is found by itself.
    """
    found: dict[str, RenderedPage] = {}
    for module in pkgutil.iter_modules(kinds.__path__):
        renderer = importlib.import_module(f"{kinds.__name__}.{module.name}")
        for page in renderer.pages(context):
            found.setdefault(page.uri, page)
    if context.errors:
        _show_the_rest(context, found)
    return tuple(found[uri] for uri in sorted(found))


def _show_the_rest(context: Context, found: dict[str, RenderedPage]) -> None:
    """Show on the home page what is wrong with files that have no page."""
    shown = {path for path in context.errors for page in found.values() if path in page.body}
    left = rest(context, shown)
    home = found.get("index.md")
    if left:
        body = left + (home.body if home else "")
        title = home.title if home else context.words("site")
        found["index.md"] = RenderedPage("index.md", title, body, "home", source=None)


def navigation(context: Context, pages: Iterable[RenderedPage]) -> list[Any]:
    """Arrange pages as MkDocs' `nav`: parts, within them headings, within them pages."""
    by_menu: dict[str, list[RenderedPage]] = {menu: [] for menu in MENUS}
    for page in pages:
        if page.menu:
            by_menu[page.menu].append(page)
    nav: list[Any] = []
    for menu, members in by_menu.items():
        if not members:
            continue
        members.sort(key=lambda page: page.order)
        if menu == "home":
            nav += [{page.title: page.uri} for page in members]
        else:
            nav.append({_title(context, menu): _items(members)})
    return nav


def _title(context: Context, menu: str) -> str:
    """Name a part of the navigation."""
    named = menu in context.words.table["collections"]
    return context.words(f"collections.{menu}" if named else menu)


def _items(pages: list[RenderedPage]) -> list[Any]:
    """Put pages that share a heading under it, where the first of them stands."""
    items: list[Any] = []
    groups: dict[str, list[Any]] = {}
    for page in pages:
        # Without a title of its own, an index page becomes the heading's own page.
        entry: Any = page.uri if page.uri.endswith("/index.md") else {page.title: page.uri}
        if not page.group:
            items.append(entry)
        elif page.group in groups:
            groups[page.group].append(entry)
        else:
            groups[page.group] = [entry]
            items.append({page.group: groups[page.group]})
    for group in groups.values():
        group[:] = _parts(group)
    return _parts(items)


def _parts(items: list[Any]) -> list[Any]:
    """Part a long list, so that a page does not carry the names of a thousand others.

    Every page lists its neighbours in the navigation; without this, the cost of a page would
    grow with the handbook.
    """
    if len(items) <= LONGEST:
        return items
    own = [item for item in items if isinstance(item, str)]
    rest = [item for item in items if not isinstance(item, str)]
    chunks = [rest[i : i + LONGEST] for i in range(0, len(rest), LONGEST)]
    return [*own, *({f"{_name(chunk[0])} – {_name(chunk[-1])}": chunk} for chunk in chunks)]


def _name(item: dict[str, Any]) -> str:
    """Give the title of an entry of the navigation."""
    return next(iter(item))


def stage_site(context: Context, folder: Path) -> int:
    """Write every page as plain Markdown, with the pictures beside them.

    Returns:
        How many pages were written.
    """
    rendered = render_site(context)
    for page in rendered:
        file = folder / page.uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.markdown, "utf-8")
    for path, target in assets(context):
        file = folder / target
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((context.library.settings.root / path).read_bytes())
    return len(rendered)


def assets(context: Context) -> list[tuple[str, str]]:
    """List the pictures and downloads of the pages: file, and path on the site."""
    return [
        (entry.path, entry.path.partition("/")[2])
        for entry in context.library.tree.entries
        # A session plan is a page, and is there to be taken along as well.
        if entry.kind == "session"
        or (entry.kind == "asset" and not entry.path.startswith("docs/schemas/"))
    ]
