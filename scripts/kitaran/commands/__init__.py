"""The commands, one a file. Each module has a click command named `command`."""
