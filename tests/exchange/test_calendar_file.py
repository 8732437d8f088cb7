"""A meeting for a calendar: as the standard says, right in summer and winter, without names."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as some

from taf_desktop.exchange.calendar_file import CalendarEvent, calendar_file, utc_in_england

ENGLAND = ZoneInfo("Europe/London")
MADE = datetime(2026, 1, 29, 16, 19)


def event(**changes: object) -> CalendarEvent:
    told = {
        "meeting_id": uuid4(),
        "day": date(2026, 3, 12),
        "starts": time(15, 30),
        "minutes": 50,
        "place": "",
        "made_at": MADE,
    }
    return CalendarEvent(**(told | changes))


def read(content: bytes) -> icalendar.Event:
    calendar = icalendar.Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0"
    [only] = calendar.walk("VEVENT")
    assert only.errors == []
    return only


@pytest.mark.parametrize(
    ("day", "utc_hour"),
    [
        (date(2026, 3, 27), 15),
        (date(2026, 3, 29), 14),
        (date(2026, 3, 30), 14),
        (date(2026, 10, 23), 14),
        (date(2026, 10, 25), 15),
        (date(2026, 10, 26), 15),
    ],
)
def test_the_time_is_right_on_both_sides_of_a_clock_change(day: date, utc_hour: int) -> None:
    found = read(calendar_file(event(day=day)))
    assert found.decoded("DTSTART") == datetime(
        day.year, day.month, day.day, utc_hour, 30, tzinfo=UTC
    )
    assert found.decoded("DTSTART").astimezone(ENGLAND).time() == time(15, 30)
    assert found.decoded("DTEND") - found.decoded("DTSTART") == timedelta(minutes=50)


@given(some.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31)))
def test_every_time_in_england_is_the_utc_that_the_zone_data_says(local: datetime) -> None:
    known = local.replace(tzinfo=ENGLAND).astimezone(UTC)
    if known.astimezone(ENGLAND).replace(tzinfo=None) == local:
        assert utc_in_england(local).replace(tzinfo=UTC) == known


def test_it_names_nobody_and_says_where_only_when_told() -> None:
    plain = read(calendar_file(event()))
    assert plain["SUMMARY"] == "Meeting"
    assert not {"LOCATION", "DESCRIPTION", "ORGANIZER", "ATTENDEE"} & set(plain)
    placed = read(calendar_file(event(place="Family hub, room 2; ring the bell\\\nfirst floor")))
    assert placed["LOCATION"] == "Family hub, room 2; ring the bell\\\nfirst floor"


def test_without_a_time_it_is_the_whole_day() -> None:
    found = read(calendar_file(event(starts=None)))
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (
        date(2026, 3, 12),
        date(2026, 3, 13),
    )


def test_the_same_meeting_on_another_day_is_the_same_event() -> None:
    meeting_id = uuid4()
    first = read(calendar_file(event(meeting_id=meeting_id)))
    moved = read(calendar_file(event(meeting_id=meeting_id, day=date(2026, 3, 19))))
    assert first["UID"] == moved["UID"]
    assert str(meeting_id) not in str(first["UID"])
    assert read(calendar_file(event()))["UID"] != first["UID"]


@given(some.text(max_size=300))
def test_any_place_keeps_to_the_standard_and_comes_back(place: str) -> None:
    content = calendar_file(event(place=place))
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    content.decode("utf-8")
    found = read(content)
    printed = "".join(
        one for one in "\n".join(place.splitlines()) if one.isprintable() or one == "\n"
    )
    assert str(found.get("LOCATION", "")).strip() == printed.strip() or not place.strip()


def test_no_letter_is_cut_in_two_where_a_line_is_folded() -> None:
    place = "Tŷ Gwyn " * 20
    for piece in calendar_file(event(place=place)).split(b"\r\n"):
        piece.decode("utf-8")
    assert read(calendar_file(event(place=place)))["LOCATION"] == place
