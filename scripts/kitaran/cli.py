"""The `kitaran` command. Each of its commands is a module in `commands/`, found by itself."""

from __future__ import annotations

import importlib
import pkgutil

import click

import kitaran
from kitaran import commands
from kitaran.commands._handbook import speak_plainly


class _Commands(click.Group):
    """A group that loads a command when it is called for, so that each starts quickly."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Name every command."""
        return sorted(m.name for m in pkgutil.iter_modules(commands.__path__) if m.name[0] != "_")

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """Load one command."""
        if name not in self.list_commands(_context):
            return None
        module = importlib.import_module(f"{commands.__name__}.{name}")
        command: click.Command = module.command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(kitaran.__version__, prog_name="kitaran")
def main() -> None:
    """A sales handbook that trains people.

    Playbooks and quizzes in; a checked bilingual site and checklists out.
    """
    speak_plainly()
