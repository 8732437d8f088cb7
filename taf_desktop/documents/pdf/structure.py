"""The structure tree of a tagged PDF: which marked content is a heading, a cell, a figure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFString,
)


class PdfFile(Protocol):
    """What is used of the library's document, which its type stubs leave open."""

    Catalog: Any
    Pages: Any
    idToObject: Any  # noqa: N815  # the library's name

    def Reference(self, obj: object, name: str | None = None) -> PDFObjectReference:  # noqa: N802
        """The reference of an object, which becomes part of the file."""


_KEPT_EMPTY = {"TD", "TH"}


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A piece of content: the page it is on (from 0) and its number there."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """One element of the tree; a box that runs over pages keeps the same one.

    It `says` a text where that is more than its shapes tell, in a `language` of its own.
    """

    tag: str
    attributes: Mapping[str, object] = field(default_factory=dict)
    alt: str = ""
    says: str = ""
    language: str = ""
    kids: "list[Element | MarkedContent]" = field(default_factory=list)
    placed: bool = False

    def pruned(self) -> bool:
        """Drop elements that came to hold nothing; whether this one is still worth writing."""
        self.kids = [kid for kid in self.kids if isinstance(kid, MarkedContent) or kid.pruned()]
        return bool(self.kids) or self.tag in _KEPT_EMPTY

    def walk(self) -> "Iterator[Element]":
        """The element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


@dataclass(slots=True)
class TaggedPage:
    """A finished page, its key in the parent tree, and the element of each piece of content."""

    page: PDFPage
    key: int
    owners: list[Element]


def write_structure(document: PdfFile, root: Element, pages: list[TaggedPage]) -> None:
    """Put the tree, the parent tree and the mark "this is tagged" into the document."""
    root.pruned()
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    tree_reference = document.Reference(tree, "StructTreeRoot")
    writer = _TreeWriter(document, pages)
    tree["K"] = PDFArray([writer.write(root, tree_reference)])
    numbers: list[object] = []
    for tagged in pages:
        numbers += [tagged.key, PDFArray([writer.references[id(e)] for e in tagged.owners])]
    parents = PDFDictionary({"Nums": PDFArray(numbers)})
    tree["ParentTree"] = document.Reference(parents, "ParentTree")
    tree["ParentTreeNextKey"] = len(pages)
    document.Catalog.StructTreeRoot = tree
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class _TreeWriter:
    """Writes elements as objects of the file, remembering the reference of each."""

    def __init__(self, document: PdfFile, pages: list[TaggedPage]) -> None:
        self.document = document
        self.pages = pages
        self.references: dict[int, PDFObjectReference] = {}

    def write(self, element: Element, parent: PDFObjectReference) -> PDFObjectReference:
        """The reference of an element written with all that is below it."""
        entry = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.tag)})
        reference = self.document.Reference(entry, f"Element{len(self.references)}")
        self.references[id(element)] = reference
        entry["P"] = parent
        entry["K"] = PDFArray([self._kid(kid, reference) for kid in element.kids])
        if element.alt:
            entry["Alt"] = PDFString(element.alt)
        if element.says:
            entry["ActualText"] = PDFString(element.says)
        if element.language:
            entry["Lang"] = PDFString(element.language)
        if element.attributes:
            entry["A"] = PDFDictionary(dict(element.attributes))
        return reference

    def _kid(self, kid: Element | MarkedContent, parent: PDFObjectReference) -> object:
        if isinstance(kid, Element):
            return self.write(kid, parent)
        page = self.document.Reference(self.pages[kid.page].page)
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.number})


def column_heading() -> Element:
    """A heading cell over a column."""
    return Element("TH", {"O": PDFName("Table"), "Scope": PDFName("Column")})


def row_heading() -> Element:
    """A heading cell at the start of a row."""
    return Element("TH", {"O": PDFName("Table"), "Scope": PDFName("Row")})


def spoken(text: str, language: str) -> Element:
    """Words in a script or a language of their own."""
    return Element("Span", says=text, language=language)


def bulleted_list() -> Element:
    """A list whose items are marked with a dot."""
    return Element("L", {"O": PDFName("List"), "ListNumbering": PDFName("Disc")})


def figure_box(left: float, bottom: float, right: float, top: float) -> dict[str, object]:
    """The attributes that say where a figure stands on its page, in points."""
    corners = [round(value, 2) for value in (left, bottom, right, top)]
    return {"O": PDFName("Layout"), "BBox": PDFArray(corners)}
