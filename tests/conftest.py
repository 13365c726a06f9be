"""What tests share: a small handbook without faults, and copies of it to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SMALL = HERE / "handbook"
"""The smallest handbook that has one file of every kind and no finding."""


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """Give a copy of the small handbook that a test may change."""
    root = tmp_path / "handbook"
    shutil.copytree(SMALL, root)
    return root
