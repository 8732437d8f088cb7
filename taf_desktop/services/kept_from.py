"""Collects, from the records, what the readers of one copy must not learn."""

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from taf_desktop.model.base import answers
from taf_desktop.model.family import Agency, Family, Involvement, Person
from taf_desktop.model.meeting import Meeting
from taf_desktop.packs.dates import MONTHS, parse_partial
from taf_desktop.packs.pack import Pack
from taf_desktop.services.allowing import Allowing
from taf_desktop.services.kept_words import Kept, is_everyday, plain_words
from taf_desktop.services.readers import ADDRESS, GP, SCHOOL, VENUE, may_learn
from taf_desktop.services.records import ever, ever_by_id, living, one
from taf_desktop.services.unborn import untold

_WHAT = {
    ADDRESS: "where they live",
    SCHOOL: "the school",
    GP: "the GP",
    VENUE: "where meetings are",
}
_AGENCIES = {SCHOOL: frozenset({"school", "early_years", "college"}), GP: frozenset({"gp"})}
_PLACES = frozenset({ADDRESS, VENUE})
_EVERY_GP = ("GP", "surgery", "surgeries")
_WHAT_ALL_SAY = frozenset({"mum", "mummy", "mam", "dad", "daddy"})
_ABOUT_A_BABY = (
    "baby babies unborn pregnant pregnancy expecting antenatal midwife midwives midwifery "
    "maternity prenatal trimester newborn twins"
)
_A_BABY = _ABOUT_A_BABY.split()
_A_BABY_TOLD = (
    *("weeks gone", "due date", "give birth", "gives birth", "giving birth", "birth plan"),
    *("be a big brother", "be a big sister", "new brother", "new sister", "morning sickness"),
    *("labour ward", "her bump", "baby bump", "her scan", "first scan", "week scan", "pre natal"),
)
_PERSON_FORMS = ("child", "unborn", "adult")
_LEAST_DIGITS = 6
WHO_ELSE = "who else is around the family"
"""What is said of a name that somebody outside the plan must not read."""
_SERVICE = "where a service is"
_REACHED = "how somebody is reached"
_ORDINAL_ENDS = ("st", "nd", "rd", "th")


def kept_from(allow: Allowing, pack: Pack) -> list[Kept]:
    """Everything that these readers must not learn, as far as the records say it."""
    facts = [fact for fact in _WHAT if allow.readers and not may_learn(allow.readers, fact)]
    told = _Told(allow, pack)
    found = list(told.facts(facts))
    found += list(told.names()) if allow.is_outside else []
    babies = untold(allow.session, allow.family_id, allow.readers)
    return found + (babies_written(babies, told.everybody) if babies else [])


def facts_written(allow: Allowing, pack: Pack, facts: Sequence[str]) -> list[Kept]:
    """How these facts stand in the records: where somebody lives, the school, the GP, the venue.

    With where somebody lives goes how to reach them, with the venue the day of meeting, and with
    either where the services around the family are.
    """
    return list(_Told(allow, pack).facts(facts))


class _Told:
    """What the records of one family tell, read once."""

    def __init__(self, allow: Allowing, pack: Pack) -> None:
        self._allow, self._pack = allow, pack
        self._session, self._family_id = allow.session, allow.family_id

    def facts(self, facts: Sequence[str]) -> Iterator[Kept]:
        for fact in facts:
            for words in self._written(fact):
                if words.strip():
                    yield Kept(what=_WHAT[fact], words=words, every_word=words in _EVERY_GP)
        if not _PLACES.isdisjoint(facts):
            yield from self._services()
        if ADDRESS in facts:
            yield from self._contacts()
        if VENUE in facts:
            yield from self._days_of_meeting()

    @cached_property
    def everybody(self) -> list[Person]:
        """All who are around the family or ever were: who left still gives something away."""
        involved = {
            row.person_id for row in ever(self._session, Involvement, family_id=self._family_id)
        }
        team = ever_by_id(self._session, Person, involved)
        return [*ever(self._session, Person, family_id=self._family_id), *team]

    @cached_property
    def _meetings(self) -> list[Meeting]:
        return living(self._session, Meeting, family_id=self._family_id)

    def _others(self, fact: str) -> list[Person]:
        """All but one from whom alone it is kept: what is a reader's is kept from another."""
        readers = self._allow.readers
        barred = {reader.person_id for reader in readers if not may_learn([reader], fact)}
        return [person for person in self.everybody if barred != {person.id}]

    def _agencies(self, people: Iterable[Person]) -> list[Agency]:
        wanted = {person.agency_id for person in people if person.agency_id}
        return ever_by_id(self._session, Agency, wanted)

    def _written(self, fact: str) -> Iterator[str]:
        """How a protected fact stands in the records."""
        if fact == ADDRESS:
            family = one(self._session, Family, self._family_id)
            yield from _lines(family.address, family.postcode)
        if fact == GP:
            yield from _EVERY_GP
        if fact == VENUE:
            for meeting in self._meetings:
                yield from _lines(meeting.place, meeting.next_place)
        for agency in self._agencies(self.everybody) if fact in _AGENCIES else ():
            if agency.kind in _AGENCIES[fact]:
                yield from _lines(agency.name, agency.address)
        for person in self._others(fact):
            yield from self._of_person(person, fact)

    def _of_person(self, person: Person, fact: str) -> Iterator[str]:
        if person.kind not in _PERSON_FORMS or person.kind not in self._pack.forms:
            return
        given = answers(person)
        for field in self._pack.forms[person.kind].fields:
            if field.protects == fact and isinstance(given.get(field.key), str):
                yield from _lines(given[field.key])

    def _services(self) -> Iterator[Kept]:
        """Where the services around the family are: who goes there lives near by."""
        others = {person.id: person for fact in _PLACES for person in self._others(fact)}
        for agency in self._agencies(others.values()):
            lines = (line for line in _lines(agency.address) if line)
            yield from (Kept(what=_SERVICE, words=line) for line in lines)
            # Of what a service is called only the words that say where, or what is hidden there.
            telling = set(Kept(what=_SERVICE, words=agency.name).telling())
            named = [word for word in plain_words(agency.name) if word in telling]
            yield from (Kept(what=_SERVICE, words=word) for word in named)
            yield from _telephone(agency.telephone)

    def _contacts(self) -> Iterator[Kept]:
        """How others of the family are reached."""
        for person in self._others(ADDRESS):
            if person.kind in _PERSON_FORMS:
                yield from _telephone(person.telephone)
                if person.email:
                    yield Kept(what=_REACHED, words=person.email, whole=True)

    def _days_of_meeting(self) -> Iterator[Kept]:
        """The days on which meetings are still to come, however they are written."""
        held = max((row.number for row in self._meetings if row.finished_at), default=0)
        days = [row.held_on for row in self._meetings if not row.finished_at]
        days += [row.next_on for row in self._meetings if row.number >= held]
        for written in dict.fromkeys(day for text in days for day in _days(text)):
            yield Kept(what="when a meeting is", words=written, whole=True)

    def names(self) -> Iterator[Kept]:
        """The names of everybody else: nobody outside is told who is around the family."""
        theirs = self._allow.reader_ids | self._allow.children
        known = {
            name.casefold()
            for person in self.everybody
            if person.id in theirs
            for name in _names_of(person)
        }
        for person in self.everybody:
            if person.id in theirs or person.kind == "unborn":
                continue
            for name in _names_of(person):
                if name.casefold() not in known | _WHAT_ALL_SAY:
                    yield Kept(what=WHO_ELSE, words=name, every_word=True)


