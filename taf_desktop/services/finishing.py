"""What a plan still needs before it is finished: the only place where gaps are looked for."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from taf_desktop.model.meeting import APART, CAME, Action, Attendance, Meeting, PlanAgreement
from taf_desktop.model.views import Scale, ScaleMark, Statement
from taf_desktop.packs.dates import parse_partial
from taf_desktop.services.records import living

NO_LONGER_OPEN = frozenset({"done", "done_going_on", "no_longer_needed", "replaced"})

_GAPS = (
    "Nobody is marked as here.",
    "Somebody who was invited has no answer yet: came, or did not?",
    "here",
)
_APART_GAPS = (
    "Nobody has told their part yet.",
    "Somebody has not been asked yet: asked, or did not reply?",
    "gathering",
)
"""What is said of nobody, of somebody without an answer, and where both are put right."""


@dataclass(frozen=True, kw_only=True)
class Missing:
    """One gap, in words, with the part of the meeting, the record and the question that fill it."""

    words: str
    part: str
    record_id: UUID | None = None
    key: str = ""


def missing_from_meeting(session: Session, meeting: Meeting) -> list[Missing]:
    """Everything a meeting's plan still needs, in the order of the agenda."""
    return [
        *_about_the_meeting(session, meeting),
        *_about_goals(session, meeting),
        *_about_actions(session, meeting),
        *_about_the_end(session, meeting),
    ]


def _about_the_meeting(session: Session, meeting: Meeting) -> list[Missing]:
    gaps = []
    if not _is_a_day(meeting.held_on):
        gaps.append(Missing(words="The day of the meeting is not filled in.", part="details"))
    rows = living(session, Attendance, meeting_id=meeting.id)
    nobody, unanswered, part = _APART_GAPS if meeting.kind == APART else _GAPS
    if not any(row.state in CAME for row in rows):
        gaps.append(Missing(words=nobody, part=part))
    if any(row.state in (None, "invited") for row in rows):
        gaps.append(Missing(words=unanswered, part=part))
    return gaps


def _about_goals(session: Session, meeting: Meeting) -> list[Missing]:
    statements = [
        row
        for row in living(session, Statement, family_id=meeting.family_id)
        if row.settled_on is None
    ]
    goals = [row for row in statements if row.category == "goal"]
    if not goals:
        return [Missing(words="There is no goal yet: what needs to happen?", part="views")]
    scales = {row.goal_id: row.id for row in living(session, Scale, family_id=meeting.family_id)}
    marked = {row.scale_id for row in living(session, ScaleMark, meeting_id=meeting.id)}
    return [
        Missing(
            words="A goal has no number from anybody at this meeting.",
            part="numbers",
            record_id=goal.id,
        )
        for goal in goals
        if scales.get(goal.id) not in marked
    ]


def _about_actions(session: Session, meeting: Meeting) -> list[Missing]:
    actions = [
        row
        for row in living(session, Action, family_id=meeting.family_id)
        if row.status not in NO_LONGER_OPEN
    ]
    gaps = []
    for action in actions:
        if action.who_id is None:
            gaps.append(_gap(action, "who_id", "has nobody who will do it."))
        if not action.by_when:
            gaps.append(_gap(action, "by_when", "has no date or time by when."))
    if not actions and meeting.kind != "closing":
        gaps.append(Missing(words="Nobody has an action yet.", part="actions"))
    return gaps


def _gap(action: Action, key: str, words: str) -> Missing:
    told = f"Action {action.number} {words}"
    return Missing(words=told, part="actions", record_id=action.id, key=key)


def _about_the_end(session: Session, meeting: Meeting) -> list[Missing]:
    gaps = []
    said = {row.person_id for row in living(session, PlanAgreement, meeting_id=meeting.id)}
    rows = living(session, Attendance, meeting_id=meeting.id)
    if any(row.state in CAME for row in rows) and not said:
        gaps.append(Missing(words="Nobody has said whether they agree to the plan.", part="agree"))
    if not meeting.decisions:
        gaps.append(Missing(words="What was decided is not filled in.", part="decision"))
    if meeting.kind != "closing" and not _is_a_day(meeting.next_on):
        gaps.append(Missing(words="There is no date for the next meeting.", part="decision"))
    return gaps


def _is_a_day(text: str | None) -> bool:
    found = parse_partial(text or "")
    return found is not None and found.day is not None
