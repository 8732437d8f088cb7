"""What one person says of the plan: the answer, why, a signature or who heard it; and how old."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.base import answers
from taf_desktop.model.family import Person
from taf_desktop.model.meeting import APART
from taf_desktop.packs.dates import date_words
from taf_desktop.services.agreeing import AGREEING, ANSWERED, SAID, before_words
from taf_desktop.services.people import spoken_name
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.meeting.sign_room import SignedSheet
from taf_desktop.ui.theme import Tone, current
from taf_desktop.ui.widgets import (
    Card,
    FlowRow,
    InsetNote,
    Label,
    LinkButton,
    QuietButton,
    SecondaryButton,
)
from taf_desktop.ui.widgets.text import show_if

DECISION, HOW = "decision", "how_given"
AGAIN = "Ask again: this answer is about the plan as it was then."


class PersonAgrees(Card):
    """One person; nothing that was written of them unless all here may see it.

    `answered` carries the person whose answer has to be read again.
    """

    answered = Signal(object)

    def __init__(self, part: MeetingPart, person: Person, sign: Callable[[Person], object]) -> None:
        self.part, self.person, self.name = part, person, spoken_name(person)
        super().__init__()
        self.row = part.room.said_of_plan.get(person.id)
        # What was said and by whom it was heard takes one line, until somebody wants to change it.
        self.folded = bool(
            self.row is not None and self.row.how_given == SAID and self.row.witness_id
        )
        self.hidden = person.id in part.room.agreed and self.row is None
        self.form = self.add(self._form())
        save = partial(part.workspace.meetings.agree, part.meeting.id, person.id)
        saver = part.autosaved(self.form, save)
        saver.saved.connect(self._follow)
        self.add(saver.note)
        self.signature, self.ways = QWidget(), QWidget()
        if not self.hidden:
            self._add_signature(sign)
            self._add_ways(sign)
        self._show_more()

    @property
    def strokes(self) -> bool:
        """Whether there is a signature here."""
        return bool(self.row is not None and self.row.strokes)

    def _form(self) -> FormPanel:
        fields = self.part.workspace.pack.forms["plan_agreement"].fields
        more = () if self.hidden else fields[1:]
        named = [replace(one, label=f"{one.label} ({self.name})") for one in more]
        form = self.part.form((replace(fields[0], label=self.name), *named))
        decision = self.part.room.agreed.get(self.person.id)
        form.show_answers(answers(self.row) if self.row is not None else {DECISION: decision})
        form.edited.connect(lambda *_: self._show_more())
        return form

    def _add_signature(self, sign: Callable[[Person], object]) -> None:
        """The signature, when it was drawn, and that the plan has changed since."""
        row = self.row
        if row is None or row.decision not in ANSWERED:
            return
        before = before_words(row, self.part.room.changed_since.get(self.person.id))
        day, _, time = (row.said_at or "").partition("T")
        if row.strokes:
            sheet = SignedSheet(f"Signature of {self.name}", row.strokes)
            sheet.setFixedSize(current().px(300), current().px(90))
            self.signature = self.add(sheet)
            buttons = [
                SecondaryButton(
                    "Sign again", partial(sign, self.person), f"{self.name}: sign again"
                ),
                QuietButton(
                    "Take it away", self._unsign, f"Take the signature of {self.name} away"
                ),
            ]
            self.add(Label(f"Signed on the screen on {date_words(day)} at {time}"))
            self.add(FlowRow(buttons))
        elif day:
            self.add(Label(self._said(f"Said on {date_words(day)} at {time}")))
            if self.folded:
                name = f"{self.name}: how they said so"
                self.unfold = self.add(LinkButton("How they said so", self._unfold, name))
        if before:
            self.add(InsetNote(AGAIN, f"{'Signed' if row.strokes else 'Said'} {before}.", Tone.DUE))

    def _said(self, said: str) -> str:
        """When it was said, and who heard it."""
        row = self.row
        heard_by = self.part.names().get(str(row.witness_id), "") if row is not None else ""
        return f"{said}. {heard_by} heard it." if heard_by else f"{said}."

    def _unfold(self) -> None:
        """Ask again how it was said, and who heard it."""
        self.folded = False
        show_if(self.unfold, False)
        self._show_more()
        self.form.focus_field(HOW)

    def _add_ways(self, sign: Callable[[Person], object]) -> None:
        """Two ways to say yes in two presses: to sign, or to say it and be heard.

        Nobody signs who is not here; whoever is asked apart says it to the one who asks.
        """
        here = self.part.room.here
        is_here = not here or self.person.id in here
        signs = SecondaryButton("Signs here", partial(sign, self.person), f"{self.name} signs here")
        self.says = SecondaryButton("Says yes aloud", self._ask_who, f"{self.name} says yes aloud")
        self.ways = self.add(FlowRow([signs, self.says]))
        show_if(signs, is_here and not self.strokes)
        show_if(self.says, is_here or self.part.meeting.kind == APART)
        self.heard = self.add(FlowRow())
        show_if(self.heard, False)

    def _ask_who(self) -> None:
        """Offer those who are here; whoever works with the program stands first."""
        self.heard.clear()
        owner, here = self.part.workspace.owner_id, self.part.room.here
        people = [one for one in self.part.room.people if one.id in here or one.id == owner]
        people.sort(key=lambda one: (one.id != owner, not one.is_professional))
        others = [one for one in people if one.id != self.person.id and not one.is_child]
        self.heard.add(Label("Heard by", wrap=False))
        buttons = [
            self.heard.add(
                SecondaryButton(
                    spoken_name(one), partial(self._hear, one), f"Heard by {spoken_name(one)}"
                )
            )
            for one in others
        ]
        show_if(self.heard, True)
        if buttons:
            focus_soon(buttons[0])

    def _hear(self, witness: Person) -> None:
        """Keep that it was said, and who heard it."""
        workspace, meeting = self.part.workspace, self.part.meeting
        self._do(partial(workspace.signing.hear, meeting.id, self.person.id, witness.id))

    def _unsign(self) -> None:
        workspace, meeting = self.part.workspace, self.part.meeting
        self._do(partial(workspace.signing.unsign, meeting.id, self.person.id))

    def _do(self, act: Callable[[], object]) -> None:
        if not self.part.page.leave():
            return
        try:
            act()
        except UserError as error:
            self.part.shell.show_error(error)
            return
        self.part.shell.say_saved()
        self.answered.emit(self.person.id)

    def _follow(self) -> None:
        """Another answer has no signature any more: show what is kept now."""
        if self.strokes and self.form.answers()[DECISION] != (self.row and self.row.decision):
            self.answered.emit(self.person.id)

    def _show_more(self) -> None:
        """Ask what belongs to an answer only where there is one: why, how it was given, by whom."""
        given = self.form.answers()
        agrees = given[DECISION] in AGREEING
        asked = {
            "reason": given[DECISION] not in (None, "agrees"),
            HOW: agrees and not self.strokes,
            "witness_id": agrees and given.get(HOW) == SAID,
        }
        folded = (HOW, "witness_id") if self.folded else ()
        for key, editor in self.form.editors.items():
            if key != DECISION:
                show_if(editor, key not in folded and (asked.get(key, True) or bool(given[key])))
        show_if(self.ways, agrees or given[DECISION] is None)
