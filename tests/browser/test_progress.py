"""The page of one's progress: the ring, strengths, attempts, and certificates."""

from __future__ import annotations

import io
import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

import kitaran
from kitaran.render.journey import client_words
from kitaran.render.pages.progress import PROGRESS_WORDS
from kitaran.render.words import words
from tests.browser.progress import DAY, PATH, QUIZ, ROOT, Mine, attempt, facts, ready
from tests.browser.server import BLANK
from tests.browser.sheet import PREFIX
from tests.browser.test_pages import _axe, _wider
from tests.browser.test_storage import BLOCKED, FILL

if TYPE_CHECKING:
    from kitaran.models.text import Locale
    from tests.browser.conftest import Faults, Visit

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
NOW = time.time() * 1000
CERTIFICATE = f"certificate:{PATH}"


@LOCALES
def test_page_reads_without_a_script(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + "progress/", java_script_enabled=False)
    w = Mine(page, locale).words
    expect(page.locator("h1")).to_contain_text(w("my_page.title"))
    for part in ("without", "carry_text", "result_text", "people_text"):
        expect(page.get_by_text(w(f"my_page.{part}"))).to_be_visible()
    expect(page.locator("#kept + ul li")).to_have_count(4)
    expect(page.locator("#cycle ~ .kt-block .kt-cycle__ring")).to_be_visible()


def test_page_carries_the_texts_that_its_scripts_ask_for() -> None:
    scripts = Path(kitaran.__file__).parent / "render/assets/js"
    text = "".join(file.read_text("utf-8") for file in scripts.glob("*.js"))
    asked = set(re.findall(r"words\.(my_\w+)|\b(my_\w+): |\"(my_\w+)\"", text))
    told = {name for pair in asked for name in pair if name}
    # Some are asked for by what they tell of.
    started = tuple(set(re.findall(r"`(my_\w+_)\$\{", text)))
    given = {name for name in client_words(words("en"), PROGRESS_WORDS) if name.startswith("my_")}
    assert told <= given
    assert {name for name in given - told if not name.startswith(started)} == set()


@LOCALES
def test_page_is_in_the_navigation(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + "quizzes/")
    name = Mine(page, locale).words("my_page.title")
    page.locator(".md-sidebar--primary").get_by_role("link", name=name).click()
    expect(page).to_have_url(re.compile(r"/progress/$"))


@LOCALES
def test_nothing_done_yet_says_what_to_do(visit: Visit, locale: Locale) -> None:
    mine = Mine.open(visit, locale=locale)
    page, w = mine.page, mine.words
    expect(page.locator("kt-progress-page")).to_contain_text(w("my.empty"))
    begin = page.get_by_role("link", name=w("my.begin"))
    expect(begin).to_have_attribute("href", re.compile(r"/paths/$"))
    expect(mine.part("history")).to_have_text(w("my.no_history"))
    expect(mine.part("strengths")).to_have_text(w("my.no_strengths"))
    expect(mine.part("result")).to_contain_text(w("my.nothing"))
    for name in ("save", "reset", "reset_undo", "result"):
        expect(mine.button(name)).to_have_count(0)
    expect(mine.button("bring")).to_be_visible()
    assert mine.stored() == {}


@pytest.mark.parametrize(
    ("attempts", "standing", "filled", "text"),
    [
        pytest.param([], "none", "0 100", "cycle_none", id="not begun"),
        pytest.param([40, 60, 50], "tried", "60 100", "cycle_tried", id="the best counts"),
        pytest.param(
            [100, 20], "passed", "100 100", "cycle_passed", id="once passed, always passed"
        ),
    ],
)
@LOCALES
def test_ring_is_filled_by_the_best_result(
    visit: Visit,
    small_site: Path,
    locale: Locale,
    attempts: list[int],
    standing: str,
    filled: str,
    text: str,
) -> None:
    tries = [attempt(small_site, NOW - i, p) for i, p in enumerate(attempts)]
    records = {f"quiz:{QUIZ}": {"attempts": tries}} if tries else {}
    mine = Mine.open(visit, records, locale)
    link = mine.page.locator(f'.kt-cycle__link[data-page="{QUIZ}"]')
    expect(link).to_have_attribute("data-standing", standing)
    expect(link.locator(".kt-cycle__fill")).to_have_attribute("stroke-dasharray", filled)
    said = mine.words(text, percent=max(attempts, default=0))
    expect(link).to_have_attribute("aria-label", re.compile(rf"^1\. .+: {re.escape(said)}$"))
    expect(link.locator(".kt-cycle__tick")).to_have_count(int(standing == "passed"))
    mine.page.set_viewport_size({"width": 390, "height": 844})
    expect(mine.page.locator(".kt-cycle__list .kt-cycle__said").first).to_have_text(said)


