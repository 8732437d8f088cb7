"""The council's logo at the top of a Word file, with the council's name for a screen reader."""

from io import BytesIO

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from taf_desktop.documents.plain import plain_line
from taf_desktop.packs.logo import Logo

_HIGHEST, _WIDEST = 32.0, 190.0


def add_logo(word: WordFile, logo: Logo) -> None:
    """Put it in a paragraph of its own, at the end of the line."""
    scale = min(_HIGHEST / logo.height, _WIDEST / logo.width)
    made = word.add_paragraph()
    made.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    size = Pt(logo.width * scale), Pt(logo.height * scale)
    picture = made.add_run().add_picture(BytesIO(logo.png), *size)
    about = picture._inline.docPr
    about.set("name", "Logo")
    about.set("descr", plain_line(logo.alt))
