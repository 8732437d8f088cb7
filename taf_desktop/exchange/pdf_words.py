"""The words of a PDF, where it has any: read with a limit of pages and of time."""

import io
import logging
import time
from collections.abc import Iterator

from pypdf import PdfReader

from taf_desktop.errors import UserError
from taf_desktop.exchange.limits import refused

MOST_PAGES = 30
MOST_SECONDS = 10.0

NOT_PDF = "This file says that it is a PDF, and it is not. Ask for the report again."
LOCKED = "This PDF is locked with a password. Ask for one without, or for a Word file."
DAMAGED = "This PDF is damaged. Ask for the report again."
PICTURES = (
    "There are no words in this PDF, only pictures of pages. Ask for a Word file, or type what "
    "matters."
)
TOO_LONG = f"This PDF has more than {MOST_PAGES} pages. Ask for the pages that matter."
TOO_SLOW = "This PDF takes too long to read. Ask for a Word file, or type what matters."


# The reader tells its log what is odd in a file, and with it what stands there.
_LOG = logging.getLogger("pypdf")
_LOG.addHandler(logging.NullHandler())
_LOG.propagate = False


def pdf_lines(content: bytes) -> Iterator[str]:
    """Each line as it stands on the pages."""
    if b"%PDF-" not in content[:1024]:
        raise refused(NOT_PDF)
    try:
        pages = _pages(content)
    except UserError:
        raise
    except Exception:
        # A broken PDF makes the reader fail in every way there is.
        raise refused(DAMAGED) from None
    if not any(page.strip() for page in pages):
        raise refused(PICTURES)
    for page in pages:
        yield from page.splitlines()


def _pages(content: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise refused(LOCKED)
    if len(reader.pages) > MOST_PAGES:
        raise refused(TOO_LONG)
    end = time.monotonic() + MOST_SECONDS

    def in_time(*_: object) -> None:
        if time.monotonic() > end:
            raise refused(TOO_SLOW)

    return [page.extract_text(visitor_operand_before=in_time) for page in reader.pages]
