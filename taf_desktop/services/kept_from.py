"""Collects, from the records, what the readers of one copy must not learn."""

from collections.abc import Iterable, Iterator

from taf_desktop.model.base import answers
from taf_desktop.model.family import Agency, Family, Involvement, Person
from taf_desktop.model.meeting import Meeting
from taf_desktop.packs.dates import MONTHS, parse_partial
from taf_desktop.packs.pack import Pack
from taf_desktop.services.allowing import Allowing
from taf_desktop.services.kept_words import Kept, plain_words
from taf_desktop.services.readers import ADDRESS, GP, SCHOOL, VENUE, may_learn
from taf_desktop.services.records import ever, living, one
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
    "maternity bump scan scans trimester"
)
_A_BABY = _ABOUT_A_BABY.split()
_A_BABY_TOLD = ("weeks gone", "due date", "big brother", "big sister", "give birth")
_PERSON_FORMS = ("child", "unborn", "adult")
_LEAST_DIGITS = 6
_ORDINAL_ENDS = ("st", "nd", "rd", "th")


def kept_from(allow: Allowing, pack: Pack) -> list[Kept]:
    """Everything that these readers must not learn, as far as the records say it."""
    facts = [fact for fact in _WHAT if allow.readers and not may_learn(allow.readers, fact)]
    found = facts_written(allow, pack, facts)
    found += list(_names(allow)) if allow.is_outside else []
    return found + babies_written(untold(allow.session, allow.family_id, allow.readers))


def facts_written(allow: Allowing, pack: Pack, facts: Iterable[str]) -> list[Kept]:
    """How these facts stand in the records: where somebody lives, the school, the GP, the venue.

    With where somebody lives goes how to reach them, with the venue the day of meeting, and with
    either where the services around the family are.
    """
    wanted = list(facts)
    found = [
        Kept(what=_WHAT[fact], words=words, every_word=words in _EVERY_GP)
        for fact in wanted
        for words in _written(allow, pack, fact)
        if words.strip()
    ]
    found += list(_services(allow)) if not _PLACES.isdisjoint(wanted) else []
    found += list(_contacts(allow)) if ADDRESS in wanted else []
    return found + (list(_days_of_meeting(allow)) if VENUE in wanted else [])


def _written(allow: Allowing, pack: Pack, fact: str) -> Iterator[str]:
    """How a protected fact stands in the records."""
    if fact == ADDRESS:
        family = one(allow.session, Family, allow.family_id)
        yield from _lines(family.address, family.postcode)
    if fact == GP:
        yield from _EVERY_GP
    if fact == VENUE:
        for meeting in living(allow.session, Meeting, family_id=allow.family_id):
            yield from _lines(meeting.place, meeting.next_place)
    for agency in _agencies(allow, around(allow)) if fact in _AGENCIES else ():
        if agency.kind in _AGENCIES[fact]:
            yield from _lines(agency.name, agency.address)
    for person in _others(allow, fact):
        yield from _of_person(pack, person, fact)


def around(allow: Allowing) -> list[Person]:
    """Everybody who is around the family or ever was: somebody who left still gives it away."""
    session, family_id = allow.session, allow.family_id
    involved = {row.person_id for row in ever(session, Involvement, family_id=family_id)}
    team = [row for row in ever(session, Person, family_id=None) if row.id in involved]
    return [*ever(session, Person, family_id=family_id), *team]


def _others(allow: Allowing, fact: str) -> list[Person]:
    """All but the one from whom alone it is kept: what belongs to a reader is kept from another."""
    barred = {one_.person_id for one_ in allow.readers if not may_learn([one_], fact)}
    return [person for person in around(allow) if barred != {person.id}]


def _lines(*texts: str | None) -> Iterator[str]:
    """An address or a place in the parts between its commas and line ends."""
    for text in texts:
        yield from (part.strip() for part in (text or "").replace("\n", ",").split(","))


