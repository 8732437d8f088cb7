"""Looking for words in every corner of a PDF: text, description, bookmarks, alt texts, bytes."""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_STRING = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


_LONG = 6
"""A word of so many letters does not stand by chance in numbers, fonts or packed streams."""


@dataclass(frozen=True)
class Corners:
    """Everything a file says, by where it says it: what people read, and what lies below it."""

    read: dict[str, str]
    below: dict[str, str]

    def holding(self, words: Iterable[str]) -> list[str]:
        """Each of these words that stands somewhere, with where."""
        return [f"{word!r} in the {where}" for word in words for where in self._places(word)]

    def _places(self, word: str) -> list[str]:
        begins = re.compile(rf"(?<!\w){re.escape(' '.join(word.split()))}", re.IGNORECASE)
        places = [where for where, text in self.read.items() if begins.search(text)]
        if len(word) >= _LONG and word.isalpha():
            places += [where for where, text in self._even.items() if word.casefold() in text]
        return list(dict.fromkeys(places))

    @cached_property
    def _even(self) -> dict[str, str]:
        """The same without blanks and capital letters, made once for however many words."""
        every = {**self.read, **self.below}
        return {where: "".join(text.split()).casefold() for where, text in every.items()}


def corners(pdf: bytes, folder: Path, name: str) -> Corners:
    """Read everything that the file says, with the tools that a curious reader has.

    Title, description, bookmarks and alt texts are strings of the unpacked file.
    """
    path, plain = folder / f"{name}.pdf", folder / f"{name}.qdf"
    path.write_bytes(pdf)
    _run("qpdf", "--qdf", "--object-streams=disable", str(path), str(plain))
    raw = plain.read_bytes()
    text = _run("pdftotext", "-raw", str(path), "-")
    read = {"text": text, "strings": "\n".join(_strings(raw))}
    below = {"bytes": raw.decode("latin-1"), "packed bytes": pdf.decode("latin-1")}
    path.unlink()
    plain.unlink()
    return Corners({where: " ".join(words.split()) for where, words in read.items()}, below)


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def _strings(raw: bytes) -> Iterable[str]:
    """The strings of all objects: alt texts, bookmarks and titles are such strings."""
    for found in _STRING.finditer(raw):
        whole = found[0]
        content = _hexadecimal(whole) if whole[:1] == b"<" else _ESCAPED.sub(_letter, whole[1:-1])
        is_wide = content[:2] == b"\xfe\xff"
        yield content[2:].decode("utf-16-be", "replace") if is_wide else content.decode("latin-1")


def _hexadecimal(whole: bytes) -> bytes:
    digits = b"".join(whole[1:-1].split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _letter(found: re.Match[bytes]) -> bytes:
    code = found[1]
    is_octal = code[:1] in b"01234567"
    return bytes([int(code, 8) & 0xFF]) if is_octal else _LETTERS.get(code, code)