def test_checklist_is_told_on_the_ring(visit: Visit, small_site: Path) -> None:
    items = facts(small_site)["checklists"][QUIZ]
    mine = Mine.open(visit, {f"checklist:{QUIZ}": {"done": [items[0], "gone"]}}, "en")
    link = mine.page.locator(f'.kt-cycle__link[data-page="{QUIZ}"]')
    told = f"checklist 1 of {len(items)}"
    expect(link).to_have_attribute("aria-label", re.compile(told))


@LOCALES
def test_home_page_shows_progress_where_there_is_some(
    visit: Visit, small_site: Path, locale: Locale
) -> None:
    page = visit(PREFIX[locale] + "stages/")
    ring = page.locator(".kt-cycle")
    page.wait_for_function("() => document.querySelector('.kt-cycle a').dataset.standing === ''")
    expect(ring).not_to_have_attribute("data-progress", "")
    Mine(page).keep({f"quiz:{QUIZ}": {"attempts": [attempt(small_site, NOW)]}})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(ring).to_have_attribute("data-progress", "")
    expect(ring.locator(".kt-cycle__link").first).to_have_attribute("data-standing", "passed")
    # It takes nothing but the records.
    assert not [url for url in asked if url.endswith("sections.json")]


@LOCALES
def test_attempts_are_listed_newest_first(visit: Visit, small_site: Path, locale: Locale) -> None:
    tries = [attempt(small_site, NOW - i * DAY, 50 + i, mode="learn") for i in range(12)]
    records: dict[str, Any] = {
        f"quiz:{QUIZ}": {"attempts": [*tries, None, {"at": "x"}, {"at": 1e99, "percent": 1}]},
        "quiz:topics/gone": {"attempts": [attempt(small_site, NOW + 5, 100)]},
    }
    mine = Mine.open(visit, records, locale)
    lines = mine.part("history").locator("li")
    expect(lines).to_have_count(13)
    expect(lines.nth(0)).to_contain_text("topics/gone")
    expect(lines.nth(0)).to_contain_text(mine.words("my.mode_test"))
    expect(lines.nth(0)).to_contain_text(mine.words("my.passed"))
    scores = mine.part("history").locator(".kt-history__score")
    assert scores.all_text_contents()[1:4] == ["50%", "51%", "52%"]
    expect(lines.nth(1)).to_contain_text(mine.words("my.not_passed"))
    expect(lines.nth(1).get_by_role("link")).to_have_attribute(
        "href", re.compile(r"closing/#quiz$")
    )
    expect(lines.nth(10)).to_be_hidden()
    mine.page.get_by_text(mine.words("my.more", n=3)).click()
    expect(lines.nth(12)).to_be_visible()


