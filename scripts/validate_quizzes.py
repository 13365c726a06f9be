"""Check the quizzes alone: `python scripts/validate_quizzes.py --help`."""

from __future__ import annotations

import click

from kitaran.check.reporters import formats
from kitaran.commands._handbook import speak_plainly
from kitaran.commands.check import run


@click.command()
@click.option("--format", "form", type=click.Choice(formats()), default="text")
@click.option("--strict", is_flag=True, help="Let warnings count as errors do.")
def main(form: str, strict: bool) -> None:
    """Check the quizzes of the handbook around this folder.

    Exit code 0: no errors. 1: errors (with --strict also warnings). 2: wrong usage.
    """
    speak_plainly()
    run((), None, form, strict=strict, prefix="quizzes/")


if __name__ == "__main__":
    main()
