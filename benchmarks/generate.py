"""Make a handbook of any size, without a fault or with faults that are known.

A page counts once, though it is written in two languages: 100 pages are 100 Malay files and
100 English ones. The same numbers and seed give the same bytes on every machine.

    python benchmarks/generate.py /tmp/handbook --pages 100 --questions 1000 --files 100
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.pages import Page, lay_out, write_page
from benchmarks.questions import SECTION, write_quiz

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_PAGES = 5
"""One page of each kind that others refer to."""

FIXED = Path(__file__).with_name("fixed")
"""The files that every handbook has once."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault that was put in on purpose."""

    path: str
    code: str
    """The rule that has to find it."""


@dataclass(frozen=True, slots=True)
class Generated:
    """What was written."""

    root: Path
    pages: tuple[str, ...]
    """The ids of the pages; each has a file in Malay and one in English."""
    quizzes: tuple[str, ...]
    """The paths of the files with questions, relative to the root."""
    planted: tuple[Planted, ...]


def generate(
    root: Path, pages: int, questions: int, files: int, seed: int = 1, *, faults: int = 0
) -> Generated:
    """Write a handbook.

    Args:
        root: The folder that it is written to. It has to be empty or missing.
        pages: How many pages; each is written in both languages.
        questions: How many questions in all.
        files: In how many files the questions are.
        seed: What decides everything that is left to chance.
        faults: How many faults to plant, each in a file of its own, one kind after the other.

    Raises:
        ValueError: If the numbers do not go together, or the folder holds something.
    """
    _refuse(root, pages, questions, files, faults)
    sizes = [questions // files + (index < questions % files) for index in range(files)]
    # A page has no more objectives than questions, so that each objective has a question.
    per_page = Counter[int]()
    for index, size in enumerate(sizes):
        per_page[index % pages] += size
    laid = lay_out(pages, {index: min(3, count) for index, count in per_page.items()})
    shutil.copytree(FIXED, root, dirs_exist_ok=True)
    for page in laid:
        malay, english = write_page(page, laid, str(seed))
        _write(root, f"playbooks/{page.id}.md", malay)
        _write(root, f"playbooks/{page.id}.en.md", english)
    quizzes = _write_quizzes(root, laid, sizes, str(seed))
    planted = _plant(root, laid, quizzes, faults)
    return Generated(root, tuple(page.id for page in laid), tuple(quizzes), tuple(planted))


def _refuse(root: Path, pages: int, questions: int, files: int, faults: int) -> None:
    """Refuse what cannot be written."""
    if root.exists() and any(root.iterdir()):
        raise ValueError(f"{root} is not empty")
    if pages < LEAST_PAGES:
        raise ValueError(f"a handbook has at least {LEAST_PAGES} pages")
    if files < 1 or questions < files:
        raise ValueError("there is at least one file, and one question in each")
    if faults > min(pages - 1, files):
        raise ValueError("there are fewer pages or files than faults")


def _write(root: Path, path: str, text: str) -> None:
    """Write one file; the same bytes on every system."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")


def _write_quizzes(root: Path, pages: list[Page], sizes: list[int], seed: str) -> list[str]:
    """Write the questions. The pages take turns; a page's second quiz names its page."""
    paths: list[str] = []
    first = 1
    for index, size in enumerate(sizes):
        page = pages[index % len(pages)]
        turn = index // len(pages)
        quiz = f"{page.id}-{turn + 1}" if turn else page.id
        before = sum(sizes[index % len(pages) : index : len(pages)]) if turn else 0
        objectives = page.objective_ids
        start = before % len(objectives)
        numbers = range(first, first + size)
        turned = objectives[start:] + objectives[:start]
        paths.append(f"quizzes/{quiz}.yml")
        _write(
            root,
            paths[-1],
            write_quiz(quiz, page.id, numbers, turned, SECTION[page.skeleton], seed),
        )
        first += size
    return paths


def _edit(root: Path, path: str, find: str, replace: str) -> None:
    """Change the first place in a file where a text stands."""
    text = (root / path).read_text("utf-8")
    if find not in text:
        raise ValueError(f"{path} does not hold {find!r}")
    _write(root, path, text.replace(find, replace, 1))


def _no_key(root: Path, quiz: str, _page: str) -> Planted:
    _edit(root, quiz, "        correct: true\n", "")
    return Planted(quiz, "KB210")


def _repeated_key(root: Path, quiz: str, _page: str) -> Planted:
    _edit(root, quiz, "    type: single\n", "    type: single\n    type: single\n")
    return Planted(quiz, "KB107")


def _unknown_objective(root: Path, quiz: str, _page: str) -> Planted:
    _edit(root, quiz, "    objective: objective-", "    objective: objectiv-")
    return Planted(quiz, "KB206")


def _misspelt_key(root: Path, quiz: str, _page: str) -> Planted:
    _edit(root, quiz, "    level: ", "    levle: ")
    return Planted(quiz, "KB112")


def _broken_link(root: Path, _quiz: str, page: str) -> Planted:
    path = f"playbooks/{page}.md"
    text = (root / path).read_text("utf-8")
    _write(root, path, text + "\nLihat [halaman yang hilang](nowhere.md).\n")
    return Planted(path, "KB401")


def _missing_twin(root: Path, _quiz: str, page: str) -> Planted:
    (root / f"playbooks/{page}.en.md").unlink()
    return Planted(f"playbooks/{page}.md", "KB501")


FAULTS: tuple[Callable[[Path, str, str], Planted], ...] = (
    _no_key,
    _repeated_key,
    _unknown_objective,
    _misspelt_key,
    _broken_link,
    _missing_twin,
)
"""The kinds of faults, in the order in which they are planted."""


def _plant(root: Path, pages: list[Page], quizzes: list[str], faults: int) -> list[Planted]:
    """Plant faults, each in a quiz or a page of its own."""
    return [
        FAULTS[turn % len(FAULTS)](root, quizzes[turn], pages[turn + 1].id)
        for turn in range(faults)
    ]


def main() -> None:
    """Write a handbook from the command line."""
    parser = argparse.ArgumentParser(description="Make a handbook of any size.")
    parser.add_argument("root", type=Path, help="the folder to write to; empty or missing")
    parser.add_argument("--pages", type=int, default=100, help="pages, each in two languages")
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--files", type=int, default=100, help="files that the questions are in")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=int, default=0, help="faults to plant")
    given = parser.parse_args()
    try:
        made = generate(
            given.root, given.pages, given.questions, given.files, given.seed, faults=given.faults
        )
    except ValueError as error:
        parser.error(str(error))
    print(f"{len(made.pages)} pages in two languages, {len(made.quizzes)} files of questions")
    for fault in made.planted:
        print(f"{fault.path}: {fault.code}")


if __name__ == "__main__":
    main()
