"""The ways in which a copy leaves the program: how each is called, kept and written."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from taf_desktop.documents.content import Document
from taf_desktop.documents.html import write_html
from taf_desktop.documents.lock import lock_pdf
from taf_desktop.documents.word import write_word

PDF, WORD, HTML, LOCKED, PRINTED = "saved", "saved_word", "saved_html", "saved_locked", "printed"
WORKBOOK, CSV = "saved_workbook", "saved_csv"


@dataclass(frozen=True, kw_only=True)
class Way:
    """What a note of a copy says ("saved as a file"), and for a file its kind and ending."""

    told: str
    label: str = ""
    suffix: str = ""

    @property
    def filter(self) -> str:
        """The kind of file as a file dialog shows it."""
        return f"{self.label.partition(',')[0]} (*.{self.suffix})"


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        PDF: Way(told="saved as a file", label="PDF, the pages as shown", suffix="pdf"),
        LOCKED: Way(told="saved with a password", label="PDF with a password", suffix="pdf"),
        WORD: Way(told="saved as a Word file", label="Word, the same words", suffix="docx"),
        HTML: Way(told="saved as a web page", label="Web page, the same words", suffix="html"),
        PRINTED: Way(told="printed"),
    }
)

TABLE_WAYS: Mapping[str, Way] = MappingProxyType(
    {
        WORKBOOK: Way(told="saved as an Excel workbook", label="Excel workbook", suffix="xlsx"),
        CSV: Way(told="saved as a CSV file", label="CSV, for any other program", suffix="csv"),
    }
)
"""The ways in which a table leaves."""


def how_words(way: str | None) -> str:
    """How a copy left, as a note says it; "made" for a way that this program does not know."""
    known = WAYS.get(way or "") or TABLE_WAYS.get(way or "")
    return known.told if known else "made"


def file_ways() -> dict[str, str]:
    """The ways that make a file: id and label."""
    return {way_id: way.label for way_id, way in WAYS.items() if way.suffix}


def content(way: str, pdf: bytes, paper: Document, password: str = "") -> bytes:
    """The bytes of the file; the PDF is the one that was looked at."""
    if way == WORD:
        return write_word(paper)
    if way == HTML:
        return write_html(paper)
    return lock_pdf(pdf, password) if way == LOCKED else pdf
