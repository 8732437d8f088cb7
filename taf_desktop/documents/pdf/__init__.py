"""The PDF writer: tagged PDF/UA-1 on A4, drawn by ReportLab, tagged by us."""

from taf_desktop.documents.content import Document
from taf_desktop.documents.pdf.canvas import TaggedCanvas
from taf_desktop.documents.pdf.lost import with_note_of_lost
from taf_desktop.documents.pdf.pages import draw_pages, fitted, laid_out
from taf_desktop.documents.pdf.printable import line

__all__ = ["fitted", "write_pdf"]


def write_pdf(document: Document) -> bytes:
    """The document as a PDF file; the same document always gives the same bytes."""
    document = with_note_of_lost(document)
    canvas = TaggedCanvas(line(document.title), document.language)
    draw_pages(canvas, document, laid_out(document))
    return canvas.finished()
