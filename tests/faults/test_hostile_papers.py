"""Ten thousand texts that nobody meant for paper, through every writer: each is there as text."""

import re
import subprocess
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from taf_desktop.documents.pdf.printable import lines
from tests.documents.reading import Paper, squeezed
from tests.documents.test_writers import read_html
from tests.faults.counting import SIZE, Count, count, often
from tests.faults.hostile import AT_ONCE, Told, longest_texts, papers

PAPERS = 1 if SIZE == "short" else often(5000) // AT_ONCE
"""How many papers there are with ten hostile texts each, and how often ten papers with a long one.

The least of one is ten texts of each kind, which stand in some two hundred places.
"""

PARTS = 1 if SIZE == "short" else 20
LONGEST = 0 if SIZE == "short" else len(longest_texts())
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ENDLESS = 30
_LOADING = {"script", "img", "link", "iframe", "a", "form", "object", "embed", "base"}
_NOT_IN_A_FILE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_CLOSING = str.maketrans(")]}>»›", "([{<«‹")
_TURNS = dict.fromkeys([0x200E, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def written(spans: list[tuple[str, int, int]]) -> Iterator[tuple[str, Told, list[bytes]]]:
    """Each paper, its kind and its three files, written where nothing but fonts may be read."""
    child = [sys.executable, "-m", "tests.faults.hostile_child"]
    child += [":".join(map(str, span)) for span in spans]
    folder = Path(__file__).parents[2]
    run = subprocess.run(child, capture_output=True, cwd=folder, timeout=1200, check=False)
    assert (run.returncode, run.stderr.decode()) == (0, "")
    output = BytesIO(run.stdout)
    for kind, first, last in spans:
        for told in (one for number in range(first, last) for one in papers(kind, number)):
            files = [output.read(int.from_bytes(output.read(4), "big")) for _ in range(3)]
            yield kind, told, files
    assert not output.read()


def unturned(text: str) -> str:
    """The text without blanks and without marks of direction, which the Word writer has too."""
    return squeezed(text.translate(_TURNS))


def in_a_file(text: str) -> str:
    """The text as Word and HTML hold it: no control characters."""
    plain = "".join(_NOT_IN_A_FILE.sub("\ufffd", line) for line in text.splitlines())
    return unturned(plain)


def letters(text: str) -> Counter[str]:
    """The letters, digits and signs of a text, taken apart.

    Signs that open and close are the same here: those within a line read from the right are drawn
    as each other, and only a reading voice is told which was typed.
    """
    plain = unicodedata.normalize("NFKD", text).translate(_CLOSING)
    return Counter(one for one in plain if unicodedata.category(one)[0] in "LNPS")


def in_word(file: bytes) -> str:
    """All words of the body; every part of the file is read, so that none is broken."""
    with zipfile.ZipFile(BytesIO(file)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                tree = ElementTree.fromstring(parts.read(name))  # noqa: S314  # our own file
                loaded = [one.get("TargetMode") for one in tree.iter() if one.get("TargetMode")]
                assert not loaded
        body = ElementTree.fromstring(parts.read("word/document.xml"))  # noqa: S314
    return unturned("".join(one.text or "" for one in body.iter(f"{_W}t")))


def in_html(file: bytes) -> str:
    page = read_html(file)
    assert not _LOADING & {tag for tag, _ in page.tags}
    assert not [name for _, given in page.tags for name in given if name.startswith("on")]
    return unturned("".join(page.words))


def lost_in_pdf(told: Told, paper: Paper) -> int:
    """How many texts are not all in the PDF; an endless word may go on after a page's footer."""
    found = squeezed(paper.text())
    total: Counter[str] = Counter()
    missing = 0
    for text, times in told.texts:
        drawn = "\n".join(lines(text))
        total += Counter({one: number * times for one, number in letters(drawn).items()})
        words = drawn.split() if drawn.isascii() else []
        missing += not all(word in found for word in words if len(word) < _ENDLESS)
    return missing or int(bool(total - letters(found)))


def lost(told: Told, files: list[bytes], paper: Paper) -> int:
    """How many texts are not to be found in one of the files."""
    read = (in_word(files[1]), in_html(files[2]))
    missing = [
        text
        for text, times in told.texts
        for found in read
        if (wanted := in_a_file(text)) and found.count(wanted) < times
    ]
    return len(missing) + lost_in_pdf(told, paper)


def is_endless(told: Told, paper: Paper) -> bool:
    """Whether there are many more pages than the words could need, or one without any."""
    pages = paper.page_texts()
    drawn = [(lines(text), times) for text, times in told.texts]
    most = 20 + sum((len(parts) + len("".join(parts)) // 10) * times for parts, times in drawn) // 8
    if not told.texts:
        return False
    return len(pages) > most or (len(pages) > 1 and not all(map(str.strip, pages)))


def check(row: Count, told: Told, files: list[bytes], folder: Path) -> None:
    """Read the three files again."""
    paper = Paper(folder / "paper.pdf")
    paper.path.write_bytes(files[0])
    row.tried += len(told.texts)
    row.met += len(told.texts)
    row.lost += lost(told, files, paper)
    row.undetected += not paper.sound() or is_endless(told, paper)


def spans(part: int, of: int) -> list[tuple[str, int, int]]:
    """The part of all papers that one process writes."""
    kinds = (("hostile", PAPERS), ("long", PAPERS), ("longest", LONGEST))
    return [(kind, number * part // of, number * (part + 1) // of) for kind, number in kinds]


@pytest.mark.parametrize("part", range(PARTS))
def test_each_text_is_in_each_file_as_text_and_nothing_is_loaded(part: int, tmp_path: Path) -> None:
    rows = {kind: count(f"{kind} text on paper") for kind in ("hostile", "long")}
    rows["longest"] = rows["long"]
    for kind, told, files in written(spans(part, PARTS)):
        check(rows[kind], told, files, tmp_path)
    assert {row.costs for row in rows.values()} == {(0, 0)}
    assert all(row.met for row in rows.values())
