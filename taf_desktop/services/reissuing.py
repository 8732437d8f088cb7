"""A plan that is made again: whose earlier copy it takes the place of, and what was put right."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.documents.needs import Part
from taf_desktop.documents.plan_facts import CorrectionFacts, PlanFacts, When
from taf_desktop.documents.registry import DocumentKind
from taf_desktop.model.issued import DocumentIssued
from taf_desktop.services.copy import Copy, when
from taf_desktop.services.corrections import corrections


def reissued(
    facts: PlanFacts,
    kind: DocumentKind,
    copy: Copy,
    journal: Session,
    issued: Sequence[DocumentIssued],
) -> PlanFacts:
    """The facts with what was put right since the meeting; `issued` are the copies made before.

    The whole plan of the team lists it; any other says only that it takes another's place.
    """
    if copy.meeting is None or kind.before_meeting or facts.is_outside:
        return facts
    readers = {reader.person_id for reader in copy.allow.readers}
    mine = [row for row in issued if _is_theirs(row, copy.meeting.id, readers)]
    if not mine and Part.HISTORY not in kind.needs:
        return facts
    found = corrections(journal, copy.allow, copy.meeting, copy.pack, copy.today)
    told = tuple(
        CorrectionFacts(one.what, one.old, one.new, one.who, one.at.date()) for one in found
    )
    replaces = _day(mine[-1], copy.today, is_other=bool(told)) if mine else ""
    if Part.HISTORY not in kind.needs:
        return replace(facts, replaces=replaces)
    return replace(facts, corrections=told, replaces=replaces or facts.replaces)


def _is_theirs(row: DocumentIssued, meeting_id: UUID, readers: set[UUID]) -> bool:
    return row.meeting_id == meeting_id and bool(readers & set(map(UUID, row.readers)))


def _day(last: DocumentIssued, today: date, *, is_other: bool) -> When:
    """The day of the copy whose place this one takes; none for the same plan on the same day."""
    made = when(last.made_at.partition("T")[0])
    return made if is_other or (isinstance(made, date) and made < today) else ""
