"""The four faces of Noto Sans, embedded, with their widths and the characters they can draw."""

import re
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

from taf_desktop import paths
from taf_desktop.errors import UserError

_FACES = {
    (False, False): "NotoSans-Regular",
    (True, False): "NotoSans-Bold",
    (False, True): "NotoSans-Italic",
    (True, True): "NotoSans-BoldItalic",
}
REGULAR = _FACES[False, False]
BOLD = _FACES[True, False]
_NO_CHARACTER = re.compile(r"^<[0-9A-F]{2}> <0000>\n", re.MULTILINE)
_TO_UNICODE = "toUnicodeCMap:"

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
        own = f"+{self.fontName}"
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
def _fonts() -> dict[str, EmbeddedFont]:
    """The faces, read once from the program's own resources and made known to the library."""
    fonts = {}
    for name in _FACES.values():
        path = paths.resource("third_party", "noto", f"{name}.ttf")
        if not path.is_file():
            raise UserError(
                "The document was not made.",
                "A font that belongs to the program is missing. Install the program again.",
            )
        fonts[name] = EmbeddedFont(name, str(path))
        pdfmetrics.registerFont(fonts[name])
    return fonts


def face(strong: bool = False, slanted: bool = False) -> str:
    """The name of the face to draw with."""
    name = _FACES[strong, slanted]
    _fonts()
    return name


@cache
def characters() -> frozenset[int]:
    """The code points that every face can draw."""
    return frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in _fonts().values()))


@cache
def _widths(name: str) -> dict[int, float]:
    """The widths of a face's characters in thousandths of the font size."""
    return dict(_fonts()[name].face.charWidths)


def width(text: str, name: str, size: float) -> float:
    """How wide a text is, in points."""
    widths = _widths(name)
    return sum(widths.get(ord(character), 0) for character in text) * size / 1000
