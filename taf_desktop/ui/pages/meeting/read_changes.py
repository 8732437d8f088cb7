"""What is put right while it is read out: words, who does it by when, who sees it differently."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.model.base import answers
from taf_desktop.model.meeting import Action
from taf_desktop.model.views import Statement
from taf_desktop.packs.pack import Field
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.pages.disagreement_panel import WHO_IS_IT
from taf_desktop.ui.pages.meeting.action_form import in_words
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.meeting.read_items import UNNAMED, Item
from taf_desktop.ui.pages.statement_panel import EMPTY_WORDS
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import FlowRow, InsetNote, SecondaryButton

Save = Callable[[Mapping[str, Any]], object]
OWN_WORDS = "Only whoever said it changes them, or where they were written down wrongly."
DONE = "Done: read on"


class Change(QWidget):
    """A few boxes below what is read out; what is typed saves itself, `done` goes on reading.

    Nothing empty takes the place of words.
    """

    done = Signal()
    instead = False
    """Whether the boxes stand in place of the words that are read out."""

    def __init__(
        self, part: MeetingPart, fields: Sequence[Field], save: Save, told: Mapping[str, Any]
    ) -> None:
        super().__init__()
        self._told = told
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.form = FormPanel(fields, part.page.context())
        self.form.show_answers(told)
        self.saver: Autosaver = part.autosaved(self.form, save)
        self.form.edited.connect(self._edited)
        self.column.addWidget(self.form)
        self.column.addWidget(self.saver.note)
        self.ready = FlowRow([SecondaryButton(DONE, self.done.emit)])
        self.column.addWidget(self.ready)

    def _edited(self, key: str, value: object) -> None:
        if key in ("text", "what"):
            blank = not str(value or "").strip()
            self.form.show_problem(key, EMPTY_WORDS if blank else None)
            if blank:
                self.saver.set(key, self._told.get(key))

    def leave(self) -> bool:
        """Save what was typed; False when that was not possible."""
        return self.saver.flush()


def wording(part: MeetingPart, item: Item) -> Change:
    """Boxes for other words; of an action also for who does it and by when."""
    if isinstance(item.record, Action):
        change = _of_action(part, item, ("what", *_people_keys(item), "by_when"))
    else:
        change = _of_statement(part, item.record)
    change.instead = True
    return change


def asking(part: MeetingPart, item: Item) -> Change:
    """Boxes for what an action still needs; reading on is all there is to do after that."""
    change = _of_action(part, item, item.asked)
    change.ready.hide()
    return change


def _people_keys(item: Item) -> tuple[str, ...]:
    """Who does it, unless it is somebody who may not be named here: the box would be wrong."""
    return () if UNNAMED in item.said else ("who_id",)


def _of_action(part: MeetingPart, item: Item, keys: Sequence[str]) -> Change:
    form = part.workspace.pack.forms["action"]
    fields = [form.field(key) for key in keys]

    def save(changes: Mapping[str, Any]) -> None:
        part.workspace.actions.save(item.id, changes)

    return Change(part, fields, save, in_words(answers(item.record)))


def _of_statement(part: MeetingPart, row: Statement) -> Change:
    def save(changes: Mapping[str, Any]) -> None:
        part.workspace.views.save_statement(row.id, changes)

    fields = [part.workspace.pack.forms["statement"].field("text")]
    change = Change(part, fields, save, answers(row))
    if row.exact_words:
        note = InsetNote(OWN_WORDS, "These are somebody's exact words.", Tone.INFO)
        change.column.insertWidget(0, note)
    return change


class Differ(Change):
    """Who sees a statement differently, and how; kept beside it as soon as both are there."""

    def __init__(self, part: MeetingPart, row: Statement) -> None:
        self._part, self._row = part, row
        self._added: UUID | None = None
        fields = part.workspace.pack.forms["disagreement"].fields
        super().__init__(part, fields, self._save, {})

    def _given(self) -> tuple[str | None, str]:
        given = self.form.answers()
        return given["person_id"], str(given["text"] or "").strip()

    def _save(self, _changes: Mapping[str, Any]) -> None:
        who, text = self._given()
        if not who or not text:
            return
        views = self._part.workspace.views
        if self._added is None:
            added = views.disagree(self._row.id, UUID(who), text, self._part.meeting.id)
            self._added = added.id
        else:
            views.save_disagreement(self._added, {"person_id": who, "text": text})

    def leave(self) -> bool:
        """Stay when words stand there and nobody is named: they would be nobody's."""
        who, text = self._given()
        self.form.show_problem("person_id", WHO_IS_IT if text and not who else None)
        if text and not who:
            self.form.focus_field("person_id")
            return False
        return super().leave()