def _lines(*texts: str | None) -> Iterator[str]:
    """An address or a place in the parts between its commas and line ends."""
    for text in texts:
        yield from (part.strip() for part in (text or "").replace("\n", ",").split(","))


def _telephone(number: str | None) -> Iterator[Kept]:
    if sum(map(str.isdecimal, number or "")) >= _LEAST_DIGITS:
        yield Kept(what=_REACHED, words=number or "", whole=True)
        yield Kept(what=_REACHED, words=(number or "").lstrip().removeprefix("0"), whole=True)


def _days(text: str | None) -> Iterator[str]:
    """A day as people write it: "14 July", "July 14th", "14.07.2026"."""
    day = parse_partial(text or "")
    if day is None or day.as_date() is None:
        return
    month, number = MONTHS[(day.month or 1) - 1], day.day or 1
    for name in {month, month[:3], *(["Sept"] if month == "September" else [])}:
        yield from (f"{number} {name}", f"{name} {number}")
        yield from (f"{number}{end} {name}" for end in _ORDINAL_ENDS)
        yield from (f"{number}{end} of {name}" for end in _ORDINAL_ENDS)
        yield from (f"{name} {number}{end}" for end in _ORDINAL_ENDS)
        yield from (f"{name} the {number}{end}" for end in _ORDINAL_ENDS)
    for year in (str(day.year), str(day.year)[2:]):
        yield f"{number:02d} {day.month:02d} {year}"
        yield f"{number} {day.month} {year}"
    yield from (f"{number}/{day.month}", f"{number:02d}/{day.month:02d}")
    yield f"{day.year} {day.month:02d} {number:02d}"


def babies_written(untold: Iterable[Person], around: Iterable[Person]) -> list[Kept]:
    """What gives away that a baby is coming, where a reader may not know about it.

    A name that somebody around the family has as well gives nothing away.
    """
    what = "that a baby is coming"
    others = [person for person in around if person.kind != "unborn"]
    theirs = {name.casefold() for person in others for name in _names_of(person)}
    return [
        one_
        for baby in untold
        for one_ in (
            *(Kept(what=what, words=word, every_word=True) for word in _A_BABY),
            *(Kept(what=what, words=words, whole=True) for words in _A_BABY_TOLD),
            *(Kept(what=what, words=words, whole=True) for words in _days(baby.due_date)),
            *_as_called(what, baby, theirs),
        )
    ]


def _as_called(what: str, baby: Person, theirs: Set[str]) -> Iterator[Kept]:
    """The names of a baby that are its own, and "Baby A" or "Little one" as a whole."""
    for name in _names_of(baby):
        if len(name) > 1 and name.casefold() not in theirs and not is_everyday(name):
            yield Kept(what=what, words=name, every_word=True)
    for called in (baby.given_name, baby.known_as):
        if called and len(called.split()) > 1:
            yield Kept(what=what, words=called, whole=True)


def _names_of(person: Person) -> list[str]:
    """Each name apart; what somebody is called stays together, as "Mum's friend"."""
    apart = (person.given_name, person.family_name, person.known_as)
    names = [part for name in apart if name for part in name.split()]
    return [*names, *([person.called] if person.called else [])]
