"""The stages of the work as one strip: what is done, where we are, what is to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from taf_desktop.ui.theme import FAMILY, current

DONE, NOW, TO_COME = "done", "now", "to come"


@dataclass(frozen=True)
class Stage:
    """One stage, in words, and whether it is `done`, `now` or `to come`."""

    words: str
    state: str = TO_COME


class StageStrip(QWidget):
    """All stages in a row; in two or more rows when it is narrow. Told to a screen reader."""

    def __init__(self, stages: Sequence[Stage] = ()) -> None:
        super().__init__()
        self.stages: tuple[Stage, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_stages(stages)

    def set_stages(self, stages: Sequence[Stage]) -> None:
        """Show these stages."""
        self.stages = tuple(stages)
        told = "; ".join(f"{stage.words}: {stage.state}" for stage in stages)
        self.setAccessibleName("Stages of the work")
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def _font(self, bold: bool) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(current().size("aside_text"))
        font.setBold(bold)
        return font

    def _rows(self, width: int) -> int:
        """How many rows give every cell room for two lines of words."""
        need = current().px(118)
        across = max(1, min(len(self.stages) or 1, width // need))
        return -(-len(self.stages) // across) if self.stages else 1

    def _cell_height(self) -> int:
        return current().px(44 if self._two_lines() else 36)

    def _two_lines(self) -> bool:
        across = self.width() / max(1, -(-len(self.stages) // self._rows(self.width())))
        fonts = {state: QFontMetrics(self._font(state == NOW)) for state in (DONE, NOW, TO_COME)}
        return any(
            fonts.get(stage.state, fonts[TO_COME]).horizontalAdvance(self._words(stage))
            > across - 10
            for stage in self.stages
        )

    @staticmethod
    def _words(stage: Stage) -> str:
        return f"✓ {stage.words}" if stage.state == DONE else stage.words

    def hasHeightForWidth(self) -> bool:
        """More rows when it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        return self._rows(width) * self._cell_height() + 2

    def sizeHint(self) -> QSize:
        """A comfortable strip."""
        return QSize(current().px(640), self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Room for one stage across."""
        return QSize(current().px(130), self._cell_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, perhaps other rows."""
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells."""
        if not self.stages:
            return
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, 12, 12)
        painter.fillPath(outline, QColor(theme.colour("card")))
        painter.setClipPath(outline)
        rows = self._rows(self.width())
        across = -(-len(self.stages) // rows)
        high = self.height() / rows
        for at, stage in enumerate(self.stages):
            row, place = divmod(at, across)
            in_row = min(across, len(self.stages) - row * across)
            wide = self.width() / in_row
            cell = QRect(round(place * wide), round(row * high), round(wide) + 1, round(high) + 1)
            self._paint_cell(painter, cell, stage)
        for row in range(1, rows):
            painter.fillRect(
                QRect(0, round(row * high), self.width(), 1), QColor(theme.colour("card_line"))
            )
        painter.setClipping(False)
        painter.setPen(QPen(QColor(theme.colour("card_line")), 1))
        painter.drawPath(outline)

    def _paint_cell(self, painter: QPainter, cell: QRect, stage: Stage) -> None:
        theme = current()
        ink = {DONE: "well", NOW: "on_brand"}.get(stage.state, "ink")
        if stage.state == NOW:
            painter.fillRect(cell, QColor(theme.colour("brand")))
        elif cell.right() < self.width() - 2:
            painter.fillRect(
                QRect(cell.right(), cell.top(), 1, cell.height()), QColor(theme.colour("card_line"))
            )
        painter.setPen(QColor(theme.colour(ink)))
        painter.setFont(self._font(stage.state == NOW))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(cell.adjusted(4, 2, -4, -2), int(flags), self._words(stage))
