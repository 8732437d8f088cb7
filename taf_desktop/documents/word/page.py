"""What stands over and below each page of a Word file, and from which side the pages are read."""

from docx.document import Document as WordFile
from docx.text.paragraph import Paragraph as WordParagraph

from taf_desktop.documents.content import Document, strong, words
from taf_desktop.documents.plain import plain_line, plain_lines
from taf_desktop.documents.scripts import is_rtl_language
from taf_desktop.documents.word.saying import say
from taf_desktop.documents.word.styles import element


def page_words(word: WordFile, document: Document) -> None:
    """The banner over each page, and the footer with "page x of y" below it."""
    section, language = word.sections[0], document.language
    if is_rtl_language(language):
        section._sectPr.append(element("w:bidi"))
    banner = plain_line(document.banner)
    if banner:
        say(section.header.paragraphs[0], words(strong(banner)), language)
    foot = section.footer.paragraphs[0]
    say(foot, words(f"{plain_line(document.footer)} · "), language)
    before, _, rest = document.page_words.partition("{page}")
    between, _, after = rest.partition("{pages}")
    for text, code in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        foot.add_run(" ".join(plain_lines(text)))
        if code:
            _add_field(foot, code)


def _add_field(paragraph: WordParagraph, code: str) -> None:
    field = element("w:fldSimple", instr=code)
    run = element("w:r")
    text = element("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
