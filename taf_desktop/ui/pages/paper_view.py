"""The real pages of a copy, one below the other, as they will come out of the printer."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QVBoxLayout, QWidget

from taf_desktop.ui.pdf_pages import PdfPages
from taf_desktop.ui.theme import current
from taf_desktop.ui.widgets import empty

WIDEST, NARROWEST = 760, 240
"""How wide a page may stand, in pixels at 100 %."""

ROOM = 56
"""What stays free below a page that the focus comes to, in pixels."""


class PaperPage(QWidget):
    """One page; Tab comes to it, the arrow keys scroll, and a screen reader reads its words."""

    def __init__(self, pages: PdfPages, page: int, title: str) -> None:
        super().__init__()
        self.pages, self.page = pages, page
        self._picture = QImage()
        # A click leaves the page where it is; only Tab brings it into sight.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"Page {page + 1} of {len(pages)} of {title}")
        self.setAccessibleDescription(pages.words(page))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(current().px(WIDEST))
        self.updateGeometry()

    def _edge(self) -> int:
        # A large thing needs a wider line to be seen to have the focus.
        return current().size("focus_line") + current().px(2)

    def hasHeightForWidth(self) -> bool:
        """The height follows the width, as that of paper does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the paper at this width, with room around it for the focus."""
        points, around = self.pages.points(self.page), 2 * self._edge()
        return around + round((width - around) * points.height() / points.width())

    def sizeHint(self) -> QSize:
        """As large as it may stand."""
        wide = current().px(WIDEST)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Just large enough to tell what is where."""
        wide = current().px(NARROWEST)
        return QSize(wide, self.heightForWidth(wide))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802 (overrides Qt)
        """Have the page scrolled so far that its top is read first."""
        if query != Qt.InputMethodQuery.ImCursorRectangle:
            return super().inputMethodQuery(query)
        holder: QWidget | None = self
        while holder is not None and not isinstance(holder, QAbstractScrollArea):
            holder = holder.parentWidget()
        seen = holder.viewport().height() - ROOM if holder is not None else self.height()
        return QRect(0, 0, self.width(), min(self.height(), max(seen, 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus has gone on."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, and around it its edge or the focus."""
        theme, edge = current(), self._edge()
        sheet = self.rect().adjusted(edge, edge, -edge, -edge)
        painter = QPainter(self)
        if self.hasFocus():
            painter.fillRect(self.rect(), QColor(theme.colour("focus_line")))
        painter.drawImage(sheet, self._drawn(sheet.size() * self.devicePixelRatioF()))
        if not self.hasFocus():
            painter.setPen(QPen(QColor(theme.colour("field_line")), 1))
            painter.drawRect(sheet.adjusted(-1, -1, 0, 0))

    def _drawn(self, size: QSize) -> QImage:
        if self._picture.size() != size:
            self._picture = self.pages.picture(self.page, size)
        return self._picture


class PaperView(QWidget):
    """All pages of one copy; nothing of them is written anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.shown: list[PaperPage] = []

    def show_pdf(self, pdf: bytes, title: str) -> None:
        """Show the pages of these bytes; no bytes show nothing."""
        empty(self._column)
        self.shown = []
        if not pdf:
            return
        pages = PdfPages(pdf)
        for page in range(len(pages)):
            self.shown.append(PaperPage(pages, page, title))
            self._column.addWidget(self.shown[-1])
