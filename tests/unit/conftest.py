"""What several unit tests begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handed_in import catalogue_of

if TYPE_CHECKING:
    from pathlib import Path

    from kitaran.reports.catalogue import Catalogue


@pytest.fixture
def catalogue(handbook: Path) -> Catalogue:
    """Give the small handbook's catalogue."""
    return catalogue_of(handbook)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give an empty folder for files that are handed in."""
    made = tmp_path / "handed in"
    made.mkdir()
    return made
