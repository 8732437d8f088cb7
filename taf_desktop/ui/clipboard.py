"""The clipboard: what is copied here is marked as confidential, and gone when the records lock."""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
OURS = "application/x-taf-desktop"
MARKS = {
    OURS: b"1",
    # Klipper and others keep no history of it.
    "x-kde-passwordManagerHint": b"secret",
    # The clipboard history of Windows, and the cloud behind it, leave it out.
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\x01",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\x00\x00\x00\x00",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\x00\x00\x00\x00",
    # The same for the programs of a Mac that honour it.
    "application/x-nspasteboard-concealed-type": b"1",
}


class ConfidentialClipboard(QObject):
    """Marks whatever this program puts on the clipboard, and takes it away again."""

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        clipboard.dataChanged.connect(self._mark)

    def forget(self) -> None:
        """Take away what was copied here; what another program put there stays."""
        there = self._there()
        if there is not None and there.hasFormat(OURS):
            self._clipboard.clear()

    def _there(self) -> QMimeData | None:
        """What is on the clipboard; None when there is nothing at all."""
        return self._clipboard.mimeData()

    def _mark(self) -> None:
        # Not every computer says whose it is; while this window has the focus it is its own.
        ours = self._clipboard.ownsClipboard() or QGuiApplication.focusWindow() is not None
        copied = self._there()
        if not ours or copied is None or not copied.hasText() or copied.hasFormat(OURS):
            return
        marked = QMimeData()
        # Words alone: no style, no place where they came from.
        marked.setText(copied.text())
        for kind, value in MARKS.items():
            marked.setData(kind, value)
        self._clipboard.setMimeData(marked)
