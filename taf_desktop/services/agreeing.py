"""What somebody said about the plan of a meeting, how, and to which version of it that belongs."""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, datetime, timedelta
from itertools import pairwise
from math import dist
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from taf_desktop.errors import UserError
from taf_desktop.model.base import Answer, Record
from taf_desktop.model.meeting import Action, PlanAgreement
from taf_desktop.model.views import Disagreement, Statement
from taf_desktop.packs.dates import date_words
from taf_desktop.services.allowing import Allowing
from taf_desktop.services.concerning import behind
from taf_desktop.services.records import put
from taf_desktop.store.journal import Change, Step

AGREEING = ("agrees", "agrees_in_part")
ANSWERED = (*AGREEING, "disagrees", "could_not_answer")
"""The answers that somebody gave: what stands beside them is in their own words."""

SAID = "said"
SIGNATURE_HIGH = 300
"""How high the paper for a signature is, where it is 1000 wide."""
LEAST_INK = 80
"""How long all lines of a signature are together, in the same units; a cross is longer."""

_IN_PLAN: Mapping[type[Record], frozenset[str]] = {
    Statement: frozenset({"text", "column", "category", "said_by", "worry_id", "settled_on"}),
    Disagreement: frozenset({"text", "person_id"}),
    Action: frozenset({"what", "who_id", "helped_by", "by_when", "how_we_know", "goal_id"}),
}
"""What belongs to a plan; how far an action has come does not change what was agreed."""

Pair = tuple[Step, Change]


def newest_step(session: Session) -> str:
    """The stamp of the newest step of the journal: which version of everything this is."""
    return session.scalar(select(func.max(Step.hlc))) or ""


def say(
    row: PlanAgreement, changes: Mapping[str, Answer], stands: str, now: str, *, again: bool = False
) -> None:
    """Put an answer, and note to which version of the plan it belongs.

    A signature stands under one answer: with another it is gone from here, and in the history.
    """
    before = row.decision
    put(row, changes)
    other = row.decision != before
    if other and "strokes" not in changes:
        row.strokes = None
    if other or again:
        row.said_at, row.said_after = (now, stands) if row.decision else (None, None)


def signed(strokes: Sequence[Mapping[str, Any]], decision: str | None) -> dict[str, Answer]:
    """The answers of somebody who signs on the screen; whoever signs without a word agrees.

    Raises UserError for a dot, which nobody meant as a signature.
    """
    if not is_signature(strokes):
        raise UserError(
            "The signature was not kept: there is only a dot.",
            "Sign with a pen, a finger or the mouse. A cross will do.",
        )
    return {
        "decision": decision if decision in AGREEING else AGREEING[0],
        "how_given": None,
        "witness_id": None,
        "strokes": [dict(stroke) for stroke in strokes],
    }


def is_signature(strokes: Sequence[Mapping[str, Any]]) -> bool:
    """Whether lines are more than a touch by mistake."""
    lengths = (dist(one, other) for stroke in strokes for one, other in pairwise(stroke["points"]))
    return sum(lengths) >= LEAST_INK


def heard(witness_id: UUID, decision: str | None) -> dict[str, Answer]:
    """The answers of somebody who says yes, and who heard it."""
    return {
        "decision": decision if decision in AGREEING else AGREEING[0],
        "how_given": SAID,
        "witness_id": witness_id,
        "strokes": None,
    }


def changed_since(
    journal: Session,
    allowing: Allowing,
    rows: Iterable[PlanAgreement],
    until: date | None = None,
) -> dict[UUID, datetime]:
    """By person, when the plan was changed last after they answered; nobody where it was not.

    Only what these readers may see counts: that something else was changed is not told either. What
    was changed and changed back is as it was signed.
    """
    answered = {row.person_id: row.said_after for row in rows if row.said_after}
    if not answered:
        return {}
    pairs = _changes(journal, allowing, min(answered.values()), until)
    found = {
        person_id: _last([pair for pair in pairs if pair[0].hlc > after])
        for person_id, after in answered.items()
    }
    return {person_id: moment for person_id, moment in found.items() if moment is not None}


def _changes(
    journal: Session, allowing: Allowing, after: str, until: date | None
) -> list[tuple[Step, Change]]:
    """What was changed in the plan since a step, the oldest first."""
    query = (
        select(Step, Change)
        .join(Change, Change.step_id == Step.id)
        .where(Step.family_id == allowing.family_id, Step.hlc > after)
        .where(Change.record.in_([kind.__tablename__ for kind in _IN_PLAN]))
        .order_by(Step.hlc, Change.id)
    )
    if until is not None:
        query = query.where(Step.at < (until + timedelta(days=1)).isoformat())
    pairs = [(step, change) for step, change in journal.execute(query)]
    ids = {change.record_id for _, change in pairs}
    seen = {row.id for kind in _IN_PLAN for row in _seen(allowing, kind, ids)}
    return [pair for pair in pairs if pair[1].record_id in seen]


def _seen(allowing: Allowing, kind: type[Record], ids: Set[UUID]) -> Iterable[Record]:
    """Those of some records that the readers may see, taken away or not."""
    rows = allowing.session.scalars(
        select(kind).where(kind.id.in_(ids)).filter_by(family_id=allowing.family_id)
    )
    return [row for row in rows if _may_see(allowing, row)]


def _may_see(allowing: Allowing, row: Record) -> bool:
    """Who may not see what was said does not learn either that somebody sees it differently."""
    rows = (row, *behind(allowing.session, row))
    return all(map(allowing.may_read, rows))


def _last(pairs: Sequence[Pair]) -> datetime | None:
    """When a plan became another than it was before these changes; None when it is the same."""
    ends: dict[tuple[UUID, str], tuple[Any, Pair]] = {}
    for pair in pairs:
        key = (pair[1].record_id, pair[1].field)
        ends[key] = (ends[key][0] if key in ends else pair[1].old, pair)
    fleeting = {
        record_id
        for (record_id, field), (_, pair) in ends.items()
        if field == "deleted_at" and pair[1].new and (record_id, "id") in ends
    }
    moments = [
        step.at
        for (record_id, field), (old, (step, change)) in ends.items()
        if _counts(change.record, field) and old != change.new and record_id not in fleeting
    ]
    return datetime.fromisoformat(max(moments)) if moments else None


def _counts(record: str, field: str) -> bool:
    kinds = (fields for kind, fields in _IN_PLAN.items() if kind.__tablename__ == record)
    return field == "deleted_at" or any(field in fields for fields in kinds)


def change_of(row: PlanAgreement, changed: datetime | None) -> date | str:
    """The day of a change after an answer, its time where it was the same day, or nothing."""
    if changed is None:
        return ""
    same = changed.date().isoformat() == day_said(row)
    return f"{changed:%H:%M}" if same else changed.date()


def before_words(row: PlanAgreement, changed: datetime | None) -> str:
    """That an answer is older than the plan: "before the change of 14 May 2026", or nothing."""
    change = change_of(row, changed)
    if not change:
        return ""
    if isinstance(change, str):
        return f"before the change at {change}"
    return f"before the change of {date_words(change.isoformat())}"


def day_said(row: PlanAgreement) -> str:
    """The day on which an answer was given, as 2026-01-29; nothing where it was not noted."""
    return (row.said_at or "").partition("T")[0]
