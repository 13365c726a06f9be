"""From a moment of a scenario no end can be reached.

The learner goes round in circles and never gets a result.

Example:
    ```yaml
    nodes:
      - id: price
        text: {ms: "“Mahal.”", en: "“Too dear.”"}
        choices:
          - {text: {ms: Terangkan nilai, en: Explain the value}, goto: again, why: …}
      - id: again
        text: {ms: "“Tetap mahal.”", en: "“Still too dear.”"}
        choices:
          - {text: {ms: Terangkan semula, en: Explain once more}, goto: price, why: …}
    ```

Instead:
    Give one of the moments a choice without `goto:`, or a moment without choices to lead to:
    either ends the conversation.

Malay:
    Senario tidak dapat tamat dari satu babak.

    Pelajar akan berpusing-pusing tanpa mendapat keputusan. Sediakan satu pilihan tanpa `goto:`,
    atau satu babak tanpa pilihan; kedua-duanya menamatkan perbualan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import Finding, rule
from kitaran.check.words import listed
from kitaran.diagnostics import Severity
from kitaran.models.questions.scenario import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("KB219", "scenario-never-ends", Severity.ERROR, on=Scenario)
def scenario_never_ends(question: Scenario) -> Iterator[Finding]:
    """Walk back from every end; what is not met on the way never ends."""
    known = {node.id for node in question.nodes}
    leads_here: dict[str, list[str]] = {}
    ending: list[str] = []
    for node in question.nodes:
        # A choice that leads nowhere is KB218's matter; here it counts as an end.
        if not node.choices or any(choice.goto not in known for choice in node.choices):
            ending.append(node.id)
        for choice in node.choices:
            if choice.goto is not None:
                leads_here.setdefault(choice.goto, []).append(node.id)
    ends = set(ending)
    while ending:
        before = [name for name in leads_here.get(ending.pop(), ()) if name not in ends]
        ends.update(before)
        ending.extend(before)
    stuck = [index for index, node in enumerate(question.nodes) if node.id not in ends]
    if stuck:
        names = listed(question.nodes[index].id for index in stuck)
        yield Finding(
            ("nodes", stuck[0], "id"),
            f"no end of question `{question.id}` can be reached from {names}",
            "let a choice end the conversation: remove its `goto:`, or lead to a node "
            "without choices",
        )
