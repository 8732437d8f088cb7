"""Qt without a display, for programs that take pictures."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

USUAL = "This plugin does not support"
"""How the offscreen screen begins what it says about every window."""


def _tell(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    if not words.startswith(USUAL):
        print(words, file=sys.stderr)


def start_offscreen() -> QApplication:
    """The one application, on no screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_tell)
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(qt, QApplication)
    return qt
