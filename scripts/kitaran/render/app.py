"""What a browser needs to install the site as an application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kitaran.render.links import url

if TYPE_CHECKING:
    from kitaran.render.page import Context

URI = "manifest.webmanifest"
COLOUR = "#00695c"
"""The colour of the header, as in `assets/css/base.css`."""
_ICONS = (("icon.svg", "any", "any"), ("icon-192.png", "192x192", "any"))
_LARGE = (("icon-512.png", "512x512", "any"), ("icon-maskable-512.png", "512x512", "maskable"))
_SHORTCUTS = {"cards.title": "card.md", "practice": "practice/index.md"}


def manifest(context: Context, name: str, description: str) -> dict[str, Any]:
    """Describe the site of one language. Addresses count from its root, where the file stands.

    Args:
        context: The handbook.
        name: What the site is called.
        description: What it says of itself; may be empty.
    """
    w = context.words
    kinds = {"svg": "image/svg+xml", "png": "image/png"}
    said = {
        "name": name,
        "short_name": name if len(name) <= 12 else name.split()[0][:12],
        "description": description,
        "lang": context.locale,
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": COLOUR,
        "categories": ["business", "education"],
        "icons": [
            {
                "src": f"assets/kitaran/icons/{file}",
                "sizes": sizes,
                "type": kinds[file.rpartition(".")[2]],
                "purpose": purpose,
            }
            for file, sizes, purpose in (*_ICONS, *_LARGE)
        ],
        "shortcuts": [
            {"name": w(key), "url": url("index.md", target)} for key, target in _SHORTCUTS.items()
        ],
    }
    return {key: value for key, value in said.items() if value}
