"""The editor of rows: a list of small forms that can be added to, and taken from and put back."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.packs.kinds import Answer
from taf_desktop.packs.pack import Field
from taf_desktop.ui.announce import announce
from taf_desktop.ui.editors.context import EditorContext
from taf_desktop.ui.editors.field_editor import FieldEditor
from taf_desktop.ui.widgets.boxes import Card
from taf_desktop.ui.widgets.buttons import LinkButton, SecondaryButton
from taf_desktop.ui.widgets.flow import FlowRow
from taf_desktop.ui.widgets.text import Aside, show_if

Maker = Callable[[Field, EditorContext], FieldEditor]


class RowForm(Card):
    """One row: its editors, and a button that takes it away."""

    def __init__(self, row_id: str, editors: list[FieldEditor], kept: dict[str, Any]) -> None:
        super().__init__()
        self.row_id = row_id
        self.editors = editors
        self.kept = kept
        self.fields = QWidget()
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for editor in editors:
            column.addWidget(editor)
        self.add(self.fields)
        self.gone = Aside("Taken away.")
        self.toggle = LinkButton("Take away")
        self.add(FlowRow([self.gone, self.toggle]))
        self.show_gone(False)

    @property
    def taken_away(self) -> bool:
        """Whether the row is taken away, and can be put back."""
        return self.fields.isHidden()

    def show_gone(self, gone: bool, name: str = "") -> None:
        """Show that the row is taken away, or is there."""
        show_if(self.fields, not gone)
        show_if(self.gone, gone)
        words = "Put back" if gone else "Take away"
        self.toggle.set_words(words, f"{words}: {name}" if name else "")

    def answers(self) -> dict[str, Any]:
        """The row as stored: its id, what no editor shows, and the answers given."""
        given = {editor.key: editor.value() for editor in self.editors}
        return self.kept | {"id": self.row_id} | given


class RowsEditor(FieldEditor):
    """A list of rows of the same few fields."""

    def __init__(self, field: Field, context: EditorContext, make: Maker) -> None:
        super().__init__(field, context)
        self._make = make
        self.rows: list[RowForm] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.column.insertLayout(self.column.count() - 1, self._list)
        self.add_button = SecondaryButton("Add", self.add_row, f"Add: {field.label}")
        self._own(self.add_button, f"Add: {field.label}")
        self.put(self.add_button)

    def value(self) -> Answer:
        """The rows that are there, each with its id, or None."""
        return [row.answers() for row in self.rows if not row.taken_away] or None

    def _show(self, value: Answer) -> None:
        rows = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
        if [str(one.get("id")) for one in rows] == [row.row_id for row in self.rows]:
            for row, stored in zip(self.rows, rows, strict=True):
                self._fill(row, stored)
            return
        for row in self.rows:
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self.rows = []
        for stored in rows:
            self._fill(self._new(str(stored.get("id") or uuid4()), stored), stored)

    @staticmethod
    def _fill(row: RowForm, stored: dict[str, Any]) -> None:
        row.show_gone(False, row.accessibleName())
        for editor in row.editors:
            editor.set_value(stored.get(editor.key))

    def _new(self, row_id: str, stored: dict[str, Any]) -> RowForm:
        editors = [self._make(field, self.context) for field in self.field.fields]
        row = RowForm(row_id, editors, dict(stored))
        self.rows.append(row)
        self._list.addWidget(row)
        row.setAccessibleName(f"{self.field.label} {len(self.rows)}")
        row.show_gone(False, row.accessibleName())
        row.toggle.clicked.connect(lambda: self._toggle(row))
        for editor in editors:
            editor.edited.connect(lambda _key, _value: self._tell())
            editor.left.connect(lambda _key: self.left.emit(self.key))
        return row

    def check(self) -> None:
        """Each row says for itself what is not right."""
        for row in self.rows:
            for editor in row.editors:
                editor.check()

    def add_row(self) -> RowForm:
        """Add an empty row and go to its first answer; it is stored when something is typed."""
        row = self._new(str(uuid4()), {})
        if row.editors:
            row.editors[0].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{row.accessibleName()} added")
        return row

    def _toggle(self, row: RowForm) -> None:
        row.show_gone(not row.taken_away, row.accessibleName())
        said = "taken away; you can put it back" if row.taken_away else "put back"
        announce(self, f"{row.accessibleName()} {said}")
        self._tell()
        self.left.emit(self.key)
