"""Simulate learners' result files, with faults planted in what they answer.

    python benchmarks/learners.py results --learners 1000

The same seed gives the same files. Every learner has an ability, every question a difficulty; a
right answer is the likelier the further the one lies above the other (the two-parameter logistic
model), and whoever does not know guesses. Names are invented.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from kitaran.library import load_library
from kitaran.reports.catalogue import KINDS, Catalogue
from kitaran.settings import load_settings
from kitaran.versions import question_hash, quiz_version

START = 1_790_000_000_000
"""When the first learner began, in milliseconds since 1970: in September 2026."""
DAY = 86_400_000
SHARPNESS = 1.4
"""How much better a question's answer shows ability than chance does."""
SKIPPED = 0.4
"""The share of quizzes that a learner has not come to yet."""
WEAKER = 1.6
"""How much harder the planted weak stage is."""
SPOILED = 25
"""One file of so many is damaged, another one is there twice, another one is of older content."""
_FIRST = "Aminah Chong Devi Farid Grace Hafiz Indira Jamil Kavitha Lim Mei Nurul Osman Priya Rahim"
_LAST = "Abdullah Bala Chan Daud Ee Faizal Gopal Hassan Ismail Jalil Kumar Lee Musa Ng Ong Yusof"
_ODD = (
    '=HYPERLINK("http://kitaran.example","x")',
    "<script>alert(1)</script>",
    "Nur " + "Panjang" * 25,
    "@SUM(A1:A9)",
    'O\'Neil & "Co"',
)


class Item(NamedTuple):
    """A question, as learners meet it."""

    id: str
    hash: str
    keys: tuple[str, ...]
    right: int
    """The position of the option that the best learners choose; -1 for types without options."""
    key: int
    """The position of the option that the file calls right."""
    difficulty: float
    dead: int
    """The position of the option that nobody chooses; -1 for none."""
    multiple: bool


class Paper(NamedTuple):
    """A quiz, as learners meet it."""

    id: str
    version: str
    cut: float
    harder: float
    items: tuple[Item, ...]


class Scene(NamedTuple):
    """What learners meet in a handbook, and what is planted in it."""

    papers: tuple[Paper, ...]
    version: str
    steps: dict[str, list[str]]
    """By the paths: what is ticked or signed by hand."""
    wrong_key: tuple[str, str, int]
    dead: tuple[str, str, int]
    weak: str


@dataclass(frozen=True)
class Planted:
    """What was planted, and has to be found."""

    wrong_key: tuple[str, str, int]
    """Quiz, question, and the position of the option that should be the key."""
    dead: tuple[str, str, int]
    weak: str
    """The page of the stage that learners do worst in."""
    damaged: tuple[str, ...]
    doubles: tuple[str, ...]
    older: tuple[str, ...]


