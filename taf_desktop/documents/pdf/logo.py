"""The council's logo on the head of the first page: a figure whose words are the council's name."""

from io import BytesIO

from reportlab.lib.utils import ImageReader

from taf_desktop.documents.pdf import look
from taf_desktop.documents.pdf.canvas import TaggedCanvas
from taf_desktop.documents.pdf.printable import line as printable_line
from taf_desktop.documents.pdf.structure import Element, figure_box
from taf_desktop.packs.logo import Logo

_HIGHEST, _WIDEST = 32.0, 190.0
_BELOW = 8.0
_EDGE = 20.0
"""What stays free above it, in points: printers do not reach the edge of the paper."""


def logo_height(logo: Logo) -> float:
    """How much lower the words of the first page begin, in points."""
    _wide, high = _size(logo)
    return _EDGE + high + _BELOW - look.TOP


def _size(logo: Logo) -> tuple[float, float]:
    scale = min(_HIGHEST / logo.height, _WIDEST / logo.width)
    return logo.width * scale, logo.height * scale


def draw_logo(canvas: TaggedCanvas, logo: Logo, below: float) -> None:
    """Draw it at the right, this far below the upper edge."""
    wide, high = _size(logo)
    right, top = look.PAGE_WIDTH - look.MARGIN, look.PAGE_HEIGHT - below - _EDGE
    left, bottom = right - wide, top - high
    element = Element("Figure", alt=printable_line(logo.alt))
    element.attributes = figure_box(left, bottom, right, top)
    with canvas.content(element):
        canvas.drawImage(ImageReader(BytesIO(logo.png)), left, bottom, wide, high)
