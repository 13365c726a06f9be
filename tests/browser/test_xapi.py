"""Results that learners agree to send, taken by a real learning record store (file backend)."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from uuid import UUID

import bcrypt
import pytest
from playwright.sync_api import expect

from kitaran.mkdocs_plugin.build import build_site
from kitaran.settings import load_settings
from tests.browser.sheet import PREFIX, RIGHT, SCORED, WRONG, Sheet
from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from kitaran.models.text import Locale

APPENDING = """
import sys
import uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", port=int(sys.argv[1]))
"""
"""Starts the store. Left to itself its file backend takes one request, and refuses the next ones
because the file is there already."""
USER, PASSWORD = "kitaran", "only-an-example"
PAGE = "topics/quotations/"


def free_port() -> int:
    """Find a port that nobody uses."""
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        port: int = opened.getsockname()[1]
    return port


class Lrs:
    """The store: a process that can be stopped and started again on the same files."""

    def __init__(self, folder: Path, origin: str) -> None:
        """Prepare its folder, with one user."""
        self.folder, self.port, self.origin = folder, free_port(), origin
        self.process: subprocess.Popen[bytes] | None = None
        hashed = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
        user = {
            "agent": {"mbox": "mailto:site@example.com"},
            "scopes": ["statements/write", "statements/read/mine"],
            "hash": hashed,
            "username": USER,
        }
        folder.mkdir(parents=True)
        (folder / "auth.json").write_text(json.dumps([user]), "utf-8")

    @property
    def address(self) -> str:
        """Where it takes statements."""
        return f"http://127.0.0.1:{self.port}/xAPI"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = {
            "RALPH_APP_DIR": str(self.folder),
            "RALPH_AUTH_FILE": str(self.folder / "auth.json"),
            "RALPH_RUNSERVER_BACKEND": "fs",
            "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(self.folder),
            "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "statements.jsonl",
            "RALPH_RUNSERVER_CORS_ALLOW_ORIGINS": json.dumps([self.origin]),
        }
        command = [sys.executable, "-c", APPENDING, str(self.port)]
        self.process = subprocess.Popen(
            command,
            env={**os.environ, **settings},
            cwd=self.folder,
            stdout=(self.folder / "log").open("ab"),
            stderr=subprocess.STDOUT,
        )
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/__lbheartbeat__"):
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError((self.folder / "log").read_text("utf-8"))

    def stop(self) -> None:
        """Stop it."""
        if self.process:
            self.process.terminate()
            self.process.wait(20)
            self.process = None

    def statements(self, count: int) -> list[dict[str, Any]]:
        """Ask it for what it holds, when that is as much as expected."""
        token = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        headers = {"Authorization": f"Basic {token}", "X-Experience-API-Version": "1.0.3"}
        request = urllib.request.Request(f"{self.address}/statements?limit=500", headers=headers)
        for _ in range(100):
            with urllib.request.urlopen(request) as answer:
                found: list[dict[str, Any]] = json.load(answer)["statements"]
            if len(found) >= count:
                break
            time.sleep(0.1)
        return found


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Keep the tests' output clean."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Lrs, str]]:
    """Serve a site that names a store; gives the store, and the site's address."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    work = tmp_path_factory.mktemp("lrs")
    root = work / "handbook"
    shutil.copytree(SMALL, root)
    here = __file__.rsplit("/", 1)[0]
    shutil.copytree(f"{here}/handbook", root, dirs_exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root / "site")))
    address = f"http://127.0.0.1:{server.server_address[1]}"
    lrs = Lrs(work / "lrs", address)
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8")
    options = f"  - kitaran:\n      lrs_endpoint: {lrs.address}\n      lrs_key: {USER}:{PASSWORD}\n"
    assert "  - kitaran\n" in text
    config.write_text(text.replace("  - kitaran\n", options), "utf-8")
    build_site(load_settings(root), root / "site")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    lrs.start()
    yield lrs, f"{address}/"
    lrs.stop()
    server.shutdown()
    server.server_close()


@pytest.fixture
def learner(store: tuple[Lrs, str], browser: Browser) -> Iterator[Page]:
    """Open a page of that site, with a store that is empty and runs."""
    lrs, address = store
    lrs.stop()
    (lrs.folder / "statements.jsonl").unlink(missing_ok=True)
    lrs.start()
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


def waiting(page: Page) -> list[dict[str, Any]]:
    """Read the queue."""
    text = page.evaluate("() => localStorage.getItem('kitaran:v1:xapi:queue')")
    queue: list[dict[str, Any]] = json.loads(text or "{}").get("queue", [])
    return queue


def answer_all(sheet: Sheet, wrong: str = "") -> None:
    """Answer every question that is scored."""
    for name in SCORED:
        sheet.give(name, *(WRONG if name == wrong else RIGHT)[name])


@pytest.mark.parametrize("locale", ["ms", "en"])
def test_nothing_is_sent_before_the_learner_agrees(
    store: tuple[Lrs, str], learner: Page, locale: Locale
) -> None:
    lrs, _ = store
    learner.goto(PREFIX[locale] + PAGE)
    sheet = Sheet(learner, locale)
    host = lrs.address.split("/")[2]
    expect(learner.locator(".kt-lrs")).to_contain_text(sheet.words("lrs_off", host=host))
    answer_all(sheet)
    assert waiting(learner) == []
    assert lrs.statements(0) == []


