"""What holds other widgets: pages that scroll, cards, rows that wrap, columns that stack."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from taf_desktop.ui.focus_order import let_go
from taf_desktop.ui.theme import Tone, current
from taf_desktop.ui.widgets.text import Aside, Heading, Label, set_mark, show_if

Some = TypeVar("Some", bound=QWidget)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout, and delete it; the focus stays on the page."""
    while (there := layout.itemAt(0)) is not None:
        widget, inner = there.widget(), there.layout()
        if widget is not None:
            let_go(widget)
        layout.takeAt(0)
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def line() -> QFrame:
    """A thin line between two rows."""
    frame = QFrame()
    frame.setProperty("kind", "line")
    frame.setFixedHeight(1)
    return frame


class ScrollPage(QScrollArea):
    """A column that scrolls up and down, and keeps what has the focus in sight."""

    def __init__(self, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(16)
        self.setWidget(inner)
        self.column.addStretch(1)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            app.inputMethod().cursorRectangleChanged.connect(self._follow_typing)

    def add(self, widget: Some, stretch: int = 0) -> Some:
        """Put a widget at the end of the column."""
        self.column.insertWidget(self.column.count() - 1, widget, stretch)
        return widget

    def clear(self) -> None:
        """Take all widgets away."""
        empty(self.column)
        self.column.addStretch(1)

    def clear_after(self, kept: QWidget) -> None:
        """Take away all widgets below one that stays."""
        rest = QVBoxLayout()
        while self.column.count() > self.column.indexOf(kept) + 1:
            item = self.column.takeAt(self.column.indexOf(kept) + 1)
            if item is not None:
                rest.addItem(item)
        empty(rest)
        self.column.addStretch(1)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        inner = self.widget()
        if now is not None and inner is not None and inner.isAncestorOf(now):
            self.ensureWidgetVisible(now, 12, 24)
            self._show_whole(now, inner)

    def _follow_typing(self) -> None:
        """Words must not be typed out of sight, as when the page opened with a box far below."""
        self._follow(None, QApplication.focusWidget())

    def _show_whole(self, now: QWidget, inner: QWidget) -> None:
        """Show all of a box to type in, where Qt is content with the line of the cursor."""
        corner, half = now.mapTo(inner, QPoint(0, 0)), now.height() // 2
        if now.height() + 2 * 24 <= self.viewport().height():
            self.ensureVisible(corner.x(), corner.y() + half, 12, half + 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Allow sideways scrolling only when there is truly no room."""
        super().resizeEvent(event)
        inner = self.widget()
        tight = inner is not None and inner.minimumSizeHint().width() > self.viewport().width()
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if tight else policy.ScrollBarAlwaysOff
        )


class Card(QFrame):
    """A white card with a heading, an aside at the right, and rows below."""

    def __init__(self, title: str = "", aside: str = "", tone: Tone | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        if tone is not None:
            self.setProperty("tone", tone.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self._head = QFrame()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(16, 13, 16, 10)
        self._title, self._aside = Heading("", 2), Aside("")
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        head.addWidget(self._aside)
        outer.addWidget(self._head)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._body.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._body, 1)
        if tone is not None:
            self.set_tone(tone)
        self.set_title(title)
        self.set_aside(aside)

    def set_tone(self, tone: Tone) -> None:
        """Write the heading in the colour of a tone; those of the columns colour its ground too."""
        self._title.set_ink(tone)
        ground = tone in (Tone.PLAIN, Tone.WORRIED, Tone.WELL, Tone.NEEDED)
        set_mark(self._head, kind="head" if ground else "", tone=tone.value)

    def set_title(self, words: str) -> None:
        """The heading of the card; it also names the card to a screen reader."""
        self._title.setText(words)
        self.setAccessibleName(words)
        show_if(self._head, bool(words))

    def set_aside(self, words: str) -> None:
        """Small words at the right of the heading."""
        self._aside.setText(words)
        show_if(self._aside, bool(words))

    def add_head(self, widget: Some) -> Some:
        """Put a widget at the right of the heading."""
        layout = self._head.layout()
        if layout is not None:
            layout.addWidget(widget)
        return widget

    def add(self, widget: Some, stretch: int = 0) -> Some:
        """Put a widget below what is there, within the card's margins."""
        holder = QVBoxLayout()
        first = self._body.count() == 0 and not self._title.text()
        holder.setContentsMargins(16, 14 if first else 2, 16, 12)
        holder.addWidget(widget)
        self._body.addLayout(holder, stretch)
        return widget

    def add_row(self, widget: Some) -> Some:
        """Put a widget below a line, as wide as the card."""
        if self._title.text() or self._body.count():
            self._body.addWidget(line())
        self._body.addWidget(widget)
        return widget

    def add_foot(self, widget: Some) -> Some:
        """Put a widget below a line, within the card's margins."""
        self._body.addWidget(line())
        holder = QVBoxLayout()
        holder.setContentsMargins(16, 12, 16, 12)
        holder.addWidget(widget)
        self._body.addLayout(holder)
        return widget

    def clear(self) -> None:
        """Take all widgets away; the heading stays."""
        empty(self._body)


class PairRow(QWidget):
    """Words at the left and a widget at the right, or under them where the card is narrow."""

    def __init__(
        self, words: str, right: QWidget | None = None, aside: str = "", *, under: bool = False
    ) -> None:
        super().__init__()
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if under else way.LeftToRight, self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(4 if under else 12)
        self._column = QVBoxLayout()
        self._column.setSpacing(1)
        self._column.addWidget(Label(words))
        if aside:
            self.add(Aside(aside))
        row.addLayout(self._column, 1)
        if right is not None:
            side = Qt.AlignmentFlag.AlignLeft if under else Qt.AlignmentFlag.AlignVCenter
            whole = under and isinstance(right, Label)
            row.addWidget(right, 0, Qt.AlignmentFlag(0) if whole else side)

    def add(self, widget: Some) -> Some:
        """Put a widget under the words."""
        self._column.addWidget(widget)
        return widget


class Columns(QWidget):
    """Columns side by side, with shares of the width; one below the other when it is narrow."""

    def __init__(self, shares: Sequence[int] = (1, 1), stack_below: int = 760) -> None:
        super().__init__()
        self._stack_below = stack_below
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._columns: list[QVBoxLayout] = []
        for share in shares:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
            column.addStretch(1)
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHorizontalStretch(share)
            policy.setHeightForWidth(True)
            holder.setSizePolicy(policy)
            self._row.addWidget(holder, share)
            self._columns.append(column)

    def add(self, which: int, widget: Some, stretch: int = 0) -> Some:
        """Put a widget at the end of a column."""
        column = self._columns[which]
        column.insertWidget(column.count() - 1, widget, stretch)
        return widget

    def clear(self, which: int) -> None:
        """Empty one column."""
        empty(self._columns[which])
        self._columns[which].addStretch(1)

    @property
    def stacked(self) -> bool:
        """Whether the columns stand one below the other now."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Stack or unstack for the new zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < current().px(self._stack_below)
        way = QBoxLayout.Direction
        wanted = way.TopToBottom if narrow else way.LeftToRight
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
            self.updateGeometry()
