"""Reading back one thing at a time, so large that everybody at the table can read along."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.views import Statement
from taf_desktop.ui.announce import announce
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.pages.meeting.part import MeetingPart
from taf_desktop.ui.pages.meeting.read_changes import Change, Differ, asking, wording
from taf_desktop.ui.pages.meeting.read_items import Item, ReadBack
from taf_desktop.ui.pages.statement_words import left_out_words
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    FlowRow,
    Label,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
    empty,
)
from taf_desktop.ui.widgets.read_out import ReadOut
from taf_desktop.ui.widgets.text import set_mark, show_if

KEYS = (
    ("Right", "While reading back: it is right, the next"),
    ("Left", "While reading back: the one before"),
    ("C", "While reading back: change the words"),
    ("D", "While reading back: somebody sees it differently"),
    ("Delete", "While reading back: leave it out of the plan"),
)
"""The keys that the buttons of reading back act on."""

NOTHING = "There is nothing to read back yet."
NOT_HERE = "Nothing can be read back with everybody who is here."
SMALLER = ("read4", "read5")
"""What stands below the words: the second where there is little room."""

AROUND = 72
"""Room around the words on the card, in pixels at any zoom."""


class ReadAloud(Card):
    """One statement or action; `finished` is sent after the last."""

    finished = Signal()
    list_wanted = Signal()

    def __init__(self, part: MeetingPart) -> None:
        super().__init__("…")
        self.part = part
        self.change: Change | None = None
        self.place = self.add_head(Label("", bold=True, wrap=False))
        self.words, self.said = ReadOut(), Label("")
        self.said.setProperty("kind", SMALLER[0])
        self.differing, self.below = QWidget(), QWidget()
        for holder in (self.differing, self.below):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.words, self.said, self.differing, self.below):
            self.add(widget)
        self._add_buttons()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.read_again()

    def _add_buttons(self) -> None:
        self.onward = PrimaryButton("Yes, next (→)", self.go_on)
        self.back = SecondaryButton("Before (←)", self.go_back)
        self.other = SecondaryButton("Change it (C)", self.change_words)
        self.differs = SecondaryButton("Sees it differently (D)", self.differ)
        self.out = SecondaryButton("Leave it out (Del)", self.leave_out)
        as_list = LinkButton("Show it all as a list", self.list_wanted.emit)
        self.row = FlowRow([self.onward, self.back, self.other, self.differs, self.out, as_list])
        acts = (self.go_on, self.go_back, self.change_words, self.differ, self.leave_out)
        for (keys, _words), act in zip(KEYS, acts, strict=True):
            # Within the buttons alone: in a box the same keys write.
            key = QShortcut(QKeySequence(keys), self.row)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(act)
        self.add_foot(self.row)
        self.left_out = self.add(Aside(""))

    @property
    def item(self) -> Item | None:
        """What is read out now."""
        return self.all.items[self.at] if self.all.items else None

    def read_again(self) -> None:
        """Ask again for what may be read out; stay where we are, or where that was."""
        before = getattr(self, "at", 0)
        self.all = ReadBack.of(self.part)
        ids = [item.id for item in self.all.items]
        wanted = self.part.page.progress.reading
        self.at = ids.index(wanted) if wanted in ids else min(before, max(len(ids) - 1, 0))
        self.left_out.setText(left_out_words(self.all.left_out))
        show_if(self.left_out, self.all.left_out > 0)
        self._show()

    def go_to(self, record_id: UUID) -> None:
        """Read out one thing."""
        self.part.page.progress.reading = record_id
        self.read_again()

    def go_on(self) -> None:
        """It is right: the next; after the last, who agrees."""
        if not self._leave_change():
            return
        if self.at + 1 < len(self.all.items):
            self._turn(1)
        else:
            self.finished.emit()

    def go_back(self) -> None:
        """The one before."""
        if self.at > 0 and self._leave_change():
            self._turn(-1)

    def _turn(self, step: int) -> None:
        if self.change is not None:
            self.all = ReadBack.of(self.part)
        self.at = min(max(self.at + step, 0), len(self.all.items) - 1)
        self._show()
        item = self.item
        if item is not None:
            announce(self, f"{self.place.text()}. {item.title}: {item.words}. {item.said}")
        if self.change is not None:
            focus_soon(self.change.form)
        else:
            self.onward.setFocus(Qt.FocusReason.OtherFocusReason)
            self._fit()

    def _show(self) -> None:
        item = self.item
        many = len(self.all.items)
        self.set_title(item.title if item else "Reading back")
        self.set_tone((item.tone if item else None) or Tone.PLAIN)
        self.place.setText(f"{self.at + 1} of {many}" if many else "")
        nothing = NOT_HERE if self.all.left_out else NOTHING
        self.words.setText(item.words if item else nothing)
        self.said.setText(item.said if item else "")
        self._show_differing(item)
        self.part.page.progress.reading = item.id if item else None
        last = self.at + 1 >= many
        on = "Who agrees? (→)" if item is None else "Yes: who agrees? (→)"
        self.onward.set_words(on if last else "Yes, next (→)")
        self.back.setEnabled(self.at > 0)
        for button in (self.other, self.out):
            show_if(button, item is not None)
        show_if(self.differs, item is not None and isinstance(item.record, Statement))
        self._open(asking(self.part, item) if item is not None and item.asked else None)

    def _show_differing(self, item: Item | None) -> None:
        column = self.differing.layout()
        if column is None:
            return
        empty(column)
        for who, words in item.differing if item else ():
            told = Label(f"{who} sees it differently: “{words}”")
            told.setProperty("kind", SMALLER[0])
            column.addWidget(told)
        show_if(self.differing, bool(item and item.differing))

    def change_words(self) -> None:
        """Open the words in a box; what they were is kept."""
        if self.item is not None:
            self._open_for_hand(partial(wording, self.part, self.item))

    def differ(self) -> None:
        """Open boxes for who sees it differently, and how."""
        if self.item is not None and isinstance(self.item.record, Statement):
            self._open_for_hand(partial(Differ, self.part, self.item.record))

    def _open_for_hand(self, make: Callable[[], Change]) -> None:
        if self._leave_change():
            self._open(change := make())
            focus_soon(change.form)

    def _open(self, change: Change | None) -> None:
        """Show some boxes below the words, or none."""
        column = self.below.layout()
        if column is None:
            return
        empty(column)
        self.change = change
        if change is not None:
            column.addWidget(change)
            change.done.connect(self._changed)
        show_if(self.below, change is not None)
        instead = change is not None and change.instead
        for widget in (self.words, self.said):
            show_if(widget, not instead and bool(widget.text()))
        self._fit()

    def _leave_change(self) -> bool:
        return self.change is None or self.change.leave()

    def _changed(self) -> None:
        """What was put right is read out as it stands now."""
        if self._leave_change():
            self.read_again()
            if self.change is None:
                focus_soon(self.onward)

    def leave_out(self) -> None:
        """Take it out of the plan; undo brings it back."""
        item = self.item
        if item is None or not self._leave_change():
            return
        workspace = self.part.workspace
        try:
            if isinstance(item.record, Statement):
                workspace.views.take_away(item.id)
            else:
                workspace.actions.take_away(item.id)
        except UserError as error:
            self.part.shell.show_error(error)
            return
        self.read_again()
        self.part.shell.say("Left out of the plan. Ctrl+Z brings it back.")
        focus_soon(self.onward)

    def leave(self) -> bool:
        """Save what was typed; False when that was not possible."""
        return self._leave_change()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other sizes."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Let the words be as large as they fit on the screen with what stands around them."""
        if not hasattr(self, "row"):
            return
        width = max(self.width() - 34, 1)
        around = [self._head, self.row]
        around += [one for one in (self.said, self.differing, self.below) if not one.isHidden()]
        high = sum(max(one.heightForWidth(width), one.sizeHint().height()) for one in around)
        page = self.part.page
        viewport = page.body.viewport().height()
        # Without the heading where there is little room: it scrolls away, the words must not.
        below = viewport - page.heading.height() - high - AROUND
        self.words.fit(width, below if below > viewport // 3 else viewport - high - AROUND)
        for label in self.findChildren(Label):
            if label.property("kind") in SMALLER:
                set_mark(label, kind=SMALLER[self.words.tight])
        QTimer.singleShot(0, self, self._show_from_the_top)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Scrolling to the button must not take the words away that it is about."""
        if now is self.onward:
            QTimer.singleShot(0, self, self._show_from_the_top)

    def _show_from_the_top(self) -> None:
        """Scroll so that the words are in sight from their beginning, if what has the focus is."""
        focus, body = QApplication.focusWidget(), self.part.page.body
        inner = body.widget()
        if focus is None or inner is None or not self.isAncestorOf(focus):
            return
        reads = focus is self.onward
        lowest = self if reads else focus
        bottom = lowest.mapTo(inner, QPoint(0, lowest.height())).y()
        top, high = self.mapTo(inner, QPoint(0, 0)).y() - 8, body.viewport().height()
        if bottom <= high:
            body.verticalScrollBar().setValue(0)
        elif reads or bottom <= top + high:
            body.verticalScrollBar().setValue(top)
