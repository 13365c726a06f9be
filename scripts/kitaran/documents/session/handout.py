"""The handout: what people take home. It has no answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.callcards import card, has_card
from kitaran.documents.inline import clean
from kitaran.documents.session import blocks as b
from kitaran.documents.session.context import Sheet

if TYPE_CHECKING:
    from kitaran.documents.session.context import Pack

EXCHANGES, STEPS = 2, 3
"""How much of a call card a handout takes."""


def sheet(pack: Pack) -> Sheet:
    """Make the handout."""
    w = pack.w
    content: list[b.Block] = [b.blanks(w("name"), w("date"))]
    topics = [block.id for block in pack.material.agenda.of("topic")]
    for topic in topics:
        # The last has fewer lines for notes: one's own step follows, and should not need a page.
        content += _topic(pack, topic, notes=1 if topic == topics[-1] else 2)
    content += [
        b.heading(w("my_step")),
        b.together(
            b.blanks(w("my_client"), w("my_date")),
            b.blanks(w("my_sentence")),
            b.lines(1),
        ),
    ]
    return Sheet("handout", w("handout"), pack.title, pack.summary, content)


def _topic(pack: Pack, page_id: str, notes: int) -> list[b.Block]:
    """Give what a topic comes down to, with so many lines for notes."""
    w, page = pack.w, pack.material.page(page_id, pack.locale)
    content = [b.para(clean(page.summary), "lead")]
    objectives = pack.objectives(page_id, pack.material.objectives.get(page_id, ()))
    if objectives:
        content += [b.heading(w("objectives"), 2), b.items(objectives, "box")]
    # A heading keeps to what follows it; within a block it would lose the space above.
    content = [b.heading(clean(page.title)), b.together(*content)]
    if has_card(page):
        content += _card(pack, page_id)
    live = pack.material.live.get(page_id, ())
    if live:
        content += [b.heading(w("think"), 2)]
        content += [b.para(pack.asked(drawn).text) for drawn in live]
    content += [b.heading(w("notes"), 2), b.lines(notes)]
    address = pack.site.page(page_id, pack.locale)
    if address:
        content.append(b.para(w("read_more", address=address), "small"))
    return content


def _card(pack: Pack, page_id: str) -> list[b.Block]:
    """Give the call card of a stage or an objection."""
    w, drawn = pack.w, card(pack.material.page(page_id, pack.locale))
    content: list[b.Block] = []
    if drawn.spoken:
        content.append(b.boxed(b.para(f"**{w('say_first')}:** {drawn.line}")))
    if drawn.questions:
        content += [b.heading(w("ask_client"), 2), b.items(drawn.questions)]
    pairs = [(each.say, each.avoid) for each in drawn.exchanges if each.avoid][:EXCHANGES]
    if pairs:
        content.append(b.heading(w("say"), 2))
        content.append(b.table([(w("say_first"), 1.0), (w("avoid"), 1.0)], pairs))
    steps = [f"**{step.when}:** {step.do}" if step.when else step.do for step in drawn.steps]
    if steps:
        content += [b.heading(w("next"), 2), b.items(steps[:STEPS])]
    return content
