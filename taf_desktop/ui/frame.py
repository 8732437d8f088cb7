"""What stands around the page: band, top bar and rail, arranged for the room that there is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from taf_desktop.ui.page import Page
from taf_desktop.ui.theme import current
from taf_desktop.ui.widgets import PracticeBand, Rail, TopBar

NARROW = 900
"""Below this width at 100 % the rail is behind a button."""


class Frame(QWidget):
    """The parts of the window, and which of them are seen."""

    def __init__(self) -> None:
        super().__init__()
        self.band, self.top, self.rail = PracticeBand(), TopBar(), Rail()
        self.stack = QStackedWidget()
        self.is_rail_wanted = False
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        for widget in (self.band, self.top):
            column.addWidget(widget)
        column.addLayout(row, 1)
        self.band.hide()

    def arrange(self, page: Page | None, width: int) -> None:
        """Show or hide what is around a page, for this width, zoom and kind of page."""
        meeting = page is not None and page.meeting
        has_rail = bool(self.rail.buttons)
        narrow = width < current().px(NARROW)
        self.top.setVisible(not meeting)
        self.rail.set_meeting(meeting)
        self.top.set_narrow(narrow)
        self.top.menu.setVisible(narrow and has_rail)
        self.rail.setVisible(has_rail and (self.is_rail_wanted or not narrow))
        self.rail.setFixedWidth(min(current().size("rail_width"), width // 2))
        if page is not None:
            page.arrange()

    def focus_next_part(self, page: Page | None) -> None:
        """Move the focus between page, rail and top bar."""
        parts = [part for part in (page, self.rail, self.top) if part and part.isVisible()]
        now = QApplication.focusWidget()
        at = next((at for at, part in enumerate(parts) if now and part.isAncestorOf(now)), -1)
        for step in range(1, len(parts) + 1):
            if _focus_first(parts[(at + step) % len(parts)]):
                return


def _focus_first(part: QWidget) -> bool:
    """Give the focus to the first thing in a part of the window that can have it."""
    for widget in part.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
