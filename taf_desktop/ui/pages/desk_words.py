"""How the desk speaks: greetings, days near today, and what is late, in sentences."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from taf_desktop.packs.dates import day_words
from taf_desktop.services.actions import ActionLine, day_of, due_words
from taf_desktop.services.families import FamilyLine

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NOON, EVENING = 12, 18
MOST_LETTERS_OF_ACTION = 60


def greeting(now: datetime, name: str) -> str:
    """Good morning, afternoon or evening, with the name where there is one."""
    part = "morning" if now.hour < NOON else "afternoon" if now.hour < EVENING else "evening"
    return f"Good {part}, {name}" if name else f"Good {part}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "no actions", "one action", "12 actions"."""
    words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{words} {one if number == 1 else many}"


def near_day(day: date, today: date) -> str:
    """A day as people say it: "Today", "Tomorrow", "Thu 26 Nov", "16 Jan 2027"."""
    if day == today:
        return "Today"
    if day == today + timedelta(days=1):
        return "Tomorrow"
    if abs((day - today).days) <= 180:
        return f"{_WEEKDAYS[day.weekday()]} {day_words(day)}"
    return f"{day_words(day)} {day.year}"


def by_when_words(line: ActionLine, today: date) -> str:
    """By when an action is to be done, or was: "by Mon 2 Feb", "was due 10 Feb"."""
    due = day_of(line.action.by_when)
    if due is None:
        return due_words(line.action.by_when) or "no date yet"
    if not line.is_open:
        return f"was for {near_day(due, today).lower() if due == today else near_day(due, today)}"
    if line.days_late:
        return f"was due {near_day(due, today)}"
    near = near_day(due, today)
    return f"by {near.lower() if near in ('Today', 'Tomorrow') else near}"


def day_sentence(families: Sequence[FamilyLine], actions: Sequence[ActionLine], today: date) -> str:
    """What the day holds: "One meeting today. Three actions are late; the oldest is …, 9 days."."""
    if not families:
        return "There are no families here yet. A name is enough to begin."
    return f"{_meeting_sentence(families, today)} {_late_sentence(actions)}"


def _meeting_sentence(families: Sequence[FamilyLine], today: date) -> str:
    days = sorted(line.next_on for line in families if line.next_on and line.next_on >= today)
    now = days.count(today)
    if now:
        return f"{counted(now, 'meeting', 'meetings').capitalize()} today."
    if not days:
        return "No meeting is planned."
    next_one = near_day(days[0], today)
    return f"The next meeting is {'tomorrow' if next_one == 'Tomorrow' else f'on {next_one}'}."


def _late_sentence(actions: Sequence[ActionLine]) -> str:
    late = [line for line in actions if line.days_late]
    if not late:
        return "Nothing is late."
    oldest = max(late, key=lambda line: line.days_late)
    days = "1 day" if oldest.days_late == 1 else f"{oldest.days_late} days"
    what = shortened(oldest.action.what)
    if len(late) == 1:
        return f"One action is late: “{what}”, {days}."
    many = counted(len(late), "action", "actions").capitalize()
    return f"{many} are late; the oldest is “{what}”, {days}."


def shortened(words: str, most: int = MOST_LETTERS_OF_ACTION) -> str:
    """The beginning of a long text, ending at a word."""
    plain = " ".join(words.split())
    if len(plain) <= most:
        return plain
    return plain[:most].rsplit(" ", 1)[0] + "…"


def listed_or(words: Sequence[str]) -> str:
    """Several things of which none, in one sentence: "the school, the GP or the address"."""
    small = [one[:1].lower() + one[1:] for one in words]
    return " or ".join(part for part in (", ".join(small[:-1]), small[-1]) if part)


def capital(words: str) -> str:
    """Words as they begin a heading; a pack keeps its names small, to stand within a sentence."""
    return words[:1].upper() + words[1:]


def matches(typed: str, *texts: str) -> bool:
    """Whether every typed word occurs in the texts, in any order."""
    held = " ".join(texts).casefold()
    return all(word in held for word in typed.casefold().split())
