"""A time of day and a number of minutes as people say them: "half three", "an hour and a half"."""

import re

_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*(?:o'?clock)?\s*([ap])?\.?m?\.?", re.IGNORECASE
)
_SPOKEN = re.compile(
    r"(?:(half|quarter)\s+(?:(past|to)\s+)?)?(\w+)(?:\s*o'?clock)?\s*(?:([ap])\.?m\.?)?",
    re.IGNORECASE,
)
_HOURS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_AFTERNOON = range(1, 7)
"""Hours that are said without more and mean the afternoon: nobody meets at half three at night."""

_NO_MORE = 7
"""Seven may be the morning as well as the evening."""

_LONGEST = 24 * 60


def time_said(text: str) -> str | None:
    """A time as HH:MM from "15:30", "3.30pm", "half three" or "quarter past four".

    None when it is none, or when it may be the morning as well as the evening.
    """
    plain = " ".join(text.lower().replace(",", " ").split())
    if plain in ("noon", "midday", "12 noon"):
        return "12:00"
    return _by_clock(plain) or _by_words(plain)


def _by_clock(plain: str) -> str | None:
    found = _CLOCK.fullmatch(plain)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    written_out = bool(found[2]) and len(found[1]) == 2
    return _clock(hour, minute, found[3], is_plain=not written_out)


def _by_words(plain: str) -> str | None:
    found = _SPOKEN.fullmatch(plain)
    hour = _number(found[3]) if found else None
    if found is None or hour is None or not 1 <= hour <= 12:
        return None
    part, way = found[1], found[2]
    if part == "quarter" and way is None:
        return None
    minute = {"half": 30, "quarter": 15}.get(part or "", 0)
    if way == "to":
        if part == "half":
            return None
        said = _clock(hour, 0, found[4], is_plain=True)
        return None if said is None else f"{int(said[:2]) - 1:02}:45"
    return _clock(hour, minute, found[4], is_plain=True)


def _number(word: str) -> int | None:
    if word.isascii() and word.isdecimal():
        return int(word)
    return _HOURS.index(word) + 1 if word in _HOURS else None


def _clock(hour: int, minute: int, half: str | None, *, is_plain: bool) -> str | None:
    """The time of a clock of twelve or twenty-four hours; a plain 3 means the afternoon."""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif is_plain and hour == _NO_MORE:
        return None
    elif is_plain and hour in _AFTERNOON:
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 else None


def minutes_said(text: str) -> int | None:
    """A number of minutes from "50", "45 minutes", "an hour", "1.5 hours" or "1 h 30"."""
    plain = " ".join(text.lower().replace(",", " ").split())
    if plain.isascii() and plain.isdecimal():
        return _held(int(plain))
    whole = re.fullmatch(rf"({_AMOUNT}) ?(?:min|mins|minute|minutes)", plain)
    if whole and whole[1].isdecimal():
        return _held(int(whole[1]))
    found = _SPAN.fullmatch(plain)
    return _held(_of_hours(found)) if found else None


_AMOUNT = r"\d{1,4}"
_SPAN = re.compile(
    r"(?:(?P<half>half an hour)|(?P<quarters>three quarters of an hour)|"
    r"(?P<hours>an|a|one|two|three|four|\d{1,2}(?:\.\d)?) ?(?:h|hr|hrs|hour|hours)"
    r"(?: ?(?:and )?(?:(?P<more>a half|half)|(?P<quarter>a quarter)|"
    r"(?P<minutes>\d{1,2})(?: ?(?:m|min|mins|minutes))?))?)"
)
_MANY = {"an": 1.0, "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0}


def _of_hours(found: re.Match[str]) -> int:
    if found["half"]:
        return 30
    if found["quarters"]:
        return 45
    hours = _MANY.get(found["hours"]) or float(found["hours"])
    more = 30 if found["more"] else 15 if found["quarter"] else int(found["minutes"] or 0)
    return round(hours * 60) + more


def _held(minutes: int) -> int | None:
    return minutes if 0 < minutes <= _LONGEST else None
