"""Reports as files: their words are read, whatever else is refused in a sentence, quickly."""

import io
import os
import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from taf_desktop.errors import UserError
from taf_desktop.exchange import pdf_words, word_words
from taf_desktop.exchange.limits import MOST_BYTES
from taf_desktop.exchange.report_file import NOT_READ, NOT_TEXT, OLD_WORD, report_lines

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORDS = ("Finn is late.", "He smiles – “every day”.")


def word(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs."""
    document, held = docx.Document(), io.BytesIO()
    for each in paragraphs:
        document.add_paragraph(each)
    document.save(held)
    return held.getvalue()


def packed(xml: str, name: str = "word/document.xml") -> bytes:
    """A file that is packed as Word files are, with only this in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, xml)
    return held.getvalue()


def body(xml: str, before: str = "") -> bytes:
    return packed(f"{before}<w:document {SPACE}><w:body>{xml}</w:body></w:document>")


def pdf(*pages: str, password: str = "") -> bytes:
    """A PDF with a line on each page."""
    held = io.BytesIO()
    canvas = Canvas(held)
    for each in pages:
        canvas.drawString(72, 700, each)
        canvas.showPage()
    canvas.save()
    if not password:
        return held.getvalue()
    locked, out = PdfWriter(clone_from=held), io.BytesIO()
    locked.encrypt(password, algorithm="AES-256")
    locked.write(out)
    return out.getvalue()


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def why(path: Path) -> str:
    with pytest.raises(UserError) as refused:
        report_lines(path)
    assert refused.value.title == "The report was not brought in."
    return refused.value.message


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("utf-8.txt", "\n\n".join(WORDS).encode()),
        ("with a mark.TXT", "\r\n".join(WORDS).encode("utf-8-sig")),
        ("utf-16.txt", "\n".join(WORDS).encode("utf-16")),
        ("windows.txt", "\n".join(WORDS).encode("cp1252")),
        ("word.docx", word(WORDS[0], "", WORDS[1])),
    ],
)
def test_the_exact_words_are_read_line_by_line(tmp_path: Path, name: str, content: bytes) -> None:
    assert report_lines(put(tmp_path, name, content)) == WORDS


def test_the_words_of_a_pdf_are_read(tmp_path: Path) -> None:
    found = report_lines(put(tmp_path, "report.PDF", pdf("Finn is late.", "He smiles.")))
    assert found == ("Finn is late.", "He smiles.")


def test_words_that_were_struck_out_or_hidden_are_not_read_and_a_text_box_once(
    tmp_path: Path,
) -> None:
    box = "<w:p><w:r><w:t>in a box</w:t></w:r></w:p>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    xml = (
        "<w:p><w:r><w:t>kept</w:t></w:r>"
        "<w:del><w:r><w:delText>struck out</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
        f'<w:p><x:AlternateContent xmlns:x="{mc}"><x:Choice>{box}</x:Choice>'
        f"<x:Fallback>{box}</x:Fallback></x:AlternateContent></w:p>"
    )
    assert report_lines(put(tmp_path, "a.docx", body(xml))) == ("kept", "in a box")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.docx", b"", "The file is empty: nothing is in it."),
        ("blank.txt", b" \n\n\t", "There are no words in this file."),
        ("program.docx", b"MZ" + bytes(2000), word_words.NOT_WORD),
        ("program.txt", b"MZ\x90\x00\x03" + bytes(2000), NOT_TEXT),
        ("program.pdf", b"MZ" + bytes(2000), pdf_words.NOT_PDF),
        ("program.exe", b"MZ" + bytes(2000), NOT_READ),
        ("sheet.docx", packed("<a/>", "xl/workbook.xml"), word_words.NOT_WORD),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(600), OLD_WORD),
        ("locked.docx", b"\xd0\xcf\x11\xe0" + bytes(600), OLD_WORD),
        ("cut.docx", word("Finn")[:4000], word_words.NOT_WORD),
        ("broken.docx", packed("<w:document"), word_words.DAMAGED),
        ("bomb.docx", body("<w:p/>" + " " * 30_000_000), word_words.TOO_MUCH),
        ("deep.docx", body("<w:p>" * 3000 + "</w:p>" * 3000), word_words.DAMAGED),
        (
            "laughs.docx",
            body("&b;", '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'),
            word_words.NOT_WORD,
        ),
        ("reader.docx", body("&x;", '<!DOCTYPE d SYSTEM "file:///etc/x">'), word_words.NOT_WORD),
        ("locked.pdf", pdf("Finn", password="quiet"), pdf_words.LOCKED),
        ("pictures.pdf", pdf(""), pdf_words.PICTURES),
        ("long.pdf", pdf(*["page"] * 31), pdf_words.TOO_LONG),
        ("cut.pdf", b"%PDF-1.7\n" + bytes(500), pdf_words.DAMAGED),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[-5:-3] else "",
)  # fmt: skip
def test_what_is_no_report_is_refused_with_its_reason(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    assert why(put(tmp_path, name, content)) == words
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [name]


def test_too_many_lines_and_too_many_letters_are_refused(tmp_path: Path) -> None:
    assert "201 lines" in why(put(tmp_path, "a.txt", b"line\n" * 201))
    assert "letters" in why(put(tmp_path, "b.txt", b"word " * 5000))


def test_a_gigabyte_is_refused_without_being_read(tmp_path: Path) -> None:
    path = put(tmp_path, "large.docx", b"PK")
    os.truncate(path, 1_000_000_000)
    assert why(path) == "The file is larger than 5 MB."
    assert MOST_BYTES == 5_000_000


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert why(tmp_path) == "That is not a file that can be read."
    assert why(tmp_path / "gone.txt") == "That is not a file that can be read."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_a_file_that_never_ends_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.txt")
    assert why(tmp_path / "endless.txt") == "That is not a file that can be read."


def test_a_pdf_that_takes_too_long_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_words, "MOST_SECONDS", -1.0)
    assert why(put(tmp_path, "slow.pdf", pdf("Finn"))) == pdf_words.TOO_SLOW


SOUND_PDF = pdf("Finn is late.")
SOUND_WORD = word("Finn is late.")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.sampled_from([SOUND_PDF, SOUND_WORD]), some.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    tmp_path: Path, sound: bytes, data: some.DataObject
) -> None:
    at = data.draw(some.integers(0, len(sound) - 1))
    content = sound[:at] + data.draw(some.binary(max_size=6)) + sound[at + 3 :]
    path = put(tmp_path, "a.pdf" if sound is SOUND_PDF else "a.docx", content)
    with suppress(UserError):
        assert report_lines(path)
