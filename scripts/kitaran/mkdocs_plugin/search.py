"""Put the handbook's own search in the place of the theme's: its box stays, its index does not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kitaran.search.entries import entries
from kitaran.search.files import index_files
from kitaran.search.index import make_index

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from kitaran.render.page import Context, RenderedPage

FOLDER = "assets/kitaran/search"
_PLUGINS = ("material/search", "search")
_INDEX = {"config": {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": []}, "docs": []}
"""All that the theme still asks for: how to tell the words to mark on a page that was found."""


def take_over(config: MkDocsConfig) -> bool:
    """Keep the theme's search from reading every page, and from writing an index.

    Returns:
        Whether there is a search box at all: without the plugin the theme shows none.
    """
    named = [config.plugins[name] for name in _PLUGINS if name in config.plugins]
    for event in ("page_context", "post_build"):
        methods: list[Any] = config.plugins.events[event]
        methods[:] = [each for each in methods if getattr(each, "__self__", None) not in named]
    return bool(named)


def search_files(context: Context, pages: Iterable[RenderedPage]) -> dict[str, str]:
    """Give the files of one language's index, by their place on the site."""
    table = context.words.table
    names = {"kinds": table["search_kinds"], "months": table["months"], **table["search_box"]}
    index = make_index(entries(context, pages))
    written = index_files(index, context.library.glossary, context.locale, names)
    files = {f"{FOLDER}/{name}": text for name, text in written.items()}
    return {**files, "search/search_index.json": json.dumps(_INDEX)}
