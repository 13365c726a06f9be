"""Name what Material leaves without a name, for those who hear a page instead of seeing it."""

from __future__ import annotations

import re

_SEARCH = re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")>')
_NAV = re.compile(r'(<nav class="md-nav"[^>]* aria-labelledby="__nav_[\d_]+)_label"')
_TITLE = re.compile(r'<label class="md-nav__title" for="(__nav_[\d_]+)">')


def with_names(html: str, search: str) -> str:
    """Name the search dialog, and the parts of the navigation by their titles.

    Material names a part by its switch, which holds an icon only where the part has a page.

    Args:
        html: The page.
        search: What the search is called.

    >>> with_names('<label class="md-nav__title" for="__nav_2_1">', "Cari")
    '<label class="md-nav__title" id="__nav_2_1_title" for="__nav_2_1">'
    """
    html = _SEARCH.sub(lambda match: f'{match[1]} aria-label="{search}">', html, count=1)
    html = _NAV.sub(r'\1_title"', html)
    return _TITLE.sub(r'<label class="md-nav__title" id="\1_title" for="\1">', html)
