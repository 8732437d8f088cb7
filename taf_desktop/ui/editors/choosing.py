"""Editors of choices: one or several of a list, yes or no, one person or several."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from taf_desktop.packs.kinds import YES_NO_WORDS, Answer
from taf_desktop.packs.pack import Field
from taf_desktop.ui.editors.context import EditorContext, Options
from taf_desktop.ui.editors.field_editor import FieldEditor
from taf_desktop.ui.widgets.buttons import LinkButton
from taf_desktop.ui.widgets.entry import Choice
from taf_desktop.ui.widgets.flow import FlowRow
from taf_desktop.ui.widgets.questions import TickBox, radio
from taf_desktop.ui.widgets.text import show_if

MOST_RADIOS = 5
"""Longer lists open instead of standing there whole."""

LONGEST_IN_A_ROW = 28
"""Options with more letters stand one below the other."""

YES_NO = tuple(YES_NO_WORDS.items())
NOT_CHOSEN = "Not chosen yet"


def with_unknown(options: Options, values: Sequence[Answer]) -> list[tuple[str, str]]:
    """The options, and what was stored but is in the list no more, so that it is not lost."""
    known = {code for code, _words in options}
    return [
        *options,
        *((str(one), f"{one} (not in the list)") for one in values if one not in known),
    ]


class RadioEditor(FieldEditor):
    """One of a few answers; an answer can be taken away again."""

    def __init__(self, field: Field, context: EditorContext, options: Options) -> None:
        super().__init__(field, context)
        self._options = options
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._row = FlowRow(gap=10)
        self._column.addWidget(self._row)
        self._holder.setAccessibleName(field.label)
        self.put(self._holder)
        self.clear = LinkButton("Take the answer away", self._clear, f"Take away: {field.label}")
        for code, words in options:
            self._add(code, words)
        self._row.add(self.clear)
        self.clear.hide()

    def _add(self, code: str, words: str) -> None:
        button = radio(words, self.field.label)
        self._own(button, words, self.field.label)
        button.clicked.connect(self._chosen)
        self.group.addButton(button)
        self.buttons[code] = button
        if any(len(label) > LONGEST_IN_A_ROW for _code, label in self._options):
            self._column.insertWidget(self._column.count() - 1, button)
        else:
            self._row.add(button)

    def value(self) -> Answer:
        """The chosen code, or None."""
        return next((code for code, one in self.buttons.items() if one.isChecked()), None)

    def _show(self, value: Answer) -> None:
        if value is not None and value not in self.buttons:
            self._add(str(value), f"{value} (not in the list)")
        self.group.setExclusive(False)
        for code, button in self.buttons.items():
            button.setChecked(code == value)
        self.group.setExclusive(True)
        show_if(self.clear, value is not None)

    def _chosen(self) -> None:
        self.clear.show()
        self._tell()
        self._left()

    def _clear(self) -> None:
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus()
        self._show(None)
        self._tell()
        self._left()


class ListEditor(FieldEditor):
    """One of many answers, in a list that opens."""

    def __init__(self, field: Field, context: EditorContext, options: Options) -> None:
        super().__init__(field, context)
        self._options = options
        self.box = Choice()
        self._fill(options)
        self._own(self.box)
        row = FlowRow()
        row.add(self.box)
        self.put(row)
        self.box.activated.connect(lambda _at: self._tell())
        self.box.left.connect(self._left)

    def _fill(self, options: Options) -> None:
        self.box.clear()
        self.box.addItem(NOT_CHOSEN, None)
        for code, words in options:
            self.box.addItem(words, code)

    def value(self) -> Answer:
        """The chosen code or id, or None."""
        return self.box.currentData()

    def _show(self, value: Answer) -> None:
        if value is not None and self.box.findData(value) < 0:
            self._fill(with_unknown(self._options, [value]))
        self.box.setCurrentIndex(max(0, self.box.findData(value)) if value is not None else 0)


class TicksEditor(FieldEditor):
    """Several answers, each a box to tick."""

    def __init__(self, field: Field, context: EditorContext, options: Options) -> None:
        super().__init__(field, context)
        self.boxes: dict[str, TickBox] = {}
        self._row = FlowRow(gap=6)
        self._row.setAccessibleName(field.label)
        self.put(self._row)
        for code, words in options:
            self._add(code, words)

    def _add(self, code: str, words: str) -> None:
        box = TickBox(words)
        self._own(box, words, self.field.label)
        box.clicked.connect(self._ticked)
        self.boxes[code] = self._row.add(box)

    def value(self) -> Answer:
        """The ticked codes or ids in the order of the list, or None."""
        return [code for code, box in self.boxes.items() if box.value()] or None

    def _show(self, value: Answer) -> None:
        ticked = [str(one) for one in value] if isinstance(value, list) else []
        for code in ticked:
            if code not in self.boxes:
                self._add(code, f"{code} (not in the list)")
        for code, box in self.boxes.items():
            box.set_value(code in ticked)

    def _ticked(self) -> None:
        self._tell()
        self._left()


def choice_editor(field: Field, context: EditorContext) -> FieldEditor:
    """Radio buttons for a short list, a list that opens for a long one."""
    options = context.options(field.list)
    maker = RadioEditor if len(options) <= MOST_RADIOS else ListEditor
    return maker(field, context, options)
