"""The sheets of role-plays: the buyer, the seller and the observer each have pages of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.documents.session import blocks as b
from kitaran.documents.session.context import Sheet

if TYPE_CHECKING:
    from kitaran.documents.session.context import Pack
    from kitaran.models.roleplay import Roleplay
    from kitaran.models.scorecard import Scorecard
    from kitaran.models.text import Text


def sheets(pack: Pack) -> list[Sheet]:
    """Make the sheets of every role-play that is held, in one file."""
    if not pack.material.plays:
        return []
    content: list[b.Block] = []
    for play in pack.material.plays.values():
        for side in (_buyer, _seller, _observer):
            content += [b.page()] if content else []
            content += side(pack, play)
    titles = ", ".join(pack.say(play.title) for play in pack.material.plays.values())
    return [Sheet("roleplay", pack.w("roleplay"), pack.title, titles, content)]


def _head(pack: Pack, play: Roleplay, who: str) -> list[b.Block]:
    """Begin a sheet."""
    minutes = pack.w("minutes", n=play.minutes)
    return [
        b.heading(f"{pack.w(who)} · {pack.say(play.title)} ({minutes})"),
        b.heading(pack.w("situation"), 2),
        b.para(pack.say(play.situation)),
    ]


def _buyer(pack: Pack, play: Roleplay) -> list[b.Block]:
    """Make the sheet of the one who plays the client."""
    w, buyer = pack.w, play.buyer
    return [
        *_head(pack, play, "buyer"),
        b.boxed(b.para(w("hide"), "strong")),
        b.heading(w("you"), 2),
        b.para(pack.say(buyer.brief)),
        *_list(pack, "knows_buyer", buyer.knows),
        *_list(pack, "says", buyer.says),
        *_list(pack, "yields", buyer.yields_when),
    ]


def _seller(pack: Pack, play: Roleplay) -> list[b.Block]:
    """Make the sheet of the one who sells."""
    w, seller = pack.w, play.seller
    return [
        *_head(pack, play, "seller"),
        b.boxed(b.para(w("hide_buyer"), "strong")),
        b.heading(w("you"), 2),
        b.para(pack.say(seller.brief)),
        b.heading(w("goal"), 2),
        b.para(pack.say(seller.goal)),
        *_list(pack, "knows", seller.knows),
        b.heading(w("notes"), 2),
        b.lines(6),
    ]


def _observer(pack: Pack, play: Roleplay) -> list[b.Block]:
    """Make the sheet of the one who watches, with the scorecard."""
    w = pack.w
    content = _head(pack, play, "observer")
    content.append(b.blanks(w("columns.seller"), w("columns.observer"), w("columns.round")))
    content += _list(pack, "watch", play.observer, "box")
    content += [b.heading(w("heard"), 2), b.lines(5)]
    return [*content, *_scorecard(pack)]


def _list(pack: Pack, key: str, texts: tuple[Text, ...], mark: str = "dot") -> list[b.Block]:
    """Give a list under its heading; nothing where it is empty."""
    if not texts:
        return []
    return [b.heading(pack.w(key), 2), b.items((pack.say(text) for text in texts), mark)]


def _scorecard(pack: Pack) -> list[b.Block]:
    """Give the scorecard, its levels to be circled."""
    w, card = pack.w, pack.material.scorecard
    if card is None:
        return []
    most = max(len(criterion.levels) for criterion in card.criteria)
    rows, full = [], 0
    for criterion in card.criteria:
        levels = [f"**{level.points}**: {pack.say(level.text)}" for level in criterion.levels]
        full += criterion.weight * max(level.points for level in criterion.levels)
        name = f"**{pack.say(criterion.text)}**"
        rows.append([name, f"× {criterion.weight}", *levels, *[""] * (most - len(levels)), ""])
    columns = [
        (w("columns.criterion"), 2.0),
        ("×", 0.6),
        *((level, 2.9) for level in _levels(card, most)),
        (w("columns.score"), 0.85),
    ]
    bands = [
        f"**{w('band', percent=f'{band.start:g}', title=pack.say(band.title))}.** "
        f"{pack.say(band.action)}"
        for band in reversed(card.bands)
    ]
    return [
        b.page(),
        b.heading(w("scorecard", title=pack.say(card.title))),
        b.blanks(w("columns.seller"), w("columns.observer"), w("columns.round")),
        b.para(w("scorecard_how", n=full)),
        {**b.table(columns, rows), "small": True},
        b.blanks(w("scorecard_total"), w("columns.verdict"), w("date")),
        {**b.items(bands), "small": True},
    ]


def _levels(card: Scorecard, most: int) -> list[str]:
    """Head the columns of the levels: by their points, where these are the same in every row."""
    points = {tuple(level.points for level in criterion.levels) for criterion in card.criteria}
    return [str(each) for each in points.pop()] if len(points) == 1 else [""] * most
