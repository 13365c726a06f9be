"""Learning paths: what is done and what is next, signatures, the chosen path on other pages."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from kitaran.render.words import words
from tests.browser.server import BLANK
from tests.browser.sheet import PREFIX
from tests.browser.test_pages import _axe, _wider

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from kitaran.models.text import Locale
    from tests.browser.conftest import Faults, Visit

PATH = "paths/quotations/"
OTHER = "paths/client-manager/"
STEPS = "kitaran:v1:steps:quotations"
CHOSEN = "kitaran:v1:path:chosen"
QUIZ = "kitaran:v1:quiz:topics/quotations"
TICKS = "kitaran:v1:checklist:topics/quotations"
OLD = "kitaran:v1:checklist:paths/quotations"
ITEMS = ["confirm-quantity", "check-limit", "read-answer", "add-up", "check-discount"]
READ, PASS, TICK, PLAY = (
    "page:topics/quotations",
    "quiz:topics/quotations",
    "checklist:topics/quotations",
    "roleplay:price",
)
CLOSE, SEND, LOOK = "page:stages/closing", "task:send-three", "task:look-back"
EVERY = [READ, PASS, TICK, PLAY, CLOSE, SEND, LOOK]
LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
DAY = 86_400_000


def _now(page: Page) -> int:
    now: int = page.evaluate("() => Date.now()")
    return now


def _keep(page: Page, **records: Any) -> None:
    """Put records into the browser, as if they had been kept earlier."""
    keys = {"steps": STEPS, "chosen": CHOSEN, "quiz": QUIZ, "ticks": TICKS, "old": OLD}
    for name, record in records.items():
        text = record if isinstance(record, str) else json.dumps({"schema": 1, **record})
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [keys[name], text])


def _kept(page: Page, key: str = STEPS) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(
        page.evaluate("key => localStorage.getItem(key)", key) or "{}"
    )
    return record


def _open(visit: Visit, path: str = PATH, locale: Locale = "ms", **records: Any) -> Page:
    """Open a page with records that were kept before."""
    page = visit(BLANK)
    _keep(page, **records)
    page.goto(PREFIX[locale] + path)
    expect(page.locator("kt-path, kt-start, kt-read").first).to_have_attribute("data-ready", "")
    return page


def _line(page: Page, step: str) -> Locator:
    return page.locator(f'[data-step="{step}"]')


def _button(page: Page, step: str, name: str) -> Locator:
    return _line(page, step).get_by_role("button", name=name)


def _states(page: Page) -> dict[str, str]:
    return {step: str(_line(page, step).get_attribute("data-state")) for step in EVERY}


def _count(page: Page, locale: Locale, done: int) -> None:
    expect(page.locator(".kt-path-card .kt-progress__count")).to_have_text(
        words(locale)("path_count", done=done, total=7, percent=100 * done // 7)
    )


def _press(target: Locator, way: str) -> None:
    if way == "mouse":
        target.click()
    else:
        target.focus()
        target.press("Space")


def _sign(page: Page, locale: Locale, fields: dict[str, str]) -> Locator:
    """Fill in the dialog that is open, and send it."""
    dialog = page.get_by_role("dialog", name=words(locale)("sign_title"))
    for name, value in fields.items():
        dialog.locator(f"#kt-sign-{name}").fill(value)
    dialog.get_by_role("button", name=words(locale)("sign_submit"), exact=True).click()
    return dialog


def _attempt(at: int, *, passed: bool = True) -> dict[str, Any]:
    return {"attempts": [{"id": "a", "at": at, "percent": 85.4, "passed": passed}]}


@LOCALES
@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_page_is_ticked_by_hand_and_what_waited_for_it_opens(
    visit: Visit, locale: Locale, way: str
) -> None:
    page = _open(visit, locale=locale)
    w = words(locale)
    _count(page, locale, 0)
    begin = ["next", "waiting", "open", "waiting", "open", "waiting", "open"]
    assert list(_states(page).values()) == begin
    expect(_line(page, PASS).locator(".kt-step__after")).to_contain_text(w("path_first"))
    box = _line(page, READ).locator("input")
    _press(
        _line(page, READ).locator("label > span > .kt-step__kind") if way == "mouse" else box, way
    )
    _count(page, locale, 1)
    expect(_line(page, PASS)).to_have_attribute("data-state", "next")
    expect(_line(page, PASS).locator(".kt-step__after")).to_be_hidden()
    expect(page.locator(".kt-path-card__title")).to_contain_text(w("step_quiz"))
    page.reload()
    _count(page, locale, 1)
    expect(box).to_be_checked()
    _press(box, "keyboard")
    _count(page, locale, 0)
    assert _kept(page)["steps"][READ]["done"] is False


@LOCALES
def test_button_leads_to_what_is_next(visit: Visit, locale: Locale) -> None:
    page = _open(visit, locale=locale, steps={"steps": {READ: {"done": True, "at": 1}}})
    page.get_by_role("link", name=words(locale)("path_open")).click()
    expect(page).to_have_url(re.compile(rf"/{PREFIX[locale]}topics/quotations/#quiz$"))


def test_waiting_step_leads_to_what_is_first(visit: Visit) -> None:
    page = _open(visit)
    after = _line(page, SEND).locator(".kt-step__after a")
    expect(after).to_have_count(2)
    after.first.click()
    expect(page).to_have_url(re.compile(r"#page-topics-quotations$"))
    _line(page, READ).locator("input").check()
    expect(after.first).to_be_hidden()
    expect(after.last).to_be_visible()


@pytest.mark.parametrize(
    ("records", "done"),
    [
        pytest.param({"quiz": _attempt(5)}, {READ, PASS}, id="a passed quiz, and its page"),
        pytest.param({"quiz": _attempt(5, passed=False)}, set(), id="a quiz that was not"),
        pytest.param(
            {"quiz": _attempt(5), "steps": {"steps": {READ: {"done": False, "at": 9}}}},
            {PASS},
            id="a tick taken away after the quiz",
        ),
        pytest.param(
            {"quiz": _attempt(9), "steps": {"steps": {READ: {"done": False, "at": 5}}}},
            {READ, PASS},
            id="a quiz passed after the tick was taken away",
        ),
        pytest.param({"ticks": {"done": ITEMS}}, {TICK}, id="a whole checklist"),
        pytest.param({"ticks": {"done": ITEMS[1:]}}, set(), id="a checklist but for one item"),
        pytest.param({"quiz": {"attempts": {"a": 1}, "answers": 3}}, set(), id="no attempts"),
        pytest.param({"quiz": {"attempts": [None, {"passed": "yes"}]}}, set(), id="odd attempts"),
        pytest.param(
            {"steps": {"steps": {"page:gone": {"done": True, "at": 1}, READ: 5, LOOK: None}}},
            set(),
            id="steps that nobody knows",
        ),
        pytest.param(
            {"old": {"done": ["page-topics-quotations", "task-look-back", "gone"]}},
            {READ, LOOK},
            id="ticks of the old checklist",
        ),
        pytest.param(
            {
                "old": {"done": ["page-topics-quotations", "quiz-topics-quotations"]},
                "steps": {"steps": {READ: {"done": False, "at": 9}}},
            },
            {PASS},
            id="old ticks, one of them taken away since",
        ),
    ],
)
def test_done_is_computed(visit: Visit, records: dict[str, Any], done: set[str]) -> None:
    page = _open(visit, **records)
    _count(page, "ms", len(done))
    assert {step for step, state in _states(page).items() if state == "done"} == done


def test_old_ticks_are_taken_over_once(visit: Visit) -> None:
    page = _open(visit, old={"done": ["task-look-back"]})
    assert _kept(page)["steps"][LOOK] == {"done": True, "at": 0}
    expect(_line(page, LOOK)).to_contain_text(words("ms")("path_earlier"))
    _button(page, LOOK, words("ms")("path_withdraw")).click()
    page.reload()
    _count(page, "ms", 0)
    assert _kept(page, OLD)["done"] == ["task-look-back"]


@LOCALES
@pytest.mark.parametrize(
    ("step", "by", "fields"),
    [
        pytest.param(SEND, "manager", {"name": "Puan Aina", "note": "Kemas"}, id="a manager"),
        pytest.param(PLAY, "trainer", {"name": "En. Kumar", "score": "82,5 %"}, id="a trainer"),
        pytest.param(LOOK, "self", {}, id="oneself"),
    ],
)
def test_step_is_signed_off(
    visit: Visit, step: str, by: str, fields: dict[str, str], locale: Locale
) -> None:
    page = _open(visit, locale=locale)
    w = words(locale)
    _button(page, step, w("sign_submit")).press("Enter")
    dialog = page.locator("dialog")
    expect(dialog).to_contain_text(w(f"sign_off.{by}"))
    expect(dialog.locator("#kt-sign-name")).to_have_count(0 if by == "self" else 1)
    expect(dialog.locator("#kt-sign-score")).to_have_count(1 if step == PLAY else 0)
    expect(dialog.locator("#kt-sign-date")).to_have_value(date.today().isoformat())
    _sign(page, locale, {**fields, "date": "2026-03-01"})
    expect(_line(page, step)).to_have_attribute("data-state", "done")
    expect(_button(page, step, w("path_withdraw"))).to_be_focused()
    page.reload()
    said = _line(page, step).locator(".kt-step__state")
    for part in ("1 Mac 2026" if locale == "ms" else "1 March 2026", *list(fields.values())[:1]):
        expect(said).to_contain_text(part)
    entry = _kept(page)["steps"][step]
    assert entry.pop("at") > 0
    if "score" in fields:
        expect(said).to_contain_text(w("path_score", percent=82.5))
        fields = {**fields, "score": 82.5}  # type: ignore[dict-item]
    assert entry == {"done": True, "by": by, "date": "2026-03-01", **fields}


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        pytest.param({}, "sign_name_missing", id="nobody's name"),
        pytest.param({"name": "A", "date": ""}, "sign_date_wrong", id="no day"),
        pytest.param(
            {"name": "A", "date": (date.today() + timedelta(2)).isoformat()},
            "sign_date_wrong",
            id="a day to come",
        ),
        pytest.param({"name": "A", "score": "101"}, "sign_score_wrong", id="more than all"),
        pytest.param({"name": "A", "score": "baik"}, "sign_score_wrong", id="no number"),
    ],
)
def test_signature_that_is_not_whole_is_sent_back(
    visit: Visit, fields: dict[str, str], fault: str
) -> None:
    page = _open(visit)
    _button(page, PLAY, words("ms")("sign_submit")).click()
    dialog = _sign(page, "ms", fields)
    expect(dialog.get_by_text(words("ms")(fault))).to_be_visible()
    expect(dialog.locator("[aria-invalid=true]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(_button(page, PLAY, words("ms")("sign_submit"))).to_be_focused()
    _count(page, "ms", 0)


@LOCALES
def test_signature_can_be_withdrawn_and_brought_back(visit: Visit, locale: Locale) -> None:
    signed = {"done": True, "at": 7, "by": "manager", "name": "Aina", "date": "2026-03-01"}
    page = _open(visit, locale=locale, steps={"steps": {SEND: signed, "task:gone": signed}})
    w = words(locale)
    _button(page, SEND, w("path_withdraw")).press("Enter")
    _count(page, locale, 0)
    expect(_line(page, SEND)).to_contain_text(w("path_withdrawn"))
    expect(_button(page, SEND, w("path_back"))).to_be_focused()
    _button(page, SEND, w("path_back")).press("Enter")
    _count(page, locale, 1)
    expect(_button(page, SEND, w("path_withdraw"))).to_be_focused()
    kept = _kept(page)["steps"]
    assert kept[SEND].pop("at") > 7
    assert kept == {SEND: {k: v for k, v in signed.items() if k != "at"}, "task:gone": signed}


def test_time_left_and_bars_follow(visit: Visit) -> None:
    page = _open(visit, steps={"steps": {LOOK: {"done": True, "at": 1, "by": "self"}}})
    phase = page.locator('[data-phase="week-2"]')
    expect(phase.locator(".kt-progress__count")).to_contain_text("2 jam 55 min")
    expect(phase.locator("progress")).to_have_js_property("value", 1)
    _line(page, CLOSE).locator("input").check()
    expect(phase.locator(".kt-progress__count")).to_contain_text("2 jam 30 min")
    expect(phase.locator("progress")).to_have_js_property("value", 2)


def test_finished_path_says_so(visit: Visit) -> None:
    every = {step: {"done": True, "at": 1} for step in EVERY}
    page = _open(visit, steps={"steps": every})
    _count(page, "ms", 7)
    expect(page.locator(".kt-path-card__title")).to_have_text(words("ms")("path_finished"))
    expect(page.get_by_role("link", name=words("ms")("path_open"))).to_be_hidden()


@LOCALES
def test_path_is_chosen_left_and_chosen_again(visit: Visit, locale: Locale) -> None:
    page = _open(visit, locale=locale)
    w = words(locale)
    take, leave = (page.get_by_role("button", name=w(k)) for k in ("path_choose", "path_leave"))
    take.press("Enter")
    expect(page.get_by_role("link", name=w("path_open"))).to_be_focused()
    expect(page.locator(".kt-path-card__facts")).to_contain_text(w("path_day", day=1, days=14))
    expect(page.locator('[data-phase="week-1"] .kt-phase__here')).to_be_visible()
    _keep(page, chosen={**_kept(page, CHOSEN), "since": {"quotations": _now(page) - 9 * DAY}})
    page.goto(PREFIX[locale] + OTHER)
    expect(page.locator(".kt-path-card")).to_contain_text(re.compile("sebut harga|quotations"))
    take.click()
    assert _kept(page, CHOSEN)["path"] == "client-manager"
    page.goto(PREFIX[locale] + PATH)
    take.click()
    expect(page.locator(".kt-path-card__facts")).to_contain_text(w("path_day", day=10, days=14))
    expect(page.locator('[data-phase="week-2"] .kt-phase__here')).to_be_visible()
    leave.click()
    expect(take).to_be_focused()
    assert _kept(page, CHOSEN)["path"] is None


def test_two_tabs_share_a_path(visit: Visit) -> None:
    one = _open(visit)
    two = visit("en/" + PATH, context=one.context)
    quiz = visit("topics/quotations/", context=one.context)
    expect(two.locator("kt-path")).to_have_attribute("data-ready", "")
    _line(one, READ).locator("input").check()
    expect(_line(two, READ).locator("input")).to_be_checked()
    _button(two, LOOK, "Sign off").click()
    _sign(two, "en", {})
    _count(one, "ms", 2)
    one.get_by_role("button", name=words("ms")("path_choose")).click()
    expect(two.get_by_role("button", name="No longer my path")).to_be_visible()
    for item in ITEMS:
        quiz.locator(f"#{item} input").first.check()
    _count(two, "en", 3)
    assert set(_kept(one)["steps"]) == {READ, LOOK}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"schema": 1, "steps": {"pa', id="cut off"),
        pytest.param('{"schema": 1, "steps": [1]}', id="wrong form"),
    ],
)
def test_damaged_record_is_set_aside(visit: Visit, text: str) -> None:
    page = _open(visit, steps=text, old={"done": ["task-look-back"]})
    expect(page.locator(".kt-path-card .kt-notice")).to_have_text(words("ms")("store_damaged"))
    stored = page.evaluate("() => ({...localStorage})")
    assert [v for k, v in stored.items() if k.startswith(f"{STEPS}:damaged:")] == [text]
    _line(page, READ).locator("input").check()
    page.reload()
    _count(page, "ms", 2)


def test_looking_on_harms_no_damaged_record(visit: Visit) -> None:
    chosen = {"path": "quotations", "at": 5}
    page = _open(visit, "start/", steps="{", quiz="[1", ticks="?", chosen=chosen)
    expect(page.locator('[data-look="next"] .kt-path-card')).to_be_visible()
    page.goto(PATH.replace("quotations", "client-manager"))
    stored = page.evaluate("() => ({...localStorage})")
    assert [stored[key] for key in (STEPS, QUIZ, TICKS)] == ["{", "[1", "?"]


def test_facts_that_cannot_be_loaded_are_told(visit: Visit, faults: Faults) -> None:
    page = visit(BLANK)
    _keep(page, chosen={"path": "quotations", "at": 5})
    page.route("**/handbook.json", lambda route: route.abort())
    for path in (PATH, "start/", "topics/quotations/"):
        page.goto(path)
        missing = page.get_by_text(words("ms")("facts_missing")).first
        expect(missing).to_be_visible()
    assert all("Failed to load resource" in fault or "ERR_FAILED" in fault for fault in faults)
    faults.clear()


def test_path_reads_and_prints_without_scripts(visit: Visit) -> None:
    page = visit(PATH, java_script_enabled=False)
    for step in EVERY:
        expect(_line(page, step).locator("input")).to_be_visible()
    expect(_line(page, SEND)).to_contain_text(words("ms")("sign_off.manager"))
    expect(page.locator(".kt-step__after").first).to_be_visible()
    page.goto("start/")
    expect(page.locator(".kt-paths a")).to_have_count(2)


def test_paper_has_boxes_and_no_buttons(visit: Visit) -> None:
    page = _open(visit)
    page.emulate_media(media="print")
    expect(_line(page, PASS).locator("input")).to_be_visible()
    expect(page.locator(".md-typeset .md-button:visible")).to_have_count(0)


@LOCALES
def test_start_page_chooses_and_shows_what_is_next(visit: Visit, locale: Locale) -> None:
    page = _open(visit, "start/", locale)
    w = words(locale)
    card, door = page.locator('[data-look="next"] .kt-path-card'), page.locator(".kt-door").first
    expect(card).to_be_hidden()
    before = door.get_attribute("href")
    mine = page.locator('[data-path="quotations"]')
    mine.get_by_role("button", name=w("path_choose")).click()
    expect(mine).to_contain_text(w("path_yours"))
    expect(card).to_contain_text(w("path_day", day=1, days=14))
    expect(card.get_by_role("link", name=w("path_open"))).to_have_attribute(
        "href", re.compile(rf"/{PREFIX[locale]}topics/quotations/$")
    )
    expect(door).to_contain_text(w("path_count", done=0, total=7, percent=0))
    expect(door).to_have_attribute("href", re.compile(r"topics/quotations/$"))
    page.locator('[data-path="client-manager"]').get_by_role("button").click()
    expect(door).to_have_attribute("href", re.compile(r"stages/closing/$"))
    _keep(page, chosen={"path": "gone", "at": 5})
    page.reload()
    expect(page.locator('[data-look="door"]')).to_have_attribute("data-ready", "")
    expect(card).to_be_hidden()
    assert door.get_attribute("href") == before


@LOCALES
@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_page_is_marked_as_read(visit: Visit, locale: Locale, way: str) -> None:
    chosen = {"path": "quotations", "at": 5}
    page = _open(visit, "topics/quotations/", locale, chosen=chosen)
    w = words(locale)
    end = page.locator("kt-read")
    read, unread = (end.get_by_role("button", name=w(k)) for k in ("path_read", "path_read_not"))
    then = end.get_by_role("link")
    expect(then).to_have_attribute("href", re.compile(r"topics/quotations/#quiz$"))
    _press(read, way)
    expect(end).to_contain_text(w("path_read_done"))
    expect(unread).to_be_focused()
    expect(page.locator(".md-nav--primary a[href='./']")).to_contain_text(w("path_done"))
    page.reload()
    _press(unread, way)
    expect(read).to_be_focused()
    expect(page.locator(".kt-nav-tick")).to_have_count(0)
    assert _kept(page)["steps"][READ]["done"] is False


@pytest.mark.parametrize(
    ("path", "chosen"),
    [
        pytest.param("topics/quotations/", None, id="nothing chosen"),
        pytest.param("topics/quotations/", "client-manager", id="not on the path"),
        pytest.param("topics/quotations/", "gone", id="a path that is no more"),
    ],
)
def test_page_off_the_path_asks_for_no_mark(visit: Visit, path: str, chosen: str | None) -> None:
    page = _open(visit, path, chosen={"path": chosen, "at": 5})
    expect(page.locator("kt-read")).to_be_hidden()


def test_passed_stage_is_ticked_where_no_path_is_chosen(visit: Visit) -> None:
    page = visit("stages/")
    passed = json.dumps({"schema": 1, **_attempt(5)})
    page.evaluate("text => localStorage.setItem('kitaran:v1:quiz:stages/closing', text)", passed)
    page.reload()
    ticked = page.locator(".md-nav--primary a.md-nav__link:has(.kt-nav-tick)")
    expect(ticked).to_have_count(1)
    expect(ticked).to_have_attribute("href", re.compile(r"closing/$"))
    expect(ticked).to_contain_text(words("ms")("path_done"))


def test_nothing_is_loaded_where_nothing_is_kept(visit: Visit) -> None:
    page = visit(BLANK)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("stages/closing/")
    page.wait_for_load_state("networkidle")
    assert any("ticks.js" in url for url in asked)
    assert not any("handbook.json" in url for url in asked)


@LOCALES
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [{"width": 1280, "height": 850}, {"width": 390, "height": 844}])
def test_axe_finds_nothing_on_a_path(
    visit: Visit, locale: Locale, scheme: str, screen: dict[str, int]
) -> None:
    options: dict[str, Any] = {"bypass_csp": True, "reduced_motion": "reduce"}
    page = visit(BLANK, viewport=screen, color_scheme=scheme, **options)
    signed = {"done": True, "at": 7, "by": "trainer", "name": "Aina", "score": 85}
    _keep(
        page,
        chosen={"path": "quotations", "at": _now(page) - 2 * DAY},
        steps={"steps": {READ: {"done": True, "at": 1}, PLAY: signed}},
        quiz=_attempt(5),
    )
    page.goto(PREFIX[locale] + PATH)
    expect(page.locator("kt-path")).to_have_attribute("data-ready", "")
    assert _axe(page) == []
    _button(page, PLAY, words(locale)("path_withdraw")).click()
    _button(page, PLAY, words(locale)("sign_submit")).click()
    page.locator("dialog").get_by_role("button").first.click()
    assert _axe(page) == []
    for path in ("start/", "topics/quotations/"):
        page.goto(PREFIX[locale] + path)
        expect(page.locator("kt-start, kt-read").last).to_have_attribute("data-ready", "")
        assert _axe(page) == []


@LOCALES
@pytest.mark.parametrize("width", [320, 640])
def test_path_does_not_scroll_sideways(visit: Visit, locale: Locale, width: int) -> None:
    page = visit(BLANK, viewport={"width": width, "height": 640})
    long = {"done": True, "at": 7, "by": "trainer", "name": "A" * 80, "note": "b" * 200}
    _keep(page, steps={"steps": {PLAY: long}}, chosen={"path": "quotations", "at": 5})
    for path in (PATH, "start/", "topics/quotations/"):
        page.goto(PREFIX[locale] + path)
        expect(page.locator("kt-path, kt-start, kt-read").last).to_have_attribute("data-ready", "")
        assert _wider(page) <= 0
