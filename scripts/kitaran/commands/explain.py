"""`kitaran explain`: the reference of a rule, in the terminal."""

from __future__ import annotations

from difflib import get_close_matches

import click

from kitaran.check.rule import rules


@click.command(name="explain")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Say what a RULE means and how to mend what it finds. Without one, list them all.

    RULE is a code such as KB210, or a name such as not-one-right-answer.
    """
    every = {name: each for each in rules() for name in (each.code, each.name)}
    if rule is None:
        for each in rules():
            click.echo(f"{each.code}  {each.severity:<7}  {each.name}")
        return
    wanted = rule.upper() if rule.upper() in every else rule.lower()
    if wanted not in every:
        near = get_close_matches(wanted, every, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        message = f"there is no rule {rule}.{hint} `kitaran explain` lists them"
        raise click.UsageError(message)
    found = every[wanted]
    click.echo(f"{found.code} {found.name} ({found.severity})\n\n{found.doc}")
