"""Collects, from the records, what the readers of one copy must not learn."""

from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from taf_desktop.model.base import answers
from taf_desktop.model.family import Agency, Family, Person
from taf_desktop.model.meeting import Meeting
from taf_desktop.packs.pack import Pack
from taf_desktop.services.allowing import Allowing
from taf_desktop.services.kept_words import Kept
from taf_desktop.services.readers import ADDRESS, GP, SCHOOL, VENUE, may_learn
from taf_desktop.services.records import living, one

_WHAT = {
    ADDRESS: "where they live",
    SCHOOL: "the school",
    GP: "the GP",
    VENUE: "where meetings are",
}
_AGENCIES = {SCHOOL: frozenset({"school", "early_years", "college"}), GP: frozenset({"gp"})}
_PLACES = frozenset({ADDRESS, VENUE})
_EVERY_GP = ("GP", "surgery")
_WHAT_ALL_SAY = frozenset({"mum", "mummy", "mam", "dad", "daddy"})
_A_BABY = ("baby", "unborn", "pregnant", "pregnancy", "expecting", "antenatal", "midwife")
_PERSON_FORMS = ("child", "unborn", "adult")


def kept_from(allow: Allowing, pack: Pack) -> list[Kept]:
    """Everything that these readers must not learn, as far as the records say it."""
    facts = [fact for fact in _WHAT if allow.readers and not may_learn(allow.readers, fact)]
    found = facts_written(allow, pack, facts)
    found += list(_services(allow)) if not _PLACES.isdisjoint(facts) else []
    found += list(_names(allow)) if allow.is_outside else []
    return found + babies_written(allow.unknown)


def facts_written(allow: Allowing, pack: Pack, facts: Iterable[str]) -> list[Kept]:
    """How these facts stand in the records: where somebody lives, the school, the GP, the venue."""
    return [
        Kept(what=_WHAT[fact], words=words, every_word=words in _EVERY_GP)
        for fact in facts
        for words in _written(allow, pack, fact)
        if words.strip()
    ]


def _written(allow: Allowing, pack: Pack, fact: str) -> Iterator[str]:
    """How a protected fact stands in the records."""
    session, family_id = allow.session, allow.family_id
    if fact == ADDRESS:
        family = one(session, Family, family_id)
        yield from _lines(family.address, family.postcode)
    if fact in _AGENCIES:
        yield from _agencies(session, allow, _AGENCIES[fact])
    if fact == GP:
        yield from _EVERY_GP
    if fact == VENUE:
        for meeting in living(session, Meeting, family_id=family_id):
            yield from _lines(meeting.place, meeting.next_place)
    for person in allow.people.values():
        if person.id not in allow.reader_ids:
            yield from _of_person(pack, person, fact)


def _lines(*texts: str | None) -> Iterator[str]:
    """An address or a place in the parts between its commas and line ends."""
    for text in texts:
        yield from (part.strip() for part in (text or "").replace("\n", ",").split(","))


def _agencies(session: Session, allow: Allowing, kinds: frozenset[str]) -> Iterator[str]:
    wanted = {person.agency_id for person in allow.people.values()}
    for agency in living(session, Agency):
        if agency.id in wanted and agency.kind in kinds:
            yield from _lines(agency.name, agency.address)


def _services(allow: Allowing) -> Iterator[Kept]:
    """Where the services around the family are: who goes there lives near by, and meets there."""
    around = (person for person in allow.people.values() if person.id not in allow.reader_ids)
    wanted = {person.agency_id for person in around}
    for agency in living(allow.session, Agency):
        if agency.id in wanted:
            lines = (line for line in _lines(agency.address) if line)
            yield from (Kept(what="where a service is", words=line) for line in lines)


def _of_person(pack: Pack, person: Person, fact: str) -> Iterator[str]:
    if person.kind not in _PERSON_FORMS or person.kind not in pack.forms:
        return
    given = answers(person)
    for field in pack.forms[person.kind].fields:
        if field.protects == fact and isinstance(given.get(field.key), str):
            yield from _lines(given[field.key])


def _names(allow: Allowing) -> Iterator[Kept]:
    """The names of everybody else around the family: nobody outside is told who they are."""
    theirs = allow.reader_ids | allow.children
    known = {
        name.casefold()
        for person_id in theirs
        if person_id in allow.people
        for name in _names_of(allow.people[person_id])
    }
    for person in allow.people.values():
        if person.id in theirs:
            continue
        for name in _names_of(person):
            if name.casefold() not in known | _WHAT_ALL_SAY:
                yield Kept(what="who else is around the family", words=name, every_word=True)


def babies_written(unknown: Iterable[Person]) -> list[Kept]:
    """What gives away that a baby is coming, where a reader may not know about it."""
    return [
        Kept(what="that a baby is coming", words=words, every_word=True)
        for baby in unknown
        for words in (*_A_BABY, baby.given_name, baby.known_as or "")
        if words.strip()
    ]


def _names_of(person: Person) -> list[str]:
    names = (person.given_name, person.family_name, person.known_as, person.called)
    return [part for name in names if name for part in name.split()]
