"""One action: what was promised, what has come of it, and a form to write what is new."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.model.meeting import ActionUpdate
from taf_desktop.packs.dates import date_words
from taf_desktop.services.actions import ActionLine, day_of
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.editors import EditorContext, FormPanel
from taf_desktop.ui.page import Shell, actions_row
from taf_desktop.ui.pages.desk_words import by_when_words
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    EmptyState,
    FlowRow,
    Label,
    LinkButton,
    PairRow,
    Pill,
    PrimaryButton,
    empty,
)

REPORTED = ("status", "note", "by_when")
"""What can be new about an action: the keys of `Actions.report`."""


class ActionPanel(QWidget):
    """The chosen action; what is typed is written down at the press of a button or on leaving."""

    def __init__(
        self,
        shell: Shell,
        workspace: Workspace,
        written: Callable[[], object],
        buttons: Callable[[], Sequence[QWidget]] | None = None,
    ) -> None:
        """With buttons of its own it stands on a page of one family, which it need not name."""
        super().__init__()
        self.shell, self.workspace, self._written = shell, workspace, written
        self._buttons = buttons
        self.line: ActionLine | None = None
        self.form: FormPanel | None = None
        self._edited: dict[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_line(self, line: ActionLine | None) -> None:
        """Show an action, or what to do when none is chosen; the form starts empty."""
        empty(self._column)
        self.line, self.form, self._edited = line, None, {}
        if line is None:
            self._column.addWidget(_nothing_chosen())
            return
        self._column.addWidget(self._facts(line))
        self._column.addWidget(self._new(line))
        self._column.addWidget(self._history(line))

    def write_down(self) -> None:
        """Write what is new about the action; a UserError leaves everything as it was typed."""
        if self.line is None or not self._edited:
            return
        action = self.line.action
        self.workspace.actions.report(
            action.id,
            self._edited.get("status") or action.status,
            self._edited.get("note"),
            by_when=self._edited.get("by_when"),
        )
        self._edited = {}
        self.shell.say_saved()

    def focus_form(self) -> None:
        """Take the focus to the first question."""
        if self.form is not None:
            self.form.focus_field(REPORTED[0])

    def _facts(self, line: ActionLine) -> Card:
        action = line.action
        card = Card(action.what or f"Action {action.number}, with no words yet")
        names = self.workspace.people.names(line.family.id)
        helpers = ", ".join(names[one] for one in action.helped_by if one in names)
        pill = Pill(line.late_words, Tone.LATE) if line.late_words else None
        if self._buttons is None:
            card.add_row(PairRow("Family", self._family_link(line)))
        card.add_row(PairRow("Who", Label(line.who or "Nobody yet", bold=True)))
        card.add_row(PairRow(_sentence(by_when_words(line, self.workspace.today)), pill))
        form = self.workspace.pack.forms["action"]
        if helpers:
            card.add_row(PairRow(form.field("helped_by").label, None, helpers))
        if action.how_we_know:
            card.add_row(PairRow(form.field("how_we_know").label, None, action.how_we_know))
        if self._buttons is not None:
            card.add_foot(FlowRow(self._buttons()))
        return card

    def _family_link(self, line: ActionLine) -> LinkButton:
        go = partial(self.shell.navigator.go, "family.actions", family_id=line.family.id)
        return LinkButton(line.family.name, go, f"Open the actions of {line.family.name}")

    def _new(self, line: ActionLine) -> Card:
        card = Card("What is new?")
        pack = self.workspace.pack
        context = EditorContext(pack=pack, today=self.workspace.today)
        fields = [pack.forms["action_update"].field(key) for key in REPORTED]
        self.form = card.add(FormPanel(fields, context))
        self.form.show_answers({"status": line.action.status})
        self.form.edited.connect(self._edit)
        card.add(actions_row(PrimaryButton("Write it down", self._press)))
        return card

    def _edit(self, key: str, value: object) -> None:
        self._edited[key] = value

    def _press(self) -> None:
        if not self._edited:
            self.shell.say("Nothing is new yet: change the status, or write a note")
            self.focus_form()
            return
        self._written()

    def _history(self, line: ActionLine) -> Card:
        card = Card("What has happened so far")
        updates = [
            row
            for row in self.workspace.actions.updates(line.family.id)
            if row.action_id == line.action.id and (row.note or row.said_by is None)
        ]
        names = self.workspace.people.names(line.family.id)
        if not updates:
            card.add(Label("Nothing has been written about this action yet."))
        for update in sorted(updates, key=lambda row: row.said_on, reverse=True):
            who = names.get(str(update.said_by), "Somebody") if update.said_by else ""
            card.add_row(_update_row(update, who or self._label(update.status)))
        return card

    def _label(self, status: str) -> str:
        return self.workspace.pack.lists["action_status"].label(status)


def _update_row(update: ActionUpdate, lead: str) -> QWidget:
    """When, how it stood then or whose word it is, and what was said, with the new date."""
    day = day_of(update.said_on)
    when = date_words(update.said_on) if day else update.said_on
    now_by = f"Now by {date_words(update.by_when)}." if update.by_when else ""
    parts: Sequence[str] = [part for part in (update.note, now_by) if part]
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(16, 9, 16, 9)
    column.setSpacing(2)
    column.addWidget(Aside(when))
    column.addWidget(Label(lead, bold=True))
    if parts:
        column.addWidget(Label("\n".join(parts)))
    return holder


def _nothing_chosen() -> Card:
    card = Card("Choose an action")
    card.add(
        EmptyState(
            "Its story opens here: who promised what, what has been said since, and room to write "
            "what is new."
        )
    )
    return card


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
