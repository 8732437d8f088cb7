"""Reading it back: everything that goes into the plan, and whether each person agrees to it."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from taf_desktop.model.base import answers
from taf_desktop.model.family import Person
from taf_desktop.services.action_line import by_when_in_full
from taf_desktop.services.finishing import NO_LONGER_OPEN
from taf_desktop.services.people import spoken_name
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.pages.action_rows import nameless
from taf_desktop.ui.pages.desk_words import shortened
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.statement_words import left_out_words, seen_here
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    FlowRow,
    Label,
    LinkButton,
    PairRow,
    Pill,
    SecondaryButton,
)
from taf_desktop.ui.widgets.text import show_if

DECISION, HOW = "decision", "how_given"
AGREEING = ("agrees", "agrees_in_part")
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
        self.plan = self.room_actions()
        self.changes: dict[UUID, LinkButton] = {}
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
            name = f"Change: {shortened(row.text, 40)}"
            change = LinkButton("Change", partial(self.page.put_right, row), name)
            self.changes[row.id] = change
            told = card.add_row(PairRow(words, change, said))
            for other in self.seen.disagreements:
                if other.statement_id == row.id:
                    who = names.get(str(other.person_id), "Somebody")
                    told.add(Label(f"{who} sees it differently: {other.text}"))

    def focus_statement(self, statement_id: UUID) -> None:
        """Take the focus to something that was said; it may have gone meanwhile."""
        if statement_id in self.changes:
            focus_soon(self.changes[statement_id])

    def _add_actions(self) -> None:
        card, names = self.columns.add(0, Card("Who does what by when")), self.names()
        for action in self.plan.actions:
            if action.status in NO_LONGER_OPEN:
                continue
            who, when = names.get(str(action.who_id), ""), by_when_in_full(action.by_when)
            pill = Pill(_asked(who, when), Tone.DUE) if not (who and when) else None
            told = ", ".join(one for one in (who, when) if one)
            card.add_row(PairRow(action.what or nameless(action.number), pill, told))
        change = SecondaryButton("Change an action", partial(self.page.go_to, "actions"))
        card.add_foot(FlowRow([change]))
        hidden = self.seen.left_out + self.plan.left_out
        if hidden:
            self.columns.add(0, Aside(left_out_words(hidden)))

    def _add_people(self) -> None:
        card = self.columns.add(1, Card("Does each person agree?"))
        self.forms: dict[UUID, FormPanel] = {}
        for person in self.family():
            form = self.forms[person.id] = card.add(self._agreement(person))
            save = partial(self.workspace.meetings.agree, self.meeting.id, person.id)
            card.add(self.autosaved(form, save).note)

    def _agreement(self, person: Person) -> FormPanel:
        """What one person says; nothing that was written of them unless all here may see it."""
        name = spoken_name(person)
        fields = self.workspace.pack.forms["plan_agreement"].fields
        row, decision = self.room.said_of_plan.get(person.id), self.room.agreed.get(person.id)
        more = () if person.id in self.room.agreed and row is None else fields[1:]
        named = [replace(one, label=f"{one.label} ({name})") for one in more]
        form = self.form((replace(fields[0], label=name), *named))
        form.show_answers(answers(row) if row is not None else {DECISION: decision})
        self._show_more(form)
        form.edited.connect(partial(self._edited, form))
        return form

    def _edited(self, form: FormPanel, key: str, _value: object) -> None:
        if key in (DECISION, HOW):
            self._show_more(form)

    def _show_more(self, form: FormPanel) -> None:
        """Ask what belongs to an answer only where there is one: why, how it was given, by whom."""
        given = form.answers()
        asked = {
            "reason": given[DECISION] not in (None, "agrees"),
            HOW: given[DECISION] in AGREEING,
            "witness_id": given[DECISION] in AGREEING and given.get(HOW) == "said",
        }
        for key, editor in form.editors.items():
            if key != DECISION:
                show_if(editor, asked.get(key, True) or bool(given[key]))


def _asked(who: str, when: str) -> str:
    """What an action still needs, as a question."""
    if who:
        return "By when?"
    return "Who will do it?" if when else "Who, and by when?"
