"""`python -m kitaran` is `kitaran`."""

from kitaran.cli import main

main()
