"""`kitaran serve`: an error in the content is a card on its page, and never a dead server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECONDS = 40
"""How long a page may take to change; far more than it does, for slow machines."""


@dataclass
class Server:
    """A running `kitaran serve`."""

    root: Path
    url: str
    process: subprocess.Popen[str]

    def get(self, address: str) -> str:
        """Give a page, or the empty string while it is not there."""
        try:
            with urllib.request.urlopen(self.url + address, timeout=10) as answer:
                text: str = answer.read().decode()
                return text
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def wait(self, address: str, *, has: str = "", lacks: str = "\0") -> str:
        """Wait until a page is there, has a text, and lacks another."""
        end = time.monotonic() + SECONDS
        html = ""
        while time.monotonic() < end:
            assert self.process.poll() is None, "the server has died"
            html = self.get(address)
            if html and has in html and lacks not in html:
                return html
            time.sleep(0.3)
        pytest.fail(f"{address}: no {has!r} or still {lacks!r} in\n{html[:2000]}")

    def edit(self, path: str, find: str, replace: str) -> None:
        """Change a file of the handbook."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert find in text
        file.write_text(text.replace(find, replace), "utf-8")


@pytest.fixture
def server(handbook: Path) -> Iterator[Server]:
    """Serve a copy of the small handbook."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "kitaran", "serve", "--handbook", str(handbook)]
    process = subprocess.Popen(
        [*command, "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    yield Server(handbook, f"http://127.0.0.1:{port}/", process)
    process.terminate()
    process.wait(10)


def test_mistakes_come_and_go_as_cards(server: Server) -> None:
    server.wait("stages/closing/", has="Menutup perjanjian", lacks="kt-errors")

    quiz = "quizzes/stages/closing.yml"
    server.edit(quiz, "pass: 80%", "pas: 80%")
    html = server.wait("stages/closing/", has="kt-errors")
    assert f"{quiz}:2:1" in html
    assert "did you mean" in html
    server.wait("en/stages/closing/", has=f"{quiz}:2:1")
    server.edit(quiz, "pas: 80%", "pass: 80%")
    server.wait("stages/closing/", lacks="kt-errors")

    page = "playbooks/stages/closing.en.md"
    server.edit(page, "title: Close the deal", "title: Close: the deal")
    html = server.wait("en/stages/closing/", has="kt-errors")
    assert f"{page}:2:13" in html
    server.edit(page, "title: Close: the deal", "title: Close the deal")
    server.wait("en/stages/closing/", has="Close the deal", lacks="kt-errors")

    server.edit("playbooks/glossary.yml", "terms:", "terms: [")
    server.wait("glossary/", has="kt-errors")
    server.edit("playbooks/glossary.yml", "terms: [", "terms:")
    server.wait("glossary/", lacks="kt-errors")

    server.edit("mkdocs.yml", "site_name: Buku kecil", "site_name: [")
    time.sleep(3)
    server.edit("mkdocs.yml", "site_name: [", "site_name: Buku besar")
    server.wait("", has="Buku besar")


def test_folders_that_go_away_for_a_moment_are_watched_again(server: Server) -> None:
    server.wait("stages/closing/", has="kt-quiz")
    for name in ("quizzes", "docs", "playbooks"):
        away = server.root.parent / f"away-{name}"
        (server.root / name).rename(away)
        time.sleep(2)
        away.rename(server.root / name)
        time.sleep(2)
    server.edit("playbooks/stages/closing.md", "Menutup perjanjian", "Menutup semula")
    server.wait("stages/closing/", has="Menutup semula")
    server.edit("quizzes/stages/closing.yml", "pass: 80%", "pas: 80%")
    server.wait("stages/closing/", has="kt-errors")
