"""Rules that the settings switch off: each has to be one that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.check.rule import rules
from kitaran.load.wording import nearest
from kitaran.settings import SettingsError

if TYPE_CHECKING:
    from kitaran.settings import Settings


def refuse_unknown_rules(settings: Settings) -> None:
    """Make sure that the settings switch off nothing that does not exist.

    Whoever writes `KB6O2`, with the letter, believes that a rule is off.

    Raises:
        SettingsError: If there is no such rule.
    """
    known = [rule.code for rule in rules()]
    for off in settings.off:
        if off.rule not in known:
            near = nearest(off.rule, known)
            hint = f"did you mean `{near}`?" if near else "`kitaran explain` lists the rules"
            file = settings.root / "pyproject.toml"
            message = f"{file}: tool.kitaran.check.off: there is no rule `{off.rule}`; {hint}"
            raise SettingsError(message)
