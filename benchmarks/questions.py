"""Write the questions of a generated handbook, of every type, as YAML."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.scene import Scene, texts

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = (
    *("single", "single", "multiple", "single", "true_false", "single", "single", "numeric"),
    *("single", "short", "single", "single", "match", "single", "single", "multiple"),
    *("single", "true_false", "single", "single", "order", "single", "single", "cloze"),
    *("single", "numeric", "single", "multiple", "single", "scenario", "single", "reflection"),
)
"""The types in the order in which they come round; most questions have one right option."""
SECTION = {
    "stages": "what-to-do",
    "objections": "response",
    "products": "how-to-offer",
    "roles": "responsibilities",
    "topics": "how-to",
}
"""The section of each kind of page that teaches what its questions ask."""
LEVELS = ("apply", "analyse", "apply", "understand")


def write_quiz(
    quiz_id: str, page_id: str, numbers: range, objectives: list[str], section: str, seed: str
) -> str:
    """Write one file of questions.

    Args:
        quiz_id: The quiz's id.
        page_id: The page that it belongs to.
        numbers: The questions' numbers in the bank; each is used once in a handbook.
        objectives: The ids of the page's objectives; the questions take turns at them.
        section: The heading on the page where the answers are taught.
        seed: What decides everything that is left to chance.
    """
    dice = Random(f"{seed}/{quiz_id}")
    lines = [f"id: {quiz_id}"]
    if quiz_id != page_id:
        lines.append(f"page: {page_id}")
    lines += ["pass: 80%", "questions:"]
    turns = {3: dice.randrange(3), 4: dice.randrange(4)}
    for index, number in enumerate(numbers):
        # A quiz begins with a single-choice question whatever its number.
        kind = KINDS[number % len(KINDS)] if index else "single"
        scene = Scene.draw(dice, number)
        lines += [
            f"  - id: question-{number:06d}",
            f"    type: {kind}",
            f"    objective: {objectives[index % len(objectives)]}",
            f"    section: {section}",
            f"    level: {LEVELS[number % len(LEVELS)]}",
            *_WRITERS[kind](scene, dice, turns),
        ]
    return "\n".join(lines) + "\n"


def _stem(scene: Scene, pair: Any) -> list[str]:
    """Write the stem in block style, as it is the longest text."""
    malay, english = scene.both(pair)
    return ["    text:", f"      ms: {_line(malay)}", f"      en: {_line(english)}"]


def _line(text: str) -> str:
    """Write a long text without quotes where YAML allows it."""
    return f"'{text}'" if ": " in text or "{" in text or text.startswith(("“", "*")) else text


def _options(scene: Scene, options: list[Any], keys: set[int]) -> list[str]:
    """Write options with their rationales."""
    lines = ["    options:"]
    for index, (text, why) in enumerate(options):
        lines.append(f"      - text: {scene.yaml([f'{each} {{when}} {{where}}' for each in text])}")
        if index in keys:
            lines.append("        correct: true")
        lines.append(f"        why: {scene.yaml(why)}")
    return lines


def _single(scene: Scene, dice: Random, turns: dict[int, int]) -> list[str]:
    """Write one key and two or three distractors."""
    case = dice.choice(texts()["single"])
    count = dice.choice((3, 4, 4))
    key, *wrong = case["options"]
    options = dice.sample(wrong, count - 1)
    # The places take turns within a quiz, so that no place is a better guess.
    place = turns[count] = (turns[count] + 1) % count
    options.insert(place, key)
    return [*_stem(scene, case["stem"]), *_options(scene, options, {place})]


def _multiple(scene: Scene, dice: Random, _turns: dict[int, int]) -> list[str]:
    """Write two keys and two distractors."""
    case = dice.choice(texts()["multiple"])
    order = dice.sample(range(4), 4)
    options = [case["options"][index] for index in order]
    keys = {place for place, index in enumerate(order) if index < 2}
    return [*_stem(scene, case["stem"]), *_options(scene, options, keys)]


def _true_false(scene: Scene, dice: Random, _turns: dict[int, int]) -> list[str]:
    """Write a statement."""
    stem, answer, why, why_not = dice.choice(texts()["true_false"])
    return [
        *_stem(scene, stem),
        f"    answer: {str(answer).lower()}",
        f"    why: {scene.yaml(why)}",
        f"    why_not: {scene.yaml(why_not)}",
    ]


def _short(scene: Scene, dice: Random, _turns: dict[int, int]) -> list[str]:
    """Write a question for a word or two."""
    stem, answer, near, why = dice.choice(texts()["short"])
    return [
        *_stem(scene, stem),
        f"    answers: [{scene.yaml(answer)}]",
        f"    near: [{{text: {scene.yaml(near)}, why: {scene.yaml(why)}}}]",
        f"    why: {scene.yaml(why)}",
    ]


def _numeric(scene: Scene, dice: Random, _turns: dict[int, int]) -> list[str]:
    """Write a sum; the shares are in percent, and amounts are whole hundreds."""
    stem, right, wrong, why, why_wrong = dice.choice(texts()["numeric"])
    return [
        *_stem(scene, stem),
        f"    answer: {scene.amount * right // 100}",
        "    tolerance: 1",
        "    unit: RM",
        "    wrong:",
        f"      - {{value: {scene.amount * wrong // 100}, why: {scene.yaml(why_wrong)}}}",
        f"    why: {scene.yaml(why)}",
    ]


def _match(scene: Scene, dice: Random, _turns: dict[int, int]) -> list[str]:
    """Write pairs."""
    case = dice.choice(texts()["match"])
    lines = [*_stem(scene, case["stem"]), "    pairs:"]
    for left, right in case["pairs"]:
        lines.append(f"      - left: {scene.yaml(left)}")
        lines.append(f"        right: {scene.yaml(right)}")
    return lines


def _order(scene: Scene, dice: Random, _turns: dict[int, int]) -> list[str]:
    """Write steps in their order."""
    case = dice.choice(texts()["order"])
    return [
        *_stem(scene, case["stem"]),
        "    items:",
        *(f"      - {scene.yaml(item)}" for item in case["items"]),
        f"    why: {scene.yaml(case['why'])}",
    ]


def _cloze(scene: Scene, dice: Random, _turns: dict[int, int]) -> list[str]:
    """Write a text with a gap."""
    case = dice.choice(texts()["cloze"])
    return [
        *_stem(scene, case["stem"]),
        "    gaps:",
        f"      {case['gap']}:",
        f"        answers: [{scene.yaml(case['answers'])}]",
        f"        why: {scene.yaml(case['why'])}",
    ]


def _scenario(scene: Scene, dice: Random, _turns: dict[int, int]) -> list[str]:
    """Write a conversation of two moments; the choices belong to the first."""
    case = dice.choice(texts()["scenario"])
    lines = [*_stem(scene, case["stem"]), "    nodes:"]
    for index, (name, text) in enumerate(case["nodes"]):
        lines += [f"      - id: {name}", f"        text: {scene.yaml(text)}"]
        if index:
            continue
        lines.append("        choices:")
        for said, goto, why in case["choices"]:
            lines.append(f"          - text: {scene.yaml(said)}")
            lines += [f"            goto: {goto}", "            points: 1"] if goto else []
            lines.append(f"            why: {scene.yaml(why)}")
    return lines


def _reflection(scene: Scene, dice: Random, _turns: dict[int, int]) -> list[str]:
    """Write a question to think about."""
    case = dice.choice(texts()["reflection"])
    return [*_stem(scene, case["stem"]), f"    model_answer: {scene.yaml(case['answer'])}"]


_WRITERS: dict[str, Callable[[Scene, Random, dict[int, int]], list[str]]] = {
    "single": _single,
    "multiple": _multiple,
    "true_false": _true_false,
    "short": _short,
    "numeric": _numeric,
    "match": _match,
    "order": _order,
    "cloze": _cloze,
    "scenario": _scenario,
    "reflection": _reflection,
}
