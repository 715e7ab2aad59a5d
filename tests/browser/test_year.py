"""The calendar and the library of cases: what a reader chooses is what is shown, and what leaves as a file is whole."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from icalendar import Calendar
from playwright.sync_api import Page


def test_a_year_goes_into_ones_own_calendar(open_page: Callable[..., Page], file_address: str, tmp_path: Path) -> None:
    """Every task of every month is an entry of the chosen year with its alarm, read by another library."""
    page = open_page(file_address + "calendar.html")
    tasks = page.locator('[data-hb="calendar-task"]').count()
    page.fill('[data-hb="calendar-year"]', "2028")
    with page.expect_download() as download:
        page.click('[data-hb="calendar-export"]')
    download.value.save_as(tmp_path / "year.ics")
    made: Any = Calendar.from_ical((tmp_path / "year.ics").read_bytes())
    events = made.walk("VEVENT")
    assert len(events) == tasks > 60
    assert {event["DTSTART"].dt.year for event in events} == {2028}
    assert all(len(event.walk("VALARM")) == 1 for event in events)
    assert len({str(event["UID"]) for event in events}) == tasks


def test_a_wrong_year_is_refused_in_words(open_page: Callable[..., Page], file_address: str) -> None:
    """Nothing is downloaded; the sentence says what may stand there."""
    page = open_page(file_address + "calendar.html")
    for year, day in (("", "10"), ("12", "10"), ("2028.5", "10"), ("2028", "31")):
        page.fill('[data-hb="calendar-year"]', year)
        page.fill('[data-hb="calendar-day"]', day)
        page.click('[data-hb="calendar-export"]')
        assert "1900" in page.inner_text('[data-hb="calendar-said"]')


def test_a_role_sees_its_own_tasks(open_page: Callable[..., Page], file_address: str) -> None:
    """What is left in the months is what the choice counted, and the table follows."""
    page = open_page(file_address + "calendar.html")
    page.select_option('[data-hb="calendar-role"]', "organization-member")
    shown = page.locator('[data-hb="calendar-task"]:visible')
    assert 0 < shown.count() < page.locator('[data-hb="calendar-task"]').count()
    roles = shown.evaluate_all("all => all.map((one) => one.dataset.roles)")
    assert all("organization-member" in each.split() for each in roles)
    assert page.locator('[data-hb="calendar-row"]:visible').count() < page.locator('[data-hb="calendar-row"]').count()


def test_the_library_shows_what_fits(open_page: Callable[..., Page], file_address: str) -> None:
    """Choices narrow together, the count says how many, the address can be shared, the kind of branch is kept."""
    page = open_page(file_address + "cases/index.html")
    cases = page.locator('[data-hb="library-case"]')
    assert cases.count() == 24
    page.select_option('[data-by="fits"]', "rural")
    rural = page.locator('[data-hb="library-case"]:visible').count()
    page.select_option('[data-by="solves"]', "vague-scores")
    both = page.locator('[data-hb="library-case"]:visible').count()
    assert 0 < both < rural < 24
    assert str(both) in page.inner_text('[data-hb="library-count"]')
    page.goto(file_address + "cases/index.html?topic=assessment")
    topics = page.locator('[data-hb="library-case"]:visible').evaluate_all("all => all.map((one) => one.dataset.topic)")
    assert set(topics) == {"assessment"}
    page.goto(file_address + "cases/index.html")
    assert page.input_value('[data-by="fits"]') == "rural"
    page.click('[data-hb="library-reset"]')
    page.wait_for_function("document.querySelectorAll('[data-hb=\"library-case\"]:not([hidden])').length === 24")
