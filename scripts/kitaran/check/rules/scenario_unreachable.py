"""No choice leads to a moment of a scenario.

A conversation begins at its first node. What no way leads to is work that nobody ever reads,
and most often a `goto:` that was forgotten or points elsewhere.

Example:
    ```yaml
    nodes:
      - id: opening
        text: {ms: Encik Kumar berdiri., en: Mr Kumar stands up.}
        choices:
          - {text: {ms: Ucap selamat jalan, en: Say goodbye}, why: …}
      - id: reason
        text: {ms: Dia ada mesyuarat lain., en: He has another meeting.}
    ```

Instead:
    ```yaml
          - {text: {ms: Tanya sebabnya, en: Ask why}, goto: reason, why: …}
    ```

Malay:
    Tiada pilihan yang membawa ke satu babak dalam senario.

    Perbualan bermula pada babak pertama. Babak yang tidak dapat dicapai tidak akan dibaca
    sesiapa; biasanya `goto:` terlupa ditulis. Tambah pilihan yang menuju ke situ, atau buang
    babak itu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.diagnostics import Severity
from kitaran.models.questions.scenario import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB220", "scenario-unreachable", Severity.WARNING, on=Scenario)
def scenario_unreachable(question: Scenario) -> Iterator[Finding]:
    """Walk from the first node along every choice."""
    leads_to = {
        node.id: [choice.goto for choice in node.choices if choice.goto]
        for node in reversed(question.nodes)
    }
    met = {question.nodes[0].id}
    ahead = [*met]
    while ahead:
        after = [name for name in leads_to.get(ahead.pop(), ()) if name not in met]
        met.update(after)
        ahead.extend(after)
    for index, node in enumerate(question.nodes):
        if node.id not in met:
            yield Finding(
                ("nodes", index, "id"),
                f"nothing in question `{question.id}` leads to the node `{node.id}`",
                f"add a choice with `goto: {node.id}`, or remove the node",
            )
