"""A ReportLab canvas that tags what is drawn on it.

Three seams of ReportLab 5.1 are used that it does not promise: a page and the catalogue write only
the entries named in their `__NoDefault__`, a finished page is the last one of the document's
`Pages`, and every object is written as `idToObject` holds it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.pdfgen.canvas import Canvas

from taf_desktop.documents.pdf import fonts
from taf_desktop.documents.pdf.glyph_fonts import GlyphFont
from taf_desktop.documents.pdf.metadata import EvenStreams, description, output_intent
from taf_desktop.documents.pdf.structure import (
    Element,
    MarkedContent,
    PdfFile,
    TaggedPage,
    spoken,
    write_structure,
)
from taf_desktop.documents.scripts import is_own_script, is_rtl_language


class TaggedCanvas(Canvas):
    """Draws marked content: everything belongs to an element or is an artefact."""

    _doc: PdfFile

    def __init__(self, title: str, language: str) -> None:
        # The initial font has to be an embedded one, or every page would name Helvetica.
        first_font: dict[str, Any] = {"initialFontName": fonts.face()}
        self._output = BytesIO()
        super().__init__(
            self._output,
            pagesize=A4,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang=language,
            **first_font,
        )
        self.setTitle(title)
        # Otherwise the library says that somebody anonymous made it.
        self.setAuthor("")
        self.setCreator("")
        self.setSubject("")
        self.language = language
        self.right_to_left = is_rtl_language(language)
        self.own_script = is_own_script(language)
        self._glyph_fonts: dict[str, GlyphFont] = {}
        self._description = description(title, language)
        self._root = Element("Document")
        self._open = [self._root]
        self._in_artefact = False
        self._owners: list[Element] = []
        self._tagged_pages: list[TaggedPage] = []
        self._bookmarks = 0
        self._bookmark_level = -1

    @contextmanager
    def element(self, element: Element | None) -> Iterator[None]:
        """Whatever is drawn meanwhile belongs below this element; None changes nothing."""
        if element is None or self._in_artefact:
            yield
            return
        if not element.placed:
            element.placed = True
            self._open[-1].kids.append(element)
        self._open.append(element)
        yield
        self._open.pop()

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile is the content of this element."""
        if self._in_artefact:
            yield
            return
        with self.element(element):
            number = len(self._owners)
            self._owners.append(element)
            element.kids.append(MarkedContent(len(self._tagged_pages), number))
            self.addLiteral(f"/{element.tag} <</MCID {number}>> BDC")
            yield
            self.addLiteral("EMC")

    @contextmanager
    def artefact(self) -> Iterator[None]:
        """What is drawn meanwhile is decoration, which a reading voice leaves out."""
        if self._in_artefact:
            yield
            return
        self._in_artefact = True
        self.addLiteral("/Artifact BMC")
        yield
        self.addLiteral("EMC")
        self._in_artefact = False

    @contextmanager
    def run(
        self, owner: Element | None, text: str, language: str, *, shaped: bool
    ) -> Iterator[None]:
        """What is drawn meanwhile is a part of the owner; without one nothing is said of it.

        A voice is told what shapes say, and which language is not that of the file.
        """
        if owner is None or self._in_artefact:
            yield
            return
        part = spoken(text if shaped else "", language) if shaped or language else owner
        with self.element(owner), self.content(part):
            yield

    def glyph_font(self, name: str) -> GlyphFont:
        """The font of this file that draws the shapes of a face."""
        known = self._glyph_fonts
        return known.setdefault(name, GlyphFont(name, len(known) + 1))

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Let the bookmarks lead here; the level counts from 0 and never skips one."""
        if self._in_artefact:
            return
        self._bookmarks += 1
        self._bookmark_level = min(level, self._bookmark_level + 1)
        key = f"part{self._bookmarks}"
        self.bookmarkPage(key, fit="XYZ", left=0, top=top)
        self.addOutlineEntry(title, key, self._bookmark_level)

    def showPage(self) -> None:  # noqa: N802 (the library's name)
        """Finish the page and give it its place in the structure."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        key = len(self._tagged_pages)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = key
        page.Tabs = PDFName("S")
        self._tagged_pages.append(TaggedPage(page, key, self._owners))
        self._owners = []

    def finished(self) -> bytes:
        """The whole file; every page has to have been shown."""
        for font in self._glyph_fonts.values():
            font.write(self._doc)
        write_structure(self._doc, self._root, self._tagged_pages)
        self._doc.Catalog.Metadata = self._description
        catalogue = self._doc.Catalog
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
        catalogue.OutputIntents = output_intent()
        self._doc.idToObject = EvenStreams(self._doc.idToObject)
        self.setViewerPreference("DisplayDocTitle", "true")
        if self.right_to_left:
            self.setViewerPreference("Direction", "R2L")
        self.showOutline()
        self.save()
        return self._output.getvalue()
