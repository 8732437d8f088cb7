"""Editors of words and numbers."""

from taf_desktop.packs.dates import date_words
from taf_desktop.packs.kinds import KINDS, Answer
from taf_desktop.packs.pack import Field
from taf_desktop.services.spoken_days import whole_day
from taf_desktop.ui.editors.context import EditorContext
from taf_desktop.ui.editors.field_editor import FieldEditor
from taf_desktop.ui.widgets.entry import LineEntry, TextEntry

UNDERSTOOD = ("time", "minutes")
"""Checks of what people say in words, such as half three or an hour."""


class ShortTextEditor(FieldEditor):
    """One line of words."""

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self.box = LineEntry()
        self._own(self.box)
        self.put(self.box)
        self.box.textEdited.connect(self._tell)
        self.box.left.connect(self._left)

    def value(self) -> Answer:
        """The words, or None; a time as it is said becomes one in digits."""
        return KINDS["short_text"].parse(self.field, self.box.text())

    def _left(self) -> None:
        """Show what a time, a span of time or a day was taken for."""
        if self.field.check in UNDERSTOOD:
            self._show(self.value())
        elif self.field.check == "by_when":
            self._turn_into_day()
        super()._left()

    def _turn_into_day(self) -> None:
        """Three weeks later "next week" would mean nothing: it becomes the day that is meant."""
        meant = whole_day(self.box.text(), self.context.today)
        words = date_words(meant.isoformat()) if meant is not None else self.box.text()
        if words != self.box.text():
            self._show(words)
            self._tell()

    def _show(self, value: Answer) -> None:
        shown = "" if value is None else str(value)
        if shown != self.box.text():
            self.box.setText(shown)


class LongTextEditor(FieldEditor):
    """Several lines of words; the box grows with them."""

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self.box = TextEntry()
        self._own(self.box)
        self.put(self.box)
        self.box.edited.connect(self._tell)
        self.box.left.connect(self._left)

    def value(self) -> Answer:
        """The words, or None."""
        return self.box.words() or None

    def _show(self, value: Answer) -> None:
        self.box.set_words("" if value is None else str(value))


class NumberEditor(ShortTextEditor):
    """A number; what is none stays as it was typed."""

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self.box.keep_width(160)

    def value(self) -> Answer:
        """A whole number, a decimal number, the text as typed, or None."""
        return KINDS["number"].parse(self.field, self.box.text())
