"""What did not happen and what to do, said in place, with a way to try again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QSizePolicy

from taf_desktop.errors import UserError
from taf_desktop.ui.announce import announce
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import InsetNote


class TroubleNote(InsetNote):
    """An inset that is hidden until something did not work; it is spoken at once."""

    def __init__(self) -> None:
        super().__init__("", "", Tone.LATE)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def tell(self, error: UserError) -> None:
        """Say what did not happen and what to do."""
        self.lead.setText(error.title)
        self.lead.show()
        self.words.setText(error.message)
        self.show()
        announce(self, f"{error.title} {error.message}", urgent=True)

    def try_to(self, act: Callable[[], object]) -> bool:
        """Do something that takes a moment; when it fails, say so here. Whether it worked."""
        self.hide()
        self.repaint()
        QApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
        try:
            act()
        except UserError as error:
            self.tell(error)
            return False
        finally:
            QApplication.restoreOverrideCursor()
        return True
