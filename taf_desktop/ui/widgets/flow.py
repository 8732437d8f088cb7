"""Widgets in rows that wrap like words."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from taf_desktop.ui.widgets.boxes import empty

Some = TypeVar("Some", bound=QWidget)


class FlowLayout(QLayout):
    """Lays widgets out like words: left to right, and on to the next line."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 (overrides Qt)
        """Take in one item."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 (overrides Qt)
        """One item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 (overrides Qt)
        """Take one item out, or None."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def hasHeightForWidth(self) -> bool:
        """The height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width; asked for very often, so worked out once."""
        if width not in self._heights:
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """A widget has changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 (overrides Qt)
        """Place the items."""
        super().setGeometry(rect)
        self._lay_out(rect, place=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        across = sum(hint.width() + self._gap for hint in hints) - self._gap
        return QSize(max(across, 0), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 (overrides Qt)
        """The largest single item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay_out(self, rect: QRect, place: bool) -> int:
        """Fill line after line, each item in the middle of its line; the height of all."""
        y = rect.y()
        waiting: list[tuple[QLayoutItem, int, QSize]] = []
        x = rect.x()
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._size(item, rect.width())
            if waiting and x + size.width() > rect.right() + 1:
                y += self._end_line(waiting, y, place) + self._gap
                waiting, x = [], rect.x()
            waiting.append((item, x, size))
            x += size.width() + self._gap
        return y + self._end_line(waiting, y, place) - rect.y()

    @staticmethod
    def _size(item: QLayoutItem, room: int) -> QSize:
        hint = item.sizeHint()
        width = min(hint.width(), room)
        high = hint.height()
        if item.hasHeightForWidth():
            high = max(item.heightForWidth(width), item.minimumSize().height())
        return QSize(width, high)

    @staticmethod
    def _end_line(line: list[tuple[QLayoutItem, int, QSize]], y: int, place: bool) -> int:
        tall = max((size.height() for _item, _x, size in line), default=0)
        if place:
            for item, x, size in line:
                item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))
        return tall


class FlowRow(QWidget):
    """Widgets in a row that wraps."""

    def __init__(self, widgets: Iterable[QWidget] = (), gap: int = 8) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: Some) -> Some:
        """Put a widget at the end."""
        self.flow.addWidget(widget)
        return widget

    def clear(self) -> None:
        """Take all widgets away."""
        empty(self.flow)
