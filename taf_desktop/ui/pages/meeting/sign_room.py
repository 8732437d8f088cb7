"""Signing on the screen: a line to sign on, for a pen, a finger or the mouse."""

from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from taf_desktop.services.agreeing import SIGNATURE_HIGH, is_signature
from taf_desktop.services.drawings import WIDE
from taf_desktop.ui.widgets import (
    Card,
    FlowRow,
    Label,
    PrimaryButton,
    Problem,
    QuietButton,
    SecondaryButton,
)
from taf_desktop.ui.widgets.strokes import Sheet, StrokePad

ONLY_A_DOT = "This is only a dot. Sign with a pen, a finger or the mouse; a cross will do."
_LINE = "#8A93A0"


def _ruled(painter: QPainter, paper: QRectF) -> None:
    """The line to sign on."""
    painter.setPen(QPen(QColor(_LINE), 1.5))
    level = paper.top() + paper.height() * 0.78
    painter.drawLine(
        round(paper.left() + paper.width() * 0.05), round(level),
        round(paper.right() - paper.width() * 0.05), round(level),
    )  # fmt: skip


class SignaturePad(StrokePad):
    """Paper for one signature; Enter keeps it, Backspace and Ctrl+Z take the last line back."""

    kept = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(f"Paper for the signature of {name}", _ruled, SIGNATURE_HIGH)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The paper keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the paper is at this width."""
        return round(width * SIGNATURE_HIGH / WIDE)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is meant for the last line, while there is one."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and self.strokes
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys for what the buttons below do."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Backspace or event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        else:
            super().keyPressEvent(event)


class SignedSheet(Sheet):
    """A signature as it was drawn, small."""

    def __init__(self, name: str, strokes: list[dict[str, Any]]) -> None:
        super().__init__(name, _ruled, SIGNATURE_HIGH)
        self.show_strokes(strokes)
        self.setAccessibleDescription("")


class SignRoom(Card):
    """One person's name, what the signature means, and the paper; nothing else of the plan."""

    kept = Signal(object)
    put_off = Signal()

    def __init__(self, name: str, words: str) -> None:
        super().__init__(f"{name}: sign here")
        self.add(Label(words))
        self.pad = self.add(SignaturePad(name), 1)
        self.problem = self.add(Problem())
        self.pad.kept.connect(self._keep)
        self.pad.edited.connect(lambda: self.problem.show_problem(None))
        self.keep = PrimaryButton("Keep this signature", self._keep)
        buttons = [
            self.keep,
            SecondaryButton("Take the last line back", self.pad.take_back),
            SecondaryButton("Start again", self.pad.clear),
            QuietButton("Not now", self.put_off.emit),
        ]
        self.add_foot(FlowRow(buttons))

    def drawn(self) -> list[dict[str, Any]]:
        """The lines, where they are more than a touch by mistake."""
        return list(self.pad.strokes) if is_signature(self.pad.strokes) else []

    def _keep(self) -> None:
        if self.drawn():
            self.kept.emit(self.drawn())
        else:
            self.problem.show_problem(ONLY_A_DOT)
