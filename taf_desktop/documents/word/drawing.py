"""Pictures of lines as shapes of a Word file, which stay sharp at any size and can be changed."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsmap
from docx.oxml.xmlchemy import BaseOxmlElement

from taf_desktop.documents.content import Figure
from taf_desktop.documents.plain import plain_line
from taf_desktop.documents.shapes import Circle, Label, Pen, Picture, Polyline, Room

_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_NAMES = {
    **{name: nsmap[name] for name in ("w", "wp", "a")},
    "wpg": _GROUP,
    "wps": _SHAPE,
}
_SPACES = " ".join(f'xmlns:{name}="{space}"' for name, space in _NAMES.items())
_UNIT = 14 * 12_700
"""One unit of a picture in the units of the file, of which a point has 12,700."""

_ROOM = 33.0


def line_drawing(figure: Figure, number: int) -> BaseOxmlElement | None:
    """The figure as shapes; None where it has words in it, which Word may set in another face."""
    picture = figure.subject.drawn(Room(_ROOM, lambda text, _strong, _slanted: 0.6 * len(text)))
    if any(isinstance(shape, Label) for shape in picture.shapes):
        return None
    drawing = parse_xml(_drawing(picture, number))
    about = drawing.find(".//wp:docPr", _NAMES)
    about.set("name", f"Picture {number}")
    about.set("descr", plain_line(figure.title))
    return drawing


def _drawing(picture: Picture, number: int) -> str:
    wide, high = _n(picture.width), _n(picture.height)
    size = f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/>'
    inner = f'<a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{high}"/>'
    shapes = "".join(
        _circle(shape) if isinstance(shape, Circle) else _line(shape, wide, high)
        for shape in picture.shapes
        if not isinstance(shape, Label)
    )
    return (
        f"<w:drawing {_SPACES}>"
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name=""/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"<wpg:grpSpPr><a:xfrm>{size}{inner}</a:xfrm></wpg:grpSpPr>"
        f"{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _circle(circle: Circle) -> str:
    x, y = circle.middle
    left, top, wide = _n(x - circle.radius), _n(y - circle.radius), _n(2 * circle.radius)
    return _shape(
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{wide}"/></a:xfrm>'
        '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>',
        circle,
    )


def _line(line: Polyline, wide: int, high: int) -> str:
    """A line through points of the whole picture, so that nothing is moved or stretched."""
    first, *others = (f'<a:pt x="{_n(x)}" y="{_n(y)}"/>' for x, y in line.points)
    steps = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
    filled = "norm" if line.fill else "none"
    return _shape(
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{wide}" h="{high}" fill="{filled}">'
        f"<a:moveTo>{first}</a:moveTo>{steps}{'<a:close/>' if line.closed else ''}"
        "</a:path></a:pathLst></a:custGeom>",
        line,
    )


def _shape(geometry: str, shape: Polyline | Circle) -> str:
    fill = _solid(shape.fill.value) if shape.fill else "<a:noFill/>"
    return (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{geometry}{fill}{_pen(shape.pen)}</wps:spPr>"
        "<wps:bodyPr/></wps:wsp>"
    )


def _pen(pen: Pen | None) -> str:
    if pen is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="dash"/>' if pen.dash else ""
    return f'<a:ln w="{_n(pen.width)}" cap="rnd">{_solid(pen.ink.value)}{dash}<a:round/></a:ln>'


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill>'


def _n(value: float) -> int:
    return round(value * _UNIT)
