"""Gathers, by allow-list, the actions that a copy may name."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from taf_desktop.documents.plan_facts import ActionFacts, ActionNoteFacts
from taf_desktop.model.meeting import Action, ActionUpdate
from taf_desktop.packs.dates import date_words
from taf_desktop.services.actions import days_late, late_words
from taf_desktop.services.copy import Copy, when
from taf_desktop.services.finishing import NO_LONGER_OPEN
from taf_desktop.services.records import living

_DONE = frozenset({"done", "done_going_on"})


class ActionsGathering:
    """Who will do what by when, and what has come of it."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy

    def actions(self, goals: Mapping[UUID, str], open_only: bool) -> tuple[ActionFacts, ...]:
        """Actions by number; only what is still to be done when asked for that."""
        updates: dict[UUID, list[ActionUpdate]] = {}
        for row in living(self.copy.session, ActionUpdate, family_id=self.copy.allow.family_id):
            updates.setdefault(row.action_id, []).append(row)
        rows = sorted(self.copy.allow.rows(Action), key=lambda action: action.number)
        return tuple(
            self._action(row, goals, updates.get(row.id, []))
            for row in rows
            if not open_only or row.status not in NO_LONGER_OPEN
        )

    def _action(
        self, action: Action, goals: Mapping[UUID, str], updates: Sequence[ActionUpdate]
    ) -> ActionFacts:
        # Of a promise that is only the reader's own, what others wrote of it is not.
        told = self.copy.allow.may_see(action.audience)
        late = days_late(action, self.copy.today) if told else 0
        return ActionFacts(
            number=action.number,
            what=action.what,
            who=self.copy.allow.name(action.who_id),
            by_when=when(action.by_when),
            goal=goals.get(action.goal_id, "") if action.goal_id else "",
            helped_by=self.copy.allow.names(action.helped_by),
            how_we_will_know=(action.how_we_know or "") if told else "",
            outcome=(action.outcome or "") if told else "",
            status=self._status(action.status) if told else "",
            late=late_words(late),
            days_late=late,
            done=told and action.status in _DONE,
            history=tuple(self._note(row) for row in updates if told and self._may_be_told(row)),
        )

    def _may_be_told(self, row: ActionUpdate) -> bool:
        """Whether there is a word at all, and its reader may know whose it is."""
        if row.said_by is None:
            return True
        allow = self.copy.allow
        outside = allow.is_outside and row.said_by not in allow.reader_ids
        if row.note and (outside or allow.keeps_words(row.said_by)):
            allow.left_out += 1
            return False
        return bool(row.note)

    def _note(self, row: ActionUpdate) -> ActionNoteFacts:
        if row.said_by is not None:
            words = f"{self.copy.allow.name(row.said_by)}: {row.note}"
            return ActionNoteFacts(held_on=when(row.said_on), words=words)
        parts = [self._status(row.status), row.note or ""]
        if row.by_when:
            parts.append(f"now by {date_words(row.by_when)}")
        words = ": ".join(part for part in parts[:2] if part)
        return ActionNoteFacts(held_on=when(row.said_on), words="; ".join([words, *parts[2:]]))

    def _status(self, code: str) -> str:
        return self.copy.pack.lists["action_status"].label(code)
