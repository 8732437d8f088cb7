"""The pages of a PDF that stays in memory: as pictures, and as words."""

from PySide6.QtCore import QBuffer, QIODeviceBase, QSize, QSizeF, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument


class PdfPages:
    """The pages of these very bytes; a page is counted from 0."""

    def __init__(self, pdf: bytes) -> None:
        self._document = QPdfDocument()
        # The document reads from its buffer for as long as it lives.
        buffer = QBuffer(self._document)
        buffer.setData(pdf)
        buffer.open(QIODeviceBase.OpenModeFlag.ReadOnly)
        self._document.load(buffer)

    def __len__(self) -> int:
        return self._document.pageCount()

    def points(self, page: int) -> QSizeF:
        """The size of a page in points, 72 to the inch."""
        return self._document.pagePointSize(page)

    def words(self, page: int) -> str:
        """The words on a page, in the order in which they stand there."""
        return self._document.getAllText(page).text().strip()

    def picture(self, page: int, size: QSize) -> QImage:
        """A page as it looks on white paper, in this many pixels."""
        return self._document.render(
            page, size, format=QImage.Format.Format_RGB32, fillColor=Qt.GlobalColor.white
        )
