"""Finding words in everything that is kept about every family, and saying where they stand."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.base import Record, answers
from taf_desktop.model.episode import Agreement, Assessment, Episode
from taf_desktop.model.family import Agency, Family, Person
from taf_desktop.model.meeting import Action, ActionUpdate, Attendance, Meeting, PlanAgreement
from taf_desktop.model.views import Disagreement, ScaleMark, Statement
from taf_desktop.packs.draft import split_key
from taf_desktop.packs.kinds import TEXT_KINDS
from taf_desktop.packs.pack import Pack, Section
from taf_desktop.services.desk import Desk
from taf_desktop.services.people import family_people, spoken_name, team_people
from taf_desktop.services.records import living, one

AROUND = 60
"""Letters shown before and after the words that were found."""

FORMS: Mapping[type[Record], str] = {
    Episode: "request",
    Agreement: "agreement",
    Statement: "statement",
    Disagreement: "disagreement",
    ScaleMark: "scale_mark",
    Meeting: "meeting",
    Attendance: "attendance",
    PlanAgreement: "plan_agreement",
    Action: "action",
    ActionUpdate: "action_update",
}
"""The form of the pack in which the words of a record were written."""

PLACES: Mapping[type[Record], str] = {
    Episode: "request",
    Agreement: "agreements",
    Assessment: "assessment",
    Statement: "views",
    Disagreement: "views",
    ScaleMark: "meetings",
    Meeting: "meetings",
    Attendance: "meetings",
    PlanAgreement: "meetings",
    Action: "actions",
    ActionUpdate: "actions",
    Person: "people",
    Family: "people",
}
"""Where a record can be seen, as a part of the family."""


@dataclass(frozen=True, kw_only=True)
class Findable:
    """Words that somebody wrote: of which family, where, and how to get there."""

    family: Family
    where: str
    words: str
    place: str
    record_id: UUID
    folded: str

    def around(self, typed: str) -> str:
        """The words with what stands before and after, as much as fits in a line or two."""
        first = _folded(typed).split()
        at = self.folded.find(first[0]) if first else 0
        start, end = max(0, at - AROUND), at + AROUND
        before, after = "…" if start else "", "…" if end < len(self.words) else ""
        return f"{before}{self.words[start:end].strip()}{after}"


class Search:
    """Everything that can be found; read anew whenever a page asks for it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def everything(self) -> list[Findable]:
        """All words of all families, to look through as somebody types."""
        with self._desk.store.read() as session:
            families = living(session, Family)
            return [
                found
                for family in families
                for found in _of_family(session, family, self._desk.pack)
            ]


def find(among: Sequence[Findable], typed: str) -> list[Findable]:
    """Where every typed word stands in one and the same answer; accents and case do not matter."""
    words = _folded(typed).split()
    if not words:
        return []
    return [one_ for one_ in among if all(word in one_.folded for word in words)]


def _folded(text: str) -> str:
    """Text without case and accents; letter by letter, so that places in it stay the same."""
    return "".join(_folded_letter(letter) for letter in text)


def _folded_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter)[:1].lower()
    return {"ł": "l", "ø": "o", "đ": "d", "’": "'", "‘": "'"}.get(plain, plain) or letter


def _of_family(session: Session, family: Family, pack: Pack) -> Iterator[Findable]:
    yield _findable(family, family, "Family", f"{family.name} {family.reference}")
    yield from _in_form(family, family, pack.forms["family"].sections)
    agencies = {agency.id: agency.name for agency in living(session, Agency)}
    for person in (*family_people(session, family.id), *team_people(session, family.id)):
        name = spoken_name(person)
        service = agencies.get(person.agency_id, "") if person.agency_id else ""
        whole = " ".join(dict.fromkeys((person.full_name, name, service)))
        yield _findable(family, person, "People and network", whole.strip())
        sections = pack.forms[person.kind].sections
        yield from _in_form(family, person, sections, f"{name}: ")
    for kind, form in FORMS.items():
        for record in living(session, kind, family_id=family.id):
            yield from _in_form(family, record, pack.forms[form].sections)
    for assessment in living(session, Assessment, family_id=family.id):
        yield from _in_assessment(session, family, assessment, pack)


def _in_form(
    family: Family, record: Record, sections: Sequence[Section], before: str = ""
) -> Iterator[Findable]:
    given = answers(record)
    for section in sections:
        for field in section.fields:
            words = given.get(field.key)
            if field.kind in TEXT_KINDS and isinstance(words, str) and words.strip():
                yield _findable(family, record, f"{before}{field.label}", words)


def _in_assessment(
    session: Session, family: Family, assessment: Assessment, pack: Pack
) -> Iterator[Findable]:
    labels = {
        field.key: field.label
        for section in pack.forms["assessment"].sections
        for field in section.fields
        if field.kind in TEXT_KINDS
    }
    for key, words in assessment.answers.items():
        person_id, field = split_key(key)
        if field in labels and isinstance(words, str) and words.strip():
            name = one(session, Person, UUID(person_id)).short_name if person_id else ""
            label = labels[field].replace("{name}", name)
            where = f"{name}: {label}" if name and name not in label else label
            yield _findable(family, assessment, where, words)


def _findable(family: Family, record: Record, where: str, words: str) -> Findable:
    flat = " ".join(words.split())
    return Findable(
        family=family,
        where=where,
        words=flat,
        place=PLACES[type(record)],
        record_id=record.action_id if isinstance(record, ActionUpdate) else record.id,
        folded=_folded(flat),
    )
