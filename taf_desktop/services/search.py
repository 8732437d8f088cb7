"""Finding words in everything that is kept about every family, and saying where they stand."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.base import Record, answer
from taf_desktop.model.episode import Agreement, Assessment, Episode
from taf_desktop.model.family import Agency, Family, Involvement, Person
from taf_desktop.model.meeting import Action, ActionUpdate, Attendance, Meeting, PlanAgreement
from taf_desktop.model.views import Disagreement, ScaleMark, Statement
from taf_desktop.packs.draft import split_key
from taf_desktop.packs.kinds import TEXT_KINDS
from taf_desktop.packs.pack import Form, Pack
from taf_desktop.services.desk import Desk
from taf_desktop.services.people import in_family_order, spoken_name
from taf_desktop.services.records import living, living_by_id, living_of, one

AROUND = 60
"""Letters shown before and after the words that were found."""

FAMILIES_AT_ONCE = 20
"""Families read in one go; a longer one would be felt between two key presses."""

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
        return [found for part in self.in_parts() for found in part]

    def in_parts(self) -> Iterator[list[Findable]]:
        """The same, some families at a time, to be read between two key presses."""
        with self._desk.store.read() as session:
            families = living(session, Family)
        for at in range(0, len(families), FAMILIES_AT_ONCE):
            yield self._of_families(families[at : at + FAMILIES_AT_ONCE])

    def _of_families(self, families: Sequence[Family]) -> list[Findable]:
        with self._desk.store.read() as session:
            reading = _Reading(session, self._desk.pack, families)
            return [found for family in families for found in reading.of_family(family)]


def find(among: Sequence[Findable], typed: str) -> list[Findable]:
    """Where every typed word stands in one and the same answer; accents and case do not matter."""
    words = _folded(typed).split()
    if not words:
        return []
    return [one_ for one_ in among if all(word in one_.folded for word in words)]


def _folded(text: str) -> str:
    """Text without case and accents; letter by letter, so that places in it stay the same."""
    if text.isascii():
        return text.lower()
    return "".join(_folded_letter(letter) for letter in text)


@cache
def _folded_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter)[:1].lower()
    return {"ł": "l", "ø": "o", "đ": "d", "’": "'", "‘": "'"}.get(plain, plain) or letter


class _Reading:
    """Everything that is kept about several families, read once for all of them."""

    def __init__(self, session: Session, pack: Pack, families: Sequence[Family]) -> None:
        self._session = session
        ids = [family.id for family in families]
        self._agencies = {agency.id: agency.name for agency in living(session, Agency)}
        self._people = living_of(session, Person, ids)
        self._team = living_of(session, Involvement, ids)
        involved = {row.person_id for rows in self._team.values() for row in rows}
        self._professionals = living_by_id(session, Person, list(involved))
        self._records = {kind: living_of(session, kind, ids) for kind in FORMS}
        self._assessments = living_of(session, Assessment, ids)
        self._questions = {form: _text_questions(pack.forms[form]) for form in pack.forms}

    def of_family(self, family: Family) -> Iterator[Findable]:
        """All words about one family."""
        yield _findable(family, family, "Family", f"{family.name} {family.reference}")
        yield from self._in_form(family, family, "family")
        for person in self._around(family):
            name = spoken_name(person)
            service = self._agencies.get(person.agency_id, "") if person.agency_id else ""
            whole = " ".join(dict.fromkeys((person.full_name, name, service)))
            yield _findable(family, person, "People and network", whole.strip())
            yield from self._in_form(family, person, person.kind, f"{name}: ")
        for kind, form in FORMS.items():
            for record in self._records[kind][family.id]:
                yield from self._in_form(family, record, form)
        for assessment in self._assessments[family.id]:
            yield from self._in_assessment(family, assessment)

    def _around(self, family: Family) -> Iterator[Person]:
        """The people of a family, and the professionals who work with it."""
        yield from in_family_order(self._people[family.id])
        for row in self._team[family.id]:
            if row.person_id in self._professionals:
                yield self._professionals[row.person_id]

    def _in_form(
        self, family: Family, record: Record, form: str, before: str = ""
    ) -> Iterator[Findable]:
        for key, label in self._questions[form].items():
            words = answer(record, key)
            if isinstance(words, str) and words.strip():
                yield _findable(family, record, f"{before}{label}", words)

    def _in_assessment(self, family: Family, assessment: Assessment) -> Iterator[Findable]:
        labels = self._questions["assessment"]
        for key, words in assessment.answers.items():
            person_id, field = split_key(key)
            if field in labels and isinstance(words, str) and words.strip():
                name = one(self._session, Person, UUID(person_id)).short_name if person_id else ""
                label = labels[field].replace("{name}", name)
                where = f"{name}: {label}" if name and name not in label else label
                yield _findable(family, assessment, where, words)


def _text_questions(form: Form) -> dict[str, str]:
    """The questions of a form that are answered in words: key and label."""
    return {field.key: field.label for field in form.fields if field.kind in TEXT_KINDS}


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
