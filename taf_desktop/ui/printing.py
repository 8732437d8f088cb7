"""Puts the pages of a PDF on paper, exactly as they are."""

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from taf_desktop.errors import UserError
from taf_desktop.ui.pdf_pages import PdfPages

JOB = "TAF Desktop"
"""What the printer's queue shows to everybody; it names nobody."""

SHARPEST = 300
"""Dots to the inch: letters are sharp, and a page takes 35 MB of memory while it is drawn."""

POINTS = 72

NO_PRINTER = UserError(
    "There is no printer here.",
    "This laptop knows no printer now. Connect one and try again, or save this copy as a file "
    "and print it where there is a printer. The pages are still here.",
)
NOT_PRINTED = UserError(
    "This copy was not printed.",
    "The printer did not take it. Look whether it is on and has paper, then print again, or save "
    "this copy as a file. The pages are still here.",
)


def usual_printer() -> QPrinter:
    """The printer that this laptop prints with; raises when it knows none."""
    if not QPrinterInfo.availablePrinterNames():
        raise NO_PRINTER
    return for_paper(QPrinter(QPrinter.PrinterMode.HighResolution))


def for_paper(printer: QPrinter) -> QPrinter:
    """Ready for whole A4 pages, under a name that gives nobody away."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(JOB)
    printer.setCreator(JOB)
    return printer


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Print every page; raises when the printer does not take them."""
    pages, painter = PdfPages(pdf), QPainter()
    if not len(pages) or not painter.begin(printer):
        raise NOT_PRINTED
    try:
        for page in range(len(pages)):
            if page and not printer.newPage():
                raise NOT_PRINTED
            _draw(pages, page, printer, painter)
    finally:
        painter.end()


def _draw(pages: PdfPages, page: int, printer: QPrinter, painter: QPainter) -> None:
    points, paper = pages.points(page), printer.paperRect(QPrinter.Unit.DevicePixel).size()
    scale = min(paper.width() / points.width(), paper.height() / points.height())
    shown = QSizeF(points.width() * scale, points.height() * scale)
    fewer = min(1.0, SHARPEST / (scale * POINTS))
    picture = pages.picture(page, _whole(shown * fewer))
    left, top = (paper.width() - shown.width()) / 2, (paper.height() - shown.height()) / 2
    painter.drawImage(QRectF(left, top, shown.width(), shown.height()), picture)


def _whole(size: QSizeF) -> QSize:
    return size.toSize().expandedTo(QSize(1, 1))
