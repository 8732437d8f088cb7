"""Who sees one statement differently: their words are written beside it, never instead of it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.base import answers
from taf_desktop.model.views import Disagreement, Statement
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.pages.statement_words import Around
from taf_desktop.ui.widgets import Card, Columns, FlowRow, PrimaryButton, QuietButton

WHO_IS_IT = "Choose who sees it differently: then it is kept."
NO_WORDS = "Write how they see it, in their words: then it is kept."


class DisagreementPanel(QWidget):
    """A statement at the left; at the right how somebody else sees it, kept as it is typed."""

    done = Signal()

    def __init__(
        self,
        page: FamilyPage,
        statement: Statement,
        around: Around,
        meeting_id: UUID | None = None,
    ) -> None:
        super().__init__()
        self.page, self.workspace = page, page.workspace
        self.statement, self.meeting_id, self.around = statement, meeting_id, around
        self.savers: list[Autosaver] = []
        self.forms: list[FormPanel] = []
        self._typed: dict[str, Any] = {}
        self.added: UUID | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        columns = Columns((2, 3), stack_below=760)
        said = columns.add(0, Card("What was said"))
        said.add_row(around.card(statement))
        known = [one for one in around.disagreements if one.statement_id == statement.id]
        columns.add(1, self._new_card(known))
        for one in known:
            columns.add(1, self._known_card(one))
        column.addWidget(columns)

    def _panel(self) -> FormPanel:
        form = self.page.form(self.workspace.pack.forms["disagreement"].fields)
        self.forms.append(form)
        return form

    def _new_card(self, known: Sequence[Disagreement]) -> Card:
        title = self.workspace.pack.forms["disagreement"].title
        card = Card("Somebody else sees it differently" if known else title)
        self.new = card.add(self._panel())
        self.saver = Autosaver(self._save_new, self.page.shell)
        self.savers.append(self.saver)
        self.new.edited.connect(self._edit_new)
        self.new.left.connect(lambda _key: self.saver.flush())
        card.add(self.saver.note)
        card.add_foot(FlowRow([PrimaryButton("Done", self._ready)]))
        return card

    def _known_card(self, disagreement: Disagreement) -> Card:
        name = self.around.names.get(str(disagreement.person_id), "Somebody")
        card = Card(f"How {name} sees it")
        form = card.add(self._panel())
        form.show_answers(answers(disagreement))
        saver = Autosaver(partial(self._save_known, disagreement.id), self.page.shell)
        self.savers.append(saver)
        form.edited.connect(partial(self._edit_known, form, saver))
        form.left.connect(lambda _key: saver.flush())
        card.add(saver.note)
        take = QuietButton(
            "Take it away", partial(self._withdraw, disagreement.id), f"Take away how {name} sees"
        )
        card.add_foot(FlowRow([take]))
        return card

    def _edit_new(self, key: str, value: object) -> None:
        self._typed[key] = value.strip() if isinstance(value, str) else value
        if self._typed.get("person_id") and self._typed.get("text"):
            for one, kept in self._typed.items():
                self.saver.set(one, kept)
            for one in ("person_id", "text"):
                self.new.show_problem(one, None)

    def _save_new(self, changes: Mapping[str, Any]) -> None:
        views = self.workspace.views
        if self.added is None:
            person_id = UUID(str(changes["person_id"]))
            text = str(changes["text"])
            self.added = views.disagree(self.statement.id, person_id, text, self.meeting_id).id
            return
        views.save_disagreement(self.added, changes)

    @staticmethod
    def _edit_known(form: FormPanel, saver: Autosaver, key: str, value: object) -> None:
        empty = not str(value or "").strip()
        missing = WHO_IS_IT if key == "person_id" else NO_WORDS
        form.show_problem(key, missing if empty else None)
        if not empty:
            saver.set(key, value)

    def _save_known(self, disagreement_id: UUID, changes: Mapping[str, Any]) -> None:
        self.workspace.views.save_disagreement(disagreement_id, changes)

    def first_focus(self) -> QWidget:
        """Who sees it differently."""
        return self.new

    def leave(self) -> bool:
        """Save what was typed; False when words stand there and nobody is named, or not saved."""
        results = [saver.flush() for saver in self.savers]
        saved = all(results)
        if self.added is None and self._typed.get("text") and not self._typed.get("person_id"):
            self.new.show_problem("person_id", WHO_IS_IT)
            self.new.focus_field("person_id")
            return False
        return saved

    def _ready(self) -> None:
        if self.leave():
            self.done.emit()

    def _withdraw(self, disagreement_id: UUID) -> None:
        if not self.leave():
            return
        try:
            self.workspace.views.withdraw_disagreement(disagreement_id)
        except UserError as error:
            self.page.shell.show_error(error)
            return
        self.page.shell.say("Taken away. Ctrl+Z brings it back.")
        self.done.emit()
