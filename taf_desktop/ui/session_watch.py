"""Notices that somebody leaves the computer: screen lock, sleep, lid, another user's turn.

On Linux the login service and the screen savers tell it over the message bus of the computer; on
Windows the window is told; a Mac tells it to its workspace.
"""

import ctypes
import sys
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QGuiApplication, QWindow

from taf_desktop.ui.mac_session import OTHER_USER as OTHER_USER
from taf_desktop.ui.mac_session import SCREEN_LOCKED as SCREEN_LOCKED
from taf_desktop.ui.mac_session import SLEEPS as SLEEPS
from taf_desktop.ui.mac_session import hear_mac

_LOGIN, _MANAGER = "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver")

_WM_POWER, _WM_SESSION = 0x0218, 0x02B1
_SUSPEND = 0x0004
_SESSION_EVENTS = {0x2: OTHER_USER, 0x4: OTHER_USER, 0x6: OTHER_USER, 0x7: SCREEN_LOCKED}
_THIS_SESSION = 0


class SessionWatch(QObject):
    """Sends `left` with the reason when whoever works here leaves the computer."""

    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._filter: WindowsFilter | None = None
        self._heard: list[Any] = []

    def watch(self, window: QWindow) -> None:
        """Begin to listen, as far as this computer tells anything."""
        if sys.platform == "win32":
            self._filter = WindowsFilter(self, int(window.winId()))
            app = QGuiApplication.instance()
            if app is not None:
                app.installNativeEventFilter(self._filter)
        elif sys.platform == "darwin":
            self._heard = hear_mac(self.left.emit)
        else:
            self.listen(QDBusConnection.systemBus(), QDBusConnection.sessionBus())

    def listen(self, system: QDBusConnection, session: QDBusConnection) -> None:
        """Hear the login service on one bus and the screen savers on the other."""
        sleeps, locks = _slot("sleeps(bool)"), _slot("is_locked(QDBusMessage)")
        saves = _slot("saves_screen(bool)")
        system.connect("", _LOGIN, _MANAGER, "PrepareForSleep", self, sleeps)
        system.connect("", "", _SESSION, "Lock", self, locks)
        for saver in _SAVERS:
            session.connect("", "", saver, "ActiveChanged", self, saves)

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:
        """The computer goes to sleep, or wakes."""
        if begins:
            self.left.emit(SLEEPS)

    @Slot(QDBusMessage)
    def is_locked(self, _message: QDBusMessage) -> None:
        """The screen is locked."""
        self.left.emit(SCREEN_LOCKED)

    @Slot(bool)
    def saves_screen(self, begins: bool) -> None:
        """The screen saver came on, or went."""
        if begins:
            self.left.emit(SCREEN_LOCKED)


def _slot(signature: str) -> Any:  # noqa: ANN401  # its stubs want bytes, the module wants text
    """A slot as the message bus of Qt wants it named."""
    return SLOT(signature)


class WindowsMessage(ctypes.Structure):
    """The head of a message of Windows, as far as it is read here."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("word", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
    )


class WindowsFilter(QAbstractNativeEventFilter):
    """Hears of sleep and of the session what Windows tells a window that asked for it."""

    def __init__(self, watch: SessionWatch, window: int) -> None:
        super().__init__()
        self._watch = watch
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, _THIS_SESSION)

    def nativeEventFilter(  # noqa: N802 (overrides Qt)
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Read a message, and let it go on its way."""
        name = kind.data() if isinstance(kind, QByteArray) else kind
        if bytes(name).startswith(b"windows"):
            why = why_left(WindowsMessage.from_address(int(message)))
            if why:
                self._watch.left.emit(why)
        return False


def why_left(message: WindowsMessage) -> str:
    """What a message of Windows says about somebody leaving; nothing when it is about else."""
    if message.message == _WM_POWER and message.word == _SUSPEND:
        return SLEEPS
    if message.message == _WM_SESSION:
        return _SESSION_EVENTS.get(message.word, "")
    return ""
