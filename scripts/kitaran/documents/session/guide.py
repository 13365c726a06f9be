"""The facilitator's guide: for each part its purpose, how to run it, what to draw out, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.callcards import card, has_card
from kitaran.documents.inline import clean
from kitaran.documents.session import blocks as b
from kitaran.documents.session.agenda import facts
from kitaran.documents.session.context import Sheet
from kitaran.documents.session.papers import answered
from kitaran.documents.session.reasons import reasons
from kitaran.sessions.agenda import seats

if TYPE_CHECKING:
    from kitaran.documents.session.ask import Asked
    from kitaran.documents.session.context import Pack
    from kitaran.sessions.agenda import Block

_QUIET = frozenset({"break", "meal"})


def sheet(pack: Pack) -> Sheet:
    """Make the guide."""
    w = pack.w
    content: list[b.Block] = [b.facts(facts(pack))]
    for block in pack.material.agenda.blocks:
        minutes = w("minutes", n=block.minutes)
        content.append(b.heading(f"{pack.time(block)} · {pack.named(block)} ({minutes})"))
        if block.kind not in _QUIET:
            content += _block(pack, block)
    said = reasons(pack)
    if said:
        content += [b.heading(w("left_out")), b.together(b.items(said))]
    return Sheet("guide", w("guide"), pack.title, pack.summary, content)


def _block(pack: Pack, block: Block) -> list[b.Block]:
    """Say how one part is run."""
    w = pack.w
    if block.kind == "round" and block.number > 1:
        return [b.para(w("do_again"))]
    summary = clean(pack.material.page(block.id, pack.locale).summary) if _is_topic(block) else ""
    content = [
        b.together(
            b.para(f"**{w('purpose')}:** {w(f'why_{block.kind}', summary=summary)}"),
            b.heading(w("do"), 2),
            b.items(pack.steps(block), "number"),
        )
    ]
    match block.kind:
        case "wrong":
            content += _questions(pack, [pack.asked(each) for each in pack.material.wrong])
        case "topic":
            content += _topic(pack, block.id)
        case "read":
            content += _seats(pack, block.id)
        case "round":
            content += _watch(pack, block.id)
        case "debrief":
            play = pack.material.plays[block.id]
            said = b.items((pack.say(text) for text in play.debrief), "number")
            content += [b.heading(w("debrief"), 2), b.together(said)]
    return content


def _is_topic(block: Block) -> bool:
    """Say whether a part is about a page."""
    return block.kind == "topic"


def _topic(pack: Pack, page_id: str) -> list[b.Block]:
    """Say what to draw out on a topic, and give its questions."""
    w, page = pack.w, pack.material.page(page_id, pack.locale)
    names = pack.material.objectives.get(page_id, ())
    content = [b.heading(w("draw_out"), 2), b.items(pack.objectives(page_id, names))]
    if has_card(page):
        drawn = card(page)
        said = [f"{w('say_first')}: {drawn.line}"] if drawn.spoken else []
        said += [
            f"{w('say_first')}: {each.say} {w('avoid')}: {each.avoid}"
            for each in drawn.exchanges[:2]
            if each.avoid
        ]
        content += [b.items(said)] if said else []
    return content + _questions(
        pack, [pack.asked(each) for each in pack.material.live.get(page_id, ())]
    )


def _questions(pack: Pack, questions: list[Asked]) -> list[b.Block]:
    """Give questions with their answers."""
    if not questions:
        return []
    content = [b.heading(pack.w("ask"), 2)]
    for number, asked in enumerate(questions, 1):
        content.append(answered(pack, asked, number))
    return content


def _seats(pack: Pack, name: str) -> list[b.Block]:
    """Say who is what in each round."""
    w, agenda = pack.w, pack.material.agenda
    rounds = [block.number for block in agenda.of("round") if block.id == name]
    columns = [
        (w("facts.groups"), 2.0),
        *((f"{w('columns.round')} {number}", 2.6) for number in rounds),
    ]
    rows, first = [], 0
    for place, size in enumerate(agenda.groups, 1):
        people = ", ".join(str(first + person) for person in range(1, size + 1))
        row = [w("group", n=place, people=people)]
        for number in rounds:
            turn = seats(size, number)
            watch = " + ".join(str(first + person) for person in turn.observers)
            key = "seats" if watch else "seats_pair"
            row.append(w(key, seller=first + turn.seller, buyer=first + turn.buyer, observer=watch))
        rows.append(row)
        first += size
    return [b.together(b.table(columns, rows))]


def _watch(pack: Pack, name: str) -> list[b.Block]:
    """Say what observers look for."""
    play = pack.material.plays[name]
    if not play.observer:
        return []
    said = (pack.say(text) for text in play.observer)
    return [b.heading(pack.w("watch"), 2), b.items(said)]
