"""When somebody cannot come: one typed line, what was understood of it, and what is noted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.base import answers
from taf_desktop.model.family import Person
from taf_desktop.services.absence_line import AbsenceWords, understand_absence
from taf_desktop.services.absences import AbsenceLine
from taf_desktop.services.action_line import names_of
from taf_desktop.services.away import away_of, doubt_about
from taf_desktop.services.people import spoken_name
from taf_desktop.ui.announce import announce
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.pages.saying_box import SpeechEntry
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    FlowRow,
    Hint,
    InsetNote,
    Label,
    LinkButton,
    SecondaryButton,
    empty,
)
from taf_desktop.ui.widgets.text import show_if

QUESTION = "Away, in one line"
OF_ANYBODY = "For example: Tom away 9 to 20 Feb, or: Tom never on Wednesdays"
OF_ONE = "For example: away 9 to 20 Feb, or: never on Wednesdays"
WAITING = "away"
"""What the words in the line are kept under until they are noted."""
KEPT_WHY = "Why is kept for the team alone."


@dataclass(frozen=True, kw_only=True)
class Whose:
    """Whose absences a card is about: the people who may be named, and how they are read.

    `only` is the one person where the line needs no name; the reason is shown with `with_why`.
    """

    people: Sequence[Person]
    read: Callable[[], Sequence[AbsenceLine]]
    only: UUID | None = None
    with_why: bool = False


class AbsencesCard(Card):
    """Enter notes what was understood; each note can be put right or taken away."""

    changed = Signal()

    def __init__(self, page: FamilyPage, whose: Whose, title: str) -> None:
        super().__init__(title)
        self.page, self.whose = page, whose
        self.names = names_of(whose.people)
        self.rows: dict[UUID, AbsenceRow] = {}
        self._build()
        self.show_noted()
        self._read("")

    def _build(self) -> None:
        example = f"{OF_ONE if self.whose.only else OF_ANYBODY}. Enter notes it."
        label = Label(QUESTION, bold=True)
        self.entry = SpeechEntry()
        self.entry.setAccessibleName(QUESTION)
        self.entry.setAccessibleDescription(example)
        label.setBuddy(self.entry)
        self.understood = InsetNote("", "Understood:", Tone.INFO)
        button = SecondaryButton("Note it", self.note, "Note when they are away")
        holder, self._noted = QWidget(), QVBoxLayout()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._noted.setSpacing(10)
        column.addLayout(self._noted)
        for widget in (label, Hint(example), self.entry, self.understood, FlowRow([button])):
            column.addWidget(widget)
        self.add(holder)
        self.entry.edited.connect(self._read)
        self.entry.submitted.connect(self.note)

    def words(self) -> str:
        """What stands in the box."""
        return self.entry.words().strip()

    def set_words(self, words: str) -> None:
        """Put words into the box that were not noted yet."""
        self.entry.set_words(words)
        self._read(words)

    def _understand(self) -> AbsenceWords:
        only = str(self.whose.only) if self.whose.only else None
        return understand_absence(self.words(), self.names, self.page.workspace.today, only)

    def _read(self, _typed: str) -> None:
        """Show what is understood of the line so far, or what is not."""
        found = self._understand() if self.words() else AbsenceWords()
        self.understood.lead.setText("Not understood yet:" if found.problem else "Understood:")
        self.understood.words.setText(found.problem or self._told(found))
        show_if(self.understood, bool(self.words()))

    def _told(self, found: AbsenceWords) -> str:
        spoken = {str(person.id): spoken_name(person) for person in self.whose.people}
        told = found.away(spoken.get(found.who or "", "")).words()
        return f"{told} {KEPT_WHY}" if found.why else told

    def note(self) -> None:
        """Note what was understood, and be ready for the next line; else say what is not."""
        if self.words() and not self.keep():
            announce(self.entry, self._understand().problem, urgent=True)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> bool:
        """Note what stands in the line; what is not understood stays there: then False."""
        found = self._understand()
        if not self.words() or found.problem or found.who is None:
            return not self.words()
        return self._keep(found, UUID(found.who))

    def _keep(self, found: AbsenceWords, person_id: UUID) -> bool:
        page = self.page
        try:
            with page.workspace.halfway.entering(WAITING):
                page.workspace.absences.add(page.family_id, person_id, found.answers())
        except UserError as error:
            page.shell.show_error(error)
            return False
        announce(self.entry, f"Noted: {self._told(found)}")
        self.set_words("")
        self.show_noted()
        page.shell.say_saved()
        self.changed.emit()
        return True

    def show_noted(self) -> None:
        """Show anew what is noted."""
        empty(self._noted)
        self.rows = {line.row.id: AbsenceRow(self, line) for line in self.whose.read()}
        for row in self.rows.values():
            self._noted.addWidget(row)

    def take_away(self, absence_id: UUID) -> None:
        """Take a note away."""
        page = self.page
        if not page.leave():
            return
        page.workspace.absences.take_away(page.family_id, absence_id)
        self.show_noted()
        self.changed.emit()
        page.shell.say("Taken away. Ctrl+Z brings it back.")


class AbsenceRow(QWidget):
    """One note: its sentence, and the boxes to put it right in."""

    def __init__(self, card: AbsencesCard, line: AbsenceLine) -> None:
        super().__init__()
        self.card, self.row = card, line.row
        self.form: FormPanel | None = None
        words = line.away.words()
        self.sentence, self.why = Label(words), Aside("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.sentence)
        self.doubt = InsetNote("", "", Tone.DUE)
        self._column.addWidget(self.why)
        self._column.addWidget(self.doubt)
        links = (
            LinkButton("Put right", self.put_right, f"Put right: {words}"),
            LinkButton("Take away", partial(card.take_away, line.row.id), f"Take away: {words}"),
        )
        self._column.addWidget(FlowRow(links))
        self._name = line.away.name
        self._show(line)

    def _show(self, line: AbsenceLine) -> None:
        self.sentence.setText(line.away.words())
        self.why.setText(line.row.why or "" if self.card.whose.with_why else "")
        show_if(self.why, bool(self.why.text()))
        self.doubt.words.setText(doubt_about(line.row))
        show_if(self.doubt, bool(self.doubt.words.text()))

    def put_right(self) -> None:
        """Show the boxes, or hide them again."""
        if self.form is not None:
            show_if(self.form, self.form.isHidden())
            return
        page = self.card.page
        fields = page.workspace.pack.forms["absence"].fields
        with_why = self.card.whose.with_why
        self.form = page.form(tuple(one for one in fields if with_why or one.key != "why"))
        self.form.show_answers(answers(self.row))
        saver = page.keep(Autosaver(self._save, page.shell))
        self.form.edited.connect(saver.set)
        self.form.left.connect(lambda _key: saver.flush())
        self._column.addWidget(self.form)
        self._column.addWidget(saver.note)
        self.form.focus_field("first_on")

    def _save(self, changes: Mapping[str, Any]) -> None:
        page = self.card.page
        self.row = page.workspace.absences.save(page.family_id, self.row.id, changes)
        self._show(AbsenceLine(row=self.row, away=away_of(self.row, self._name)))
        self.card.changed.emit()
