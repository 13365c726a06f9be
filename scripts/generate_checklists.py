"""Make the handbook's checklists. The same as `kitaran checklists`; try `--help`."""

from __future__ import annotations

import sys

try:
    from kitaran.commands.checklists import command
except ModuleNotFoundError as missing:
    sys.exit(f"{missing.name} is not installed; run: pip install -e .")

if __name__ == "__main__":
    command(prog_name="generate_checklists.py")
