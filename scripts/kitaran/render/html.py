"""Make HTML from templates. Everything that an author wrote is escaped or rendered as Markdown."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

_INLINE = MarkdownIt("commonmark", {"html": False})


def inline(text: str) -> Markup:
    """Render the inline Markdown of a short text; HTML in it shows as it was typed.

    >>> print(inline("**not** <b>"))
    <strong>not</strong> &lt;b&gt;
    """
    return Markup(_INLINE.renderInline(" ".join(text.split())))


def key(text: str) -> str:
    """Give a short name that stands for a text, the same on every machine.

    An option keeps its name when it changes its place, and gets another when it is reworded.

    >>> key("Tanya siapa yang menandatangani")
    'd8f3ad5f'
    """
    return blake2b(text.encode(), digest_size=4).hexdigest()


def _template(name: str) -> str | None:
    """Read a template of the package."""
    file = files("kitaran.render") / "templates" / name
    return file.read_text("utf-8") if file.is_file() else None


@cache
def environment() -> Environment:
    """Make the template environment, once."""
    made = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["md"] = inline
    made.filters["key"] = key
    return made


def render(name: str, /, **values: Any) -> str:
    """Fill a template in.

    The result has no empty lines: Markdown takes an empty line for the end of an HTML block.
    """
    made = environment().get_template(name).render(**values)
    return "\n".join(line.strip() for line in made.split("\n") if line.strip())


def block(html: str) -> str:
    """Wrap HTML so that every Markdown processor leaves it alone.

    Custom elements are no block elements to Markdown; a `div` is.
    """
    return f'<div class="kt-block">\n{html}\n</div>'
