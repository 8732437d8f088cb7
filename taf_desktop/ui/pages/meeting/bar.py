"""What never scrolls away in a meeting: the question, the parts, the minutes left, the shield."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from taf_desktop.ui.widgets import Aside, Heading, SecondaryButton
from taf_desktop.ui.widgets.text import show_if

HIDE = "Hide the screen (F12)"
SHORT_HIDE = "Hide (F12)"
PARTS, TO_PAGE = "Parts (F7)", "Back to the page (F7)"


class MeetingBar(QWidget):
    """One line at the top; the question stands on it where there is room for both."""

    def __init__(self, hide: Callable[[], object], parts: Callable[[], object]) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setSpacing(12)
        self.title = Heading("", 1)
        self.parts = SecondaryButton(PARTS, parts, "Parts of the meeting, F7")
        self.minutes = Aside("", wrap=False)
        self.hide_button = SecondaryButton(HIDE, hide, "Hide the screen, F12")
        # The page gives way, never the bar: at 200 % it was pressed flat. And the bar never makes
        # the window wider than the screen: it shows less until it fits.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.row.addWidget(self.parts)
        self.row.addWidget(self.title, 1)
        self.row.addStretch()
        self.row.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.hide_button)

    def show_minutes(self, left: int | None) -> None:
        """Show about how many minutes are left; None when that is not known."""
        self.minutes.setText(f"about {left} minutes left" if left is not None else "")

    def arrange(self, width: int, *, with_parts: bool) -> bool:
        """Make the best of a width; whether the question fits on the line."""
        show_if(self.parts, with_parts)
        show_if(self.minutes, bool(self.minutes.text()))
        self.hide_button.set_words(HIDE, "Hide the screen, F12")
        asked = self.title.fontMetrics().horizontalAdvance(self.title.text())
        margins = self.row.contentsMargins()
        free = width - margins.left() - margins.right()
        if self._needed() > free:
            self.hide_button.set_words(SHORT_HIDE, "Hide the screen, F12")
            show_if(self.minutes, False)
        fits = self._needed() + asked + self.row.spacing() <= free
        show_if(self.title, fits)
        return fits

    def _needed(self) -> int:
        shown = [one for one in (self.parts, self.minutes, self.hide_button) if not one.isHidden()]
        widths = sum(one.sizeHint().width() for one in shown)
        return widths + self.row.spacing() * len(shown)
