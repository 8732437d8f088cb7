"""The words of a Word file, paragraph by paragraph: unpacked with a limit, nothing else opened."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import NoReturn
from xml.parsers import expat

from taf_desktop.exchange.limits import MOST_UNPACKED, refused

_WORDS = "word/document.xml"
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLDER = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_MOST_DEEP = 500

NOT_WORD = "This file says that it is a Word file, and it is not. Ask for the report again."
DAMAGED = "This Word file is damaged. Ask for the report again."
TOO_MUCH = "This Word file unpacks to far more than a report. It was not opened."


def word_lines(content: bytes) -> Iterator[str]:
    """Each paragraph, those of tables and text boxes too; what was struck out or hidden is not."""
    parser = _Paragraphs()
    parser.read(_unpacked(content))
    yield from (line for each in parser.done for line in each.split("\n"))


def _unpacked(content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed, packed.open(_WORDS) as file:
            # What a file says of its own size is not believed: no more than this is unpacked.
            words = file.read(MOST_UNPACKED + 1)
    except (zipfile.BadZipFile, KeyError):
        raise refused(NOT_WORD) from None
    except (zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        raise refused(DAMAGED) from None
    if len(words) > MOST_UNPACKED:
        raise refused(TOO_MUCH)
    return words


class _Paragraphs:
    """Collects the text of each paragraph; one in a text box stands within another."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self._open: list[list[str]] = []
        self._deep, self._skipped, self._hidden, self._is_text = 0, 0, False, False

    def read(self, words: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(words, True)
        except expat.ExpatError:
            raise refused(DAMAGED) from None

    def _start(self, tag: str, marks: dict[str, str]) -> None:
        self._deep += 1
        if self._deep > _MOST_DEEP:
            raise refused(DAMAGED)
        if self._skipped or tag == _OLDER:
            # A text box stands there twice, once for older programs.
            self._skipped += 1
            return
        name = _name(tag)
        if name == "p":
            self._open.append([])
        elif name == "r":
            self._hidden = False
        elif name == "vanish":
            self._hidden = not any(value in ("0", "false", "off") for value in marks.values())
        elif name in ("tab", "br", "cr") and self._open:
            self._open[-1].append(" " if name == "tab" else "\n")
        self._is_text = name == "t" and not self._hidden

    def _end(self, tag: str) -> None:
        self._deep -= 1
        self._is_text = False
        if self._skipped:
            self._skipped -= 1
        elif _name(tag) == "p" and self._open:
            self.done.append("".join(self._open.pop()))

    def _text(self, text: str) -> None:
        if self._is_text and self._open:
            self._open[-1].append(text)


def _name(tag: str) -> str:
    space, _, name = tag.rpartition(" ")
    return name if space in (_SPACE, _STRICT) else ""


def _refuse_doctype(*_: object) -> NoReturn:
    """No Word file has one; with one a few letters could become gigabytes."""
    raise refused(NOT_WORD)
