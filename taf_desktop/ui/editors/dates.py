"""Editors of dates and times: three boxes, or words; what is no date stays and says so."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from taf_desktop.packs.dates import parse_partial
from taf_desktop.packs.kinds import Answer
from taf_desktop.packs.pack import Field
from taf_desktop.ui.editors.context import EditorContext
from taf_desktop.ui.editors.date_words import (
    parts_of,
    split_pasted,
    time_from,
    value_from,
    whole_year,
    words_value,
)
from taf_desktop.ui.editors.field_editor import FieldEditor
from taf_desktop.ui.widgets.buttons import LinkButton
from taf_desktop.ui.widgets.entry import LineEntry
from taf_desktop.ui.widgets.flow import FlowRow
from taf_desktop.ui.widgets.text import Aside, set_mark, show_if

NEVER_TODAY = ("birth_date", "due_date")
"""Days that are remembered or expected: *Today* beside them would only be pressed by mistake."""

BOXES = (("Day", 64), ("Month", 104), ("Year", 120))
"""The three boxes with their widths at 100 %."""

TO_COME = "This day is still to come. Is the year right?"


class DatePartEntry(LineEntry):
    """One of three boxes; a whole date that is pasted into it goes to all three."""

    def __init__(self, take_whole: Callable[[str], bool]) -> None:
        super().__init__()
        self._take_whole = take_whole

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Catch a pasted date."""
        pasting = event.matches(QKeySequence.StandardKey.Paste)
        if pasting and self._take_whole(QApplication.clipboard().text()):
            return
        super().keyPressEvent(event)


