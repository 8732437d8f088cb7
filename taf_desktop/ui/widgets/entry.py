"""Boxes to type in: plain text only, with a signal that only a person's hand sends."""

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QMimeData,
    QSignalBlocker,
    QSize,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextDocumentLayout,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from taf_desktop.ui.theme import current

MOST_LETTERS = 20_000
"""More than this in one answer is refused by the box; printers are built for it."""


class PlainDocument(QTextDocument):
    """A document that fetches nothing, whatever a text says."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing, always."""
        return None


class LineEntry(QLineEdit):
    """One line; a pasted text with several lines becomes one."""

    left = Signal()
    _widest = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(MOST_LETTERS)

    def keep_width(self, width: int) -> None:
        """Be this wide (pixels at 100 %) at every zoom."""
        self._widest = width
        self.setFixedWidth(current().px(width))

    def to_end(self) -> None:
        """Put the caret behind the words."""
        self.end(False)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._widest:
            self.setFixedWidth(current().px(self._widest))

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window when there is nothing of its own to take back."""
        if _is_for_window(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went on."""
        super().focusOutEvent(event)
        self.left.emit()


class TextEntry(QPlainTextEdit):
    """Several lines; grows with its content, Tab leaves it, and pasted pictures and styles are
    refused.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None, least_lines: int = 3) -> None:
        super().__init__(parent)
        self._least = least_lines
        self._shown = ""
        document = PlainDocument(self)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        self.setDocument(document)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Qt has no human-only signal for this widget: set_words blocks its own change.
        self.textChanged.connect(self._changed)

    def words(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def set_words(self, words: str) -> None:
        """Show a text without telling anybody; the caret stays when nothing changes."""
        if words == self.toPlainText():
            return
        with QSignalBlocker(self):
            self.setPlainText(words)
        self._shown = self.toPlainText()
        self._grow()

    def to_end(self) -> None:
        """Put the caret behind the words."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _changed(self) -> None:
        words = self.toPlainText()
        self._grow()
        if words != self._shown:
            self._shown = words
            self.edited.emit(words)

    def _grow(self) -> None:
        high = self.sizeHint().height()
        if high != self.height():
            self.setFixedHeight(high)

    def sizeHint(self) -> QSize:
        """As high as the text."""
        self.ensurePolished()
        # While the view scrolls by lines, its document counts its size in lines.
        lines = max(self._least, int(self.document().size().height()))
        frame = self.height() - self.viewport().height()
        inside = lines * self.fontMetrics().lineSpacing() + 2 * int(
            self.document().documentMargin()
        )
        return QSize(320, inside + max(frame, 12))

    def minimumSizeHint(self) -> QSize:
        """A narrow box of the same height."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps otherwise."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom needs another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._grow()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window when there is nothing of its own to take back."""
        own = self.document()
        if _is_for_window(event, own.isUndoAvailable(), own.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the box."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went on."""
        super().focusOutEvent(event)
        self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 (overrides Qt)
        """Only plain words may come in."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 (overrides Qt)
        """Take the plain words and leave styles and pictures outside."""
        if source.hasText():
            room = MOST_LETTERS - len(self.toPlainText())
            self.insertPlainText(source.text()[: max(room, 0)])


class Choice(QComboBox):
    """A list that opens; turning the wheel over it changes nothing.

    Letters find an answer by its beginning, else by a later word: "u" finds an aunt or uncle.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters, self._since = "", QElapsedTimer()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the answer with these letters, wherever in it they begin a word."""
        before = self.currentIndex()
        super().keyPressEvent(event)
        if event.text().strip().isalnum():
            self._find(event.text().casefold(), before)

    def _find(self, letter: str, before: int) -> None:
        interval = QApplication.keyboardInputInterval()
        goes_on = self._since.isValid() and not self._since.hasExpired(interval)
        self._letters = self._letters + letter if goes_on else letter
        self._since.start()
        if self.currentText().casefold().startswith(self._letters):
            return
        first = max(before + (not goes_on), 0)
        for row in (*range(first, self.count()), *range(min(first, self.count()))):
            if any(one.startswith(self._letters) for one in self.itemText(row).casefold().split()):
                self.setCurrentIndex(row)
                self.activated.emit(row)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; the answer stays."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went on."""
        super().focusOutEvent(event)
        self.left.emit()

    def sizeHint(self) -> QSize:
        """Wide enough for its longest words, within a form."""
        hint = super().sizeHint()
        words = [self.itemText(index) for index in range(self.count())]
        longest = max((self.fontMetrics().horizontalAdvance(one) for one in words), default=0)
        width = min(longest + current().px(70), current().px(480))
        return QSize(max(hint.width(), width), hint.height())


def _is_for_window(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undoes = event.matches(QKeySequence.StandardKey.Undo) and not can_undo
    redoes = event.matches(QKeySequence.StandardKey.Redo) and not can_redo
    return undoes or redoes
