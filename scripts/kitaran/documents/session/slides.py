"""The slides as PPTX: real layouts and placeholders, notes for the trainer, wide format.

The layouts are those of PowerPoint's own plain template, widened and given the handbook's colour,
so whoever edits the slides meets what every other presentation has.
"""

from __future__ import annotations

import io
from copy import deepcopy
from datetime import datetime
from importlib.util import find_spec
from math import ceil
from typing import TYPE_CHECKING, Any

from kitaran.documents.formats import FormatError
from kitaran.documents.inline import parse, plain
from kitaran.documents.packed import repacked
from kitaran.documents.session.ask import flat
from kitaran.documents.session.look import CONTENT, NUMBER, SECTION, TITLE, dress, without_bullet
from kitaran.documents.session.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kitaran.documents.session.ask import Asked
    from kitaran.documents.session.context import Pack
    from kitaran.sessions.agenda import Block

LANGUAGES = {"ms": "ms-MY", "en": "en-GB"}


def available() -> bool:
    """Say whether this machine can make slides."""
    return find_spec("pptx") is not None


def render(pack: Pack, digits: str) -> bytes:
    """Make the slides.

    Args:
        pack: What they are made from.
        digits: The version of the pack.

    Raises:
        FormatError: If python-pptx is not installed.
    """
    if not available():
        message = "slides need python-pptx; install it with: pip install 'kitaran[slides]'"
        raise FormatError(message)
    from pptx import Presentation

    deck = _Deck(pack, Presentation())
    deck.fill()
    day = pack.material.session.date
    moment = datetime(*day.timetuple()[:3])
    about = deck.file.core_properties
    about.title, about.author, about.subject = pack.title, pack.handbook, pack.summary
    about.keywords, about.language = pack.w("version", version=digits), LANGUAGES[pack.locale]
    about.created = about.modified = about.last_printed = moment
    about.last_modified_by, about.revision = pack.handbook, 1
    stream = io.BytesIO()
    deck.file.save(stream)
    return repacked(stream.getvalue(), day)


