"""How dates, names and numbers are put in words on paper."""

from collections.abc import Sequence

from taf_desktop.documents.content import Words, quiet, words
from taf_desktop.documents.languages import ENGLISH, Language, day_in, weekday_in
from taf_desktop.documents.plan_facts import ActionFacts, When


def day_words(when: When, language: Language = ENGLISH) -> str:
    """A day as "14 May 2026"; words that were typed instead stay as they are."""
    return day_in(language, when)


def weekday_words(when: When, language: Language = ENGLISH) -> str:
    """A day with its weekday, "Thursday 14 May 2026", for somebody who has to be there."""
    return weekday_in(language, when)


def joined(names: Sequence[str], language: Language = ENGLISH) -> str:
    """Names as they are read aloud: "Dana, Jean and El"."""
    known = [name for name in names if name]
    if len(known) < 2:
        return "".join(known)
    return language.say("both", before=language.commas(known[:-1]), last=known[-1])


def day_at_time(when: When, starts_at: str, language: Language = ENGLISH) -> str:
    """A day with its weekday, and the time where it is known: "Thursday 14 May 2026 at 15:30"."""
    day = weekday_words(when, language)
    return language.say("day_at_time", day=day, time=starts_at) if day and starts_at else day


def helped_words(action: ActionFacts, language: Language = ENGLISH) -> str:
    """Who helps with an action."""
    names = joined(action.helped_by, language)
    return language.say("helped_by", names=names) if names else ""


def passed_words(action: ActionFacts, language: Language) -> str:
    """That the day of an action has passed: a family's paper does not count the days."""
    return language.say("day_passed") if action.days_late or action.late else ""


def when_words(action: ActionFacts, language: Language) -> Words:
    """The day of an action, and quietly that it has passed."""
    day, passed = day_words(action.by_when, language), passed_words(action, language)
    return words(day, quiet(f" {passed}" if day and passed else passed))


def listed(*parts: str, by: str = ", ") -> str:
    """The parts that say something, one after the other."""
    return by.join(part for part in parts if part)


def within(text: str) -> str:
    """Words as they stand within a sentence: "Not started" becomes "not started"."""
    return f"{text[:1].lower()}{text[1:]}"


def sentence(text: str) -> str:
    """The text with a full stop, unless it already ends like a sentence."""
    trimmed = text.rstrip()
    return trimmed if not trimmed or trimmed[-1] in ".!?…”।؟۔" else f"{trimmed}."


def count_words(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 thing", "3 things"."""
    return f"{number} {one if number == 1 else many}"


def clock_words(starts_at: str, minutes: int) -> str:
    """The time so many minutes after a start: "15:34"; nothing where the start is no time."""
    hour, _, minute = starts_at.strip().replace(".", ":").partition(":")
    if not (hour.isascii() and hour.isdigit() and minute.isascii() and minute.isdigit()):
        return ""
    if int(hour[:3]) > 23 or int(minute[:3]) > 59:
        return ""
    hours, rest = divmod(int(hour) * 60 + int(minute) + minutes, 60)
    return f"{hours % 24:02d}:{rest:02d}"
