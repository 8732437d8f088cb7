"""The faces of Noto Sans and Andika, embedded, with their widths and what they can draw."""

import re
import struct
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from taf_desktop import paths
from taf_desktop.documents.content import Letters
from taf_desktop.errors import UserError

_FACES = {
    (False, False): "NotoSans-Regular",
    (True, False): "NotoSans-Bold",
    (False, True): "NotoSans-Italic",
    (True, True): "NotoSans-BoldItalic",
}
_FOLDERS = {Letters.USUAL: "noto", Letters.FOR_LEARNERS: "andika"}
_NO_CHARACTER = re.compile(r"^<[0-9A-F]{2}> <0000>\n", re.MULTILINE)
_TO_UNICODE = "toUnicodeCMap:"

_SPOILT = (OSError, TTFError, struct.error, ValueError, LookupError)

# The writer takes no picture and no link from a text; this closes the library's own doors too.
rl_config.trustedSchemes = ["data"]
rl_config.trustedHosts = []


class EmbeddedFont(TTFont):
    """A font whose map back to text names no character for codes that stand for none.

    ReportLab maps its unused codes to U+0000, which PDF/UA-1 forbids (7.21.7).
    """

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 (the library's name)
        """Add the font's objects, then take the codes without a character out of its maps."""
        super().addObjects(doc)
        own = f"+{self.face.name.decode('latin-1')}"
        for name, stream in doc.idToObject.items():
            ours = str(name).startswith(_TO_UNICODE) and str(name).endswith(own)
            if ours and isinstance(stream, PDFStream):
                stream.content = _without_empty_codes(stream.content)


def _without_empty_codes(cmap: str) -> str:
    """The map without its lines for U+0000, and in sections of at most 100 lines."""
    lines = re.findall(r"^<[0-9A-F]{2}> <[0-9A-F]{4,8}>$", _NO_CHARACTER.sub("", cmap), re.M)
    head = cmap[: cmap.index("1 begincodespacerange")]
    sections = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = [
        line
        for section in sections
        for line in (f"{len(section)} beginbfchar", *map(_as_utf16, section), "endbfchar")
    ]
    ends = ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    ranges = ["1 begincodespacerange", "<00> <FF>", "endcodespacerange"]
    return head + "\n".join([*ranges, *body, *ends])


def _as_utf16(line: str) -> str:
    """The line with a character beyond the first plane written as its two UTF-16 halves."""
    code, character = line.split()
    point = int(character.strip("<>"), 16)
    return f"{code} <{chr(point).encode('utf-16-be').hex().upper()}>"


@cache
def _font(name: str, letters: Letters) -> EmbeddedFont:
    """A face, read once from the program's own resources and made known to the library."""
    path = paths.resource("third_party", _FOLDERS[letters], f"{name}.ttf")
    try:
        font = EmbeddedFont(name, str(path))
    except _SPOILT:
        raise UserError(
            "The document was not made.",
            "A font that belongs to the program is missing or spoilt. Install the program "
            "again. Your records are not touched by this.",
        ) from None
    pdfmetrics.registerFont(font)
    return font


def face(strong: bool = False, slanted: bool = False, letters: Letters = Letters.USUAL) -> str:
    """The name of the face to draw with; letters for learners are never slanted."""
    if letters is Letters.FOR_LEARNERS:
        name = "Andika-Bold" if strong else "Andika-Regular"
    else:
        name = _FACES[strong, slanted]
    _font(name, letters)
    return name


@cache
def characters() -> frozenset[int]:
    """The code points that every usual face can draw."""
    return frozenset.intersection(*(_glyphs(name) for name in _FACES.values()))


@cache
def _glyphs(name: str) -> frozenset[int]:
    return frozenset(_known(name).face.charToGlyph)


def has(name: str, character: str) -> bool:
    """Whether one face can draw the character."""
    return ord(character) in _glyphs(name)


def _known(name: str) -> EmbeddedFont:
    letters = Letters.FOR_LEARNERS if name.startswith("Andika") else Letters.USUAL
    return _font(name, letters)


@cache
def _widths(name: str) -> dict[int, float]:
    """The widths of a face's characters in thousandths of the font size."""
    return dict(_known(name).face.charWidths)


def width(text: str, name: str, size: float) -> float:
    """How wide a text is, in points."""
    widths = _widths(name)
    return sum(widths.get(ord(character), 0) for character in text) * size / 1000
