"""Letters that no face of the program can draw: the paper says so, and how to have them."""

from collections.abc import Iterator
from dataclasses import replace

from taf_desktop.documents.content import Document, Size, Tone, inside, paragraph, strong
from taf_desktop.documents.pdf.printable import UNPRINTABLE, is_lost

LOST = (
    f"Some letters could not be printed here. Each is marked {UNPRINTABLE}. Save this copy as a "
    "Word file or as a web page to have them, or write them in by hand."
)


def with_note_of_lost(document: Document) -> Document:
    """The document, with a sentence at its end where letters of it cannot be drawn."""
    if not any(map(is_lost, _texts(document))):
        return document
    note = paragraph(strong(LOST, Tone.LATE), size=Size.SMALL)
    return replace(document, blocks=(*document.blocks, note))


def _texts(part: object) -> Iterator[str]:
    """Every text of a document."""
    if isinstance(part, str):
        yield part
    for one in inside(part):
        yield from _texts(one)
