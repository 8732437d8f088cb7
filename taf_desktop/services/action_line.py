"""One typed line understood as an action: "Dad and Sam ring housing by Fri 13 Feb"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from taf_desktop.documents.wording import joined
from taf_desktop.model.family import Person
from taf_desktop.packs.dates import long_day_words
from taf_desktop.services.actions import day_of
from taf_desktop.services.people import spoken_name
from taf_desktop.services.spoken_days import SpokenDay, find_day

Names = Mapping[str, str]
"""Person ids by a name, in lower case with single spaces."""

_BETWEEN = re.compile(r"\s*(?:,\s*and\b|,|&|\band\b)\s*", re.IGNORECASE)
_AFTER_NAMES = re.compile(r"\s*(?:[:–-]\s+|(?:will|to|is going to|are going to)\b)", re.IGNORECASE)
_HELPED = re.compile(r"[\s,(]*\b(?:helped by|with help from)\s+", re.IGNORECASE)
_EDGES = " \t\n\r,;:.–-"


@dataclass(frozen=True, kw_only=True)
class ActionWords:
    """What a line says: the words, who does it first of all, who helps, and by when.

    `by_when` is a day (ISO) or words such as "every Friday"; `doubt` is what does not fit together.
    """

    what: str
    who: str | None = None
    helped_by: tuple[str, ...] = ()
    by_when: str | None = None
    doubt: str = ""

    def answers(self) -> dict[str, object]:
        """The answers of the pack's form about an action."""
        return {
            "what": self.what,
            "who_id": self.who,
            "helped_by": list(self.helped_by) or None,
            "by_when": self.by_when,
        }

    def words(self, spoken: Mapping[str, str]) -> str:
        """Who and by when, in a sentence: "Dad, helped by Sam, by Friday 13 February 2026"."""
        helpers = [spoken[one] for one in self.helped_by if one in spoken]
        parts = [
            spoken.get(self.who or "", "Nobody yet"),
            f"helped by {joined(helpers)}" if helpers else "",
            by_when_in_full(self.by_when) or "no day yet",
        ]
        return ", ".join(part for part in parts if part)


def by_when_in_full(by_when: str | None) -> str:
    """By when, with the weekday where it is a day: "by Friday 13 February 2026"."""
    day = day_of(by_when)
    return f"by {long_day_words(day)}" if day else by_when or ""


def names_of(people: Iterable[Person]) -> Names:
    """Every name that means one person and no other; what the family says counts most."""
    found: dict[str, str] = {}
    everyone = list(people)
    for each in (_spoken, _full, _given):
        said: dict[str, set[str]] = {}
        for person in everyone:
            for name in each(person):
                said.setdefault(_plain(name), set()).add(str(person.id))
        found |= {
            name: ids.pop()
            for name, ids in said.items()
            if name and len(ids) == 1 and name not in found
        }
    return found


def name_at_start(text: str, names: Names) -> tuple[str | None, str]:
    """The one person whose name a line begins with, and the rest of the line."""
    met = _name_at(text, 0, names)
    return (None, text) if met is None else (names[_plain(text[:met])], text[met:])


def understand(line: str, names: Names, today: date) -> ActionWords:
    """Read a line; what is not understood stays in the words, and nothing is lost."""
    text = " ".join(line.split())
    day = find_day(text, today)
    rest = _without(text, day)
    who, rest = _at_the_start(rest, names)
    helpers, rest = _helped_by(rest, names)
    people = [*dict.fromkeys([*who, *helpers])]
    what = rest.strip(_EDGES)
    if not what:
        # A name or a day alone is not something to do; it is kept as it was typed.
        return ActionWords(what=text)
    return ActionWords(
        what=what[:1].upper() + what[1:],
        who=people[0] if people else None,
        helped_by=tuple(people[1:]),
        by_when=day.by_when if day else None,
        doubt=day.doubt if day else "",
    )


def _without(text: str, day: SpokenDay | None) -> str:
    if day is None:
        return text
    return " ".join(f"{text[: day.start].rstrip(_EDGES)} {text[day.end :]}".split())


def _at_the_start(text: str, names: Names) -> tuple[list[str], str]:
    """The people that a line begins with; none when a name that nobody knows stands among them."""
    found: list[str] = []
    at = 0
    while (met := _name_at(text, at, names)) is not None:
        found.append(names[_plain(text[at:met])])
        between = _BETWEEN.match(text, met)
        if between is None or between.end() == met:
            after = _AFTER_NAMES.match(text, met)
            return found, text[after.end() if after else met :]
        at = between.end()
    # "Dad and his brother ring": Dad is understood, and the words stay whole.
    return (found, text) if found else ([], text)


def _helped_by(text: str, names: Names) -> tuple[list[str], str]:
    """The people named after "helped by", when nothing but names follows."""
    for met in _HELPED.finditer(text):
        found, rest = _at_the_start(text[met.end() :], names)
        if found and not rest.strip(f"{_EDGES})"):
            return found, text[: met.start()]
    return [], text


def _name_at(text: str, at: int, names: Names) -> int | None:
    """Where the longest name that begins here ends."""
    ends = [
        met.end()
        for name in names
        if (met := re.compile(_pattern(name), re.IGNORECASE).match(text, at)) is not None
    ]
    return max(ends, default=None)


def _pattern(name: str) -> str:
    """A name with any spaces, and not as the beginning of another word or of "Mum's"."""
    return r"\s+".join(re.escape(part) for part in name.split()) + r"(?![\w'’-])"


def _plain(name: str) -> str:
    return " ".join(name.split()).lower()


def _spoken(person: Person) -> Sequence[str]:
    return (spoken_name(person), person.called or "")


def _full(person: Person) -> Sequence[str]:
    return (person.full_name, f"{person.given_name} {person.family_name}")


def _given(person: Person) -> Sequence[str]:
    return (person.given_name, person.short_name)