@LOCALES
def test_strengths_are_listed_weakest_first(visit: Visit, small_site: Path, locale: Locale) -> None:
    known = facts(small_site)
    found: dict[str, list[str]] = {}
    for question in known["quizzes"][QUIZ]["questions"]:
        if question["type"] != "reflection":
            found.setdefault(question["objective"], []).append(question["id"])
    objective, ids = max(found.items(), key=lambda pair: len(pair[1]))
    assert len(ids) > 1
    base = {"checked": True, "answer": "a", "tries": 1, "hash": "h"}
    shares = {ids[0]: {**base, "share": 0, "at": 9}, ids[1]: {**base, "share": 1, "at": 9}}
    # The attempt is older than the answers: they count.
    tries = [attempt(small_site, 5, questions={ids[0]: {"share": 1}})]
    records = {f"quiz:{QUIZ}": {"answers": shares, "attempts": tries}}
    mine = Mine.open(visit, records, locale)
    line = mine.part("strengths").locator("li").first
    expect(line).to_contain_text(
        known["objectives"][f"{QUIZ}#{objective}"] if locale == "ms" else "%"
    )
    expect(line).to_contain_text(mine.words("my.answered", done=2, total=len(ids)))
    bar = line.get_by_role("progressbar")
    assert 0 < float(str(bar.get_attribute("value"))) < 100
    expect(line.get_by_role("link").first).to_have_attribute(
        "href", re.compile(r"/stages/closing/#.+")
    )
    mine.keep({f"quiz:{QUIZ}": {"answers": {ids[0]: shares[ids[0]]}}})
    mine.go()
    expect(line).to_contain_text(mine.words("my.few"))
    expect(line.get_by_role("progressbar")).to_have_count(0)


def _without(records: dict[str, Any], **changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(records))
    for name, change in changes.items():
        if name == "attempt":
            made[f"quiz:{QUIZ}"]["attempts"][0].update(change)
        else:
            made[f"steps:{PATH}"]["steps"][name].update(change)
    return made


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({"attempt": {"mode": "learn"}}, "need_quiz", id="not as a test"),
        pytest.param({"attempt": {"passed": False}}, "need_quiz", id="not passed"),
        pytest.param({"attempt": {"at": NOW - 370 * DAY}}, "why_old", id="too long ago"),
        pytest.param(
            {"attempt": {"version": "x", "questions": {"gone": {"hash": "x"}}}},
            "why_changed",
            id="other questions",
        ),
        pytest.param({"roleplay:price": {"score": 69}}, "why_low", id="low score"),
        pytest.param({"roleplay:price": {"score": None}}, "need_roleplay", id="no score"),
        pytest.param(
            {"task:shadow-a-call": {"by": "self"}}, "need_manager", id="signed by oneself"
        ),
        pytest.param({"task:shadow-a-call": {"done": False}}, "need_manager", id="withdrawn"),
    ],
)
@LOCALES
def test_what_is_missing_is_named_with_a_link(
    visit: Visit, small_site: Path, locale: Locale, changes: dict[str, Any], why: str
) -> None:
    mine = Mine.open(visit, _without(ready(small_site, NOW), **changes), locale)
    box = mine.part("certificates").locator(f'[data-path="{PATH}"]')
    expect(box).to_contain_text(mine.words("my.needs", done=2, total=3))
    expect(box.locator(".kt-needs li")).to_have_count(1)
    values = {"percent": 69} if why == "why_low" else {}
    expect(box.locator(".kt-needs li")).to_contain_text(mine.words(f"my.{why}", **values))
    expect(box.get_by_role("link")).to_have_count(1)
    expect(mine.button("issue")).to_have_count(0)


def test_small_change_of_a_quiz_is_no_other_test(visit: Visit, small_site: Path) -> None:
    records = _without(ready(small_site, NOW), attempt={"version": "x"})
    mine = Mine.open(visit, records)
    expect(mine.button("issue")).to_be_visible()


def _issue(mine: Mine, name: str) -> None:
    """Issue the certificate with the keyboard."""
    mine.button("issue").focus()
    mine.page.keyboard.press("Enter")
    field = mine.page.get_by_label(mine.words("my.name"))
    expect(field).to_be_focused()
    mine.page.keyboard.press("Enter")
    expect(mine.page.get_by_text(mine.words("my.name_missing"))).to_be_visible()
    field.fill(name)
    mine.page.keyboard.press("Enter")


