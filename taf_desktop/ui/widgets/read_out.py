"""Words that several people read from where they sit: as large as they fit."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from taf_desktop.ui.theme import FAMILY, current
from taf_desktop.ui.theme.stylesheet import READ_OUT
from taf_desktop.ui.widgets.text import Label, set_mark

_DEEP = 100_000


class ReadOut(Label):
    """A label in the largest of a few sizes with which its words are no higher than `room`."""

    kind = "read1"
    tight = False
    """Whether there was only room for the smallest."""

    def fit(self, width: int, room: int) -> None:
        """Choose the size for this width and room, in pixels; the smallest where none fits."""
        sizes = [(at, current().px(size)) for at, size in enumerate(READ_OUT, start=1)]
        fitting = (at for at, pixels in sizes if self._high(pixels, width) <= room)
        at = next(fitting, len(sizes))
        self.tight = at == len(sizes)
        set_mark(self, kind=f"read{at}")
        self.updateGeometry()

    def _high(self, pixels: int, width: int) -> int:
        font = QFont(FAMILY)
        font.setPixelSize(pixels)
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        return (
            QFontMetrics(font).boundingRect(QRect(0, 0, width, _DEEP), flags, self.text()).height()
        )
