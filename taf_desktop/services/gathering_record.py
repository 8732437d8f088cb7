"""Gathers, by allow-list, the whole record for somebody who asks what is kept about them."""

from collections.abc import Iterable
from uuid import UUID

from taf_desktop.documents.agreement_blocks import answer_words, given_words
from taf_desktop.documents.plan_facts import AnswerFacts, AnswersFacts, RecordFacts
from taf_desktop.documents.wording import joined
from taf_desktop.model.base import answers
from taf_desktop.model.episode import Agreement, Episode, NoticeGiven
from taf_desktop.model.family import Absence, Family, Person, Relationship
from taf_desktop.model.issued import DocumentIssued
from taf_desktop.model.meeting import APART, CAME, Attendance, Meeting, PlanAgreement
from taf_desktop.packs.dates import date_words
from taf_desktop.packs.kinds import YES_NO_WORDS
from taf_desktop.services.copy import Copy
from taf_desktop.services.gathering_answers import AnswersGathering
from taf_desktop.services.gathering_meeting import MeetingGathering
from taf_desktop.services.readers import ADDRESS, VENUE
from taf_desktop.services.records import living, one
from taf_desktop.services.titles import title_of


class RecordGathering:
    """The chapters that no plan has: people, requests, agreements, meetings, copies made.

    Each person of a family is somebody apart: of the others only the name and the part stand
    here, of the reader and the children they are responsible for everything.
    """

    def __init__(self, copy: Copy) -> None:
        self.copy = copy
        self._forms = AnswersGathering(copy)

    def record(self) -> tuple[RecordFacts, ...]:
        """Every chapter that has something to say."""
        chapters = (
            ("The family", self._family()),
            ("The people", self._people()),
            ("Who belongs to whom", self._relationships()),
            ("Days away", self._absences()),
            ("Requests for help", self._requests()),
            ("Agreements", self._agreements()),
            ("Privacy notices given", self._notices()),
            ("Meetings", self._meetings()),
            ("Papers that were made", self._papers()),
        )
        return tuple(
            RecordFacts(title, entries)
            for title, found in chapters
            if (entries := tuple(entry for entry in found if entry.answers))
        )

    def _family(self) -> Iterable[AnswersFacts]:
        allow = self.copy.allow
        family = one(self.copy.session, Family, allow.family_id)
        pairs = (
            ("Reference", family.reference),
            ("Address", allow.fact(ADDRESS, family.address)),
            ("Postcode", allow.fact(ADDRESS, family.postcode)),
            ("Recorded since", date_words(family.added_on) if not allow.is_outside else ""),
        )
        yield _answered("Reference and home", pairs)

    def _people(self) -> Iterable[AnswersFacts]:
        allow = self.copy.allow
        for person in allow.people.values():
            if person.id in allow.reader_ids:
                yield self._whole_person(person)
            elif person.id in allow.children:
                yield self._born(person) if allow.is_outside else self._whole_person(person)
            elif not allow.is_outside and person.kind != "unborn":
                yield self._in_short(person)
            else:
                allow.left_out += 1

    def _whole_person(self, person: Person) -> AnswersFacts:
        allow = self.copy.allow
        if allow.is_outside:
            return _answered(person.full_name, (("Born", date_words(person.birth_date)),))
        form = self.copy.pack.forms[person.kind]
        given = answers(person)
        return AnswersFacts(
            person.full_name, self._forms.answers(form.fields, given, person.fact_audience)
        )

    def _born(self, person: Person) -> AnswersFacts:
        return _answered(person.full_name, (("Born", date_words(person.birth_date)),))

    def _in_short(self, person: Person) -> AnswersFacts:
        part = person.job_title if person.is_professional else person.called
        return _answered(person.full_name, (("Part", part or "around the family"),))

    def _relationships(self) -> Iterable[AnswersFacts]:
        allow = self.copy.allow
        kinds = self.copy.pack.lists["relationship"]
        for row in living(self.copy.session, Relationship, family_id=allow.family_id):
            if allow.is_outside and row.person_id not in allow.reader_ids:
                allow.left_out += 1
                continue
            adult, child = allow.name(row.person_id), allow.name(row.child_id)
            responsible = YES_NO_WORDS.get(row.parental_responsibility or "", "")
            pairs = (
                (f"{adult} is", kinds.label(row.kind)),
                ("Parental responsibility", responsible),
            )
            if adult and child:
                yield _answered(f"{adult} and {child}", pairs)

    def _absences(self) -> Iterable[AnswersFacts]:
        """When the reader cannot come, with the reason; nobody else's."""
        form = self.copy.pack.forms["absence"]
        for reader in self.copy.allow.readers:
            for row in living(self.copy.session, Absence, person_id=reader.person_id):
                name = self.copy.allow.name(reader.person_id)
                yield AnswersFacts(name, self._forms.answers(form.fields, answers(row)))

    def _requests(self) -> Iterable[AnswersFacts]:
        form = self.copy.pack.forms["request"]
        for row in living(self.copy.session, Episode, family_id=self.copy.allow.family_id):
            yield AnswersFacts(form.title, self._forms.answers(form.fields, answers(row)))

    def _agreements(self) -> Iterable[AnswersFacts]:
        copy = self.copy
        for row in copy.allow.rows(Agreement):
            pairs = (
                ("About", copy.label("agreement_kind", row.kind)),
                ("Answer", copy.label("agreement_decision", row.decision)),
                ("Limits, in their words", copy.allow.own_words(row.person_id, row.limits)),
                ("Given", date_words(row.given_on)),
                ("Withdrawn", date_words(row.withdrawn_on)),
            )
            if name := copy.allow.name(row.person_id):
                yield _answered(name, pairs)

    def _notices(self) -> Iterable[AnswersFacts]:
        allow = self.copy.allow
        for row in living(self.copy.session, NoticeGiven, family_id=allow.family_id):
            if row.person_id in allow.reader_ids or not allow.is_outside:
                pairs = (("Version", row.version or ""), ("Given", date_words(row.given_on)))
                yield _answered(allow.name(row.person_id), pairs)

    def _meetings(self) -> Iterable[AnswersFacts]:
        if self.copy.allow.is_outside:
            return
        for row in self.copy.meetings_so_far():
            yield self._meeting(row)

    def _meeting(self, row: Meeting) -> AnswersFacts:
        copy = self.copy
        there = copy.allow.rows(Attendance, meeting_id=row.id)
        came = [one.person_id for one in there if one.state in CAME]
        notes = row.notes if row.notes and copy.allow.admits(row.notes_audience) else ""
        decided = (copy.label("decision", code) for code in row.decisions)
        pairs = (
            ("Day", date_words(row.held_on)),
            ("Time", row.starts_at or ""),
            ("Where", copy.allow.fact(VENUE, row.place)),
            (
                "Who told their part" if row.kind == APART else "Who was there",
                joined(copy.allow.names(came)),
            ),
            ("Decided", ", ".join(decided)),
            ("What was said of the plan", "\n".join(self._said_of_plan(row))),
            ("Notes", notes),
        )
        kind = copy.label("meeting_kind", row.kind)
        return _answered(f"{row.number}. {kind}", pairs)

    def _said_of_plan(self, meeting: Meeting) -> Iterable[str]:
        """What each answered, when and why; it is counted where a plan's answers are gathered."""
        allow = self.copy.allow
        rows = living(self.copy.session, PlanAgreement, meeting_id=meeting.id)
        allowed = [row for row in rows if allow.may_read(row)]
        for one_ in MeetingGathering(self.copy).agreements(allowed):
            told = (answer_words(one_), given_words(one_), one_.reason)
            yield f"{one_.who}: {', '.join(part for part in told if part)}"

    def _papers(self) -> Iterable[AnswersFacts]:
        """To whom papers went; somebody outside the plan reads only of their own."""
        allow = self.copy.allow
        for row in living(self.copy.session, DocumentIssued, family_id=allow.family_id):
            if allow.is_outside and not allow.reader_ids >= set(map(UUID, row.readers)):
                continue
            day, _, _time = row.made_at.partition("T")
            pairs = (("For", joined(allow.names(row.readers))), ("Made", date_words(day)))
            yield _answered(f"{title_of(row.document)}, version {row.version}", pairs)


def _answered(title: str, pairs: Iterable[tuple[str, str]]) -> AnswersFacts:
    return AnswersFacts(title, tuple(AnswerFacts(label, text) for label, text in pairs if text))
