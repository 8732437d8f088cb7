"""The Word writer: real styles, lists and table heads through python-docx."""

from io import BytesIO

import docx

from taf_desktop.documents.content import Document
from taf_desktop.documents.plain import plain_line
from taf_desktop.documents.word.logo import add_logo
from taf_desktop.documents.word.page import page_words
from taf_desktop.documents.word.setting import WordSetting
from taf_desktop.documents.word.styles import describe, set_styles

__all__ = ["write_word"]


def write_word(document: Document) -> bytes:
    """The document as a Word file."""
    word = docx.Document()
    body = document.body_sizes[0] if document.body_sizes else document.flowing_size
    set_styles(word, body, document)
    describe(word, plain_line(document.title), document.language)
    page_words(word, document)
    if document.logo is not None:
        add_logo(word, document.logo)
    WordSetting(word, document.language).write(document.blocks)
    file = BytesIO()
    word.save(file)
    return file.getvalue()
