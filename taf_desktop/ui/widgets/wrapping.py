"""Boxes to tick and radio buttons whose words wrap, which Qt's own do not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

FEWEST_LETTERS = 14
"""A button is never asked to be narrower than its longest word, or this many letters."""

if TYPE_CHECKING:
    Button = QAbstractButton
else:
    Button = object


class Wrapping(Button):
    """Breaks the words at blanks, to fit the width that there is."""

    _words = ""

    def _begin(self, words: str) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(words)

    def words(self) -> str:
        """The words on one line."""
        return self._words

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self._wrap(self.width())
        self.updateGeometry()

    def _around(self) -> QSize:
        """The room that the mark and the frame take beside and above the words."""
        shown = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self.text())
        return super().sizeHint() - shown

    def _wrap(self, width: int) -> None:
        broken = "\n".join(broken_at(self._words, width - self._around().width(), self))
        text = broken.replace("&", "&&")
        if text != self.text():
            self.setText(text)

    def sizeHint(self) -> QSize:
        """All words on one line."""
        metrics, around = self.fontMetrics(), self._around()
        return QSize(
            around.width() + metrics.horizontalAdvance(self._words) + 1,
            around.height() + metrics.height(),
        )

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word allows."""
        metrics, whole = self.fontMetrics(), self.sizeHint()
        longest = max(map(metrics.horizontalAdvance, self._words.split()), default=0)
        least = max(longest, metrics.averageCharWidth() * FEWEST_LETTERS)
        return QSize(min(self._around().width() + least + 1, whole.width()), whole.height())

    def heightForWidth(self, width: int) -> int:
        """The height of the words when they are broken to this width."""
        metrics, around = self.fontMetrics(), self._around()
        lines = len(broken_at(self._words, width - around.width(), self))
        return around.height() + metrics.height() + (lines - 1) * metrics.lineSpacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._wrap(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        """Break the words anew for larger letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._wrap(self.width())
            self.updateGeometry()


class WrappingTick(Wrapping, QCheckBox):
    """A box to tick."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._begin(words)


class WrappingRadio(Wrapping, QRadioButton):
    """A radio button."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._begin(words)


def broken_at(words: str, width: int, button: QAbstractButton) -> list[str]:
    """Lines of whole words, none wider than this unless it is one word."""
    metrics: QFontMetrics = button.fontMetrics()
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
