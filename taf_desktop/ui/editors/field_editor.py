"""What every editor of a field has in common."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from taf_desktop.packs.kinds import Answer, problem
from taf_desktop.packs.pack import Field
from taf_desktop.ui.editors.context import EditorContext
from taf_desktop.ui.widgets.questions import Question
from taf_desktop.ui.widgets.text import Aside, set_mark, show_if


class FieldEditor(Question):
    """Label, hint, the answer, and below it in words what is not right; a wrong answer stays.

    `edited` is sent only by a person's hand; `set_value` never sends it.
    """

    edited = Signal(str, object)
    left = Signal(str)

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field.label, field.hint)
        self.field = field
        self.context = context
        self.who: Aside | None = None
        self._named: dict[QWidget, str] = {}

    @property
    def key(self) -> str:
        """The name under which the answer is kept."""
        return self.field.key

    def value(self) -> Answer:
        """The answer as it is stored; None when there is none."""
        raise NotImplementedError

    def set_value(self, value: Answer) -> None:
        """Show an answer without telling anybody, and say if something is not right with it."""
        self._show(value)
        self.check()

    def _show(self, value: Answer) -> None:
        """Put the answer into the widgets, silently."""
        raise NotImplementedError

    def check(self) -> None:
        """Say below the answer what is not right with it, if anything."""
        self.show_problem(self.problem_now())

    def problem_now(self) -> str | None:
        """What is not right with the answer, in words."""
        return problem(self.field, self.value())

    def show_problem(self, words: str | None) -> None:
        """Say what is not right; the answer stays as it is."""
        self.problem.show_problem(words)
        for widget, question in self._named.items():
            told = (question, self.problem.text(), self.field.hint)
            widget.setAccessibleDescription(" ".join(part for part in told if part))
        self._mark_wrong(bool(words))

    def _mark_wrong(self, wrong: bool) -> None:
        for widget in self._named:
            set_mark(widget, wrong="true" if wrong else "false")

    def show_audience(self, words: str) -> None:
        """Say beside the answer who may see it."""
        if self.who is None:
            self.who = Aside("")
            self.column.addWidget(self.who)
        self.who.setText(f"Seen by: {words}" if words else "")
        show_if(self.who, bool(words))

    def focus_field(self) -> None:
        """Take the focus to where the answer is given."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _own(self, widget: QWidget, name: str = "", question: str = "") -> None:
        """Make a widget part of the answer: named, described, and the label's buddy if first.

        What is named after one answer of several also tells the `question`.
        """
        widget.setAccessibleName(name or self.field.label)
        told = " ".join(part for part in (question, self.field.hint) if part)
        widget.setAccessibleDescription(told)
        if not self._named:
            self.label.setBuddy(widget)
            self.setFocusProxy(widget)
        self._named[widget] = question

    def _tell(self) -> None:
        """Send what the person's hand just made of the answer."""
        if self.problem.text():
            self.check()
        self.edited.emit(self.key, self.value())

    def _left(self) -> None:
        """The person went on: now is the time to say what is not right."""
        self.check()
        self.left.emit(self.key)