def plan(root: Path, seed: int) -> Scene:
    """Decide on what learners meet in a handbook, and plant a wrong key and a dead option."""
    settings = load_settings(root)
    catalogue = Catalogue(load_library(settings, kinds=KINDS))
    random = Random(seed)
    quizzes = [quiz for quiz in catalogue.quizzes.values() if quiz.page_id in catalogue.stages]
    weak = quizzes[len(quizzes) // 2].page_id
    singles = [
        (quiz.id, question.id)
        for quiz in quizzes
        if quiz.page_id != weak
        for question in quiz.questions
        if question.type == "single" and len(question.choices) > 2 and len(question.keys) == 1
    ]
    wrong, dead = random.sample(singles, 2)
    planted: dict[tuple[str, str], int] = {}
    papers = []
    for quiz in quizzes:
        items = []
        for question in quiz.questions:
            if question.type == "reflection":
                continue
            entry = catalogue.questions[quiz.id, question.id]
            name = (quiz.id, question.id)
            key = entry.right.index(True) if any(entry.right) else -1
            others = [at for at, right in enumerate(entry.right) if not right]
            if name in (wrong, dead):
                planted[name] = others[random.randrange(len(others))]
            items.append(
                Item(
                    question.id,
                    question_hash(question),
                    entry.keys,
                    planted[name] if name == wrong else key,
                    key,
                    random.gauss(-0.6, 0.7) if name not in (wrong, dead) else 0.0,
                    planted[name] if name == dead else -1,
                    question.type == "multiple",
                )
            )
        harder = WEAKER if quiz.page_id == weak else 0.0
        papers.append(Paper(quiz.id, quiz_version(quiz), quiz.pass_mark, harder, tuple(items)))
    steps = {
        path: [step.id for phase in each.phases for step in phase.steps if step.kind != "quiz"]
        for path, each in catalogue.paths.items()
    }
    found = (*wrong, planted[wrong]), (*dead, planted[dead]), weak
    return Scene(tuple(papers), catalogue.version, steps, *found)


def simulate(root: Path, folder: Path, learners: int, seed: int = 1) -> Planted:
    """Write a file for each learner, and spoil some.

    Args:
        root: The handbook.
        folder: Where the files go; it is made.
        learners: How many.
        seed: The same gives the same files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    scene = plan(root, seed)
    step = 500
    starts = range(0, learners, step)
    jobs = [(scene, folder, range(at, min(at + step, learners)), seed) for at in starts]
    if learners > step and (os.cpu_count() or 1) > 1:
        with ProcessPoolExecutor() as pool:
            spoiled = list(pool.map(_write, *zip(*jobs, strict=True)))
    else:
        spoiled = [_write(*job) for job in jobs]
    every = [tuple(name for part in spoiled for name in part[kind]) for kind in range(3)]
    return Planted(scene.wrong_key, scene.dead, scene.weak, *every)


def _write(
    scene: Scene, folder: Path, numbers: range, seed: int
) -> tuple[list[str], list[str], list[str]]:
    """Write the files of some learners; give the damaged, the doubled and the older ones."""
    damaged, doubles, older = [], [], []
    for number in numbers:
        random = Random(f"{seed}-{number}")
        old = number % SPOILED == 7
        data = _result(scene, number, random, old=old)
        text = json.dumps(data, ensure_ascii=False, indent=1)
        file = folder / f"kitaran-{number:06}.json"
        if number % SPOILED == 3:
            cut, changed = text[: len(text) // 2], text.replace('"share": 0', '"share": 1')
            text = cut if random.random() < 0.5 else changed
            damaged.append(file.name)
        file.write_text(text, "utf-8")
        if old:
            older.append(file.name)
        if number % SPOILED == 11:
            twin = file.with_name(f"kitaran-{number:06} (1).json")
            twin.write_text(text, "utf-8")
            doubles.append(twin.name)
    return damaged, doubles, older


def _result(scene: Scene, number: int, random: Random, *, old: bool) -> dict[str, Any]:
    """Make one learner's file."""
    ability = random.gauss(0, 1)
    at = START + random.randrange(40 * DAY)
    quizzes = {}
    for paper in scene.papers:
        if random.random() < SKIPPED:
            continue
        attempts = []
        for mode in ("learn", "test", "test"):
            if mode == "learn" and random.random() < 0.6:
                continue
            at += random.randrange(DAY // 4, DAY)
            attempt = _attempt(paper, ability, at, mode, random, old=old)
            attempts.append(attempt)
            ability += 0.15
            if mode == "test" and attempt["passed"]:
                break
        quizzes[paper.id] = {"version": paper.version, "attempts": attempts}
    told: dict[str, Any] = {
        "format": "kitaran-result",
        "schema": 1,
        "person": _person(number, random),
        "made": _iso(at + DAY),
        "locale": random.choice(["ms", "en"]),
        "content": scene.version,
        "quizzes": quizzes,
        **_journey(scene.steps, at, number, random),
        "due": random.randrange(20),
    }
    written = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return {**told, "check": hashlib.sha256(written.encode()).hexdigest()}


def _attempt(
    paper: Paper, ability: float, at: int, mode: str, random: Random, *, old: bool
) -> dict[str, Any]:
    """Let one learner take one quiz."""
    questions = {}
    earned = 0
    for item in paper.items:
        level = SHARPNESS * (ability - item.difficulty - paper.harder)
        answer, share = _answer(item, random.random() < 1 / (1 + math.exp(-level)), random)
        earned += share
        stamp = "0" * 12 if old and random.random() < 0.5 else item.hash
        questions[item.id] = {"answer": answer, "share": share, "hash": stamp}
    percent = round(100 * earned / len(paper.items))
    return {
        "id": f"{at}-{random.getrandbits(31):06x}",
        "at": at,
        "mode": mode,
        "version": "0" * 12 if old else paper.version,
        "points": earned,
        "total": len(paper.items),
        "percent": percent,
        "passed": percent >= 100 * paper.cut,
        "seconds": random.randrange(60, 900) if mode == "test" else None,
        "seed": random.getrandbits(20) if mode == "test" else None,
        "questions": questions,
    }


def _answer(item: Item, knows: bool, random: Random) -> tuple[Any, int]:
    """Answer one question: what one knows, or a guess among what is left."""
    if item.right < 0:
        return ("right" if knows else "wrong"), int(knows)
    open_to = [at for at in range(len(item.keys)) if at != item.dead]
    picked = item.right if knows else random.choice(open_to)
    if item.multiple:
        return [item.keys[picked]], int(knows)
    return item.keys[picked], int(picked == item.key)


def _journey(steps: dict[str, list[str]], at: int, number: int, random: Random) -> dict[str, Any]:
    """Let a learner go some way along a path, and some get a certificate."""
    if not steps or number % 2:
        return {"steps": {}, "certificates": {}}
    path = random.choice(sorted(steps))
    signed = {"by": "manager", "name": "Puan Rohana", "date": "2026-10-30", "score": 80, "note": ""}
    share = random.random()
    done = {step: {"at": at, **signed} for step in steps[path] if random.random() < share}
    certificate = {
        "id": f"{number:08x}", "at": at - 300 * DAY, "name": "",
        "expires": at + random.randrange(-90, 200) * DAY, "version": "0" * 12, "code": "00000000",
    }  # fmt: skip
    papers = {path: [certificate]} if random.random() < 0.3 else {}
    return {"steps": {path: done}, "certificates": papers}


def _person(number: int, random: Random) -> dict[str, str]:
    """Name one learner. Some have names that break what is careless, some share one."""
    if number % 97 == 5:
        return {"name": f"{_ODD[number // 97 % len(_ODD)]} {number}"}
    first, last = random.choice(_FIRST.split()), random.choice(_LAST.split())
    if number % 10 == 4:
        return {"name": "", "code": f"K-{number:05}"}
    return {"name": f"{first} {last} {number}"}


def _iso(at: int) -> str:
    """Write a time as the page does."""
    from datetime import UTC, datetime

    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def main() -> None:
    """Write result files from the command line."""
    parser = argparse.ArgumentParser(description="Simulate learners' result files.")
    parser.add_argument("folder", type=Path, help="where the files go")
    parser.add_argument("--learners", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    here = Path(__file__).resolve().parents[1]
    parser.add_argument("--handbook", type=Path, default=here, help="whose quizzes they take")
    given = parser.parse_args()
    made = simulate(given.handbook, given.folder, given.learners, given.seed)
    print(f"wrong key: {made.wrong_key}")
    print(f"dead option: {made.dead}")
    print(f"weak stage: {made.weak}")
    print(f"damaged: {len(made.damaged)}, twice: {len(made.doubles)}, older: {len(made.older)}")


if __name__ == "__main__":
    main()
