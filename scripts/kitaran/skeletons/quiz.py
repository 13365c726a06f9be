"""A new quiz: a question for every objective of its page, to be rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kitaran.load.record import load
from kitaran.load.tree import entry
from kitaran.models.playbook import Playbook
from kitaran.models.skeleton import CHECKLIST
from kitaran.skeletons.form import Form, SkeletonError

if TYPE_CHECKING:
    from pathlib import Path

    from kitaran.models.text import Locale


class _Page(NamedTuple):
    """What a quiz takes from its page."""

    id: str
    objectives: tuple[str, ...]
    sections: tuple[str, ...]


def quiz(name: str, languages: tuple[Locale, ...], root: Path) -> dict[str, str]:
    """Write the file of a new quiz.

    Raises:
        SkeletonError: If the page is not there, or has no objective to test.
    """
    form = Form(languages)
    page = _page(name, root)
    note = form.note(
        "Setiap soalan menguji satu keputusan dalam satu situasi. Setiap pilihan ada sebabnya.\n"
        "# Jenis lain: multiple, short, numeric, match, order, cloze, scenario, reflection.",
        "Every question tests a decision in a situation. Every option says why.\n"
        "# Other types: multiple, short, numeric, match, order, cloze, scenario, reflection.",
    )
    depth = name.count("/") + 1
    lines = [form.head("quiz", depth), f"# {note}", f"id: {name}", "pass: 80%", "questions:"]
    for index in range(max(2, len(page.objectives))):
        lines += _question(form, page, index)
    return {f"quizzes/{name}.yml": "".join(f"{line}\n" for line in lines)}


def _page(name: str, root: Path) -> _Page:
    """Read the page that the quiz asks about."""
    path = f"playbooks/{name}.md"
    if not (root / path).is_file():
        message = f"there is no `{path}`: begin the page first, with `kitaran new playbook {name}`"
        raise SkeletonError(message)
    record = load(root, entry(path)).record
    if not isinstance(record, Playbook):
        message = f"`{path}` cannot be read; run `kitaran check {path}` and mend it first"
        raise SkeletonError(message)
    if not record.front.objectives:
        message = f"`{path}` has no `objectives` yet; write one first, as every question tests one"
        raise SkeletonError(message)
    headings = record.outline.headings
    sections = tuple(h.id for h in headings if h.level == 2 and h.id and h.id != CHECKLIST)
    if not sections:
        message = f"`{path}` has no section with an id; write one first, as questions point at them"
        raise SkeletonError(message)
    objectives = tuple(objective.id for objective in record.front.objectives)
    return _Page(name, objectives, sections)


def _question(form: Form, page: _Page, index: int) -> list[str]:
    """Write one question: by turns a choice and a statement."""
    objective = page.objectives[index % len(page.objectives)]
    kind = "true_false" if index % 2 else "single"
    note = form.note("unik, dan tidak ditukar lagi", "unique, and never changed")
    lines = [
        f"  - id: question-{index + 1}  # {note}",
        f"    type: {kind}",
        f"    objective: {objective}",
        f"    section: {page.sections[index % len(page.sections)]}",
        "    level: apply  # remember | understand | apply | analyse",
    ]
    return [*lines, *(_statement if index % 2 else _choice)(form, page.id, index)]


def _choice(form: Form, name: str, index: int) -> list[str]:
    """Write a stem and its options; the key stands elsewhere each time."""
    stem = form.text(
        f"Contoh {index + 1}, {name}: tulis satu situasi, kemudian keputusannya. "
        "Apa yang anda buat?",
        f"Example {index + 1}, {name}: write a situation, then the decision. What do you do?",
    )
    wrong = [
        ("Kesilapan yang biasa", "A common mistake", "Mengapa ia menarik.", "Why it tempts."),
        ("Langkah yang terlalu awal", "A step too early", "Apa akibatnya.", "What follows."),
    ]
    key = ("Tindakan terbaik", "The best move", "Mengapa ia tepat.", "Why it is right.")
    options = [(each, False) for each in wrong]
    options.insert(index // 2 % 3, (key, True))
    lines = [f"    text: {stem}", "    options:"]
    for (ms, en, why_ms, why_en), is_key in options:
        lines.append(f"      - text: {form.text(ms, en)}")
        if is_key:
            lines.append("        correct: true")
        lines.append(f"        why: {form.text(why_ms, why_en)}")
    return lines


def _statement(form: Form, name: str, index: int) -> list[str]:
    """Write a statement to accept or refuse."""
    stem = form.text(
        f"Contoh {index + 1}, {name}: tulis satu kenyataan tentang satu situasi.",
        f"Example {index + 1}, {name}: write a statement about a situation.",
    )
    return [
        f"    text: {stem}",
        f"    answer: {'true' if index // 2 % 2 else 'false'}",
        f"    why: {form.text('Mengapa itu jawapannya.', 'Why that is the answer.')}",
        f"    why_not: {form.text('Apa yang mengelirukan.', 'What tempts people.')}",
    ]
