"""Notices that nobody has touched the window for some minutes."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_MINUTE = 60_000


class IdleWatch(QObject):
    """Counts the minutes since the last key, click or move of the mouse."""

    idle = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.idle)

    def watch(self, window: QWindow, minutes: int) -> None:
        """Begin to count, or go on with another number of minutes."""
        # The filter sits on the window and not on the application: there it would see every
        # event of every widget.
        window.installEventFilter(self)
        self.timer.start(minutes * _MINUTE)

    def stop(self) -> None:
        """Count no more, because there is nothing to lock."""
        self.timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin again when somebody is there; nothing is held back."""
        if event.type() in _TOUCHES and self.timer.isActive():
            self.timer.start()
        return False