@LOCALES
def test_certificate_is_issued_and_kept(visit: Visit, small_site: Path, locale: Locale) -> None:
    mine = Mine.open(visit, ready(small_site, NOW), locale)
    _issue(mine, "Aina <b>binti</b> Rahman")
    expect(mine.said()).to_have_text(mine.words("my.issued"))
    expect(mine.button("print")).to_be_focused()
    paper = mine.page.locator(".kt-diploma")
    expect(paper.locator(".kt-diploma__name")).to_have_text("Aina <b>binti</b> Rahman")
    expect(paper).to_contain_text(mine.words("my.paper_note"))
    expect(paper).to_contain_text("90%")
    (kept,) = mine.stored()[CERTIFICATE]["issued"]
    known = facts(small_site)
    expect(paper).to_contain_text(kept["code"])
    assert re.fullmatch(r"[0-9a-f]{4}(-[0-9a-f]{4}){2}", kept["code"])
    assert kept["version"] == known["version"]
    assert 364 * DAY < kept["expires"] - kept["at"] < 367 * DAY
    assert kept["quizzes"][QUIZ]["percent"] == 90
    assert kept["roleplays"] == {"price": 70}
    sections = facts(small_site, "sections")
    assert kept["sections"] == {k: v[0] for k, v in sections.items() if k.startswith(f"{QUIZ}#")}
    mine.go()
    expect(mine.page.locator(".kt-issued .kt-mark")).to_contain_text(
        mine.words("my.valid", date="")[:8]
    )
    expect(mine.button("issue_again")).to_be_visible()


@pytest.mark.parametrize(
    ("change", "state", "listed"),
    [
        pytest.param({"sections": "old"}, "stale", True, id="a section has changed"),
        pytest.param({"sections": "new"}, "stale", True, id="a section is new"),
        pytest.param({"sections": "gone"}, "stale", True, id="a section is gone"),
        pytest.param({"expires": NOW - DAY}, "expired", False, id="expired"),
        pytest.param(
            {"sections": {"topics/x#y": "z"}, "expires": None}, "valid", False, id="other page"
        ),
    ],
)
@LOCALES
def test_certificate_tells_when_it_no_longer_holds(
    visit: Visit, small_site: Path, locale: Locale, change: dict[str, Any], state: str, listed: bool
) -> None:
    sections = facts(small_site, "sections")
    hashes = {k: v[0] for k, v in sections.items() if k.startswith(f"{QUIZ}#")}
    first = next(iter(hashes))
    made: dict[str, Any] = {
        "old": {**hashes, first: "before"},
        "new": {k: v for k, v in hashes.items() if k != first},
        "gone": {**hashes, f"{QUIZ}#gone": "x"},
    }
    said = change.get("sections")
    kept = made[said] if isinstance(said, str) else {**hashes, **(said or {})}
    one = {
        "id": "a", "at": NOW - 9 * DAY, "name": "Aina", "expires": NOW + DAY, "version": "v",
        "code": "c", "quizzes": {}, "roleplays": {}, "signed": [],
        **change, "sections": kept,
    }  # fmt: skip
    records = {**ready(small_site, NOW), CERTIFICATE: {"issued": [None, {"id": 5}, one]}}
    mine = Mine.open(visit, records, locale)
    mark = mine.page.locator(".kt-issued > .kt-mark")
    words = [part for part in mine.words(f"my.{state}").split("{date}") if part]
    for part in words:
        expect(mark).to_contain_text(part.strip())
    changed = mine.page.locator(".kt-issued .kt-needs li")
    expect(changed).to_have_count(int(listed))
    if listed:
        expect(changed.get_by_role("link")).to_have_attribute(
            "href", re.compile("/stages/closing/")
        )
    band = {"stale": 1, "expired": 1, "valid": 0}[state]
    expect(mine.page.locator(".kt-diploma__band")).to_have_count(band)


@LOCALES
def test_certificate_prints_on_one_sheet_across(
    visit: Visit, small_site: Path, locale: Locale, tmp_path: Path
) -> None:
    mine = Mine.open(visit, ready(small_site, NOW), locale)
    _issue(mine, "Aina binti Rahman")
    mine.page.evaluate("() => { window.print = () => { document.title = 'printed'; }; }")
    mine.button("print").click()
    expect(mine.page).to_have_title("printed")
    pdf = mine.page.pdf(prefer_css_page_size=True, print_background=True)
    (tmp_path / "certificate.pdf").write_bytes(pdf)
    (sheet,) = PdfReader(io.BytesIO(pdf)).pages
    assert [round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:]] == [297, 210]
    text = sheet.extract_text()
    assert "Aina binti Rahman" in text
    assert mine.words("my_page.carry") not in text
    mine.page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    expect(mine.page.locator(".kt-diploma--print")).to_have_count(0)


