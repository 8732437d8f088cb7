"""Pictures of a web page: drawn within the page, with a name and the words that say the same."""

from html import escape

from taf_desktop.documents.content import Figure
from taf_desktop.documents.plain import plain_line
from taf_desktop.documents.shapes import Circle, Label, Pen, Point, Polyline, Room, Shape

_UNNUMBERED = "\0"
"""Stands for the number of a picture until the page is whole; no text of a page can hold it."""

_START = "<svg role="
_UNIT = 20.0
"""Units of the page in one of a picture: some browsers set no letters smaller than one unit."""

_ROOM = 34.0
_AVERAGE = 0.6
"""How wide a letter is taken to be: which face the reader's machine has, nobody knows."""


def _measure(text: str, strong: bool, slanted: bool) -> float:
    return len(text) * (_AVERAGE * 1.06 if strong else _AVERAGE)


def svg(figure: Figure) -> str:
    """The figure as an image that a voice reads as its title and its description."""
    picture = figure.subject.drawn(Room(_ROOM, _measure))
    number = _UNNUMBERED
    named = f'aria-labelledby="{number}t {number}d"'
    size = (
        f'viewBox="0 0 {_n(picture.width)} {_n(picture.height)}" width="{_short(picture.width)}em"'
    )
    return "".join(
        (
            f'{_START}"img" direction="ltr" {named} {size}>',
            f'<title id="{number}t">{escape(plain_line(figure.title))}</title>',
            f'<desc id="{number}d">{escape(plain_line(figure.alt))}</desc>',
            *map(_shape, picture.shapes),
            "</svg>",
        )
    )


def numbered(page: str) -> str:
    """The page with a number of its own for each picture, by which it is named."""
    first, *pictures = page.split(_START)
    return _START.join(
        (first, *(text.replace(_UNNUMBERED, f"p{n}") for n, text in enumerate(pictures, 1)))
    )


def _shape(shape: Shape) -> str:
    if isinstance(shape, Label):
        return _label(shape)
    if isinstance(shape, Circle):
        x, y = shape.middle
        where = f'cx="{_n(x)}" cy="{_n(y)}" r="{_n(shape.radius)}"'
        return f"<circle {where} {_paint(shape)}/>"
    tag = "polygon" if shape.closed else "polyline"
    return f'<{tag} points="{" ".join(map(_point, shape.points))}" {_paint(shape)}/>'


def _label(label: Label) -> str:
    x, y = label.at
    more = ' font-weight="bold"' if label.strong else ""
    more += ' font-style="italic"' if label.slanted else ""
    where = f'x="{_n(x)}" y="{_n(y)}" font-size="{_n(label.size)}"'
    anchor = f'text-anchor="{label.anchor.value}" fill="{label.ink.value}"'
    return f"<text {where} {anchor}{more}>{escape(plain_line(label.text))}</text>"


def _paint(shape: Polyline | Circle) -> str:
    fill = shape.fill.value if shape.fill else "none"
    return f'fill="{fill}"{_stroke(shape.pen)}'


def _stroke(pen: Pen | None) -> str:
    if pen is None:
        return ""
    dash = f' stroke-dasharray="{" ".join(map(_n, pen.dash))}"' if pen.dash else ""
    ends = ' stroke-linecap="round" stroke-linejoin="round"' if not pen.dash else ""
    return f' stroke="{pen.ink.value}" stroke-width="{_n(pen.width)}"{dash}{ends}'


def _point(point: Point) -> str:
    return f"{_n(point[0])},{_n(point[1])}"


def _n(value: float) -> str:
    """A measure of the page, in as few letters as it needs."""
    return _short(value * _UNIT)


def _short(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
