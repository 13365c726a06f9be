"""The quiz papers A and B, and the key to both."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from kitaran.documents.session import blocks as b
from kitaran.documents.session.context import PAPERS, Sheet

if TYPE_CHECKING:
    from kitaran.documents.session.ask import Asked
    from kitaran.documents.session.context import Pack


def papers(pack: Pack) -> list[Sheet]:
    """Make both papers; none where there are no questions."""
    return [_paper(pack, paper) for paper in PAPERS] if pack.material.paper else []


def _paper(pack: Pack, paper: str) -> Sheet:
    """Make one paper."""
    w = pack.w
    minutes = sum(block.minutes for block in pack.material.agenda.of("paper"))
    content = [
        b.blanks(w("name"), w("date"), f"{w('score')} ({w('of', n=pack.total)})"),
        b.para(f"{w('paper_how', n=minutes)} {total(pack)}", "lead"),
        *(
            b.question(asked, number, _points(pack, asked))
            for number, asked in enumerate(pack.paper(paper), 1)
        ),
    ]
    key = f"paper_{paper.lower()}"
    return Sheet(key, w("paper_label"), w("paper", paper=paper), pack.title, content)


def total(pack: Pack) -> str:
    """Say how many marks there are, and how many pass."""
    needed = ceil(round(pack.total * pack.pass_mark, 6))
    percent = f"{100 * pack.pass_mark:g}"
    return pack.w("total", n=pack.total, percent=percent, **{"pass": needed})


def _points(pack: Pack, asked: Asked) -> str:
    """Say what a question counts for, where that is not a single mark."""
    return pack.w("points", n=asked.points) if asked.points > 1 else ""


def key(pack: Pack) -> list[Sheet]:
    """Make the key: the answers of both papers in short, then every question with its reasons."""
    if not pack.material.paper:
        return []
    w = pack.w
    content = [b.para(f"{w('both_papers')} {total(pack)}", "lead")]
    for paper in PAPERS:
        rows = [
            (str(number), asked.answer if asked.points else w("not_scored"))
            for number, asked in enumerate(pack.paper(paper), 1)
        ]
        columns = [(w("columns.no"), 0.5), (w("columns.answer"), 9.0)]
        content += [b.heading(w("key_paper", paper=paper)), b.table(columns, rows)]
    content += [b.page(), b.heading(f"{w('why')} ({w('key_paper', paper='A')})")]
    for number, asked in enumerate(pack.paper("A"), 1):
        content.append(answered(pack, asked, number))
    return [Sheet("key", w("key"), w("key"), pack.title, content)]


def answered(pack: Pack, asked: Asked, number: int) -> b.Block:
    """Give a question with its answer and the reasons."""
    return b.question(asked, number, _points(pack, asked), solved=True)