@LOCALES
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(
    visit: Visit, small_site: Path, locale: Locale, scheme: str, width: int
) -> None:
    options: dict[str, Any] = {"color_scheme": scheme, "reduced_motion": "reduce"}
    options |= {"bypass_csp": True, "viewport": {"width": width, "height": 850}}
    mine = Mine.open(visit, None, locale, **options)
    assert _axe(mine.page) == []
    tries = [attempt(small_site, NOW - i, 50 + i, mode="learn") for i in range(12)]
    records = ready(small_site, NOW)
    records[f"quiz:{QUIZ}"]["attempts"] += tries
    records["profiles"] = {"current": "", "profiles": [{"id": "a1", "name": "Kumar", "at": 1}]}
    mine.keep(records)
    mine.go()
    assert _axe(mine.page) == []
    _issue(mine, "Aina")
    expect(mine.page.locator(".kt-diploma")).to_be_visible()
    mine.button("reset").click()
    assert _axe(mine.page) == []


@LOCALES
@pytest.mark.parametrize("width", [320, 640])
def test_page_does_not_scroll_sideways(
    visit: Visit, small_site: Path, locale: Locale, width: int
) -> None:
    records = ready(small_site, NOW)
    records["profiles"] = {"current": "", "profiles": [{"id": "a", "name": "x" * 80, "at": 1}]}
    mine = Mine.open(visit, records, locale, viewport={"width": width, "height": 640})
    _issue(mine, "W" * 80)
    expect(mine.page.locator(".kt-diploma")).to_be_visible()
    assert _wider(mine.page) == 0
    for target in mine.page.locator(".kt-controls .md-button:visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 43.5


@pytest.mark.parametrize("schema", [0, 2], ids=["older", "newer"])
def test_record_of_another_version_is_told_and_left_alone(visit: Visit, schema: int) -> None:
    text = json.dumps({"schema": schema, "attempts": []})
    mine = Mine.open(visit, {f"quiz:{QUIZ}": text})
    expect(mine.page.locator("kt-progress-page .kt-notice")).to_have_text(mine.words("store_other"))
    assert mine.page.evaluate("k => localStorage.getItem(k)", f"{ROOT}quiz:{QUIZ}") == text


def test_damaged_record_is_told_and_set_aside(visit: Visit) -> None:
    mine = Mine.open(visit, {f"quiz:{QUIZ}": '{"schema": 1, "answ', "steps:x": "[]"})
    expect(mine.page.locator("kt-progress-page .kt-notice")).to_have_text(
        mine.words("store_damaged")
    )
    keys = mine.page.evaluate("() => Object.keys(localStorage)")
    assert [key for key in keys if key.startswith(f"{ROOT}quiz:{QUIZ}:damaged:")]


def test_full_storage_is_told(visit: Visit, small_site: Path) -> None:
    mine = Mine.open(visit, ready(small_site, NOW))
    mine.page.evaluate(FILL)
    mine.go()
    expect(mine.page.locator("kt-progress-page .kt-notice")).to_have_text(mine.words("store_full"))
    expect(mine.part("history").locator("li")).to_have_count(1)


def test_forbidden_storage_is_told(visit: Visit, faults: Faults) -> None:
    page = visit(BLANK)
    page.add_init_script(BLOCKED)
    page.goto("progress/")
    mine = Mine(page)
    expect(page.locator("kt-progress-page .kt-notice")).to_have_text(mine.words("store_blocked"))
    assert not [fault for fault in faults if "/assets/kitaran/" in fault]
    faults.clear()


def test_missing_facts_are_told_and_files_can_still_be_saved(
    visit: Visit, small_site: Path, faults: Faults
) -> None:
    page = visit(BLANK)
    page.route("**/handbook.json", lambda route: route.abort())
    mine = Mine(page)
    mine.keep(ready(small_site, NOW))
    mine.go()
    expect(page.locator("kt-progress-page")).to_contain_text(mine.words("my.facts_missing"))
    _, text = mine.save(mine.button("save"))
    assert json.loads(text)["records"].keys() == ready(small_site, NOW).keys()
    faults.clear()
