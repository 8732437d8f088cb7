"""Reading it back: everything that goes into the plan, and whether each person agrees to it."""

from dataclasses import replace
from functools import partial

from taf_desktop.model.base import answers
from taf_desktop.model.meeting import PlanAgreement
from taf_desktop.services.actions import due_words
from taf_desktop.services.finishing import NO_LONGER_OPEN
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.statement_words import left_out_words, seen_here
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Aside, Card, Columns, FlowRow, Label, PairRow, SecondaryButton
from taf_desktop.ui.widgets.text import show_if

DECISION = "decision"
TONES = {
    "worried": Tone.WORRIED,
    "working_well": Tone.WELL,
    "needs_to_happen": Tone.NEEDED,
}


class AgreePart(MeetingPart):
    """The words in large at the left; each person's yes or no at the right."""

    hint = "Read it out loud. Change a word whenever somebody says it is not right."

    def build(self) -> None:
        """What was said, what will be done, and who agrees."""
        self.columns = self.add(Columns((3, 2), stack_below=820))
        self.seen = seen_here(self.workspace, self.family_id, self.meeting.id)
        self.room = self.room_actions()
        for column in self.workspace.pack.columns:
            self._add_statements(column.id, column.title)
        self._add_actions()
        self._add_people()

    def _add_statements(self, column: str, title: str) -> None:
        names = self.names()
        rows = [row for row in self.seen.statements if row.column == column]
        if not rows:
            return
        card = self.columns.add(0, Card(title, tone=TONES.get(column)))
        for row in rows:
            words = f"“{row.text}”" if row.exact_words else row.text
            said = ", ".join(names[one] for one in row.said_by if one in names)
            told = card.add_row(PairRow(words, None, said))
            for other in self.seen.disagreements:
                if other.statement_id == row.id:
                    who = names.get(str(other.person_id), "Somebody")
                    told.add(Label(f"{who} sees it differently: {other.text}"))
        change = SecondaryButton("Change a word", partial(self.page.go_to, "views"))
        change.setAccessibleName(f"Change a word in: {title}")
        card.add_foot(FlowRow([change]))

    def _add_actions(self) -> None:
        card, names = self.columns.add(0, Card("Who does what by when")), self.names()
        for action in self.room.actions:
            if action.status in NO_LONGER_OPEN:
                continue
            who = names.get(str(action.who_id), "Nobody yet")
            when = due_words(action.by_when)
            card.add_row(PairRow(action.what, None, ", ".join(one for one in (who, when) if one)))
        change = SecondaryButton("Change an action", partial(self.page.go_to, "actions"))
        card.add_foot(FlowRow([change]))
        hidden = self.seen.left_out + self.room.left_out
        if hidden:
            self.columns.add(0, Aside(left_out_words(hidden)))

    def _add_people(self) -> None:
        card = self.columns.add(1, Card("Does each person agree?"))
        kept = {
            row.person_id: row for row in self.workspace.meetings.plan_agreements(self.meeting.id)
        }
        team = {person.id for person in self.workspace.people.team(self.family_id)}
        people = self.workspace.people.everyone(self.family_id)
        family = [one for one in people if one.kind != "unborn" and one.id not in team]
        fields = self.workspace.pack.forms["plan_agreement"].fields
        self.forms = {}
        for person in family:
            name = self.names()[str(person.id)]
            decision = replace(fields[0], label=name)
            reason = replace(fields[1], label=f"{fields[1].label} ({name})")
            form = self.form((decision, reason))
            row: PlanAgreement | None = kept.get(person.id)
            if row is not None:
                form.show_answers(answers(row))
            self._show_reason(form, row.decision if row is not None else None)
            form.edited.connect(partial(self._edited, form))
            save = partial(self.workspace.meetings.agree, self.meeting.id, person.id)
            saver = self.autosaved(form, save)
            self.forms[person.id] = card.add(form)
            card.add(saver.note)

    def _edited(self, form: FormPanel, key: str, value: object) -> None:
        if key == DECISION:
            self._show_reason(form, value)

    def _show_reason(self, form: FormPanel, decision: object) -> None:
        """Ask for a reason only where there is one to give."""
        reason = form.editor("reason")
        show_if(reason, decision not in (None, "agrees") or bool(reason.value()))
