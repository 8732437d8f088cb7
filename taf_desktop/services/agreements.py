"""Who agrees to what, with whom it may be shared, and that a privacy notice was given."""

from collections.abc import Mapping
from uuid import UUID

from taf_desktop.model.base import Answer
from taf_desktop.model.episode import Agreement, NoticeGiven
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import living, one, put


class Agreements:
    """Agreement to take part and to share: per person, in their own words, and revocable."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, family_id: UUID) -> list[Agreement]:
        """Every agreement of a family, oldest first."""
        with self._desk.store.read() as session:
            return living(session, Agreement, family_id=family_id)

    def add(self, family_id: UUID, person_id: UUID, changes: Mapping[str, Answer]) -> Agreement:
        """Write what a person agrees to."""
        agreement = Agreement(
            family_id=family_id, person_id=person_id, given_on=self._desk.today_text
        )
        put(agreement, changes)
        with self._desk.store.write("Add an agreement", family_id) as session:
            session.add(agreement)
        return agreement

    def say(
        self, family_id: UUID, person_id: UUID, kind: str, changes: Mapping[str, Answer]
    ) -> Agreement:
        """Write what a person says about one thing, in place of what they said of it before.

        Another answer is given today, also where it was withdrawn before.
        """
        known = [
            row for row in self.of(family_id) if (row.person_id, row.kind) == (person_id, kind)
        ]
        if known:
            given: dict[str, Answer] = {}
            if changes.get("decision") not in (None, "withdrawn"):
                given = {"given_on": self._desk.today_text, "withdrawn_on": None}
            return self.save(known[-1].id, {**given, **changes})
        return self.add(family_id, person_id, {"kind": kind, **changes})

    def save(self, agreement_id: UUID, changes: Mapping[str, Answer]) -> Agreement:
        """Save answers of an agreement."""
        with self._desk.store.read() as session:
            family_id = one(session, Agreement, agreement_id).family_id
        with self._desk.store.write("Change an agreement", family_id) as session:
            agreement = one(session, Agreement, agreement_id)
            put(agreement, changes)
        return agreement

    def withdraw(self, agreement_id: UUID, reason: str | None = None) -> None:
        """Record that somebody changed their mind; what was agreed stays in the history."""
        changes: dict[str, Answer] = {
            "decision": "withdrawn",
            "withdrawn_on": self._desk.today_text,
            "withdrawn_reason": reason,
        }
        self.save(agreement_id, changes)

    def take_away(self, agreement_id: UUID) -> None:
        """Take away an agreement that was written by mistake; undo brings it back."""
        with self._desk.store.read() as session:
            family_id = one(session, Agreement, agreement_id).family_id
        with self._desk.store.write("Take an agreement away", family_id) as session:
            one(session, Agreement, agreement_id).deleted_at = self._desk.now_text

    def notices(self, family_id: UUID) -> list[NoticeGiven]:
        """Which privacy notice was given to whom."""
        with self._desk.store.read() as session:
            return living(session, NoticeGiven, family_id=family_id)

    def give_notice(self, family_id: UUID, person_id: UUID, version: str, given_on: str) -> None:
        """Record that a privacy notice was given; saying it again changes what was said."""
        with self._desk.store.write("Record a privacy notice", family_id) as session:
            known = living(session, NoticeGiven, family_id=family_id, person_id=person_id)
            notice = known[0] if known else NoticeGiven(family_id=family_id, person_id=person_id)
            put(notice, {"version": version, "given_on": given_on})
            session.add(notice)
