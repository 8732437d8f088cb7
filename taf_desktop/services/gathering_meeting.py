"""Gathers, by allow-list, what a copy may say about the meeting and the people."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from taf_desktop.documents.plan_facts import (
    AgendaFacts,
    ChildFacts,
    HeardFacts,
    MeetingFacts,
    NextMeetingFacts,
    PastMeetingFacts,
    PersonFacts,
    PlanAgreementFacts,
    SharingFacts,
    SignatureFacts,
    When,
)
from taf_desktop.documents.strokes_picture import stroke_lines
from taf_desktop.model.episode import Agreement
from taf_desktop.model.family import Agency, Family, Person
from taf_desktop.model.meeting import APART, HEARD, Attendance, Meeting, PlanAgreement
from taf_desktop.packs.dates import age_on
from taf_desktop.services.agreeing import (
    AGREEING,
    ANSWERED,
    SAID,
    change_of,
    changed_since,
    day_said,
)
from taf_desktop.services.copy import Copy, when
from taf_desktop.services.readers import SCHOOL, VENUE
from taf_desktop.services.records import living


class MeetingGathering:
    """Who the plan is about, the meeting it comes from, and what was agreed there."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy

    def children(self) -> tuple[ChildFacts, ...]:
        """The children, with their ages in words; not even that one is left out is told."""
        return tuple(
            self._child(person)
            for person in self.copy.allow.people.values()
            if person.is_child and self._may_be_named(person)
        )

    def _may_be_named(self, person: Person) -> bool:
        """Whether this copy may say that a child is there, or is coming."""
        allow = self.copy.allow
        return person.id in allow.children if allow.is_outside else True

    def _child(self, person: Person) -> ChildFacts:
        if person.kind == "unborn":
            return ChildFacts(name=person.short_name, due=when(person.due_date), unborn=True)
        age = age_on(person.birth_date or "", self.copy.today)
        return ChildFacts(name=person.short_name, age="" if age is None else str(age))

    def lead(self, family: Family) -> PersonFacts | None:
        """The lead professional and how to reach them."""
        lead = self.copy.allow.people.get(family.lead_id) if family.lead_id else None
        if lead is None or self.copy.allow.is_outside:
            return None
        agency = self.copy.session.get(Agency, lead.agency_id) if lead.agency_id else None
        place = self.copy.allow.fact(SCHOOL, agency.name if agency else "")
        reach = " · ".join(part for part in (lead.telephone, lead.email) if part)
        role = ", ".join(part for part in (lead.job_title, place) if part)
        return PersonFacts(name=lead.full_name, role=role, note=reach)

    def meeting(self) -> MeetingFacts:
        """The meeting itself, who was asked and who was there."""
        meeting, allow = self.copy.meeting, self.copy.allow
        if meeting is None or allow.is_outside:
            return MeetingFacts()
        rows = allow.rows(Attendance, meeting_id=meeting.id)
        return MeetingFacts(
            number=meeting.number,
            kind=self.copy.label("meeting_kind", meeting.kind),
            held_on=when(meeting.held_on),
            starts_at=meeting.starts_at or "",
            place=allow.fact(VENUE, meeting.place),
            chair=allow.name(meeting.chair_id),
            notes_by=allow.name(meeting.notes_by_id),
            asked=self._there(rows, "invited"),
            here=self._there(rows, "present"),
            apologies=self._there(rows, "apologies", "report_sent"),
            no_reply=self._there(rows, "no_reply"),
            not_invited=self._there(rows, "not_invited") if allow.is_for_team else (),
            notes=self._notes(meeting),
            is_apart=meeting.kind == APART,
            heard=self._heard(rows),
        )

    def _heard(self, rows: Sequence[Attendance]) -> tuple[HeardFacts, ...]:
        """Who told their part apart from the others, by how it was gathered."""
        ways = [code for code in self.copy.pack.lists["heard"] if code.code in HEARD]
        found = (HeardFacts(way.label, self._there(rows, way.code)) for way in ways)
        return tuple(one_ for one_ in found if one_.people)

    def agenda(self) -> tuple[AgendaFacts, ...]:
        """The parts of a meeting of this kind, in the pack's words."""
        if self.copy.meeting is None or self.copy.allow.is_outside:
            return ()
        agendas = self.copy.pack.agendas
        items = agendas.get(self.copy.meeting.kind, ())
        return tuple(AgendaFacts(title=item.title, minutes=item.minutes) for item in items)

    def _notes(self, meeting: Meeting) -> str:
        if not meeting.notes or not self.copy.allow.admits(meeting.notes_audience):
            return ""
        return meeting.notes

    def _there(self, rows: Sequence[Attendance], *states: str) -> tuple[PersonFacts, ...]:
        found = [row for row in rows if row.state in states]
        return tuple(
            self._attender(row) for row in found if row.person_id in self.copy.allow.people
        )

    def _attender(self, row: Attendance) -> PersonFacts:
        person = self.copy.allow.people[row.person_id]
        return PersonFacts(
            name=person.full_name,
            role=(person.job_title if person.is_professional else person.called) or "",
            note=self._told_before(row) if self.copy.allow.is_for_team else "",
        )

    def _told_before(self, row: Attendance) -> str:
        """What is noted of somebody, and their report in their own words."""
        report = self.copy.allow.own_words(row.person_id, row.report)
        return "\n".join(part for part in (row.note, report) if part)

    def agreement(self) -> tuple[PlanAgreementFacts, ...]:
        """Who agrees to the plan, with a signature where there is one, and how old that is."""
        if self.copy.meeting is None:
            return ()
        return self.agreements(self.copy.allow.rows(PlanAgreement, meeting_id=self.copy.meeting.id))

    def agreements(self, allowed: Sequence[PlanAgreement]) -> tuple[PlanAgreementFacts, ...]:
        """Answers that these readers may see, in words."""
        copy = self.copy
        rows = [row for row in allowed if copy.allow.name(row.person_id)]
        changed = changed_since(copy.journal, copy.allow, rows, copy.until)
        return tuple(self._agreement(row, changed.get(row.person_id)) for row in rows)

    def _agreement(self, row: PlanAgreement, changed: datetime | None) -> PlanAgreementFacts:
        copy, lists = self.copy, self.copy.pack.lists
        own, agrees = row.decision in ANSWERED, row.decision in AGREEING
        return PlanAgreementFacts(
            who=copy.allow.name(row.person_id),
            answer=lists["plan_agreement"].label(row.decision or ""),
            reason=copy.allow.own_words(row.person_id, row.reason) if own else row.reason or "",
            how=lists["plan_agreed_how"].label(row.how_given or "") if agrees else "",
            heard_by=copy.allow.name(row.witness_id) if agrees and row.how_given == SAID else "",
            given_on=when(day_said(row)) if own else "",
            changed_on=change_of(row, changed) if own else "",
            in_own_words=own,
            signature=self._signature(row),
        )

    def _signature(self, row: PlanAgreement) -> SignatureFacts | None:
        if not row.strokes:
            return None
        person = self.copy.allow.people[row.person_id]
        outside = self.copy.allow.is_outside
        return SignatureFacts(
            name=self.copy.allow.name(person.id) if outside else person.full_name,
            drawn_on=when(day_said(row)),
            lines=stroke_lines(row.strokes),
        )

    def decisions(self) -> tuple[str, ...]:
        """What was decided."""
        if self.copy.meeting is None or self.copy.allow.is_outside:
            return ()
        labels = self.copy.pack.lists["decision"]
        return tuple(labels.label(code) for code in self.copy.meeting.decisions)

    def next_meeting(self) -> NextMeetingFacts | None:
        """When and where everybody meets again."""
        meeting = self.copy.meeting
        if meeting is None or self.copy.allow.is_outside or not meeting.next_on:
            return None
        return NextMeetingFacts(
            held_on=when(meeting.next_on),
            starts_at=meeting.next_at or "",
            place=self.copy.allow.fact(VENUE, meeting.next_place or meeting.place),
        )

    def sharing(self) -> tuple[SharingFacts, ...]:
        """Who agreed to share what, for the team alone."""
        if not self.copy.allow.is_for_team:
            return ()
        agencies = {str(row.id): row.name for row in living(self.copy.session, Agency)}
        return tuple(
            self._shared(row, agencies)
            for row in self.copy.allow.rows(Agreement)
            if row.person_id in self.copy.allow.people
        )

    def _shared(self, row: Agreement, agencies: dict[str, str]) -> SharingFacts:
        words = self.copy.pack.lists["agreement_decision"].label(row.decision or "")
        covered = ", ".join(agencies[one_] for one_ in row.agencies if one_ in agencies)
        # That somebody is kept from a thing is not told to them.
        others = [one_ for one_ in row.not_to if UUID(one_) not in self.copy.allow.reader_ids]
        never = ", ".join(self.copy.allow.names(others))
        words_of_limits = self.copy.allow.own_words(row.person_id, row.limits)
        limits = "; ".join(
            part for part in (words_of_limits, f"not to {never}" if never else "") if part
        )
        return SharingFacts(
            who=self.copy.allow.name(row.person_id),
            words=f"{words}: {covered}" if covered else words,
            limits=limits,
            agreed_on=when(row.given_on),
        )

    def history(self) -> tuple[PastMeetingFacts, ...]:
        """The meetings before this one."""
        if self.copy.allow.is_outside:
            return ()
        kinds = self.copy.pack.lists["meeting_kind"]
        return tuple(
            PastMeetingFacts(
                number=row.number, kind=kinds.label(row.kind), held_on=when(row.held_on)
            )
            for row in self._earlier()
        )

    def replaces(self) -> When:
        """The day of the plan that this one takes the place of."""
        before = self._earlier()
        return when(before[-1].held_on) if before and not self.copy.allow.is_outside else ""

    def _earlier(self) -> list[Meeting]:
        return [row for row in self.copy.meetings_so_far() if row is not self.copy.meeting]
