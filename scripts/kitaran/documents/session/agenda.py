"""The agenda: what is done when, what was left out and why, and what to print."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kitaran.documents.session import blocks as b
from kitaran.documents.session.context import Sheet
from kitaran.documents.session.reasons import group_facts, has_results, reasons

if TYPE_CHECKING:
    from kitaran.documents.session.context import Pack

_PARTS = (
    "agenda", "guide", "slides", "handout", "paper_a", "paper_b", "key", "roleplay",
    "attendance", "projector",
)  # fmt: skip
"""The parts of a pack, in the order of their names."""


def sheet(pack: Pack) -> Sheet:
    """Make the agenda."""
    w, agenda = pack.w, pack.material.agenda
    rows = [
        (
            pack.time(block),
            str(block.minutes),
            pack.named(block),
            w(f"with.{block.kind}") if block.kind not in ("break", "meal") else "",
        )
        for block in agenda.blocks
    ]
    rows.append(("", str(sum(block.minutes for block in agenda.blocks)), "", ""))
    columns = [
        (w("columns.time"), 1.5),
        (w("columns.minutes"), 1.2),
        (w("columns.what"), 5.1),
        (w("columns.with"), 2.9),
    ]
    said = reasons(pack)
    content = [
        b.facts(facts(pack)),
        b.heading(w("agenda")),
        {**b.table(columns, rows, right=(1,)), "sum": True},
    ]
    if has_results(pack):
        content += [b.heading(w("results")), *_results(pack)]
    content.append(b.heading(w("left_out")))
    content.append(b.items(said) if said else b.para(w("nothing_left_out")))
    content += [b.heading(w("print")), b.together(_to_print(pack))]
    return Sheet("agenda", w("agenda"), pack.title, pack.summary, content)


def facts(pack: Pack) -> list[tuple[str, str]]:
    """Give what a session is in short."""
    w, session, agenda = pack.w, pack.material.session, pack.material.agenda
    when = w("on", date=pack.date)
    if session.start:
        end = pack.clock(session.minutes)
        when = w("at", date=pack.date, start=pack.clock(0), end=end)
    roles = ", ".join(pack.role(role) for role in session.roles) or w("everyone")
    topics = ", ".join(pack.topic(block.id) for block in agenda.of("topic"))
    found = [
        (w("facts.when"), when),
        (w("facts.length"), w("minutes", n=session.minutes)),
        (w("facts.people"), w("people", n=session.people)),
        (w("facts.roles"), roles),
        (w("facts.topics"), topics),
    ]
    if pack.material.plays:
        found.append((w("facts.groups"), groups(pack)))
    return found


def groups(pack: Pack) -> str:
    """Say how many groups of how many there are."""
    sizes = Counter(pack.material.agenda.groups)
    said = [pack.w("groups", n=count, size=size) for size, count in sorted(sizes.items())[::-1]]
    text = pack.w("and").join(said) + "."
    return f"{text} {pack.w('pair_watched')}" if 2 in sizes else text


def _results(pack: Pack) -> list[b.Block]:
    """Say what the group got wrong."""
    material = pack.material
    content = [b.para(" ".join(group_facts(pack)))]
    said = []
    for drawn in material.wrong:
        missed = material.group.missed[drawn.key]
        lost = pack.w("lost", percent=round(100 * missed.share), n=missed.people)
        said.append(f"{pack.asked(drawn).text} *{lost}*")
    return [*content, b.items(said, "number")] if said else content


def _to_print(pack: Pack) -> b.Block:
    """List the files with how often to print each."""
    w, people = pack.w, pack.material.session.people
    rows = []
    for number, (key, file) in enumerate(names(pack).items(), 1):
        copies = w(
            f"copies.{key}",
            n=people,
            half=people - people // 2,
            other=people // 2,
            groups=len(pack.material.agenda.groups),
        )
        if key == "slides" and not pack.slides:
            copies = w("no_slides")
        rows.append((str(number), f"`{file}`", copies))
    columns = [("", 0.4), (w("columns.file"), 3.2), (w("columns.copies"), 4.0)]
    return b.table(columns, rows)


def names(pack: Pack) -> dict[str, str]:
    """Give the files of a pack in one language by their parts, those that it has."""
    material = pack.material
    missing = set()
    if not material.paper:
        missing |= {"paper_a", "paper_b", "key"}
    if not material.plays:
        missing.add("roleplay")
    if not pack.together:
        missing.add("projector")
    suffixes = {"slides": "pptx", "projector": "html"}
    parts = [part for part in _PARTS if part not in missing]
    return {
        part: f"{number:02}-{pack.w(f'files.{part}')}.{suffixes.get(part, 'pdf')}"
        for number, part in enumerate(parts, 1)
    }
