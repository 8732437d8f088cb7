"""A copy of a document that is ready to look at, and how its file is written."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

from taf_desktop.documents.content import Document, Letters
from taf_desktop.documents.languages import ENGLISH_CODE
from taf_desktop.errors import UserError
from taf_desktop.services.findings import Finding
from taf_desktop.services.ways import WAYS

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, kw_only=True)
class CopyStyle:
    """The language of a copy's headings and fixed sentences, and the letters it is printed in."""

    language: str = ENGLISH_CODE
    letters: Letters = Letters.USUAL


@dataclass(frozen=True, kw_only=True)
class PlanCopy:
    """A copy that is ready to look at: its bytes, who it is for, and how much was left out.

    `logo_fault` says why the council's logo is not on it, where it should be.
    """

    document: str
    title: str
    family_id: UUID
    meeting_id: UUID | None
    reader_ids: tuple[UUID, ...]
    readers: str
    left_out: int
    version: int
    file_name: str
    pdf: bytes = field(repr=False)
    paper: Document = field(repr=False)
    is_outside: bool = False
    reason: str = ""
    findings: tuple[Finding, ...] = ()
    stood_on: date | None = None
    language: str = ENGLISH_CODE
    logo_fault: str = ""

    def name_as(self, way: str) -> str:
        """The file's name for one way of saving: a reference and a version, nobody's name."""
        return f"{self.file_name}.{WAYS[way].suffix}"

    @property
    def is_settled(self) -> bool:
        """Whether everything that seems to give something away was decided about."""
        return all(one.settlement is not None for one in self.findings)

    @property
    def left_out_words(self) -> str:
        """How much these readers may not see, in words; never what."""
        if self.left_out == 0:
            return "Nothing is left out."
        if self.left_out == 1:
            return "1 thing is left out: it is not for this paper, or not for every reader."
        return (
            f"{self.left_out} things are left out: they are not for this paper, or not for every "
            "reader."
        )


@dataclass(frozen=True, kw_only=True)
class Decided:
    """Who decided what is left out of a copy, and why."""

    by: UUID
    reason: str = ""


def numbered(path: Path, first: int = 2) -> Iterator[Path]:
    """The path with numbers: "plan version 1 copy 2.pdf", "plan version 1 copy 3.pdf"."""
    return (path.with_name(f"{path.stem} copy {number}{path.suffix}") for number in count(first))


def free(path: Path) -> Path:
    """The path, with the next free number where something is there already."""
    return path if not path.exists() else next(one for one in numbered(path) if not one.exists())


def write_file(path: Path, content: bytes, what: str = "plan") -> None:
    """Write a file whole or not at all, for its owner's eyes only; `what` is said when it fails."""
    half = path.with_name(f".{uuid4().hex}.part")
    try:
        with os.fdopen(os.open(half, _NEW_FILE, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)
        raise UserError(
            f"The {what} was not saved.",
            "The folder cannot be written, or it is full. Choose another folder and save again.",
        ) from None
