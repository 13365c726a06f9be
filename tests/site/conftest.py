"""The small handbook's site, built once for the tests that read it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from kitaran.mkdocs_plugin.build import build_site
from kitaran.settings import load_settings
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small handbook's site."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    root = tmp_path_factory.mktemp("small") / "handbook"
    shutil.copytree(SMALL, root)
    built = root / "site"
    build_site(load_settings(root), built)
    return built
