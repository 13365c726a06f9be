"""The calendar file of the reviews, read by a program that knows RFC 5545."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from tests.browser.desk import (
    NOW,
    THREE,
    begin,
    log,
)
from tests.browser.server import BLANK

if TYPE_CHECKING:
    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])


@LOCALES
def test_calendar_file_has_a_day_for_each_day(visit: Visit, locale: Locale) -> None:
    lines = {
        **THREE,
        **log(year_value=(0, 3), name_of_limit=(0, 1), what_belongs=[(40, 3), (0, 3)]),
    }
    desk = begin(visit, lines, locale)
    with desk.page.expect_download() as download:
        desk.do("practice_calendar")
    assert download.value.suggested_filename == "kitaran-practice.ics"
    raw = Path(download.value.path()).read_bytes()
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    calendar = Calendar.from_ical(raw)
    assert calendar["VERSION"] == "2.0"
    events = calendar.walk("VEVENT")
    first = date(2026, 3, 2)
    found = {(event.decoded("DTSTART") - first).days: str(event["SUMMARY"]) for event in events}
    assert found == {
        0: desk.words("practice_event", n=3),
        1: desk.words("practice_event_one"),
        2: desk.words("practice_event_one"),
    }
    for event in events:
        day = event.decoded("DTSTART")
        assert type(day) is date
        assert event.decoded("DTEND") - day == timedelta(days=1)
        assert event.decoded("DTSTAMP") == NOW
        assert event["UID"] == f"kitaran-practice-{day:%Y%m%d}@127.0.0.1"
        assert event["URL"] == desk.page.url
        assert desk.page.url in str(event["DESCRIPTION"])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a;b,c\\d\ne", id="signs with a meaning"),
        pytest.param("Soalan — “ulang” é 漢字 😀 " * 12, id="longer than a line"),
        pytest.param("é" * 400, id="two octets each"),
        pytest.param("😀" * 40, id="four octets each"),
        pytest.param("BEGIN:VEVENT\r\nEND:VEVENT", id="a line of its own"),
    ],
)
def test_calendar_says_what_it_was_given(visit: Visit, text: str) -> None:
    page = visit(BLANK)
    raw = page.evaluate(
        """async (text) => {
          const { calendar } = await import("/assets/kitaran/js/calendar.js");
          const day = { date: new Date(2026, 11, 31), title: text, text };
          const about = { url: "https://a.example/", name: "a.example", now: new Date() };
          return calendar([day], about);
        }""",
        text,
    )
    assert max(len(line) for line in raw.encode().split(b"\r\n")) <= 75
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    assert str(event["SUMMARY"]) == text.replace("\r\n", "\n")
    assert event.decoded("DTEND") == date(2027, 1, 1)
