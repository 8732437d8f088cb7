"""Answers about the plan of a meeting: given, signed on the screen, or said and heard."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from taf_desktop.model.base import Answer
from taf_desktop.model.meeting import Meeting, PlanAgreement
from taf_desktop.services.agreeing import heard, newest_step, say, signed
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living, one


class Signing:
    """Everything about what somebody says of a plan; each answer belongs to the plan of then."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def agree(
        self, meeting_id: UUID, person_id: UUID, changes: Mapping[str, Answer]
    ) -> PlanAgreement:
        """Write whether somebody agrees to the plan, and why not."""
        return self._say(meeting_id, person_id, changes, "Change who agrees to the plan")

    def sign(
        self, meeting_id: UUID, person_id: UUID, strokes: Sequence[Mapping[str, Any]]
    ) -> PlanAgreement:
        """Keep a signature drawn on the screen; UserError where it is only a dot."""
        changes = signed(strokes, self._decision(meeting_id, person_id))
        return self._say(meeting_id, person_id, changes, "Keep a signature", again=True)

    def hear(self, meeting_id: UUID, person_id: UUID, witness_id: UUID) -> PlanAgreement:
        """Write that somebody says yes, and who heard it, in place of a signature."""
        changes = heard(witness_id, self._decision(meeting_id, person_id))
        return self._say(meeting_id, person_id, changes, "Write who heard a yes", again=True)

    def unsign(self, meeting_id: UUID, person_id: UUID) -> PlanAgreement:
        """Take a signature away; the answer stays, and undo brings it back."""
        return self._say(meeting_id, person_id, {"strokes": None}, "Take a signature away")

    def _decision(self, meeting_id: UUID, person_id: UUID) -> str | None:
        with self._desk.store.read() as session:
            rows = living(session, PlanAgreement, meeting_id=meeting_id, person_id=person_id)
        return rows[0].decision if rows else None

    def _say(
        self,
        meeting_id: UUID,
        person_id: UUID,
        changes: Mapping[str, Answer],
        words: str,
        *,
        again: bool = False,
    ) -> PlanAgreement:
        with self._desk.store.read() as session:
            family_id = one(session, Meeting, meeting_id).family_id
            stands = newest_step(session)
        with self._desk.store.write(words, family_id) as session:
            known = living(session, PlanAgreement, meeting_id=meeting_id, person_id=person_id)
            row = (
                known[0]
                if known
                else PlanAgreement(family_id=family_id, meeting_id=meeting_id, person_id=person_id)
            )
            say(row, changes, stands, self._desk.now_text, again=again)
            session.add(row)
        return row