def _agencies(allow: Allowing, people: Iterable[Person]) -> list[Agency]:
    wanted = {person.agency_id for person in people}
    return [agency for agency in ever(allow.session, Agency) if agency.id in wanted]


def _services(allow: Allowing) -> Iterator[Kept]:
    """Where the services around the family are: who goes there lives near by, and meets there."""
    others = {person.id: person for fact in _PLACES for person in _others(allow, fact)}
    for agency in _agencies(allow, others.values()):
        lines = (line for line in _lines(agency.address) if line)
        yield from (Kept(what="where a service is", words=line) for line in lines)
        # Of what a service is called only the words that say where, or what is hidden there.
        name = Kept(what="where a service is", words=agency.name)
        named = set(name.telling()) & set(plain_words(agency.name))
        yield from (Kept(what="where a service is", words=word) for word in sorted(named))
        yield from _telephone(agency.telephone)


def _contacts(allow: Allowing) -> Iterator[Kept]:
    """How others of the family are reached."""
    for person in _others(allow, ADDRESS):
        if person.kind in _PERSON_FORMS:
            yield from _telephone(person.telephone)
            if person.email:
                yield Kept(what="how somebody is reached", words=person.email, whole=True)


def _telephone(number: str | None) -> Iterator[Kept]:
    if sum(map(str.isdecimal, number or "")) >= _LEAST_DIGITS:
        yield Kept(what="how somebody is reached", words=number or "", whole=True)


def _days_of_meeting(allow: Allowing) -> Iterator[Kept]:
    """The days on which meetings are still to come, however they are written."""
    meetings = living(allow.session, Meeting, family_id=allow.family_id)
    held = max((row.number for row in meetings if row.finished_at), default=0)
    days = [row.held_on for row in meetings if not row.finished_at]
    days += [row.next_on for row in meetings if row.number >= held]
    for written in dict.fromkeys(day for text in days for day in _days(text)):
        yield Kept(what="when a meeting is", words=written, whole=True)


def _days(text: str | None) -> Iterator[str]:
    """A day as people write it: "14 July", "July 14th", "14.07.2026"."""
    day = parse_partial(text or "")
    if day is None or day.as_date() is None:
        return
    month, number = MONTHS[(day.month or 1) - 1], day.day or 1
    for name in {month, month[:3]}:
        yield from (f"{number} {name}", f"{name} {number}")
        yield from (f"{number}{end} {name}" for end in _ORDINAL_ENDS)
        yield from (f"{number}{end} of {name}" for end in _ORDINAL_ENDS)
        yield from (f"{name} {number}{end}" for end in _ORDINAL_ENDS)
    for year in (str(day.year), str(day.year)[2:]):
        yield f"{number:02d} {day.month:02d} {year}"
        yield f"{number} {day.month} {year}"


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
    for person in around(allow):
        if person.id in theirs or person.kind == "unborn":
            continue
        for name in _names_of(person):
            if name.casefold() not in known | _WHAT_ALL_SAY:
                yield Kept(what="who else is around the family", words=name, every_word=True)


def babies_written(untold: Iterable[Person]) -> list[Kept]:
    """What gives away that a baby is coming, where a reader may not know about it."""
    what = "that a baby is coming"
    return [
        one_
        for baby in untold
        for one_ in (
            *(Kept(what=what, words=word, every_word=True) for word in _A_BABY),
            *(Kept(what=what, words=words, whole=True) for words in _A_BABY_TOLD),
            *(Kept(what=what, words=words, whole=True) for words in _days(baby.due_date)),
            *(Kept(what=what, words=name, every_word=True) for name in _names_of(baby)),
        )
    ]


def _names_of(person: Person) -> list[str]:
    """Each name apart; what somebody is called stays together, as "Mum's friend"."""
    apart = (person.given_name, person.family_name, person.known_as)
    names = [part for name in apart if name for part in name.split()]
    return [*names, *([person.called] if person.called else [])]
