"""Waiting until something is painted, or until the window has nothing left to do."""

import time
from collections.abc import Callable
from itertools import cycle

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from benchmarks.measuring import Timed

LONGEST = 30.0
"""Seconds after which something that is never painted is a fault."""


class PaintWatch(QObject):
    """Notes when a widget was painted last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.at: float | None = None
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See each event pass by."""
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


def until_quiet() -> None:
    """Let everything happen that waits, deletions too, as the program's own loop does."""
    loop = QEventLoop()
    while loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def quiet_after(act: Callable[[], object]) -> Timed:
    """From the beginning of something until nothing is left to do."""

    def once() -> float:
        until_quiet()
        start = time.perf_counter()
        act()
        until_quiet()
        return time.perf_counter() - start

    return once


def painted_after(act: Callable[[], object], widget: QWidget) -> Timed:
    """From the beginning of something until a widget is painted."""
    watch = PaintWatch(widget)

    def once() -> float:
        until_quiet()
        watch.at, start = None, time.perf_counter()
        act()
        while watch.at is None:
            QApplication.processEvents()
            if time.perf_counter() - start > LONGEST:
                raise TimeoutError(f"{type(widget).__name__} was never painted")
        return watch.at - start

    return once


def press_letter(box: QWidget, sentence: str) -> Callable[[], None]:
    """Types the next letter of a sentence whenever it is called, over and over."""
    letters = cycle(f"{sentence}. ")
    return lambda: QTest.keyClicks(box, next(letters))


def surface(box: QWidget) -> QWidget:
    """What of a box is painted: of one that scrolls, the part inside."""
    return box.viewport() if isinstance(box, QPlainTextEdit) else box
