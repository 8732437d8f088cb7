"""Notices that a projector or another screen is plugged in or out."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication


class ScreensWatch(QObject):
    """Sends `changed` when what is on the window may suddenly be seen elsewhere."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            for told in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
                told.connect(lambda _screen: self.changed.emit())