class _Deck:
    """Slides in the making."""

    def __init__(self, pack: Pack, file: Any) -> None:
        self.pack, self.file = pack, file
        self.number = 0
        dress(file, f"{pack.title} · {pack.date}")

    def fill(self) -> None:
        """Make a slide for everything that people should see."""
        pack, agenda = self.pack, self.pack.material.agenda
        self._title()
        self._agenda()
        for block in agenda.blocks:
            match block.kind:
                case "wrong":
                    self._section(block)
                    self._questions([pack.asked(drawn) for drawn in pack.material.wrong])
                case "topic":
                    self._topic(block)
                case "read":
                    self._play(block)
                case "debrief":
                    play = pack.material.plays[block.id]
                    notes = pack.listed("do_debrief")
                    self._list(pack.w("debrief"), [pack.say(q) for q in play.debrief], notes)
                case "break" | "meal" | "own" | "paper" | "answers":
                    self._section(block)
        self._close()

    def _slide(self, layout: int, title: str, notes: Iterable[str]) -> Any:
        """Add a slide with its title and its notes."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[layout])
        self._write(slide.shapes.title.text_frame, [title])
        self._write(slide.notes_slide.notes_text_frame, [text for text in notes if text])
        for shape in self.file.slide_layouts[layout].placeholders:
            if shape.placeholder_format.idx == NUMBER:
                # What stands on a layout in a placeholder is shown on slides that have it too.
                slide.shapes._spTree.append(deepcopy(shape._element))
        return slide

    def _write(
        self,
        frame: Any,
        texts: Sequence[str],
        size: float = 0.0,
        plain_from: int = 99,
        bold: int = 0,
    ) -> None:
        """Write paragraphs into a placeholder, each in the language of the pack.

        Args:
            frame: Where to.
            texts: The paragraphs, as Markdown.
            size: In points; as the layout has it where it is 0.
            plain_from: From which paragraph on there are no bullets.
            bold: How many paragraphs are bold, from the first.
        """
        from pptx.util import Pt

        for place, text in enumerate(texts):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = plain(parse(flat(text)))
            run._r.get_or_add_rPr().set("lang", LANGUAGES[self.pack.locale])
            if size:
                run.font.size = Pt(size)
            if place < bold:
                run.font.bold = True
            if place >= plain_from:
                without_bullet(paragraph)

    def _title(self) -> None:
        from pptx.util import Pt

        pack = self.pack
        notes = [pack.w("why_opening"), *pack.listed("do_opening")]
        slide = self._slide(TITLE, pack.title, notes)
        self._write(slide.placeholders[1].text_frame, [pack.summary, pack.date])
        for run in slide.shapes.title.text_frame.paragraphs[0].runs:
            run.font.size = Pt(40)

    def _agenda(self) -> None:
        """Show the parts, a role-play as one."""
        pack = self.pack
        shown: list[str] = []
        for block in pack.material.agenda.blocks:
            if block.kind in ("round", "debrief", "answers"):
                continue
            name = pack.named(block)
            if block.kind == "read":
                name = f"{pack.w('roleplay')}: {pack.play(block.id)}"
            if block.kind != "own" or block.number == 1:
                shown.append(f"{pack.clock(block.start)}  {name}")
        self._list(pack.w("agenda"), shown, self._left_out(), plain_from=0)

    def _left_out(self) -> list[str]:
        """Say in the notes what people may ask for, and why there is no time for it."""
        said = reasons(self.pack)
        return [f"{self.pack.w('left_out')}:", *said] if said else [self.pack.w("nothing_left_out")]

    def _section(self, block: Block) -> None:
        """Show where the session is."""
        pack = self.pack
        if block.kind in ("break", "meal"):
            notes = [self._resume(block)]
        else:
            notes = [pack.w(f"why_{block.kind}"), *pack.listed(f"do_{block.kind}")]
        slide = self._slide(SECTION, pack.named(block), notes)
        text = f"{pack.time(block)} · {pack.w('minutes', n=block.minutes)}"
        self._write(slide.placeholders[1].text_frame, [text])

    def _resume(self, pause: Block) -> str:
        """Say when a break is over, and what follows."""
        pack, end = self.pack, pause.start + pause.minutes
        follows = next(block for block in pack.material.agenda.blocks if block.start == end)
        return pack.w("resume", time=pack.clock(end), title=pack.named(follows))

    def _topic(self, block: Block) -> None:
        """Show what a topic is about, its objectives, and its questions."""
        pack = self.pack
        page = pack.material.page(block.id, pack.locale)
        slide = self._slide(SECTION, page.title, pack.listed("do_topic"))
        self._write(slide.placeholders[1].text_frame, [page.summary])
        names = pack.material.objectives.get(block.id, ())
        self._list(pack.w("objectives"), pack.objectives(block.id, names), pack.listed("do_topic"))
        self._questions([pack.asked(drawn) for drawn in pack.material.live.get(block.id, ())])

    def _questions(self, questions: Sequence[Asked]) -> None:
        """Show each question, and then its answer."""
        w = self.pack.w
        for asked in questions:
            self.number += 1
            title = w("question_n", n=self.number)
            parts = [f"{part.mark}. {part.text}" for part in (*asked.left, *asked.options)]
            texts = [asked.text, *([asked.said] if asked.said else []), *parts]
            notes = [asked.how, f"{w('answer')}: {asked.answer}"]
            self._list(title, texts, notes, plain_from=0, bold=1)
            right = [f"{part.mark}. {part.text}" for part in asked.options if part.right]
            why = [part.why for part in asked.options if part.right and part.why]
            others = [
                f"{part.mark}: {part.why}" for part in asked.options if part.why and not part.right
            ]
            answer = right or [asked.answer]
            texts, notes = [*answer, *why, *asked.why], [asked.text, *others]
            title = f"{title}: {w('answer').lower()}"
            self._list(title, texts, notes, plain_from=0, bold=len(answer))

    def _play(self, block: Block) -> None:
        """Show the situation of a role-play and how it is run."""
        pack = self.pack
        play = pack.material.plays[block.id]
        steps = pack.steps(
            next(each for each in pack.material.agenda.of("round") if each.id == block.id)
        )
        notes = [*pack.listed("do_read"), *steps]
        slide = self._slide(SECTION, pack.say(play.title), notes)
        minutes = pack.w("minutes", n=play.minutes)
        self._write(slide.placeholders[1].text_frame, [f"{pack.w('roleplay')} · {minutes}"])
        self._list(pack.w("situation"), [pack.say(play.situation)], notes, plain_from=0)
        self._list(pack.w("do"), steps, notes)

    def _close(self) -> None:
        pack = self.pack
        asked = [f"{pack.w(name)}: …" for name in ("my_client", "my_sentence", "my_date")]
        self._list(pack.w("my_step"), asked, pack.listed("do_close"))

    def _list(
        self,
        title: str,
        texts: Sequence[str],
        notes: Iterable[str],
        plain_from: int = 99,
        bold: int = 0,
    ) -> None:
        """Add a slide with a list, its letters as large as there is room for."""
        slide = self._slide(CONTENT, title, notes)
        self._write(slide.placeholders[1].text_frame, texts, letters(texts, bold), plain_from, bold)


_SIZES = (28.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
"""The sizes of letters on a slide with a list, in points."""
_ROOM = (820.0, 325.0)
"""The width and height that its text has, in points."""


def letters(texts: Sequence[str], bold: int = 0) -> float:
    """Choose the size at which texts fit on a slide, in points; the smallest where none does.

    Args:
        texts: The paragraphs.
        bold: How many of them are bold, from the first.

    >>> letters(["Harga"]), letters(["Pembukaan"] * 12), letters(["Harga lama " * 99])
    (28.0, 18.0, 18.0)
    """
    # Wide letters are reckoned with: a machine without the font of the file takes another.
    widths = [(0.65 if place < bold else 0.55) * len(text) for place, text in enumerate(texts)]

    def height(size: float) -> float:
        return sum((1.2 * ceil(width * size / _ROOM[0]) + 0.2) * size for width in widths)

    return next((size for size in _SIZES if height(size) <= _ROOM[1]), _SIZES[-1])
