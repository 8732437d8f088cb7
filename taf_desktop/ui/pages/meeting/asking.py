"""Asking one person in the room what they agree to: one thing at a time, and nothing of others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.model.base import answers
from taf_desktop.model.episode import Agreement
from taf_desktop.model.family import Person
from taf_desktop.services.people import spoken_name
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.widgets.boxes import empty
from taf_desktop.ui.widgets.text import show_if

if TYPE_CHECKING:
    from taf_desktop.ui.pages.meeting.part import MeetingPart

ASKED = ("decision", "limits", "how_given")
"""What is asked in the room; who wrote it down, and who must not see it, is for the desk."""


class AskForm(QWidget):
    """What it is about, and below it what they say of that; shown when it is asked for.

    `rows` are what this person said before, as far as everybody in the room may see it.
    """

    def __init__(self, part: "MeetingPart", person: Person, rows: Sequence[Agreement]) -> None:
        super().__init__()
        self.part, self.person, self.name = part, person, spoken_name(person)
        self.known = {row.kind: answers(row) for row in rows}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.about: FormPanel | None = None
        self.answer = QVBoxLayout()
        self.saver: Autosaver | None = None
        show_if(self, False)

    def open(self) -> None:
        """Ask, or go back to what is being asked."""
        if self.about is None:
            self.about = self.part.form((self._field("kind"),))
            self.column.addWidget(self.about)
            self.column.addLayout(self.answer)
            kind = next(iter(self.part.workspace.pack.lists["agreement_kind"])).code
            self.about.show_answers({"kind": kind})
            self.about.edited.connect(lambda _key, chosen: self._ask(chosen))
            self._ask(kind)
        show_if(self, True)
        self.about.focus_field("kind")

    def _field(self, key: str) -> Any:  # noqa: ANN401  # a field of the pack
        field = self.part.workspace.pack.forms["agreement"].field(key)
        return replace(field, label=f"{field.label} ({self.name})")

    def _ask(self, kind: str | None) -> None:
        """Ask about one thing, beginning with what they said of it that may be shown."""
        if self.saver is not None and not self.saver.flush():
            return
        empty(self.answer)
        if not kind:
            return
        form = self.part.form(tuple(self._field(key) for key in ASKED))
        form.show_answers(self.known.get(kind, {}))
        self.saver = self.part.autosaved(form, partial(self._say, kind))
        self.answer.addWidget(form)
        self.answer.addWidget(self.saver.note)

    def _say(self, kind: str, changes: Mapping[str, Any]) -> None:
        """Keep what they say; it stays on the screen while they are asked."""
        self.part.workspace.agreements.say(self.part.family_id, self.person.id, kind, changes)
        self.known[kind] = self.known.get(kind, {}) | dict(changes)
