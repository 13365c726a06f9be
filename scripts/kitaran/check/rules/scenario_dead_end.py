"""A choice in a scenario leads to a moment that does not exist, or to two.

The conversation would break off in the middle. Where two moments have one id, the second can
never be met.

Example:
    ```yaml
    nodes:
      - id: opening
        text: {ms: Encik Kumar berdiri., en: Mr Kumar stands up.}
        choices:
          - {text: {ms: Tanya sebabnya, en: Ask why}, goto: reson, why: …}
      - id: reason
        text: {ms: Dia ada mesyuarat lain., en: He has another meeting.}
    ```

Instead:
    ```yaml
    goto: reason
    ```

Malay:
    Pilihan dalam senario menuju ke babak yang tidak wujud, atau ke dua babak yang sama idnya.

    Perbualan akan terputus di tengah jalan. Betulkan id selepas `goto:`, tulis babak itu, atau
    buang `goto:` jika perbualan memang tamat di situ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import nearest
from kitaran.diagnostics import Severity
from kitaran.models.questions.scenario import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB218", "scenario-dead-end", Severity.ERROR, on=Scenario)
def scenario_dead_end(question: Scenario) -> Iterator[Finding]:
    """Look up where every choice leads."""
    first: dict[str, int] = {}
    for index, node in enumerate(question.nodes):
        if first.setdefault(node.id, index) != index:
            yield Finding(
                ("nodes", index, "id"),
                f"the id `{node.id}` is taken by node {first[node.id] + 1} of this scenario",
                "give one of the two another id, and mend the `goto:` that lead to it",
            )
    for index, node in enumerate(question.nodes):
        for place, choice in enumerate(node.choices):
            if choice.goto is not None and choice.goto not in first:
                yield Finding(
                    ("nodes", index, "choices", place, "goto"),
                    f"there is no node `{choice.goto}` in question `{question.id}`",
                    nearest(choice.goto, first)
                    or f"write the node `{choice.goto}`, or remove `goto:` to end here",
                )
