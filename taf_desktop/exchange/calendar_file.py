"""A meeting as a file for somebody's own calendar (RFC 5545): no names, times right in summer too.

What is written: one event with the title "Meeting". Local times are those of England; they are
written in UTC, so that no calendar has to know when its clocks change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

LONGEST_LINE = 75
"""Octets of one line, without its end."""

TITLE = "Meeting"
_SUNDAY, _CHANGE_HOUR = 6, 1
_OURS = UUID("6d0c1c68-35a4-4b3f-9c0e-7f2b6b5a6c11")


@dataclass(frozen=True, kw_only=True)
class CalendarEvent:
    """One meeting: its day, when it begins (England's time; None for the whole day), and where.

    `made_at` is UTC. Without a place none is written.
    """

    meeting_id: UUID
    day: date
    starts: time | None
    minutes: int
    place: str
    made_at: datetime


def calendar_file(event: CalendarEvent) -> bytes:
    """The bytes of the file."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//TAF Desktop//Meeting//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        # The same meeting is the same event, so that a new day takes the place of the old one.
        f"UID:{uuid5(_OURS, event.meeting_id.hex)}",
        f"DTSTAMP:{_stamp(event.made_at)}",
        f"LAST-MODIFIED:{_stamp(event.made_at)}",
        *_when(event),
        f"SUMMARY:{TITLE}",
        *([f"LOCATION:{_escaped(event.place)}"] if event.place.strip() else []),
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def utc_in_england(local: datetime) -> datetime:
    """A time on the wall in England as UTC: an hour less while summer time is on.

    An hour that comes twice is the first of the two.
    """
    starts, ends = _summer(local.year)
    summer = starts <= local < ends
    return local - timedelta(hours=1) if summer else local


def _summer(year: int) -> tuple[datetime, datetime]:
    """When summer time begins and ends, by the clock on the wall before each change."""
    changes = (_last_sunday(year, 3), _last_sunday(year, 10))
    begins, ends = (datetime.combine(day, time(_CHANGE_HOUR)) for day in changes)
    return begins, ends + timedelta(hours=1)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() - _SUNDAY) % 7)


def _when(event: CalendarEvent) -> Sequence[str]:
    if event.starts is None:
        after = event.day + timedelta(days=1)
        return (
            f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        )
    starts = utc_in_england(datetime.combine(event.day, event.starts))
    ends = starts + timedelta(minutes=event.minutes)
    return f"DTSTART:{_stamp(starts)}", f"DTEND:{_stamp(ends)}"


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"


def _escaped(words: str) -> str:
    """Text as the standard wants it; what cannot be printed is left out."""
    plain = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = "\\n".join(plain.splitlines())
    return "".join(one for one in lines if one.isprintable())


def _folded(line: str) -> Iterator[bytes]:
    """A line in pieces of at most 75 octets, each but the first after a space, no letter cut."""
    piece = b""
    for letter in line:
        octets = letter.encode("utf-8")
        if len(piece) + len(octets) > LONGEST_LINE:
            yield piece
            piece = b" "
        piece += octets
    yield piece
