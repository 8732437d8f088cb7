"""Changing one statement where it stands: its words, whose they are, and who may see it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.audience import Audience
from taf_desktop.model.base import answers
from taf_desktop.model.views import NEEDS_TO_HAPPEN, WORRIED, Statement
from taf_desktop.packs.pack import Column
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.pages.audience_editor import AudienceEditor
from taf_desktop.ui.pages.desk_words import shortened
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.pages.statement_words import Around
from taf_desktop.ui.widgets import (
    Card,
    Choices,
    Columns,
    FlowRow,
    InsetNote,
    PrimaryButton,
    QuietButton,
    TickBox,
    Tone,
)
from taf_desktop.ui.widgets.text import show_if

WORDS = ("text", "said_by")
NO_WORRY = "none"
EMPTY_WORDS = "Nothing stands here. The words from before are kept until you write new ones."


class StatementPanel(QWidget):
    """One statement whole; typed words save themselves, `done` is sent when somebody is ready."""

    done = Signal()

    def __init__(self, page: FamilyPage, statement: Statement, around: Around) -> None:
        super().__init__()
        self.page, self.workspace, self.around = page, page.workspace, around
        self.statement = statement
        self.saver = Autosaver(self._save, page.shell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        columns = Columns((3, 2), stack_below=760)
        columns.add(0, self._words_card())
        columns.add(1, self._seen_card())
        columns.add(1, self._more_card())
        column.addWidget(columns)

    def _form(self, keys: tuple[str, ...]) -> FormPanel:
        fields = self.workspace.pack.forms["statement"].fields
        form = self.page.form(tuple(one for one in fields if one.key in keys))
        form.show_answers(answers(self.statement))
        form.edited.connect(self._edit)
        form.left.connect(lambda _key: self.saver.flush())
        return form

    def _words_card(self) -> Card:
        speakers = self.around.speakers(self.statement)
        card = Card(f"What {speakers} said" if speakers else "What was said")
        self.exact = TickBox("These are their exact words")
        self.exact.set_value(self.statement.exact_words)
        self.exact.edited.connect(lambda on: self._set_at_once("exact_words", on))
        self.note = InsetNote(
            "Change them only if they were written down wrongly.",
            "These are somebody's exact words.",
            Tone.INFO,
        )
        show_if(self.note, self.statement.exact_words)
        self.form = self._form(WORDS)
        self.form.insert_after("text", self.exact)
        card.add(self.note)
        card.add(self.form)
        card.add(self.saver.note)
        row = [
            PrimaryButton("Done", self._ready),
            QuietButton("Take it away", self._take_away),
        ]
        card.add_foot(FlowRow(row))
        return card

    def _seen_card(self) -> Card:
        card = Card("Where it belongs")
        self.place = Choices(
            "Which column", [(one.id, one.title) for one in self.workspace.pack.columns]
        )
        self.place.set_value(self.statement.column)
        self.place.edited.connect(self._move)
        card.add(self.place)
        self.places = card.add(QWidget())
        self.places_column = QVBoxLayout(self.places)
        self.places_column.setContentsMargins(0, 0, 0, 0)
        self.places_column.setSpacing(16)
        self._show_places()
        return card

    def _show_places(self) -> None:
        while (item := self.places_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        column = self.around.column(self.statement.column)
        self.category = self._categories(column)
        self.places_column.addWidget(self.category)
        if column.id == NEEDS_TO_HAPPEN:
            self.worry = self._worries()
            self.places_column.addWidget(self.worry)

    def _categories(self, column: Column) -> Choices:
        choices = Choices("What kind it is", [(one.code, one.label) for one in column.categories])
        choices.set_value(self.statement.category)
        choices.edited.connect(lambda code: self._set_at_once("category", code))
        return choices

    def _worries(self) -> Choices:
        worries = [
            (str(one.id), shortened(one.text))
            for one in self.around.statements
            if one.column == WORRIED
        ]
        choices = Choices("Which worry it answers", [*worries, (NO_WORRY, "None of these")])
        paired = self.statement.worry_id
        choices.set_value(str(paired) if paired else NO_WORRY)
        choices.edited.connect(self._pair)
        return choices

    def _more_card(self) -> Card:
        card = Card("Who may see it, and how it was said")
        people = list(self.around.names.items())
        self.audience = AudienceEditor(self.workspace.pack, people, "Who may see this?")
        self.audience.show_audience(self.statement.audience)
        self.audience.edited.connect(self._show_to)
        if self.around.is_whole:
            card.add(self.audience)
        fields = self.workspace.pack.forms["statement"].fields
        self.more = self._form(tuple(one.key for one in fields if one.key not in WORDS))
        card.add(self.more)
        settled = self.statement.settled_on is not None
        words = "Not settled after all" if settled else "This is settled now"
        card.add_foot(FlowRow([QuietButton(words, self._settle)]))
        return card

    def first_focus(self) -> QWidget:
        """The words."""
        return self.form

    def leave(self) -> bool:
        """Save what was typed; False when that was not possible."""
        return self.saver.flush()

    def _edit(self, key: str, value: object) -> None:
        if key == "text":
            blank = not str(value or "").strip()
            self.form.show_problem("text", EMPTY_WORDS if blank else None)
            value = self.statement.text if blank else value
        self.saver.set(key, value)

    def _save(self, changes: Mapping[str, Any]) -> None:
        self.statement = self.workspace.views.save_statement(self.statement.id, changes)

    def _set_at_once(self, key: str, value: object) -> None:
        self.saver.set(key, value)
        self.saver.flush()
        show_if(self.note, self.exact.value())

    def _move(self, column_id: str) -> None:
        self.saver.set("column", column_id)
        self.saver.set("category", None)
        self.saver.set("worry_id", None)
        if self.saver.flush():
            self._show_places()

    def _pair(self, worry_id: str) -> None:
        if worry_id == NO_WORRY:
            self._set_at_once("worry_id", None)
            return
        self.saver.set("category", "goal")
        self._set_at_once("worry_id", UUID(worry_id))
        self.category.set_value("goal")

    def _show_to(self, audience: Audience) -> None:
        try:
            self.workspace.views.show_to(self.statement.id, audience)
        except UserError as error:
            self.page.shell.show_error(error)
            self.audience.show_audience(self.statement.audience)
            return
        self.page.shell.say_saved()

    def _ready(self) -> None:
        if self.leave():
            self.done.emit()

    def _settle(self) -> None:
        day = None if self.statement.settled_on else self.workspace.today.isoformat()
        self.saver.set("settled_on", day)
        self._ready()

    def _take_away(self) -> None:
        if not self.leave():
            return
        try:
            self.workspace.views.take_away(self.statement.id)
        except UserError as error:
            self.page.shell.show_error(error)
            return
        self.page.shell.say("Taken away. Ctrl+Z brings it back.")
        self.done.emit()
