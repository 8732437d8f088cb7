"""Fonts of which shapes are drawn by number, embedded with what each shape says.

Each pair of a shape and the letters it stands for has a code of its own, so that a reader, a
search and a copy get the letters back in the order in which they were typed.
"""

from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from taf_desktop.documents.pdf.faces import Glyph, face
from taf_desktop.documents.pdf.structure import PdfFile

_SILENT = "\u200b"
_PREFIX = "TAFDSK"
_IN_A_SECTION = 100


class GlyphFont:
    """One face as it is used in one file."""

    def __init__(self, name: str, number: int) -> None:
        self.name = name
        self.inner = f"G{number}"
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: Glyph) -> str:
        """The code of a shape that says these letters, as it is written into a page."""
        key = (glyph.number, glyph.text or _SILENT)
        return f"{self._codes.setdefault(key, len(self._codes) + 1):04X}"

    def write(self, document: PdfFile) -> None:
        """Put the font into the file."""
        font = face(self.name)
        numbers = [0, *(number for number, _ in self._codes)]
        widths = [round(font.get_glyph_h_advance(number)) for number in numbers]
        base = PDFName(f"{_PREFIX}+{self.name}")
        inside = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": _identity(),
                "CIDToGIDMap": self._stream(
                    document, "Shapes", b"".join(number.to_bytes(2, "big") for number in numbers)
                ),
                "DW": 0,
                "W": PDFArray([0, PDFArray(widths)]),
                "FontDescriptor": self._descriptor(document, font, set(numbers), base),
            }
        )
        whole = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": base,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(inside, f"{self.inner}Inside")]),
                "ToUnicode": self._stream(document, "Letters", self._letters().encode("ascii")),
            }
        )
        known = document.idToObject["BasicFonts"].dict
        known[self.inner] = document.Reference(whole, self.inner)

    def _descriptor(
        self,
        document: PdfFile,
        font: Any,  # noqa: ANN401  # the library has no types
        numbers: set[int],
        base: str,
    ) -> PDFObjectReference:
        extents = font.get_font_extents("ltr")
        ascent, descent = round(extents.ascender), round(extents.descender)
        content = _subset(font.face, numbers)
        file = self._stream(document, "File", content, {"Length1": len(content)})
        descriptor = PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": 4,
                "FontBBox": PDFArray([-1000, descent, 3000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": ascent,
                "StemV": 80,
                "FontFile2": file,
            }
        )
        return document.Reference(descriptor, f"{self.inner}About")

    def _stream(
        self,
        document: PdfFile,
        name: str,
        content: bytes,
        entries: dict[str, object] | None = None,
    ) -> PDFObjectReference:
        stream = PDFStream(PDFDictionary(entries or {}), content, filters=[PDFZCompress])
        return document.Reference(stream, f"{self.inner}{name}")

    def _letters(self) -> str:
        """The map from codes to letters."""
        lines = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for (_, text), code in self._codes.items()
        ]
        sections = [
            lines[start : start + _IN_A_SECTION] for start in range(0, len(lines), _IN_A_SECTION)
        ]
        body = [
            line for part in sections for line in (f"{len(part)} beginbfchar", *part, "endbfchar")
        ]
        return "\n".join([*_HEAD, *body, *_END])


def _identity() -> PDFDictionary:
    return PDFDictionary(
        {
            "Registry": PDFString("Adobe"),
            "Ordering": PDFString("Identity"),
            "Supplement": 0,
        }
    )


def _subset(whole: Any, numbers: set[int]) -> bytes:  # noqa: ANN401  # the library has no types
    """The font file with these shapes alone, each under its own number."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(numbers)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update(_tag(name) for name in ("GSUB", "GPOS", "GDEF", "name"))
    return bytes(hb.subset(whole, wanted).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
)
_END = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")
