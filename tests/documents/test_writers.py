"""Word, HTML and PDF say the same words, whatever was typed; a locked copy opens with its own."""

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from taf_desktop.documents.content import (
    Blocks,
    Document,
    Drawn,
    Figure,
    KeepTogether,
    Panel,
    SideBySide,
    paragraph,
)
from taf_desktop.documents.family_plan import family_plan
from taf_desktop.documents.html import write_html
from taf_desktop.documents.lock import lock_pdf
from taf_desktop.documents.pdf import write_pdf
from taf_desktop.documents.plan_facts import StatementFacts
from taf_desktop.documents.professional_plan import professional_plan
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.documents.strokes_picture import strokes_figure
from taf_desktop.documents.word import write_word
from taf_desktop.services.practice import open_practice
from tests.conftest import TestClock
from tests.documents.plans import FIRST_PLAN, REVIEW_PLAN
from tests.documents.practice_papers import practice_papers
from tests.documents.reading import on_paper
from tests.documents.test_hostile_text import HOSTILE, hostile_plan

_NOT_WORDS = {"•", "☐"}
_SILENT = {"style", "title", "text"}
_ENDS = {"p", "li", "th", "td", "h1", "h2", "h3", "br", "div", "footer", "main", "desc"}


class _Told(HTMLParser):
    """Collects the words of a page, and its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._silent += tag in _SILENT
        self.words.append(" " if tag in _ENDS else "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        self.words.append(" " if tag in _ENDS else "")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def read_html(page: bytes) -> _Told:
    told = _Told()
    told.feed(page.decode("utf-8"))
    return told


def words_of_html(page: bytes) -> Counter[str]:
    return counted("".join(read_html(page).words))


def words_of_word(file: bytes) -> Counter[str]:
    """The words of the body; those of header and footer are not in it."""
    body = docx.Document(BytesIO(file)).element.body
    return counted(" ".join("".join(_texts(one)) for one in body.iter(qn("w:p"))))


def _texts(paragraph: object) -> Iterator[str]:
    for part in paragraph.iter(qn("w:t"), qn("w:br")):
        yield part.text if part.tag == qn("w:t") else " "


def words_of_pdf(document: Document, folder: Path) -> Counter[str]:
    """The words as a reading voice meets them: without footers and repeated table heads."""
    read = on_paper(document, folder).structure()
    spoken = re.findall(r'^\s+"(.*)"$', read, re.MULTILINE)
    return counted(" ".join(spoken).replace('\\"', '"'))


def alternatives(path: Path) -> list[str]:
    """What a PDF says instead of its pictures."""
    told = json.loads(_run("qpdf", "--json", "--json-key=qpdf", str(path)))
    objects = (one.get("value") for one in told["qpdf"][1].values())
    found = (one.get("/Alt") for one in objects if isinstance(one, dict))
    return [words.removeprefix("u:") for words in found if words]


def counted(text: str) -> Counter[str]:
    return Counter(word for word in text.split() if word not in _NOT_WORDS)


def in_words(blocks: Blocks) -> Blocks:
    """The blocks with the words of each picture in its place, as a reading voice meets them."""
    return tuple(map(_told, blocks))


def _told(block: object) -> object:
    if isinstance(block, Figure):
        return paragraph(block.alt)
    if isinstance(block, SideBySide):
        return replace(block, parts=tuple(map(in_words, block.parts)))
    if isinstance(block, Panel | KeepTogether | Drawn):
        return replace(block, blocks=in_words(block.blocks))
    return block


@pytest.fixture(scope="module")
def papers(practice_families: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    """Every document of every practice family."""
    folder = tmp_path_factory.mktemp("papers") / "practice"
    practice = open_practice(shutil.copytree(practice_families, folder), TestClock())
    found = [one.paper for one in practice_papers(practice)]
    practice.close()
    return found


def test_all_three_say_the_same_words_for_every_paper_of_every_practice_family(
    papers: list[Document], tmp_path: Path
) -> None:
    assert len(papers) > 2 * len(DOCUMENTS)
    differing = []
    for paper in papers:
        bare = replace(paper, footer="", banner="")
        pdf = words_of_pdf(replace(bare, blocks=in_words(paper.blocks)), tmp_path)
        for name, words in (
            ("Word", words_of_word(write_word(bare))),
            ("HTML", words_of_html(write_html(bare))),
        ):
            if words != pdf:
                differing.append((paper.title, name, words - pdf, pdf - words))
    assert differing == []


def test_the_words_of_a_picture_are_in_all_three(tmp_path: Path) -> None:
    paper = professional_plan(REVIEW_PLAN)
    alt = "Numbers today, 12 March 2026; last time, 29 January 2026"
    assert alt in " ".join("".join(read_html(write_html(paper)).words).split())
    told = docx.Document(BytesIO(write_word(paper)))
    assert any(alt in one.text for one in told.paragraphs)
    path = tmp_path / "paper.pdf"
    path.write_bytes(write_pdf(paper))
    assert any(alt in words for words in alternatives(path))


def test_a_picture_of_the_web_page_is_one_image_with_a_name_and_a_description() -> None:
    page = read_html(write_html(professional_plan(REVIEW_PLAN)))
    pictures = [given for tag, given in page.tags if tag == "svg"]
    named = [given["id"] for tag, given in page.tags if tag in ("title", "desc") and given]
    assert len(pictures) >= 2
    assert {given["role"] for given in pictures} == {"img"}
    assert {given["direction"] for given in pictures} == {"ltr"}
    assert " ".join(given["aria-labelledby"] for given in pictures).split() == named
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("widest", [4.0, 24.0, 900.0])
def test_what_a_hand_drew_is_drawn_in_the_lines_it_drew(widest: float, tmp_path: Path) -> None:
    strokes = [
        {"ink": "red", "width": 14, "points": [[0, 0], [500, 375], [1000, 750]]},
        {"ink": "no such pencil", "width": 5, "points": [[500, 10]]},
        {"ink": "blue", "width": 5, "points": []},
    ]
    figure = strokes_figure(strokes, "A drawing", "A line and a dot", widest=widest)
    paper = Document("Drawn", "R1", "", (figure,))
    assert on_paper(paper, tmp_path).faults() == []
    tags = read_html(write_html(paper)).tags
    (line,) = (given for tag, given in tags if tag == "polyline")
    points = [[float(part) for part in one.split(",")] for one in line["points"].split()]
    assert points[0] == [0, 0]
    assert points[2] == pytest.approx([2 * points[1][0], 2 * points[1][1]], abs=0.2)
    assert points[2][0] == pytest.approx(points[2][1] * 4 / 3, abs=0.2)
    assert line["stroke"] == "#A32020"
    assert [tag for tag, _ in tags].count("circle") == 1


def test_the_web_page_needs_nothing_else_and_says_its_language() -> None:
    page = write_html(family_plan(FIRST_PLAN))
    tags = read_html(page).tags
    assert not {"script", "img", "link", "iframe", "a", "form"} & {tag for tag, _ in tags}
    assert not any(name.startswith("on") for _, given in tags for name in given)
    assert ("html", {"lang": "en-GB", "dir": "ltr"}) in tags
    assert b"http://" not in page
    assert b"https://" not in page
    heads = [given for tag, given in tags if tag == "th"]
    assert heads
    assert all(given.get("scope") in ("col", "row") for given in heads)


def test_headings_of_the_web_page_skip_no_level() -> None:
    tags = read_html(write_html(professional_plan(REVIEW_PLAN))).tags
    levels = [int(tag[1]) for tag, _ in tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_word_file_has_real_headings_lists_and_table_heads() -> None:
    told = docx.Document(BytesIO(write_word(professional_plan(REVIEW_PLAN))))
    styles = {one.style.name for one in told.paragraphs}
    assert {"Heading 1", "Heading 2", "Heading 3"} <= styles
    whole = {one.style.name for one in _all_paragraphs(told)}
    assert {"List Bullet", "List Continue"} <= whole
    heads = told.element.body.findall(f".//{qn('w:tblHeader')}")
    assert len(heads) >= 4
    assert told.core_properties.language == "en-GB"
    assert told.core_properties.author == ""
    assert "Marlow" not in told.core_properties.title


def _all_paragraphs(told: object) -> Iterator[object]:
    yield from told.paragraphs
    for table in told.tables:
        for cell in (cell for row in table.rows for cell in row.cells):
            yield from cell.paragraphs


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("kind", ["family_plan", "professional_plan", "whole_record"])
def test_hostile_text_stays_text_in_both(kind: str, text: str) -> None:
    paper = DOCUMENTS[kind].build(hostile_plan(text))
    tags = {tag for tag, _ in read_html(write_html(paper)).tags}
    assert not tags & {"script", "img", "a", "link"}
    assert docx.Document(BytesIO(write_word(paper))).paragraphs


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_text_at_all_can_be_written(text: str) -> None:
    paper = family_plan(replace(FIRST_PLAN, worried=(StatementFacts(text),), family_name=text))
    assert write_html(paper).startswith(b"<!doctype html>")
    assert write_word(paper).startswith(b"PK")


def test_a_locked_copy_opens_with_its_words_and_keeps_its_tags(tmp_path: Path) -> None:
    path, words = tmp_path / "locked.pdf", "plum ladder quiet seven moss"
    pdf = write_pdf(family_plan(FIRST_PLAN))
    path.write_bytes(lock_pdf(pdf, words))
    assert b"Marlow" not in path.read_bytes()
    refused = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
    assert b"invalid password" in refused.stderr
    opened = _run("qpdf", f"--password={words}", "--check", str(path))
    assert "No syntax or stream encoding errors" in opened
    assert "AESv3" in _run("qpdf", f"--password={words}", "--show-encryption", str(path))
    assert "Our plan: the Marlow family" in _run(
        "pdfinfo", "-upw", words, "-struct-text", str(path)
    )


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def test_what_a_hand_drew_is_in_the_word_file_as_lines_beside_its_words() -> None:
    strokes = [{"ink": "red", "width": 14, "points": [[0, 0], [1000, 750]]}]
    strokes += [{"ink": "blue", "width": 5, "points": [[500, 375]]}]
    figures = tuple(strokes_figure(strokes, "A drawing", words) for words in ("One", "Another"))
    body = docx.Document(BytesIO(write_word(Document("Drawn", "R1", "", figures)))).element.body
    groups = list(body.iter("{*}wgp"))
    assert [len(list(group.iter("{*}wsp"))) for group in groups] == [2, 2]
    (path,) = groups[0].iter("{*}path")
    ends = [(int(point.get("x")), int(point.get("y"))) for point in path.iter("{*}pt")]
    assert ends == [(0, 0), (int(path.get("w")), int(path.get("h")))]
    about = list(body.iter("{*}docPr"))
    assert {one.get("descr") for one in about} == {"A drawing"}
    assert len({one.get("id") for one in about}) == 2
    assert words_of_word(write_word(Document("Drawn", "R1", "", figures))) == counted("One Another")