class LastLink(LinkButton):
    """A link below the boxes, from which a person can go on to the next question."""

    def __init__(self, words: str, on_click: Callable[[], None], left: Callable[[], None]) -> None:
        super().__init__(words, on_click)
        self._left = left

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went on."""
        super().focusOutEvent(event)
        self._left()


class DateBoxes(QWidget):
    """Day, month and year, each with its small label; or one box for a date in words."""

    def __init__(self, changed: Callable[[], None], left: Callable[[], None], today: date) -> None:
        super().__init__()
        self._today = today
        self._changed = changed
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.row = FlowRow(gap=10)
        column.addWidget(self.row)
        self.parts: list[LineEntry] = []
        self._holders: list[QWidget] = []
        for words, width in BOXES:
            part = DatePartEntry(self.take_whole)
            part.keep_width(width)
            part.textEdited.connect(lambda _text: changed())
            if words == "Year":
                # Before it is told, so that nobody reads that 26 is no year.
                part.left.connect(self._write_whole_year)
            part.left.connect(left)
            self.parts.append(part)
            self.add_box(words, part)
        self.words = LineEntry()
        self.words.textEdited.connect(lambda _text: changed())
        self.words.left.connect(left)
        column.addWidget(self.words)
        self.swap = LastLink("In words instead", self._swap, left)
        self.today = LastLink("Today", self._take_today, left)
        column.addWidget(FlowRow([self.today, self.swap], gap=4))
        self.use_words(False)

    def add_box(self, words: str, box: LineEntry) -> None:
        """Put a box with a small label above it into the row."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        label = Aside(words)
        label.setBuddy(box)
        column.addWidget(label)
        column.addWidget(box)
        holder.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.row.add(holder)
        self._holders.append(holder)

    def use_words(self, in_words: bool) -> None:
        """Show one box for words, or the three boxes."""
        for holder in self._holders[:3]:
            show_if(holder, not in_words)
        show_if(self.words, in_words)
        self.swap.set_words("Day, month and year instead" if in_words else "In words instead")

    @property
    def in_words(self) -> bool:
        """Whether the date is being written in words."""
        return not self.words.isHidden()

    def value(self) -> str | None:
        """The stored date, or what was typed, or None."""
        if self.in_words:
            return words_value(self.words.text())
        return value_from(*(part.text() for part in self.parts))

    def show_value(self, value: str | None) -> None:
        """Show a stored date; what fits no box is shown as words."""
        if value == self.value():
            return
        parts = ("", "", "") if value is None else parts_of(value)
        self.use_words(parts is None)
        self.words.setText("" if parts else str(value))
        for part, text in zip(self.parts, parts or ("", "", ""), strict=True):
            part.setText(text)

    def take_whole(self, text: str) -> bool:
        """Put a whole date into the three boxes; whether it was one."""
        parts = split_pasted(text)
        if parts is None:
            return False
        for part, words in zip(self.parts, parts, strict=True):
            part.setText(words)
        self._changed()
        return True

    def _write_whole_year(self) -> None:
        """Show what a year of two digits was taken for."""
        year = self.parts[2]
        if (whole := whole_year(year.text(), self._today)) != year.text():
            year.setText(whole)
            self._changed()

    def _take_today(self) -> None:
        self.use_words(False)
        self.take_whole(self._today.isoformat())

    def _swap(self) -> None:
        value, to_words = self.value(), not self.in_words
        self.use_words(to_words)
        if to_words:
            self.words.setText("" if value is None else value)
        else:
            parts = ("", "", "") if value is None else parts_of(value)
            # A text that fits no box is kept whole in the last one.
            for part, text in zip(self.parts, parts or ("", "", value), strict=True):
                part.setText(str(text))
        (self.words if to_words else self.parts[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def wrong_boxes(self) -> list[LineEntry]:
        """The boxes to look at when the date is not understood."""
        if self.in_words:
            return [self.words]
        day, month, year = (part.text().strip() for part in self.parts)
        tests = (
            day and not (day.isdecimal() and 1 <= int(day) <= 31),
            month and value_from("", month, "2000") == f"/{month}/2000",
            value_from("", "", year or "x") == f"//{year or 'x'}",
        )
        wrong = [part for part, bad in zip(self.parts, tests, strict=True) if bad]
        return wrong or [self.parts[0]]


class DateEditor(FieldEditor):
    """A date, which may be partial."""

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self.boxes = DateBoxes(self._tell, self._left_boxes, context.today)
        for part, (words, _width) in zip(self.boxes.parts, BOXES, strict=True):
            self._own(part, f"{field.label}, {words.lower()}")
        self._own(self.boxes.words, f"{field.label}, in words")
        for button in (self.boxes.swap, self.boxes.today):
            button.setAccessibleDescription(field.label)
        show_if(self.boxes.today, field.key not in NEVER_TODAY)
        self.put(self.boxes)

    def value(self) -> Answer:
        """The date as stored, what was typed, or None."""
        return self.boxes.value()

    def problem_now(self) -> str | None:
        """A day that is no day; or one to come, where it must have been."""
        value = self.value()
        found = parse_partial(value) if isinstance(value, str) else None
        if found is not None and self.field.check == "not_to_come":
            first = date(found.year, found.month or 1, found.day or 1)
            return TO_COME if first > self.context.today else None
        return super().problem_now()

    def _show(self, value: Answer) -> None:
        self.boxes.show_value(None if value is None else str(value))

    def _left_boxes(self) -> None:
        inside = QApplication.focusWidget()
        if inside is None or not self.isAncestorOf(inside):
            self._left()

    def _mark_wrong(self, wrong: bool) -> None:
        looked_at = self.boxes.wrong_boxes() if wrong else []
        for widget in self._named:
            set_mark(widget, wrong="true" if widget in looked_at else "false")


class MomentEditor(DateEditor):
    """A date and a time of day."""

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self.time = LineEntry()
        self.time.keep_width(100)
        self.time.setPlaceholderText("15:45")
        self.time.textEdited.connect(lambda _text: self._tell())
        self.time.left.connect(self._left_boxes)
        self.boxes.add_box("Time", self.time)
        self._own(self.time, f"{field.label}, time")

    def value(self) -> Answer:
        """Date and time as stored, the date alone, what was typed, or None."""
        day, typed = self.boxes.value(), self.time.text().strip()
        if day is None or not typed:
            return day or (typed or None)
        time = time_from(typed)
        whole = len(day) == 10 and day[4] == "-"
        return f"{day}T{time}" if time and whole else f"{day} {typed}"

    def _show(self, value: Answer) -> None:
        if value == self.value():
            return
        text = "" if value is None else str(value)
        day, mark, time = text.partition("T")
        if not (mark and len(day) == 10):
            day, _space, time = text.rpartition(" ") if parts_of(text) is None else (text, "", "")
            if parts_of(day) is None:
                day, time = ("", text) if time_from(text) else (text, "")
        self.boxes.show_value(day or None)
        self.time.setText(time)