@pytest.mark.parametrize("locale", ["ms", "en"])
def test_store_takes_what_a_learner_did(
    store: tuple[Lrs, str], learner: Page, locale: Locale
) -> None:
    lrs, address = store
    learner.goto(PREFIX[locale] + PAGE)
    sheet = Sheet(learner, locale)
    learner.get_by_role("button", name=sheet.words("lrs_start")).click()
    answer_all(sheet, wrong="discount")
    count = len(SCORED) + 1
    found = lrs.statements(count)
    assert len(found) == count
    for statement in found:
        UUID(statement["id"])
        assert "@" not in json.dumps(statement["actor"])
    by_verb: dict[str, list[Any]] = {}
    for statement in found:
        by_verb.setdefault(statement["verb"]["id"].rsplit("/", 1)[1], []).append(statement)
    assert {verb: len(all_) for verb, all_ in by_verb.items()} == {
        "answered": len(SCORED),
        "passed": 1,
    }
    success = {
        one["object"]["id"].split("#")[1]: one["result"]["success"] for one in by_verb["answered"]
    }
    assert success == {name: name != "discount" for name in SCORED}
    [passed] = by_verb["passed"]
    assert passed["object"]["id"].endswith("xapi/topics/quotations")
    assert passed["result"]["score"]["scaled"] == pytest.approx(0.86)
    expect(learner.locator(".kt-lrs")).to_contain_text(
        sheet.words("lrs_on", host=lrs.address.split("/")[2])
    )
    assert waiting(learner) == []
    assert address


def test_what_could_not_be_sent_waits_and_is_sent_later_once(
    store: tuple[Lrs, str], learner: Page
) -> None:
    lrs, _ = store
    learner.goto(PAGE)
    sheet = Sheet(learner)
    learner.get_by_role("button", name=sheet.words("lrs_start")).click()
    learner.context.set_offline(offline=True)
    answer_all(sheet)
    count = len(SCORED) + 1
    queue = waiting(learner)
    assert len(queue) == count
    expect(learner.locator(".kt-lrs")).to_contain_text(sheet.words("lrs_waiting", n=count))
    learner.context.set_offline(offline=False)
    assert len(lrs.statements(count)) == count
    expect(learner.locator(".kt-lrs")).not_to_contain_text(sheet.words("lrs_waiting", n=count))
    # The answer to a try may be lost: what is sent again is not stored again.
    learner.evaluate(
        """queue => {
          const key = "kitaran:v1:xapi:queue";
          const data = JSON.parse(localStorage.getItem(key));
          localStorage.setItem(key, JSON.stringify({ ...data, queue }));
        }""",
        queue,
    )
    learner.reload()
    sheet = Sheet(learner)
    learner.wait_for_function(
        "() => JSON.parse(localStorage.getItem('kitaran:v1:xapi:queue')).queue.length === 0"
    )
    assert len(lrs.statements(count)) == count


def test_store_that_is_down_loses_nothing(store: tuple[Lrs, str], learner: Page) -> None:
    lrs, _ = store
    learner.goto(PAGE)
    sheet = Sheet(learner)
    learner.get_by_role("button", name=sheet.words("lrs_start")).click()
    lrs.stop()
    sheet.give("discount", *RIGHT["discount"])
    expect(learner.locator(".kt-lrs")).to_contain_text(sheet.words("lrs_failed"))
    assert len(waiting(learner)) == 1
    lrs.start()
    learner.reload()
    assert len(lrs.statements(1)) == 1


def test_agreement_can_be_taken_back(store: tuple[Lrs, str], learner: Page) -> None:
    lrs, _ = store
    learner.goto(PAGE)
    sheet = Sheet(learner)
    learner.get_by_role("button", name=sheet.words("lrs_start")).click()
    learner.context.set_offline(offline=True)
    sheet.give("discount", *RIGHT["discount"])
    assert len(waiting(learner)) == 1
    learner.get_by_role("button", name=sheet.words("lrs_stop")).click()
    assert waiting(learner) == []
    learner.context.set_offline(offline=False)
    sheet.give("year-value", *RIGHT["year-value"])
    assert lrs.statements(0) == []


def test_statement_that_is_refused_keeps_no_other_from_being_sent(
    store: tuple[Lrs, str], learner: Page
) -> None:
    lrs, _ = store
    learner.goto(PAGE)
    sheet = Sheet(learner)
    learner.get_by_role("button", name=sheet.words("lrs_start")).click()
    learner.context.set_offline(offline=True)
    sheet.give("discount", *RIGHT["discount"])
    sheet.give("year-value", *RIGHT["year-value"])
    learner.evaluate(
        """() => {
          const key = "kitaran:v1:xapi:queue";
          const data = JSON.parse(localStorage.getItem(key));
          delete data.queue[0].verb;
          localStorage.setItem(key, JSON.stringify(data));
        }"""
    )
    learner.context.set_offline(offline=False)
    [taken] = lrs.statements(1)
    assert taken["object"]["id"].endswith("#year-value")
    assert waiting(learner) == []
    kept = learner.evaluate("() => JSON.parse(localStorage.getItem('kitaran:v1:xapi:queue'))")
    assert [one["object"]["id"].split("#")[1] for one in kept["refused"]] == ["discount"]
