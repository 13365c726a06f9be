"""The question types, one a file. A new type is a new file here: it is found by itself.

A module here has one class whose `type` is its own name.
"""

from __future__ import annotations

import importlib
import pkgutil

from kitaran.models.questions.base import Question


def types() -> dict[str, type[Question]]:
    """Give every question type by its name, in alphabetical order.

    >>> types()["single"].__name__
    'Single'
    """
    found: dict[str, type[Question]] = {}
    for module in pkgutil.iter_modules(__path__):
        if module.name == "base":
            continue
        members = vars(importlib.import_module(f"{__name__}.{module.name}")).values()
        for member in members:
            if isinstance(member, type) and issubclass(member, Question):
                kind = member.model_fields.get("type")
                if kind is not None and member.__module__.endswith(f".{module.name}"):
                    found[module.name] = member
    return found
