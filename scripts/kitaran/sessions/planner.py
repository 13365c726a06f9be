"""Part the minutes of a session. Numbers in, an agenda out; nothing is read or drawn.

The opening, the close and the breaks are set aside first. The rest is given away in the order
of what a session is worth most for, each thing only where it fits whole:

1. five minutes for the topic that the group got most wrong (or the first of the plan);
2. what went wrong last time, three questions of two minutes each;
3. a paper of three questions, with its answers;
4. the first round of the first role-play, with reading and debrief;
5. five minutes for every further topic;
6. a second round of the first role-play;
7. ten minutes for every topic and six questions on the paper, as far as that goes;
8. the other role-plays, and more rounds, until everyone has been the seller.

What is left lets these grow, a minute at a time and in turn, up to what they can hold. Time
that nothing can hold goes to cases of the people's own, and the agenda says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from kitaran.models.session import TOPIC, breaks, frame
from kitaran.sessions.agenda import Agenda, Block, LeftOut, Need, Play, Topic, groups_of
from kitaran.sessions.running_order import running_order

if TYPE_CHECKING:
    from collections.abc import Callable

READ, DEBRIEF = 3, 4
"""Minutes to read the sheets of a role-play, and to talk about it with everyone."""
PER_OBJECTIVE, TOPIC_USUAL, TOPIC_MOST = 4, 10, 25
"""Minutes that an objective takes, that a topic usually has, and that it holds at the most."""
PER_WRONG, PER_WRONG_MOST, WRONG_LEAST, WRONG_MOST = 2, 4, 3, 8
"""Minutes for a question that went wrong, and how many are gone over."""
PAPER_LEAST, PAPER_USUAL, PAPER_MOST = 3, 10, 20
"""How many questions a paper has: at the least, in a short session, and at the most."""
OWN_LEAST = 8
"""From how many minutes on spare time becomes a block of its own."""


def paper_minutes(questions: int) -> int:
    """Say how long a paper takes to write: a minute and a quarter for a question.

    >>> paper_minutes(3), paper_minutes(10)
    (4, 13)
    """
    return ceil(1.25 * questions)


def answer_minutes(questions: int) -> int:
    """Say how long it takes to go through the answers: half a minute for a question.

    >>> answer_minutes(3), answer_minutes(10)
    (2, 5)
    """
    return ceil(questions / 2)


@dataclass(slots=True)
class _Sums:
    """What has been given away so far."""

    need: Need
    left: int
    """The minutes that are not given away yet."""
    topics: dict[str, int] = field(default_factory=dict)
    rounds: dict[str, int] = field(default_factory=dict)
    debriefs: dict[str, int] = field(default_factory=dict)
    wrong: int = 0
    wrong_minutes: int = 0
    questions: int = 0
    own: int = 0
    left_out: list[LeftOut] = field(default_factory=list)

    def take(self, minutes: int) -> bool:
        """Take minutes, where there are as many."""
        fits = minutes <= self.left
        self.left -= minutes if fits else 0
        return fits


def plan(need: Need) -> Agenda:
    """Make the agenda.

    Args:
        need: What the plan asks for. Its minutes and people are within the model's limits.
    """
    edge = frame(need.minutes)
    sums = _Sums(need, need.minutes - 2 * edge - sum(breaks(need.minutes)))
    groups = groups_of(need.people)
    by_weight = sorted(need.topics, key=lambda topic: -topic.weight)
    _topic(sums, by_weight[:1])
    _wrong(sums)
    _paper(sums)
    for play in need.plays[:1]:
        _play(sums, play)
    _topic(sums, by_weight[1:])
    for play in need.plays[:1]:
        _rounds(sums, play, min(2, max(groups)))
    _turns(sums, dict.fromkeys(sums.topics, TOPIC_USUAL), min(6, _most(need)), PER_WRONG)
    for play in need.plays[1:]:
        _play(sums, play)
    for play in need.plays:
        _rounds(sums, play, max(groups))
        _say_rounds(sums, play, max(groups))
    _grow(sums)
    _say_shares(sums)
    blocks = running_order(need, _lengths(sums, edge), breaks(need.minutes))
    return Agenda(need.minutes, blocks, tuple(sums.left_out), groups, sums.questions, sums.wrong)


def _topic(sums: _Sums, topics: list[Topic]) -> None:
    """Give each topic the least that it takes."""
    for topic in topics:
        if sums.take(TOPIC):
            sums.topics[topic.id] = TOPIC
        else:
            sums.left_out.append(LeftOut("topic", "time", topic.id, TOPIC, sums.left))


def _wrong(sums: _Sums) -> None:
    """Go over a few of the questions that went wrong."""
    count = min(sums.need.wrong, WRONG_LEAST)
    if not count:
        return
    if sums.take(count * PER_WRONG):
        sums.wrong, sums.wrong_minutes = count, count * PER_WRONG
    else:
        sums.left_out.append(LeftOut("wrong", "time", "", count * PER_WRONG, sums.left))


def _paper(sums: _Sums) -> None:
    """Give a paper as many questions as are worth the printing, or as the plan wants."""
    need = sums.need
    if not need.questions:
        sums.left_out.append(LeftOut("paper", "material"))
        return
    if need.wanted is not None and need.wanted > need.questions:
        sums.left_out.append(LeftOut("paper", "material", "", need.wanted, need.questions))
    count = min(need.questions, PAPER_LEAST, need.wanted or PAPER_LEAST)
    minutes = paper_minutes(count) + answer_minutes(count)
    if sums.take(minutes):
        sums.questions = count
    else:
        sums.left_out.append(LeftOut("paper", "time", "", minutes, sums.left))


def _play(sums: _Sums, play: Play) -> None:
    """Hold one round of a role-play, with all that belongs to it."""
    minutes = READ + play.minutes + DEBRIEF
    if sums.take(minutes):
        sums.rounds[play.id], sums.debriefs[play.id] = 1, DEBRIEF
    else:
        sums.left_out.append(LeftOut("round", "time", play.id, minutes, sums.left))


def _rounds(sums: _Sums, play: Play, wanted: int) -> None:
    """Hold more rounds, until everyone has been the seller."""
    if play.id not in sums.rounds:
        return
    while sums.rounds[play.id] < wanted and sums.take(play.minutes):
        sums.rounds[play.id] += 1


def _say_rounds(sums: _Sums, play: Play, wanted: int) -> None:
    """Say where not everyone gets to be the seller."""
    held = sums.rounds.get(play.id, wanted)
    if held < wanted:
        sums.left_out.append(LeftOut("round", "rounds", play.id, wanted, held))


def _most(need: Need) -> int:
    """Say how many questions the paper may have."""
    return min(need.questions, need.wanted or PAPER_MOST)


def _grow(sums: _Sums) -> None:
    """Let what is held grow into what is left, first to a usual size and then to the most."""
    objectives = {topic.id: topic.objectives for topic in sums.need.topics}
    most = _most(sums.need)
    wanted = {
        name: min(TOPIC_MOST, max(TOPIC_USUAL, 2 + PER_OBJECTIVE * objectives[name]))
        for name in sums.topics
    }
    _turns(sums, wanted, most if sums.need.wanted else min(most, PAPER_USUAL), PER_WRONG)
    _turns(sums, wanted, most, PER_WRONG_MOST)
    _turns(sums, dict.fromkeys(sums.topics, TOPIC_MOST), most, PER_WRONG_MOST, debrief=10)
    if sums.left >= OWN_LEAST:
        sums.own, sums.left = sums.left, 0
        sums.left_out.append(LeftOut("own", "empty", "", sums.own))


def _turns(
    sums: _Sums, topics: dict[str, int], questions: int, per_wrong: int, debrief: int = DEBRIEF
) -> None:
    """Give a minute, or a question, to each in turn, until all are full or nothing is left."""
    steps: list[Callable[[], bool]] = [
        lambda: _more_wrong(sums, per_wrong),
        lambda: _more_questions(sums, questions),
        *(lambda name=name, most=most: _more(sums, sums.topics, name, most)
          for name, most in topics.items()),
        *(lambda name=name: _more(sums, sums.debriefs, name, debrief)
          for name in sums.debriefs),
    ]  # fmt: skip
    while sum(step() for step in steps):
        pass


def _more(sums: _Sums, lengths: dict[str, int], name: str, most: int) -> bool:
    """Give one minute more, where it is below the most."""
    grows = lengths[name] < most and sums.take(1)
    lengths[name] += grows
    return grows


def _more_wrong(sums: _Sums, each: int) -> bool:
    """Go over one more question that went wrong, or a minute longer over those there are."""
    if not sums.wrong:
        return False
    if sums.wrong < min(sums.need.wrong, WRONG_MOST) and sums.take(PER_WRONG):
        sums.wrong += 1
        sums.wrong_minutes += PER_WRONG
        return True
    grows = sums.wrong_minutes < each * sums.wrong and sums.take(1)
    sums.wrong_minutes += grows
    return grows


def _more_questions(sums: _Sums, most: int) -> bool:
    """Ask one question more."""
    if not 0 < sums.questions < most:
        return False
    now, then = sums.questions, sums.questions + 1
    more = paper_minutes(then) - paper_minutes(now) + answer_minutes(then) - answer_minutes(now)
    grows = sums.take(more)
    sums.questions += grows
    return grows


def _say_shares(sums: _Sums) -> None:
    """Say of what only a share is held."""
    need = sums.need
    for topic in need.topics:
        held = held_objectives(topic.objectives, sums.topics.get(topic.id, 0))
        if topic.id in sums.topics and held < topic.objectives:
            sums.left_out.append(LeftOut("topic", "share", topic.id, topic.objectives, held))
    if sums.wrong and sums.wrong < need.wrong:
        sums.left_out.append(LeftOut("wrong", "share", "", need.wrong, sums.wrong))
    wanted = min(need.questions, need.wanted or 0)
    if sums.questions and sums.questions < wanted:
        sums.left_out.append(LeftOut("paper", "share", "", wanted, sums.questions))


def held_objectives(objectives: int, minutes: int) -> int:
    """Say how many objectives a topic of so many minutes holds.

    >>> held_objectives(4, 5), held_objectives(4, 16), held_objectives(0, 10)
    (1, 4, 0)
    """
    return min(objectives, max(1, minutes // PER_OBJECTIVE))


def _lengths(sums: _Sums, edge: int) -> list[Block]:
    """Give every block but the breaks with its length, in no order yet.

    The minutes that are left over, fewer than a block of their own needs, are for questions.
    """
    blocks = [Block("opening", 0, edge)]
    if sums.wrong:
        blocks.append(Block("wrong", 0, sums.wrong_minutes, "", sums.wrong))
    objectives = {topic.id: topic.objectives for topic in sums.need.topics}
    for name, minutes in sums.topics.items():
        held = held_objectives(objectives[name], minutes)
        blocks.append(Block("topic", 0, minutes, name, held))
    for play in sums.need.plays:
        if play.id in sums.rounds:
            blocks.append(Block("read", 0, READ, play.id))
            rounds = range(1, sums.rounds[play.id] + 1)
            blocks += [Block("round", 0, play.minutes, play.id, number) for number in rounds]
            blocks.append(Block("debrief", 0, sums.debriefs[play.id], play.id))
    if sums.own:
        parts = ceil(sums.own / 45)
        for part in range(parts):
            minutes = sums.own // parts + (part < sums.own % parts)
            blocks.append(Block("own", 0, minutes, "", part + 1))
    if sums.questions:
        blocks.append(Block("paper", 0, paper_minutes(sums.questions), "", sums.questions))
        blocks.append(Block("answers", 0, answer_minutes(sums.questions), "", sums.questions))
    blocks.append(Block("close", 0, edge + sums.left))
    return blocks
