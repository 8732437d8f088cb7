"""Putting words into a paragraph of a Word file, each in its own script and direction."""

from collections.abc import Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from taf_desktop.documents.apart import Part, apart
from taf_desktop.documents.content import Run, Tone, Words
from taf_desktop.documents.plain import plain_lines
from taf_desktop.documents.scripts import (
    Chunk,
    chunks,
    is_own_script,
    is_rtl_language,
    reads_rtl,
)
from taf_desktop.documents.word.styles import element

INKS = {
    Tone.BRAND: RGBColor(0x0B, 0x55, 0x66),
    Tone.QUIET: RGBColor(0x4B, 0x57, 0x68),
    Tone.WORKING_WELL: RGBColor(0x1F, 0x6B, 0x3A),
    Tone.WORRIED: RGBColor(0x8A, 0x3B, 0x12),
    Tone.NEEDS_TO_HAPPEN: RGBColor(0x1B, 0x4F, 0x8F),
    Tone.LATE: RGBColor(0xA3, 0x20, 0x20),
}
_LEFT_MARK, _FROM_LEFT, _FROM_RIGHT, _END_OF_TURN = "\u200e", "\u202a", "\u202b", "\u202c"
_AFTER_DIRECTION = frozenset(
    qn(f"w:{name}")
    for name in (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
        *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)


def say(made: WordParagraph, words: Words, language: str) -> None:
    """Add the runs; each line that was typed starts on a new line.

    In a list the dot stays on the side where the paper begins, whatever is said behind it.
    """
    text, whole = "".join(run.text for run in words), is_rtl_language(language)
    rtl = reads_rtl(text, whole)
    in_list = made.style is not None and str(made.style.name).startswith("List")
    turned = in_list and rtl != whole
    _direct(made, rtl=whole if in_list else rtl, whole=whole)
    if turned:
        made.add_run(_FROM_RIGHT if rtl else _FROM_LEFT)
    lines = [plain_lines(run.text) for run in words]
    parts = iter(apart([line for of_run in lines for line in of_run])) if rtl else None
    for run, of_run in zip(words, lines, strict=True):
        for number, line in enumerate(of_run):
            said = next(parts) if parts is not None else [(line, False)]
            _say_line(made, run, said or [("", False)], language, rtl=rtl, breaks=number > 0)
    if turned:
        made.add_run(_END_OF_TURN)


def _say_line(
    made: WordParagraph, run: Run, said: Sequence[Part], language: str, *, rtl: bool, breaks: bool
) -> None:
    """Add one line of a run, on a new line where it `breaks`."""
    if breaks:
        made.add_run().add_break()
    for text, stands in said:
        if stands:
            made.add_run(_FROM_LEFT)
        for chunk in chunks(text, language) if text else (Chunk(""),):
            part = made.add_run()
            part.add_text(chunk.text)
            _dress(part, run)
            _speak(part, chunk, language)
            if chunk.rtl and not rtl:
                # What follows a name, such as an age, is not drawn into its direction.
                made.add_run(_LEFT_MARK)
        if stands:
            made.add_run(_END_OF_TURN)


def _direct(made: WordParagraph, *, rtl: bool, whole: bool) -> None:
    """Say in which direction a paragraph is read; it stays on the side where the paper begins."""
    if rtl:
        properties = made._p.get_or_add_pPr()
        later = (one for one in properties if one.tag in _AFTER_DIRECTION)
        following = next(later, None)
        if following is None:
            properties.append(element("w:bidi"))
        else:
            following.addprevious(element("w:bidi"))
    if rtl != whole:
        # Within a paragraph read from the right, Word takes "right" for its far side.
        made.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _dress(part: WordRun, run: Run) -> None:
    part.bold = run.strong or None
    part.italic = run.slanted or None
    if run.tone in INKS:
        part.font.color.rgb = INKS[run.tone]


def _speak(part: WordRun, chunk: Chunk, language: str) -> None:
    """Mark a run that is not plainly in the paper's own language or script."""
    own = not chunk.language
    if own and is_own_script(language):
        return
    is_complex = chunk.rtl or not is_own_script(chunk.language or language)
    if is_complex:
        part.font.cs_bold, part.font.cs_italic = part.bold, part.italic
    part.font.rtl = chunk.rtl or None
    part.font.complex_script = (is_complex and not chunk.rtl) or None
    said = chunk.language or language
    kind = {"bidi": said} if is_complex else {"val": said}
    part._r.get_or_add_rPr().append(element("w:lang", **kind))
