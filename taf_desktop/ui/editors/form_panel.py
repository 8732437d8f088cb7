"""A column of editors made from fields of the pack."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from taf_desktop.packs.pack import Field
from taf_desktop.ui.editors.context import EditorContext
from taf_desktop.ui.editors.field_editor import FieldEditor
from taf_desktop.ui.editors.making import make_editor
from taf_desktop.ui.theme import current


class FormPanel(QWidget):
    """Editors one below the other, at most as wide as a form may be."""

    edited = Signal(str, object)
    left = Signal(str)

    def __init__(
        self,
        fields: Sequence[Field],
        context: EditorContext,
        audiences: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.editors: dict[str, FieldEditor] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for field in fields:
            editor = make_editor(field, context)
            editor.edited.connect(self.edited)
            editor.left.connect(self.left)
            self.editors[field.key] = editor
            self.column.addWidget(editor)
            if audiences and field.key in audiences:
                editor.show_audience(audiences[field.key])
        if self.editors:
            self.setFocusProxy(next(iter(self.editors.values())))
        self._narrow()

    def show_answers(self, answers: Mapping[str, Any]) -> None:
        """Show what is stored; tells nobody, changes nothing."""
        for key, editor in self.editors.items():
            editor.set_value(answers.get(key))

    def answers(self) -> dict[str, Any]:
        """What stands in the editors, by key; None where there is nothing."""
        return {key: editor.value() for key, editor in self.editors.items()}

    def editor(self, key: str) -> FieldEditor:
        """The editor of a field; KeyError when the panel has none."""
        return self.editors[key]

    def show_problem(self, key: str, words: str | None) -> None:
        """Say below a field what is not right with it."""
        self.editors[key].show_problem(words)

    def focus_field(self, key: str) -> None:
        """Take the focus to a field."""
        self.editors[key].focus_field()

    def insert_after(self, key: str, widget: QWidget) -> None:
        """Put something below a field, such as what is already known."""
        self.column.insertWidget(self.column.indexOf(self.editors[key]) + 1, widget)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._narrow()

    def _narrow(self) -> None:
        self.setMaximumWidth(current().size("form_width"))
