"""Pouring boxes into pages and drawing the pages with their footers."""

from dataclasses import replace

from taf_desktop.documents.content import Document
from taf_desktop.documents.pdf import fonts, look
from taf_desktop.documents.pdf.boxes import Box, Stack
from taf_desktop.documents.pdf.canvas import TaggedCanvas
from taf_desktop.documents.pdf.lines import Fragment, TextStyle, broken, with_apart
from taf_desktop.documents.pdf.logo import draw_logo, logo_height
from taf_desktop.documents.pdf.look import Look
from taf_desktop.documents.pdf.printable import line as printable_line
from taf_desktop.documents.pdf.setting_hand import set_document
from taf_desktop.documents.pdf.structure import Element
from taf_desktop.documents.pdf.typeset import Place, draw_line, draw_words

_FOOTER_SIZES = (8.5, 8.0, 7.5)
"""Points, the first at which a footer stands in two lines."""

_BANNER_SIZE = 10.0


def fitted(document: Document) -> Document:
    """The document, or its shorter form where that alone fits on the pages that are wanted."""
    forms = [document]
    if document.shorter:
        forms.append(replace(document, blocks=document.shorter, shorter=()))
    for sizes in (document.body_sizes, document.least_sizes):
        for form in forms:
            if any(_pages(form, body, at_most=form.wanted_pages) for body in sizes):
                return form
    return _roomier(document)


def _roomier(document: Document) -> Document:
    """A document that runs on, with more room at its end where no page is added for it."""
    most = len(_running(document)) if document.roomier else 0
    forms = (replace(document, blocks=blocks, shorter=()) for blocks in document.roomier)
    return next((form for form in forms if len(_running(form)) <= most), document)


def laid_out(document: Document) -> list[Box]:
    """The pages at the first body size that fits the wanted number, or else running on."""
    for body in (*document.body_sizes, *document.least_sizes):
        pages = _pages(document, body, at_most=document.wanted_pages)
        if pages is not None:
            return pages
    return _running(document)


def _running(document: Document) -> list[Box]:
    """The pages of a document that runs on."""
    return _pages(document, document.flowing_size, bottom=look.RUNNING_BOTTOM) or []


def _pages(
    document: Document, body: float, at_most: int | None = None, bottom: float = look.BOTTOM
) -> list[Box] | None:
    """The pages at one body size, or None where there would be more than allowed."""
    rest: Box | None = set_document(
        document.blocks, Look(body, document.letters, document.language == "ur")
    )
    pages: list[Box] = []
    while rest is not None:
        if at_most is not None and len(pages) == at_most:
            return None
        top = _top(document, first=not pages)
        page, rest = rest.split(look.ROOM_ACROSS, look.PAGE_HEIGHT - top - bottom)
        if page is None and isinstance(rest, Stack):
            page, rest = _forced(rest)
        if page is not None:
            pages.append(page)
    return pages


def _forced(stack: Stack) -> tuple[Box, Box | None]:
    """The first box on a page of its own, however high it is, so that nothing is left out."""
    first, *others = stack.boxes
    return first, Stack(others) if others else None


def _top(document: Document, *, first: bool) -> float:
    """How far from the upper edge the words of a page begin: below banner and logo."""
    logo = logo_height(document.logo) if first and document.logo else 0.0
    return look.TOP + (look.BANNER if document.banner else 0.0) + logo


def draw_pages(canvas: TaggedCanvas, document: Document, pages: list[Box]) -> None:
    """Draw every page with its banner and footer."""
    for number, page in enumerate(pages, start=1):
        if document.banner:
            _draw_banner(canvas, document.banner, first=number == 1)
        if document.logo and number == 1:
            draw_logo(canvas, document.logo, look.BANNER if document.banner else 0.0)
        top = look.PAGE_HEIGHT - _top(document, first=number == 1)
        page.draw(canvas, look.MARGIN, top, look.ROOM_ACROSS)
        with canvas.artefact():
            _draw_footer(canvas, document.footer, _page_words(document, number, len(pages)))
        canvas.showPage()


def _page_words(document: Document, number: int, count: int) -> str:
    words = document.page_words.replace("{page}", str(number))
    return printable_line(words.replace("{pages}", str(count)))


def _draw_footer(canvas: TaggedCanvas, words: str, page_words: str) -> None:
    right = look.PAGE_WIDTH - look.MARGIN
    face = fonts.face()
    canvas.setStrokeColor(look.LINE)
    canvas.setLineWidth(0.8)
    canvas.line(look.MARGIN, look.FOOTER + 12, right, look.FOOTER + 12)
    style = TextStyle(face, _FOOTER_SIZES[0], look.SOFT)
    far, share = (look.MARGIN, 0.0) if canvas.right_to_left else (right, 1.0)
    draw_words(canvas, page_words, style, (far, look.FOOTER), share)
    for size in _FOOTER_SIZES:
        style = TextStyle(face, size, look.SOFT)
        said = with_apart([Fragment(printable_line(words), style)])
        lines = broken(said, look.ROOM_ACROSS * 0.86)
        if len(lines) <= 2:
            break
    for row, line in enumerate(lines[:2]):
        bottom = look.FOOTER - row * 11
        if canvas.right_to_left:
            place = Place(look.MARGIN, bottom, look.ROOM_ACROSS)
            draw_line(canvas, line.fragments, place, rtl=True)
            continue
        text = "".join(fragment.text for fragment in line.fragments)
        draw_words(canvas, text, style, (look.MARGIN, bottom))


def _draw_banner(canvas: TaggedCanvas, words: str, *, first: bool) -> None:
    """The band over a page; it is read aloud once."""
    bottom = look.PAGE_HEIGHT - look.BANNER
    with canvas.artefact():
        canvas.setFillColor(look.PRACTICE)
        canvas.rect(0, bottom, look.PAGE_WIDTH, look.BANNER, stroke=0, fill=1)
    with canvas.content(Element("P")) if first else canvas.artefact():
        style = TextStyle(fonts.face(strong=True), _BANNER_SIZE, look.WHITE)
        middle = (look.PAGE_WIDTH / 2, bottom + 6)
        draw_words(canvas, printable_line(words), style, middle, share=0.5)
