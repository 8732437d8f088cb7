"""Each paper of each practice family, in each language, by tools and in a program not our own."""

import shutil
import subprocess
from pathlib import Path

import pytest

from taf_desktop.documents.languages import languages
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.documents.word import write_word
from taf_desktop.services.practice import open_practice
from tests.conftest import TestClock
from tests.documents.practice_papers import Made, practice_papers
from tests.documents.reading import Paper
from tests.documents.test_scripts import letters
from tests.documents.test_writers import words_of_word
from tests.faults.counting import SIZE

BUILD = Path(__file__).parents[2] / "build" / "papers"
_OFFICE = shutil.which("soffice")

only_when_all_are_asked_for = pytest.mark.skipif(
    SIZE == "short", reason="`make papers` makes every paper in every language"
)
needs_office = pytest.mark.skipif(
    _OFFICE is None,
    reason="LibreOffice Writer is not on this computer (Debian: libreoffice-writer)",
)


@pytest.fixture(scope="module")
def made(practice_families: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    """All papers, also as files to look at where every language is asked for."""
    folder = tmp_path_factory.mktemp("papers")
    practice = open_practice(shutil.copytree(practice_families, folder / "practice"), TestClock())
    codes = list(languages())
    found = list(practice_papers(practice, codes[:1] if SIZE == "short" else codes))
    practice.close()
    return found


def checked(one: Made, folder: Path) -> dict[str, str]:
    """What each tool says of a paper."""
    paper = Paper(folder / f"{one.name}.pdf")
    paper.path.write_bytes(one.pdf)
    faults = paper.faults()
    ours = {"PDF/UA-1": "PDFUA1", "PDF/A-2a": "PDFA2A"}
    found = {
        name: "; ".join(fault for fault in faults if fault.startswith(rule)) or "follows it"
        for name, rule in ours.items()
    }
    other = [fault for fault in faults if not fault.startswith(tuple(ours.values()))]
    whole = "whole" if paper.sound() else "damaged"
    return {**found, "qpdf": "; ".join([whole, *other]), "pages": str(paper.pages())}


def test_every_paper_of_every_practice_family_is_sound_and_follows_both_standards(
    made: list[Made], tmp_path: Path
) -> None:
    assert {one.document for one in made} == set(DOCUMENTS)
    folder = tmp_path if SIZE == "short" else BUILD
    folder.mkdir(parents=True, exist_ok=True)
    heads = ("family", "document", "language", "PDF/UA-1", "PDF/A-2a", "qpdf", "pages")
    lines = [" | ".join(heads)]
    wrong = []
    for one in made:
        told = checked(one, folder)
        lines.append(" | ".join((one.family, one.document, one.language, *told.values())))
        if list(told.values())[:3] != ["follows it", "follows it", "whole"]:
            wrong.append(lines[-1])
    (folder / "checks.txt").write_text("\n".join((*lines, "")), encoding="utf-8")
    assert wrong == []


@only_when_all_are_asked_for
@needs_office
def test_libreoffice_opens_every_word_file_and_finds_the_same_letters(
    made: list[Made], tmp_path: Path
) -> None:
    for one in made:
        (tmp_path / f"{one.name}.docx").write_bytes(write_word(one.paper))
    converted(tmp_path)
    differing = []
    for one in made:
        words = words_of_word((tmp_path / f"{one.name}.docx").read_bytes())
        told = Paper(tmp_path / f"{one.name}.pdf")
        missing = letters("".join(words.elements())) - letters(told.text())
        if missing:
            differing.append((one.name, missing))
    assert differing == []


def converted(folder: Path) -> None:
    """Let LibreOffice make a PDF of each Word file of a folder, in one run with a new profile.

    A file that would have to be repaired is not opened by a run without a window, and its PDF is
    missing.
    """
    files = sorted(folder.glob("*.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [_OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files],
        check=True,
        capture_output=True,
        timeout=600,
    )
    assert [one.name for one in files if not one.with_suffix(".pdf").exists()] == []
