"""Every paper is made to be kept: PDF/A-2a and PDF/UA-1, checked by tools that are not ours."""

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColorSpace

from taf_desktop.documents.pdf.colour_profile import srgb_profile
from taf_desktop.documents.registry import DOCUMENTS
from tests.documents.golden import GOLDEN, paper_bytes, read_aloud
from tests.documents.reading import Paper

FORBIDDEN = (
    *(b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/Encrypt"),
    *(b"/SMask", b"/Sound", b"/Movie", b"/URI", b"/SubmitForm", b"/AcroForm", b"/OCProperties"),
    *(b"/DeviceCMYK", b"/LZWDecode", b"/XFA"),
)


@pytest.fixture(scope="module", params=DOCUMENTS)
def paper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """One of the papers of the Marlow family, in a file that is called like it."""
    path = tmp_path_factory.mktemp("paper") / f"{request.param}.pdf"
    path.write_bytes(paper_bytes(request.param))
    return Paper(path)


def unpacked(paper: Paper) -> bytes:
    plain = paper.path.with_suffix(".qdf")
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", paper.path, plain], check=True)
    return plain.read_bytes()


def told(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def test_the_file_is_whole_and_follows_both_standards(paper: Paper) -> None:
    assert paper.sound()
    assert paper.faults() == []


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="pdfinfo is not on this computer")
def test_a_reading_voice_meets_what_it_met_before(paper: Paper) -> None:
    """Where the change is meant, `python -m tests.documents.golden` takes it over."""
    before = (GOLDEN / f"{paper.path.stem}.txt").read_text(encoding="utf-8")
    assert read_aloud(paper.path).splitlines() == before.splitlines()


def test_there_is_a_golden_file_for_each_paper_and_no_other() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(DOCUMENTS)


def test_it_holds_nothing_that_an_archive_refuses(paper: Paper) -> None:
    raw = unpacked(paper)
    assert [name for name in FORBIDDEN if re.search(re.escape(name) + rb"\b", raw)] == []


def test_it_says_what_it_is_and_names_nobody(paper: Paper) -> None:
    about = told("pdfinfo", paper.path)
    for line in (r"Tagged:\s+yes", r"JavaScript:\s+no", r"Encrypted:\s+no", r"Author:\s*$"):
        assert re.search(line, about, re.MULTILINE), line
    assert "PDF version:     1.7" in about
    description = told("pdfinfo", "-meta", paper.path)
    assert "Marlow" not in about + description
    spaces = {"a": "http://www.aiim.org/pdfa/ns/id/", "ua": "http://www.aiim.org/pdfua/ns/id/"}
    tree = ElementTree.fromstring(description)  # noqa: S314  # our own file
    found = {name: tree.findtext(f".//{name}", namespaces=spaces) for name in
             ("a:part", "a:conformance", "ua:part")}  # fmt: skip
    assert found == {"a:part": "2", "a:conformance": "A", "ua:part": "1"}


def test_every_font_is_inside_and_tells_its_letters(paper: Paper) -> None:
    fonts = told("pdffonts", paper.path).splitlines()[2:]
    assert fonts
    assert [font for font in fonts if font.split()[-5:-2] != ["yes", "yes", "yes"]] == []


def test_it_has_bookmarks_a_language_and_one_intent_for_colours(paper: Paper) -> None:
    raw = unpacked(paper)
    assert raw.count(b"/S /GTS_PDFA1") == 1
    assert b"/Lang (en-GB)" in raw
    assert b"/Type /Outlines" in raw
    assert raw.count(b"/Title (") > 1


def test_the_colour_profile_is_srgb_to_a_reader_that_is_not_ours() -> None:
    space = QColorSpace.fromIccProfile(QByteArray(srgb_profile()))
    assert space.isValid()
    assert space.primaries() == QColorSpace.Primaries.SRgb
    assert len(srgb_profile()) == int.from_bytes(srgb_profile()[:4], "big") < 3000
