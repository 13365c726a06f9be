"""A content security policy for each page: this site's own host, and the scripts it came with.

Material puts a few short scripts into its pages. They are allowed by their hashes, so that no
other inline script can run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache

_SCRIPT = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>(.*?)</script>", re.DOTALL
)
_CHARSET = re.compile(r'<meta charset="utf-8">', re.IGNORECASE)


def with_policy(html: str, lrs: str = "") -> str:
    """Add the policy to a page.

    Args:
        html: The page.
        lrs: The address of a learning record store that its scripts may send to.

    >>> page = '<meta charset="utf-8"><script>a()</script>'
    >>> "script-src 'self' 'sha256-" in with_policy(page)
    True
    """
    hashes = sorted({_hash(script) for script in _SCRIPT.findall(html)})
    store = re.match(r"https?://[^/]+", lrs)
    connect = " ".join(["'self'", *([store[0]] if store else [])])
    scripts = " ".join(["'self'", *hashes])
    policy = (
        f"default-src 'self'; script-src {scripts}; style-src 'self'; img-src 'self' data:; "
        f"font-src 'self'; connect-src {connect}; worker-src 'self'; manifest-src 'self'; "
        "object-src 'none'; base-uri 'self'; form-action 'self'"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda match: f"{match[0]}\n      {meta}", html, count=1)


@lru_cache(maxsize=256)
def _hash(script: str) -> str:
    """Hash a script as the policy names it."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
