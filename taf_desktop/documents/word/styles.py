"""How a Word file looks and what it says of itself: styles, language, title."""

from datetime import datetime

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from taf_desktop.documents.content import Document, Letters
from taf_desktop.documents.scripts import is_own_script

_HEADINGS = {1: 1.78, 2: 1.18, 3: 1.06}
_BRAND = RGBColor(0x0B, 0x55, 0x66)
_LONGEST = 255
_NEVER = datetime(2000, 1, 1)  # Word files hold days without a zone


def set_styles(word: WordFile, body: float, document: Document) -> None:
    """Set A4, the face, the sizes from the body size, and the language of everything."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(18)
    for name in ("Normal", "List Bullet", "List Continue", "Quote"):
        _dress(_style(word, name), body, document.letters)
    for level, larger in _HEADINGS.items():
        style = _style(word, f"Heading {level}")
        _dress(style, body * larger, document.letters)
        style.font.color.rgb = _BRAND
        style.font.bold = True
    normal = _style(word, "Normal")
    normal.paragraph_format.space_after = Pt(body * 0.4)
    _speak(normal, document.language)


def _style(word: WordFile, name: str) -> ParagraphStyle:
    style = word.styles[name]
    if not isinstance(style, ParagraphStyle) or style.type is not WD_STYLE_TYPE.PARAGRAPH:
        raise LookupError(f"{name} is no style of paragraphs")
    return style


def _dress(style: ParagraphStyle, points: float, letters: Letters) -> None:
    style.font.name = letters.value
    halves = round(points * 2)
    style.font.size = Pt(halves / 2)
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    properties.find(qn("w:sz")).addnext(element("w:szCs", val=str(halves)))
    fonts = properties.find(qn("w:rFonts"))
    for place in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{place}"), None)
    for place in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{place}"), letters.value)


def _speak(style: ParagraphStyle, language: str) -> None:
    properties = style.element.get_or_add_rPr()
    spoken = {"val": language} if is_own_script(language) else {"val": language, "bidi": language}
    properties.append(element("w:lang", **spoken))


def describe(word: WordFile, title: str, language: str) -> None:
    """The file's own description, without anybody's name and without a day."""
    about = word.core_properties
    about.title, about.language = title[:_LONGEST], language[:_LONGEST]
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.created = about.modified = _NEVER
    about.revision = 1


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """A new element of a Word file, with attributes of the same name space."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
