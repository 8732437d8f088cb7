"""Counts the seconds down until the next try may be made."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from taf_desktop.ui.announce import announce
from taf_desktop.ui.widgets import Label

_SECOND = 1000


class WaitCount(Label):
    """“Wait 30 seconds”, told once to a screen reader and then only when it is over.

    `left` tells how many seconds are left.
    """

    def __init__(self, left: Callable[[], int]) -> None:
        self._is_counting = False
        super().__init__("", bold=True)
        self._left = left
        self.setAccessibleName("How long to wait before the next try")
        self.timer = QTimer(self)
        self.timer.setInterval(_SECOND)
        self.timer.timeout.connect(self.count)
        self.hide()

    @property
    def is_waiting(self) -> bool:
        """Whether the next try has to wait."""
        return self._is_counting

    def count(self) -> None:
        """Show what is left now, and go on counting while there is something."""
        seconds = self._left()
        self.setText(
            f"Wait {'1 second' if seconds == 1 else f'{seconds} seconds'} before the next try"
        )
        if (seconds > 0) == self._is_counting:
            return
        self._is_counting = seconds > 0
        self.setVisible(self._is_counting)
        if self._is_counting:
            self.timer.start()
            self.tell()
        else:
            self.timer.stop()
            announce(self, "You can try again now.")

    def tell(self) -> None:
        """Have what is left spoken."""
        announce(self, self.text())

    def stop(self) -> None:
        """Count no more; the page is not shown."""
        self.timer.stop()

    def setText(self, words: str) -> None:  # noqa: N802 (overrides Qt)
        """Show the words; the name stays, so that not every second is spoken."""
        self._words = words
        QLabel.setText(self, words)
        self.setAccessibleDescription(words)
        self.updateGeometry()
