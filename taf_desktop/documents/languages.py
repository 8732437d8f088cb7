"""The headings and fixed sentences of the papers for families, in each language there is a file of.

What somebody said is never in such a file and never translated. A label that a council's pack
brings is found by its English words, in the file of the language or in the pack's own one of the
same name, and printed in English where it is in neither.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any

from taf_desktop import paths
from taf_desktop.documents.content import Run
from taf_desktop.documents.plan_facts import When
from taf_desktop.packs.faults import PackError

_FOLDER, _PACKS = "languages", "packs"
ENGLISH_CODE = "en-GB"
NOT_CHECKED = "not yet checked by a native reader"
_SLAVIC = ("pl", "uk")
_WITH_TWO = ("ar", "cy")
_STOPS = frozenset(".۔।")
_ENDS = _STOPS | frozenset("!?…؟")


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language: what it is called, who checked it, and its words by key."""

    code: str
    name: str
    english: str
    list_code: str
    checked_by: str
    days: Sequence[str]
    months: Sequence[str]
    words: Mapping[str, str]
    counts: Mapping[str, Mapping[str, str]]
    labels: Mapping[str, str]

    @property
    def is_english(self) -> bool:
        """Whether this is the language in which the program itself is written."""
        return self.code == ENGLISH_CODE

    @property
    def mark(self) -> str:
        """Who has checked it, in English, for whoever chooses it."""
        return f"checked by {self.checked_by}" if self.checked_by else NOT_CHECKED

    @property
    def stop(self) -> str:
        """The full stop of this language."""
        return self.words["own_words"][-1]

    def say(self, key: str, **values: object) -> str:
        """The words of this key with the values in their places; two full stops become one."""
        said = ""
        for text, field, _, _ in Formatter().parse(self.words[key]):
            said += _after(said, text)
            said += str(values[field]) if field else ""
        return said

    def parts(self, key: str, **values: Run) -> tuple[str | Run, ...]:
        """The words of this key in parts, so that a value keeps its own look."""
        found: list[str | Run] = []
        said = ""
        for text, field, _, _ in Formatter().parse(self.words[key]):
            found.append(_after(said, text))
            if field:
                found.append(values[field])
                said = values[field].text
        return tuple(found)

    def count(self, key: str, number: int) -> str:
        """A number with its noun."""
        forms = self.counts[key]
        form = plural_form(self.code, number)
        return forms.get(form, forms["other"]).format(number=number)

    def commas(self, parts: Sequence[str]) -> str:
        """The parts one after the other, with the comma of this language."""
        return self.say("comma").join(parts)

    def quoted(self, words: str) -> str:
        """Words in this language's quotation marks."""
        return self.say("quote", words=words)

    def label(self, text: str) -> str:
        """A pack's label in this language, or as it is where the file does not know it."""
        return self.labels.get(text, text)


def _after(said: str, text: str) -> str:
    """A template's words after a value that ends like a sentence, without a second full stop."""
    return text[1:] if said[-1:] in _ENDS and text[:1] in _STOPS else text


def plural_form(code: str, number: int) -> str:
    """Which form of a noun stands with a number: "one", "two", "few" or "other"."""
    if code in _SLAVIC:
        return _slavic_form(code, number)
    if number == 1:
        return "one"
    if number == 2 and code in _WITH_TWO:
        return "two"
    if code == "ar":
        return "few" if 3 <= number % 100 <= 10 else "other"
    is_few = code == "ro" and (number == 0 or 0 < number % 100 < 20)
    return "few" if is_few else "other"


def _slavic_form(code: str, number: int) -> str:
    last, last_two = number % 10, number % 100
    is_one = number == 1 if code == "pl" else last == 1 and last_two != 11
    if is_one:
        return "one"
    return "few" if 2 <= last <= 4 and not 12 <= last_two <= 14 else "other"


@cache
def languages() -> Mapping[str, Language]:
    """Every language there is a file of, English first, then by its own name."""
    files = sorted(paths.resource(_FOLDER).glob("*.toml"))
    found = sorted(map(_read, files), key=lambda one: (not one.is_english, one.english))
    return MappingProxyType({one.code: one for one in found})


def language_of(code: str) -> Language:
    """The language of this code, or English where there is no file of it."""
    known = languages()
    return known.get(code, known[ENGLISH_CODE])


def code_of_list(list_code: str | None) -> str:
    """The code of the language that somebody's record names, if there is a file of it."""
    found = (one.code for one in languages().values() if one.list_code == list_code)
    return next(found, ENGLISH_CODE)


def _read(path: Path) -> Language:
    told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    told["labels"] = {**_labels_of_packs(path.name), **told["labels"]}
    return Language(**told)


def _labels_of_packs(name: str) -> dict[str, str]:
    """What councils call things, in their own words for a language."""
    found: dict[str, str] = {}
    for path in sorted(paths.resource(_PACKS).glob(f"*/{_FOLDER}/{name}")):
        found |= labels_in(path)
    return found


def labels_in(path: Path) -> dict[str, str]:
    """The labels that a pack's file for a language translates; raises PackError for any other."""
    place = f"{path.parents[1].name}/{_FOLDER}/{path.name}"
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(place, f"it is not TOML: {error}") from None
    labels = told.get("labels")
    if set(told) != {"labels"} or not isinstance(labels, dict):
        raise PackError(place, "it should hold [labels] and nothing else")
    if not all(isinstance(words, str) and words.strip() for words in labels.values()):
        raise PackError(place, "each label should be text")
    return labels


def day_in(language: Language, when: When) -> str:
    """A day as "14 May 2026"; words that were typed instead stay as they are."""
    if isinstance(when, str):
        return when
    month = language.months[when.month - 1]
    return language.say("date", day=when.day, month=month, year=when.year)


def weekday_in(language: Language, when: When) -> str:
    """A day with its weekday, "Thursday 14 May 2026", for somebody who has to be there."""
    if isinstance(when, str):
        return when
    weekday = language.days[when.weekday()]
    return language.say("weekday_date", weekday=weekday, date=day_in(language, when))


ENGLISH = language_of(ENGLISH_CODE)
