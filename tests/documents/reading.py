"""Reading a PDF back with the tools that readers use."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import page

from taf_desktop.documents.content import Document
from taf_desktop.documents.pdf import write_pdf

LENGTH_RULE = "PDFA2A-STREAM-LENGTH-001"


@dataclass(frozen=True)
class Paper:
    """A written document and the file it lies in."""

    path: Path

    def faults(self) -> list[str]:
        """What the validator finds wrong, for accessible files and for archives."""
        profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
        return [fault for profile in profiles for fault in self._faults(profile)]

    def _faults(self, profile: page.ValidationProfile) -> list[str]:
        result = page.validate_pdf(str(self.path), profile=profile)
        failures = [fault for fault in result.failures if not self._is_misread(fault.rule_id)]
        found = [f"{fault.rule_id}: {fault.message}" for fault in failures]
        is_clean = result.is_compliant or len(failures) < len(result.failures)
        return found or ([] if is_clean else [f"not compliant with {profile}"])

    def _is_misread(self, rule_id: str) -> bool:
        """Whether the validator took the last byte of packed data for the end of a line.

        It strips a carriage return that belongs to the data; qpdf goes by the stated length and
        complains of every stream whose length is wrong.
        """
        return rule_id == LENGTH_RULE and self.sound()

    def text(self) -> str:
        """All its words in one line, blanks made even."""
        return self._run("pdftotext", "-raw", self.path, "-").replace("\n", " ")

    def lines(self) -> list[str]:
        """Its words line by line."""
        return self._run("pdftotext", "-raw", self.path, "-").splitlines()

    def page_texts(self) -> list[str]:
        """The words of each page."""
        return self._run("pdftotext", "-raw", self.path, "-").split("\f")[:-1]

    def structure(self) -> str:
        """The structure with its words, as a reading voice meets them."""
        return self._run("pdfinfo", "-struct-text", self.path)

    def pages(self) -> int:
        """How many pages it has."""
        found = re.search(r"^Pages:\s+(\d+)", self._run("pdfinfo", self.path), re.MULTILINE)
        assert found
        return int(found[1])

    def sound(self) -> bool:
        """Whether qpdf finds the file whole."""
        return "No syntax or stream encoding errors" in self._run("qpdf", "--check", self.path)

    def _run(self, *command: str | Path) -> str:
        done = subprocess.run(command, capture_output=True, check=True)
        return done.stdout.decode("utf-8")


def on_paper(document: Document, folder: Path) -> Paper:
    """The document written into the folder."""
    path = folder / "document.pdf"
    path.write_bytes(write_pdf(document))
    return Paper(path)


def squeezed(text: str) -> str:
    """The text without any blanks, so that line ends make no difference."""
    return re.sub(r"\s", "", text)
