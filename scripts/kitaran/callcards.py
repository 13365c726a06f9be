"""Call cards: what a stage or an objection comes down to while the client is on the line.

A card is drawn from its playbook page, so there is one text to keep. What a page lacks, its
card lacks too: nothing is made up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.library import Library, Page
    from kitaran.models.text import Locale

COLLECTIONS = ("stages", "objections")
"""The collections whose pages have a card."""
QUESTIONS = 3
"""The most questions on a card: nobody looks through more while somebody waits."""
_SHORT = 60
"""A sentence of a purpose that is shorter, in characters, takes the next one along."""

_SECTION = re.compile(r"^## .*\{#([\w-]+)\}[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)", re.DOTALL)
_ADMONITION = re.compile(r'(?:!!!|\?\?\?\+?) (\w+)(?: +"(.*)")?')
_SPOKEN = re.compile(r"[^“]*“[^“”]+”")
_STRAIGHT = re.compile(r'"([^"]*)"')
_SENTENCE = re.compile(
    r"(?<!\bSdn)(?<!\bBhd)(?<!\bNo)(?<!\bDr)(?<!\be\.g)(?<!\bi\.e)[.!?][*”)]*(?=\s|$)"
)
_RULE = re.compile(r"\|[\s:|-]+\|?")


class Exchange(NamedTuple):
    """What to say in a situation, and what not to say. Texts are Markdown without links."""

    situation: str
    say: str
    avoid: str


class Step(NamedTuple):
    """What to agree on, and when that is the step."""

    when: str
    """The case that it is for; empty where it holds in every case."""
    do: str


@dataclass(frozen=True)
class CallCard:
    """A card in one language. Texts are Markdown of one line, without links."""

    page: Page
    """The page that it is drawn from."""
    line: str
    """The sentence to say; a stage's purpose; the page's summary where it has neither."""
    spoken: bool
    """Whether that line is to be said as it stands."""
    questions: tuple[str, ...]
    exchanges: tuple[Exchange, ...]
    lead: str
    """What stands above the steps; often nothing."""
    steps: tuple[Step, ...]


def has_card(page: Page) -> bool:
    """Say whether a page has a card: every stage and every objection."""
    return page.collection in COLLECTIONS and page.kind in ("stage", "objection")


def cards(library: Library, locale: Locale) -> tuple[CallCard, ...]:
    """Draw every card of a language: stages first, each collection in its order."""
    return tuple(
        card(page)
        for collection in COLLECTIONS
        for page in library.pages(locale, collection)
        if has_card(page)
    )


def card(page: Page) -> CallCard:
    """Draw the card of a page."""
    sections = _sections(page.body)
    stage = page.kind == "stage"
    line = _purpose(sections.get("purpose", ())) if stage else _quote(sections.get("response", ()))
    asked = _questions(sections.get("questions-to-ask" if stage else "questions", ()))
    lead, steps = _steps(sections.get("exit-criteria" if stage else "next-step", ()))
    return CallCard(
        page,
        line or _plain(page.summary),
        bool(line) and not stage,
        # The line often asks the first of them already.
        tuple(q for q in asked if q.strip("“”") not in line)[:QUESTIONS],
        tuple(_exchanges(sections.get("say-this" if stage else "response", ()))),
        lead,
        steps,
    )


class _Block(NamedTuple):
    """A piece of Markdown: `text`, `item`, `row`, `quote`, or the kind of an admonition."""

    kind: str
    text: str


def _sections(body: str) -> dict[str, tuple[_Block, ...]]:
    """Read the sections of a page by the ids of their headings."""
    parts = _SECTION.split(_FENCE.sub("", body))
    return {name: tuple(_blocks(text)) for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def _blocks(text: str) -> Iterator[_Block]:
    """Part a section into its pieces."""
    for piece in re.split(r"\n[ \t]*\n(?![ \t])", text.strip("\n")):
        lines = piece.strip("\n").split("\n")
        first = lines[0]
        admonition = _ADMONITION.match(first)
        if first.startswith("#") or not first.strip():
            continue
        if admonition:
            inner = "\n".join(line.strip() for line in lines[1:])
            yield _Block(admonition[1], inner)
        elif first.startswith("|"):
            rows = [line for line in lines if line.startswith("|")]
            yield from (_Block("row", row) for row in rows[2:] if not _RULE.fullmatch(row))
        elif first.startswith(">"):
            yield _Block("quote", _said(lines))
        elif _ITEM.match(first):
            yield from (_Block("item", item) for item in _items(lines))
        else:
            yield _Block("text", _plain(" ".join(lines)))


def _items(lines: list[str]) -> Iterator[str]:
    """Give the items of a list; what is nested in one is left out."""
    item = ""
    nested = False
    for line in lines:
        begins = _ITEM.match(line)
        if begins:
            if item:
                yield _plain(item)
            item, nested = begins[1], False
        elif _ITEM.match(line.strip()):
            nested = True
        elif not nested:
            item += f" {line.strip()}"
    if item:
        yield _plain(item)


def _said(lines: list[str]) -> str:
    """Give the text of a quotation; without any, of the lines as they are."""
    quoted = [line.lstrip("> ").strip() for line in lines if line.lstrip().startswith(">")]
    return _plain(" ".join(quoted or [line.strip() for line in lines]))


def _plain(text: str) -> str:
    """Bring a text onto one line, and keep the words of its links only: a card leads nowhere.

    >>> _plain("Lihat [kuasa anda](a.md#b)  di sini {#x}")
    'Lihat kuasa anda di sini'
    >>> _plain('Tanya "bila?"')
    'Tanya “bila?”'
    """
    text = re.sub(r"[ \t]*\{:?[ ]*[#.][^{}]*\}", "", _LINK.sub(r"\1", text))
    return _STRAIGHT.sub("“\\1”", " ".join(text.split()))


def _cells(row: str) -> list[str]:
    """Give the cells of a row of a table."""
    return [_plain(cell).replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row.strip("| "))]


def _purpose(blocks: tuple[_Block, ...]) -> str:
    """Give the first sentence of a purpose, and the next where it is short."""
    text = next((block.text for block in blocks if block.kind == "text"), "").replace("**", "")
    for end in _SENTENCE.finditer(text):
        if end.end() >= _SHORT:
            return text[: end.end()]
    return text


def _quote(blocks: tuple[_Block, ...]) -> str:
    """Give the first quotation that stands by itself."""
    return next((block.text for block in blocks if block.kind == "quote"), "")


def _questions(blocks: tuple[_Block, ...]) -> list[str]:
    """Give the questions of a list or a table."""
    found: list[str] = []
    for block in blocks:
        if block.kind == "item":
            found.append(_asked(block.text))
        elif block.kind == "row":
            cells = _cells(block.text)
            found.append(next((cell for cell in cells if _SPOKEN.match(cell)), cells[-1]))
    return found


def _asked(item: str) -> str:
    """Give a question without the reason that stands behind it.

    >>> _asked("**“Bila stok habis?”** Pesanan pertama mengambil 25 hari.")
    '“Bila stok habis?”'
    >>> _asked("Kepada penyelia: “Apa berubah?” Tanya dulu.")
    'Kepada penyelia: “Apa berubah?”'
    """
    spoken = _SPOKEN.match(item)
    if spoken:
        return spoken[0].replace("**", "").strip()
    bold = re.match(r"\*\*(.+?)\*\*", item)
    return bold[1] if bold else item


def _exchanges(blocks: tuple[_Block, ...]) -> Iterator[Exchange]:
    """Give what to say and what not to, with the situation that stands above the two."""
    situation = say = ""
    for block in blocks:
        if block.kind == "text":
            heading = re.fullmatch(r"\*\*(.+?)\*\*:?", block.text)
            situation = heading[1].rstrip(":") if heading else situation
        elif block.kind == "success":
            if say:
                yield Exchange(situation, say, "")
            say = _said(block.text.split("\n"))
        elif block.kind == "failure" and say:
            yield Exchange(situation, say, _said(block.text.split("\n")))
            situation = say = ""
    if say:
        yield Exchange(situation, say, "")


def _steps(blocks: tuple[_Block, ...]) -> tuple[str, tuple[Step, ...]]:
    """Give what stands above the steps, and the steps: rows, items, a sentence to say."""
    steps: list[Step] = []
    for block in blocks:
        if block.kind == "row":
            when, *rest = _cells(block.text)
            steps.append(Step(when, " · ".join(rest)) if rest else Step("", when))
        elif block.kind in ("item", "quote"):
            steps.append(Step("", block.text))
    lead = blocks[0].text if blocks and blocks[0].kind == "text" else ""
    return lead, tuple(steps)
