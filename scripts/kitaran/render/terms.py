"""Link the first mention of each glossary term on a page to its definition.

The definition is the link's title, so pointer and keyboard show it as a tooltip, and a touch
leads to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kitaran.render.links import relative

if TYPE_CHECKING:
    from kitaran.models.glossary import Glossary
    from kitaran.models.text import Locale

_KEEP = re.compile(
    r"(!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?|`[^`]*`|<[^>]*>|\{[^}]*\}|\*\*[^*]+\*\*)"
)
"""What is never touched within a line: links, code, HTML, ids, and what is set in bold."""
_SKIP = re.compile(r"\s*(#|\||[-*] \[[ xX]\]|```|~~~|!!!|:::|<|>\s*\||\[\^)")
"""Lines that are never touched: headings, tables, checklist items, titles of admonitions."""


@dataclass(frozen=True)
class Terms:
    """The terms of one language, ready to be found."""

    pattern: re.Pattern[str] | None
    ids: dict[str, tuple[str, str]]
    """By the folded term: its id, and its definition."""

    @classmethod
    def of(cls, glossary: Glossary, locale: Locale) -> Terms:
        """Prepare a glossary for one language. Longer terms win over those within them."""
        ids: dict[str, tuple[str, str]] = {}
        for term in glossary.terms:
            name = term.ms if locale == "ms" else term.en
            meaning = " ".join(term.definition.get(locale).split()).replace('"', "”")
            ids.setdefault(name.casefold(), (term.id, meaning))
        if not ids:
            return cls(None, ids)
        names = "|".join(re.escape(name) for name in sorted(ids, key=lambda n: (-len(n), n)))
        return cls(re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE), ids)

    def link(self, markdown: str, page: str) -> str:
        """Link the first mention of each term in a Markdown text.

        Args:
            markdown: The body of the page.
            page: The page's path on the site, such as `stages/closing.md`.
        """
        if self.pattern is None:
            return markdown
        glossary = relative(page, "glossary.md")
        seen: set[str] = set()

        def mention(match: re.Match[str]) -> str:
            name = match[0].casefold()
            if name in seen:
                return match[0]
            seen.add(name)
            term, meaning = self.ids[name]
            return f'[{match[0]}]({glossary}#{term} "{meaning}"){{.kt-term}}'

        lines, fenced = markdown.split("\n"), False
        for index, line in enumerate(lines):
            if line.lstrip().startswith(("```", "~~~")):
                fenced = not fenced
            if fenced or _SKIP.match(line) or not line.strip():
                continue
            parts = _KEEP.split(line)
            parts[::2] = [self.pattern.sub(mention, part) for part in parts[::2]]
            lines[index] = "".join(parts)
        return "\n".join(lines)
