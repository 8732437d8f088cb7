"""Choosing the day whose plan is looked at: a date box, and a button beside it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from taf_desktop.packs.dates import parse_partial
from taf_desktop.packs.pack import Field
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.editors import EditorContext, make_editor
from taf_desktop.ui.widgets import FlowRow, SecondaryButton

NO_DAY = "Write a whole day, such as 29 1 2026."
TO_COME = "That day has not come yet."


class DayChoice(QWidget):
    """A day up to today; `show` is told the day when it is one."""

    def __init__(self, workspace: Workspace, show: Callable[[date], object]) -> None:
        super().__init__()
        self._workspace, self._show = workspace, show
        field = Field(key="day", kind="date", label="The plan as it stood on")
        context = EditorContext(pack=workspace.pack, today=workspace.today)
        self.editor = make_editor(field, context)
        self.button = SecondaryButton("Show the plan of that day", self.show_day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.editor)
        column.addWidget(FlowRow([self.button]))

    def set_day(self, day: date) -> None:
        """Show a day in the box without telling anybody."""
        self.editor.set_value(day.isoformat())

    def show_day(self) -> None:
        """Tell the day that was typed, or say what is not right with it."""
        found = parse_partial(str(self.editor.value() or ""))
        day = found.as_date() if found is not None else None
        if day is None or day > self._workspace.today:
            self.editor.show_problem(NO_DAY if day is None else TO_COME)
            self.editor.focus_field()
            return
        self.editor.show_problem(None)
        self._show(day)
