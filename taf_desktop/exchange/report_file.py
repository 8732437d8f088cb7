"""The words of a report that somebody sent as a file: text, Word or PDF, read in memory alone."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from taf_desktop.exchange.limits import MOST_BYTES, MOST_LETTERS, MOST_LINES, refused
from taf_desktop.exchange.pdf_words import pdf_lines
from taf_desktop.exchange.word_words import word_lines

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_NOT_WORDS = frozenset({"Cc", "Cs", "Co", "Cn"})

OLD_WORD = (
    "This is a Word file of the old kind, or one with a password. Open it in Word, save it as "
    ".docx without a password, and choose that one."
)
NOT_READ = (
    "This kind of file is not read. Choose a Word file (.docx), a PDF or a plain text (.txt)."
)
NOT_TEXT = "This file says that it is text, and it is not. Ask for the report again."


def report_lines(path: Path) -> tuple[str, ...]:
    """Each line of a report, without empty ones; a UserError says why a file is refused."""
    content = _bytes_of(path)
    if content.startswith(_OLD_WORD) or path.suffix.lower() == ".doc":
        raise refused(OLD_WORD)
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise refused(NOT_READ)
    lines = tuple(line for each in read(content) if (line := _plain(each)))
    if not lines:
        raise refused("There are no words in this file.")
    if len(lines) > MOST_LINES:
        words = f"It has {len(lines)} lines, and {MOST_LINES} are the most."
        raise refused(f"{words} Put what matters into a file of its own.")
    if sum(map(len, lines)) > MOST_LETTERS:
        words = f"It has more than {MOST_LETTERS:,} letters."
        raise refused(f"{words} Put what matters into a file of its own.")
    return lines


def _bytes_of(path: Path) -> bytes:
    """The whole file, when it is one and small enough; no more is read than may be."""
    try:
        if not path.is_file():
            raise refused("That is not a file that can be read.")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise refused("The file cannot be read. Is it open elsewhere, or gone?") from None
    if not content:
        raise refused("The file is empty: nothing is in it.")
    if len(content) > MOST_BYTES:
        raise refused(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
    return content


def _text_lines(content: bytes) -> Iterator[str]:
    text = _decoded(content)
    if any(unicodedata.category(one) in _NOT_WORDS and not one.isspace() for one in text):
        raise refused(NOT_TEXT)
    yield from text.splitlines()


def _decoded(content: bytes) -> str:
    named = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(named)
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise refused(NOT_TEXT) from None


def _plain(line: str) -> str:
    """A line as it was written, without what cannot be seen or printed."""
    spaced = " ".join(line.split())
    return "".join(one for one in spaced if unicodedata.category(one) not in _NOT_WORDS)


_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = MappingProxyType(
    {".txt": _text_lines, ".docx": word_lines, ".pdf": pdf_lines}
)
