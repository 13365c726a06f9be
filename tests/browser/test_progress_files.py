"""Progress that is carried, shared, erased and handed in."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from playwright.sync_api import expect

from kitaran.models.result import Result, load_result
from kitaran.schemas import schemas
from tests.browser.progress import DAY, PATH, QUIZ, ROOT, Mine, attempt, facts, ready
from tests.browser.sheet import PREFIX, RIGHT, Sheet
from tests.browser.test_storage import FILL

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
NOW = time.time() * 1000
DATE = r"\d{4}-\d{2}-\d{2}\.json"
PROFILES = {
    "current": "a1",
    "profiles": [{"id": "", "name": "Aina", "at": 1}, {"id": "a1", "name": "Kumar", "at": 2}],
}


def _count(mine: Mine) -> int:
    return mine.part("history").locator("li").count()


@LOCALES
def test_progress_is_saved_and_brought_in_elsewhere(
    visit: Visit, small_site: Path, locale: Locale
) -> None:
    mine = Mine.open(visit, ready(small_site, NOW), locale)
    name, text = mine.save(mine.button("save"))
    assert re.fullmatch(f"kitaran-{DATE}", name)
    expect(mine.said()).to_have_text(mine.words("my.saved"))
    other = Mine.open(visit, {f"quiz:{QUIZ}": {"attempts": [attempt(small_site, 7, 20)]}}, locale)
    other.bring(text)
    expect(other.said()).to_have_text(other.words("my.brought", n=3))
    expect(other.part("history").locator("li")).to_have_count(2)
    expect(other.button("bring")).to_be_focused()
    before = other.stored()
    other.bring(text)
    expect(other.said()).to_have_text(other.words("my.brought", n=3))
    assert other.stored() == before


@pytest.mark.parametrize(
    ("text", "word", "values"),
    [
        pytest.param("{}", "brought_no", {}, id="not ours"),
        pytest.param(
            '{"format": "kitaran-progress", "schema": 9, "records": {}}',
            "brought_newer",
            {},
            id="newer",
        ),
        pytest.param(
            '{"format": "kitaran-progress", "schema": 1, "records": '
            '{"quiz:a": 1, "quiz:b": {"schema": 1}}}',
            "brought_skipped",
            {"n": 1},
            id="damaged in part",
        ),
    ],
)
@LOCALES
def test_what_became_of_a_file_is_told(
    visit: Visit, locale: Locale, text: str, word: str, values: dict[str, int]
) -> None:
    mine = Mine.open(visit, None, locale)
    mine.bring(text)
    expect(mine.said()).to_contain_text(mine.words(f"my.{word}", **values))
    expect(mine.part("carry").locator(".kt-notice").first).to_contain_text(
        mine.words(f"my.{word}", **values)
    )


def test_file_without_room_changes_nothing(visit: Visit, small_site: Path) -> None:
    mine = Mine.open(visit, ready(small_site, NOW))
    _, text = mine.save(mine.button("save"))
    big = json.loads(text)
    big["records"]["steps:big"] = {"schema": 1, "steps": {"a": {"at": 1, "note": "x" * 10_000}}}
    mine.page.evaluate(FILL)
    before = mine.stored()
    mine.bring(json.dumps(big))
    expect(mine.part("carry")).to_contain_text(mine.words("my.brought_full"))
    assert mine.stored() == before


@LOCALES
@pytest.mark.parametrize("merged", [True, False], ids=["put together", "cancelled"])
def test_file_of_another_name_is_told_first(
    visit: Visit, small_site: Path, locale: Locale, merged: bool
) -> None:
    mine = Mine.open(visit, None, locale)
    records = {f"quiz:{QUIZ}": {"schema": 1, "attempts": [attempt(small_site, NOW)]}}
    file = {"format": "kitaran-progress", "schema": 1, "name": "Kumar", "records": records}
    mine.bring(json.dumps(file))
    box = mine.page.get_by_role("dialog", name=mine.words("my.other_name", name="Kumar"))
    expect(box).to_be_visible()
    assert mine.stored() == {}
    word = "my.other_name_merge" if merged else "cancel"
    box.get_by_role("button", name=mine.words(word)).click()
    expect(mine.part("history").locator("ul li")).to_have_count(int(merged))


@LOCALES
def test_everything_is_erased_and_brought_back(
    visit: Visit, small_site: Path, locale: Locale
) -> None:
    records = ready(small_site, NOW)
    records["quiz:x:damaged:5"] = '"text"'
    records["@a1:quiz:other"] = {"attempts": []}
    mine = Mine.open(visit, records, locale)
    before = mine.stored()
    mine.button("reset").click()
    mine.page.get_by_role("button", name=mine.words("cancel")).click()
    assert mine.stored() == before
    mine.button("reset").press("Enter")
    expect(mine.page.get_by_role("button", name=mine.words("cancel"))).to_be_focused()
    mine.button("reset_erase").click()
    expect(mine.said()).to_have_text(mine.words("my.reset_done"))
    expect(mine.button("reset_undo")).to_be_focused()
    left = {key for key in mine.stored() if not key.startswith("erased")}
    assert left == {"@a1:quiz:other"}
    # What was done since stays, too.
    mine.keep({"quiz:topics/new": {"attempts": [attempt(small_site, NOW)]}})
    mine.keep({f"quiz:{QUIZ}": {"attempts": [attempt(small_site, NOW, 10)]}})
    mine.button("reset_undo").press("Enter")
    expect(mine.said()).to_have_text(mine.words("my.reset_back"))
    expect(mine.part("history").locator("li")).to_have_count(3)
    after = mine.stored()
    assert {key for key in after if key.startswith("erased")} == set()
    assert after.keys() == before.keys() | {"quiz:topics/new"}
    assert after["path:chosen"] == before["path:chosen"]


def test_erasing_holds_until_the_end_of_the_next_visit(visit: Visit, small_site: Path) -> None:
    mine = Mine.open(visit, ready(small_site, NOW))
    context = mine.page.context
    mine.button("reset").click()
    mine.button("reset_erase").click()
    expect(mine.button("reset_undo")).to_be_visible()
    for _ in range(2):
        mine.go()  # The same visit, however often the page is loaded.
        expect(mine.button("reset_undo")).to_be_visible()
    second = Mine.open(visit, context=context)
    second.go()
    expect(second.button("reset_undo")).to_be_visible()
    expect(second.part("carry")).to_contain_text(second.words("my.erased", date="")[:10])
    third = Mine.open(visit, context=context)
    expect(third.button("reset_undo")).to_have_count(0)
    assert third.stored() == {}


def test_nothing_is_half_erased_where_there_is_no_room(visit: Visit, small_site: Path) -> None:
    mine = Mine.open(visit, ready(small_site, NOW))
    mine.page.evaluate(FILL)
    before = mine.stored()
    mine.button("reset").click()
    mine.button("reset_erase").click()
    expect(mine.page.locator("kt-progress-page .kt-notice")).to_have_text(mine.words("store_full"))
    assert mine.stored() == before


@LOCALES
def test_people_are_added_renamed_and_switched(
    visit: Visit, small_site: Path, locale: Locale
) -> None:
    mine = Mine.open(visit, ready(small_site, NOW), locale)
    w, page, rows = mine.words, mine.page, mine.part("people").locator("li")
    expect(rows).to_have_count(1)
    rows.get_by_role("button", name=w("my.person_rename")).click()
    page.keyboard.type("Aina")
    page.keyboard.press("Enter")
    expect(mine.said()).to_have_text(w("my.person_renamed", name="Aina"))
    expect(page.locator(".kt-who")).to_have_text(w("my.who", name="Aina"))
    mine.button("person_add").press("Enter")
    page.keyboard.type("Kumar")
    page.keyboard.press("Enter")
    expect(page.locator(".kt-who")).to_have_text(w("my.who", name="Kumar"))
    expect(page.locator("kt-progress-page")).to_contain_text(w("my.empty"))
    expect(rows).to_have_count(2)
    expect(rows.filter(has_text="Kumar")).to_contain_text(w("my.person_here"))
    assert page.get_by_role("button", name=f"{w('my.person_switch')}: Aina").count() == 1
    page.get_by_role("button", name=f"{w('my.person_switch')}: Aina").click()
    expect(page.locator(".kt-who")).to_have_text(w("my.who", name="Aina"))
    expect(mine.part("history").locator("ul li")).to_have_count(1)
    name, _ = mine.save(mine.button("save"))
    assert re.fullmatch(f"kitaran-aina-{DATE}", name)


@LOCALES
def test_person_is_removed_and_brought_back(visit: Visit, small_site: Path, locale: Locale) -> None:
    records = {f"@a1:{key}": record for key, record in ready(small_site, NOW).items()}
    records["profiles"] = {**PROFILES, "current": ""}
    mine = Mine.open(visit, records, locale)
    w, page, before = mine.words, mine.page, mine.stored()
    remove = page.get_by_role("button", name=f"{w('my.person_remove')}: Kumar")
    remove.click()
    box = page.get_by_role("dialog", name=w("my.person_remove_title", name="Kumar"))
    expect(box).to_contain_text(w("my.person_remove_text", n=3))
    name, text = mine.save(box.get_by_role("button", name=w("my.save")))
    assert re.fullmatch(f"kitaran-kumar-{DATE}", name)
    assert json.loads(text)["records"].keys() == ready(small_site, NOW).keys()
    box.get_by_role("button", name=w("my.person_remove"), exact=True).click()
    expect(mine.said()).to_have_text(w("my.person_removed", name="Kumar"))
    assert mine.stored().keys() == {"profiles"}
    undo = mine.button("person_undo", name="Kumar")
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(remove).to_be_visible()
    assert mine.stored() == before


def test_first_person_loses_name_and_records_and_no_one_else_does(
    visit: Visit, small_site: Path
) -> None:
    records = {**ready(small_site, NOW), "@a1:quiz:other": {"attempts": []}, "profiles": PROFILES}
    mine = Mine.open(visit, records, "en")
    mine.page.get_by_role("button", name="Remove: Aina").click()
    mine.dialog().get_by_role("button", name="Remove", exact=True).click()
    expect(mine.part("people").locator("li")).to_have_count(1)
    assert mine.stored().keys() == {"profiles", "@a1:quiz:other"}
    mine.button("person_undo", name="Aina").click()
    expect(mine.part("people").locator("li")).to_have_count(2)
    assert mine.stored().keys() == records.keys()


@LOCALES
def test_tab_keeps_its_profile_when_another_switches(
    visit: Visit, small_site: Path, locale: Locale
) -> None:
    records = {**ready(small_site, NOW), "profiles": {**PROFILES, "current": ""}}
    one = Mine.open(visit, records, locale)
    two = Mine.open(visit, locale=locale, context=one.page.context)
    switch = f"{two.words('my.person_switch')}: Kumar"
    two.page.get_by_role("button", name=switch).click()
    expect(two.page.locator(".kt-who")).to_contain_text("Kumar")
    told = one.words("my.person_elsewhere", other="Kumar", name="Aina")
    expect(one.page.get_by_text(told)).to_be_visible()
    expect(one.page.locator(".kt-who")).to_contain_text("Aina")
    one.page.bring_to_front()
    one.button("person_go", other="Kumar").click()
    expect(one.page.locator(".kt-who")).to_contain_text("Kumar")


def test_another_tab_s_answers_appear(visit: Visit) -> None:
    mine = Mine.open(visit)
    page: Page = visit("topics/quotations/", context=mine.page.context)
    sheet = Sheet(page)
    sheet.give("which-first", *RIGHT["which-first"])
    expect(mine.part("strengths").locator("li")).to_have_count(1)


def _result(mine: Mine, name: str = "", code: str = "") -> tuple[str, Result, str]:
    mine.button("result").press("Enter")
    if name:
        mine.page.get_by_label(mine.words("my.name"), exact=True).fill(name)
    mine.page.get_by_label(mine.words("my.code")).fill(code)
    file, text = mine.save(mine.button("result_save"))
    expect(mine.said()).to_have_text(mine.words("my.result_saved"))
    return file, load_result(text), text


@LOCALES
@pytest.mark.parametrize("secure", [True, False], ids=["secure", "not secure"])
def test_result_file_can_be_read_and_verified(
    visit: Visit, small_site: Path, locale: Locale, secure: bool
) -> None:
    records: dict[str, Any] = ready(small_site, NOW)
    odd = {"answer": "é\u2028\u0007😀", "share": 1 / 3, "hash": "h"}
    records[f"quiz:{QUIZ}"]["attempts"][0]["questions"]["odd"] = odd
    records["review:log"] = {
        "log": {
            f"{QUIZ}#{facts(small_site)['quizzes'][QUIZ]['questions'][0]['id']}": [
                [NOW - 90 * DAY, 1]
            ]
        }
    }
    mine = Mine.open(visit, records, locale)
    if not secure:
        # Without TLS, browsers do not give what works the hash out.
        mine.page.evaluate("() => Object.defineProperty(crypto, 'subtle', { value: undefined })")
    name, result, text = _result(mine, "Aina binti Rahman")
    assert re.fullmatch(f"kitaran-result-aina-binti-rahman-{DATE}", name)
    assert result.person.name == "Aina binti Rahman"
    assert result.locale == locale
    assert result.content == facts(small_site)["version"]
    assert result.due == 1
    (made,) = result.quizzes[QUIZ].attempts
    assert (made.percent, made.passed, made.mode) == (90, True, "test")
    assert made.questions["odd"].answer == odd["answer"]
    assert result.steps[PATH]["task:shadow-a-call"].name == "Puan Salmah"
    assert result.steps[PATH]["roleplay:price"].score == 70
    jsonschema.validate(json.loads(text), json.loads(schemas()["result.json"]))
    # The name is there the next time.
    mine.go()
    mine.button("result").click()
    expect(mine.page.get_by_label(mine.words("my.name"), exact=True)).to_have_value(
        "Aina binti Rahman"
    )


@LOCALES
def test_code_takes_the_place_of_the_name(visit: Visit, small_site: Path, locale: Locale) -> None:
    records = ready(small_site, NOW)
    records[f"steps:{PATH}"]["steps"]["task:shadow-a-call"]["note"] = "Aina did well"
    one = {"id": "a", "at": 1, "name": "Aina", "expires": None, "version": "v", "code": "c"}
    records[f"certificate:{PATH}"] = {"issued": [one]}
    records["settings:reader"] = {"name": "Aina"}
    mine = Mine.open(visit, records, locale)
    name, result, text = _result(mine, code="KP-07")
    assert re.fullmatch(f"kitaran-result-kp-07-{DATE}", name)
    assert (result.person.name, result.person.code) == ("", "KP-07")
    assert "Aina" not in text
    assert len(result.certificates[PATH]) == 1


def test_result_needs_a_name_or_a_code(visit: Visit, small_site: Path) -> None:
    mine = Mine.open(visit, ready(small_site, NOW), "en")
    mine.button("result").click()
    mine.button("result_save").click()
    expect(mine.page.get_by_text(mine.words("my.name_or_code"))).to_be_visible()
    expect(mine.page.get_by_label(mine.words("my.name"), exact=True)).to_be_focused()
    mine.page.keyboard.press("Escape")
    expect(mine.dialog()).to_have_count(0)
    expect(mine.button("result")).to_be_focused()


def test_damaged_parts_do_not_spoil_the_result(visit: Visit, small_site: Path) -> None:
    sound = attempt(small_site, NOW)
    odd: list[Any] = [
        None,
        5,
        {"at": "x", "percent": 1},
        {**sound, "questions": {"q": None, "r": {"share": "x"}}, "points": "a", "seed": None},
    ]
    records = {
        f"quiz:{QUIZ}": {"attempts": odd},
        f"steps:{PATH}": {"steps": {"a": 5, "b": {"done": True, "by": "x", "name": 3}}},
        f"certificate:{PATH}": {"issued": [7, {"id": 1}]},
    }
    _, result, _ = _result(Mine.open(visit, records), "A")
    (made,) = result.quizzes[QUIZ].attempts
    assert made.questions.keys() == {"q", "r"}
    assert result.steps[PATH].keys() == {"b"}


@LOCALES
def test_quiz_passed_as_a_test_reaches_the_page(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + "topics/quotations/")
    Sheet(page, locale)
    mine = Mine(page, locale)
    page.get_by_role("button", name=mine.words("test"), exact=True).click()
    page.get_by_role("button", name=mine.words("test_begin")).click()
    page.get_by_role("button", name=mine.words("hand_in")).click()
    page.get_by_role("dialog").get_by_role("button", name=mine.words("hand_in")).click()
    mine.go()
    line = mine.part("history").locator("li")
    expect(line).to_contain_text(mine.words("my.mode_test"))
    expect(line).to_contain_text("0%")
    assert mine.stored(f"{ROOT}quiz:")
