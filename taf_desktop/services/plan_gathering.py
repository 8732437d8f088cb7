"""Puts together what one copy of a document may say, as words that are ready to print."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any
from uuid import UUID

from taf_desktop.documents.needs import Part
from taf_desktop.documents.plan_facts import PlanFacts
from taf_desktop.model.family import Family
from taf_desktop.model.views import Statement
from taf_desktop.services.copy import Copy
from taf_desktop.services.gathering_actions import ActionsGathering
from taf_desktop.services.gathering_answers import AnswersGathering
from taf_desktop.services.gathering_meeting import MeetingGathering
from taf_desktop.services.gathering_record import RecordGathering
from taf_desktop.services.gathering_views import ViewsGathering
from taf_desktop.services.records import one

Said = dict[str, Any]
"""Values for fields of the facts, by name."""


def gather(
    copy: Copy, needs: frozenset[Part], *, version: str, reader: str, practice: bool
) -> PlanFacts:
    """What this copy may say, of the parts that its document needs; `left_out` counts the rest."""
    family = one(copy.session, Family, copy.allow.family_id)
    about = MeetingGathering(copy)
    outside = copy.allow.is_outside
    facts = PlanFacts(
        reference=family.reference,
        version=version,
        made_on=copy.today,
        reader=reader,
        family_name=_family_name(copy, family),
        children=about.children(),
        lead=about.lead(family),
        greeted=_greeted(copy),
        is_outside=outside,
        organisation="" if outside else copy.pack.branding.organisation,
        logo=None if outside else copy.pack.logo,
        practice=practice,
    )
    gathered: Said = {}
    for part in Part:
        if part in needs:
            gathered |= _PARTS[part](copy)
    return replace(facts, **gathered, left_out=copy.allow.left_out)


def _family_name(copy: Copy, family: Family) -> str:
    """The family's name; somebody outside the plan reads it only where it is their child's."""
    allow = copy.allow
    theirs = {allow.people[one_].family_name for one_ in allow.children if one_ in allow.people}
    return family.name if not allow.is_outside or family.name in theirs else ""


def _greeted(copy: Copy) -> tuple[str, ...]:
    people = copy.allow.people
    return tuple(
        people[reader.person_id].short_name
        for reader in copy.allow.readers
        if reader.person_id in people
    )


def _standing(copy: Copy) -> list[Statement]:
    return [row for row in copy.allow.rows(Statement) if row.settled_on is None]


def _meeting(copy: Copy) -> Said:
    about = MeetingGathering(copy)
    return {
        "meeting": about.meeting(),
        "next_meeting": about.next_meeting(),
        "decisions": about.decisions(),
    }


def _views(copy: Copy, *, own: bool = False) -> Said:
    views, statements = ViewsGathering(copy), _standing(copy)
    said = views.said(statements, views.drawn(statements) if own else {})

    def column(name: str, without: str = "") -> tuple[object, ...]:
        rows = (row for row in statements if row.column == name)
        return tuple(said[row.id] for row in rows if not without or row.category != without)

    return {
        "working_well": column("working_well"),
        "worried": column("worried"),
        "needs_to_happen": column("needs_to_happen", without="goal"),
        "goals": views.own_goals() if own else views.goals(statements),
    }


def _actions(copy: Copy, *, open_only: bool) -> Said:
    return {"actions": ActionsGathering(copy).actions(_goal_texts(copy), open_only)}


def _goal_texts(copy: Copy) -> Mapping[UUID, str]:
    """The goals that the readers may see, counted where they are gathered as views."""
    before = copy.allow.left_out
    texts = {row.id: row.text for row in _standing(copy)}
    copy.allow.left_out = before
    return texts


_PARTS: Mapping[Part, Callable[[Copy], Said]] = MappingProxyType(
    {
        Part.MEETING: _meeting,
        Part.AGENDA: lambda copy: {"agenda": MeetingGathering(copy).agenda()},
        Part.VIEWS: _views,
        Part.OWN_VIEWS: lambda copy: _views(copy, own=True),
        Part.OPEN_ACTIONS: lambda copy: _actions(copy, open_only=True),
        Part.ALL_ACTIONS: lambda copy: _actions(copy, open_only=False),
        Part.AGREEMENT: lambda copy: {"agreement": MeetingGathering(copy).agreement()},
        Part.SHARING: lambda copy: {"sharing": MeetingGathering(copy).sharing()},
        Part.HISTORY: lambda copy: {
            "history": MeetingGathering(copy).history(),
            "replaces": MeetingGathering(copy).replaces(),
        },
        Part.CONSENT: lambda copy: {"consent": AnswersGathering(copy).consent()},
        Part.ASSESSMENT: lambda copy: {"assessment": AnswersGathering(copy).assessment()},
        Part.CLOSING: lambda copy: {"closing": AnswersGathering(copy).closing()},
        Part.RECORD: lambda copy: {"record": RecordGathering(copy).record()},
    }
)
