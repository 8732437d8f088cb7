"""Every kind of block, on paper by itself and in long documents."""

import re
import subprocess
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Column,
    Document,
    Fact,
    Figure,
    Heading,
    KeepTogether,
    KeyFacts,
    PageBreak,
    Panel,
    Paragraph,
    Quote,
    Row,
    SideBySide,
    SignatureLines,
    Table,
    Tone,
    cells,
    paragraph,
    strong,
    words,
)
from taf_desktop.documents.languages import day_in, languages
from taf_desktop.documents.pdf import fonts, look
from taf_desktop.documents.pdf.faces import shaped
from taf_desktop.documents.pdf.grid import GridRow
from taf_desktop.documents.pdf.lines import Fragment, TextStyle, broken
from taf_desktop.documents.pdf.look import Look
from taf_desktop.documents.pdf.setting_hand import set_document
from taf_desktop.documents.scale_picture import ScalePicture, ScalePoint
from tests.documents.reading import Paper, on_paper

EVERY_BLOCK: Blocks = (
    Heading(1, "A heading of the first level"),
    paragraph("Plain words, ", strong("strong words"), " and an end."),
    Heading(2, "A heading of the second level", Tone.WORRIED),
    Quote("First line of what was said\nand the second.", "El"),
    BulletList(((paragraph("one point"),), (paragraph("another point"),))),
    Table(
        (Column("Left", 1), Column("Right", 2)),
        (Row(cells("left cell", "right cell")), Row(cells("", ""), Tone.LATE)),
        first_column_names_row=True,
    ),
    KeyFacts((Fact("A label", (paragraph("its fact"),)),)),
    Figure(ScalePicture((ScalePoint("Dana", 4, "", 2),)), "Scale", "Dana 4, last time 2."),
    Panel(Tone.WORKING_WELL, (Heading(3, "On a card"), paragraph("card words"))),
    SideBySide(((paragraph("at the left"),), (paragraph("at the right"),))),
    SignatureLines(("Dana Marlow", "Jean Marlow")),
    KeepTogether((paragraph("kept"), paragraph("together"))),
    PageBreak(),
    paragraph("on a new page"),
)


def written(blocks: Blocks, folder: Path) -> Paper:
    """A document of these blocks on paper."""
    return on_paper(Document("Blocks", "R1", "footer words", blocks), folder)


def test_every_kind_of_block_is_tagged_and_in_order(tmp_path: Path) -> None:
    paper = written(EVERY_BLOCK, tmp_path)
    assert paper.faults() == []
    assert paper.pages() == 2
    read = paper.structure()
    parts = ("H1", "H2", "BlockQuote", "one point", "another point", "left cell", "A label")
    parts += ("Figure", "H3", "at the left", "Signature", "kept", "on a new page")
    places = [read.index(part) for part in parts]
    assert places == sorted(places)


def test_a_line_break_that_was_typed_starts_a_new_line(tmp_path: Path) -> None:
    paper = written((paragraph("first\nsecond\n\nthird"),), tmp_path)
    assert [line for line in paper.lines() if line][:3] == ["first", "second", "third"]


@pytest.mark.parametrize("lines", [1, 2, 3, 40, 57, 58, 59, 60, 61, 200])
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(lines: int, tmp_path: Path) -> None:
    filler = tuple(paragraph(f"filler {n}") for n in range(lines))
    blocks = (*filler, Heading(2, "The last heading"), paragraph("what it heads"))
    pages = written(blocks, tmp_path).page_texts()
    with_heading = [text for text in pages if "The last heading" in text]
    assert len(with_heading) == 1
    assert "what it heads" in with_heading[0]


def test_blocks_that_are_kept_together_move_to_the_next_page_as_one(tmp_path: Path) -> None:
    filler = tuple(paragraph(f"filler {n}") for n in range(36))
    kept = KeepTogether(tuple(paragraph(f"kept {n}") for n in range(12)))
    pages = written((*filler, kept), tmp_path).page_texts()
    assert ["kept" in text for text in pages] == [False, True]


def test_what_is_kept_together_but_too_high_for_a_page_is_still_all_there(tmp_path: Path) -> None:
    kept = KeepTogether(tuple(paragraph(f"kept {n}.") for n in range(200)))
    printed = written((Heading(1, "Long"), kept), tmp_path).text()
    assert [n for n in range(200) if f"kept {n}." not in printed] == []


def test_nested_cards_and_tables_flow_over_pages_without_losing_words(tmp_path: Path) -> None:
    told = " ".join(f"word{n}." for n in range(900))
    table = Table((Column("A", 1), Column("B", 1)), (Row(cells(told, "short")),))
    card = Panel(Tone.WORRIED, (Heading(2, "Inside"), table, Paragraph(words(told))))
    paper = written((Heading(1, "Outside"), SideBySide(((card,), (card,)))), tmp_path)
    printed = paper.text()
    assert [n for n in range(900) if printed.count(f"word{n}.") != 4] == []
    assert paper.faults() == []


def test_headings_become_bookmarks(tmp_path: Path) -> None:
    blocks = (Heading(1, "Top"), Heading(3, "Deep"), Heading(2, "Middle"), paragraph("x"))
    data = written(blocks, tmp_path).path.read_bytes()
    assert data.count(b"/Title (") >= 4
    assert b"/Outlines" in data


def test_an_empty_document_is_one_empty_page_with_its_footer(tmp_path: Path) -> None:
    paper = written((), tmp_path)
    assert paper.pages() == 1
    assert "Page 1 of 1" in paper.text()
    assert paper.faults() == []


@pytest.mark.parametrize("width", [60.0, 5.0])
def test_a_word_wider_than_the_line_is_divided_and_nothing_of_it_is_lost(width: float) -> None:
    from_lines = _divided("Donau" * 40, width)
    assert "".join(from_lines) == "Donau" * 40
    assert len(from_lines) > 5


def _divided(text: str, width: float) -> list[str]:
    style = TextStyle(fonts.face(), 11.0, look.INK)
    lines = broken([Fragment(text, style)], width)
    return ["".join(fragment.text for fragment in line.fragments) for line in lines]


@pytest.mark.parametrize("level", [0, 2])
def test_a_table_head_higher_than_a_page_goes_on_over_it_and_is_said_once(
    level: int, tmp_path: Path
) -> None:
    said = " ".join(f"w{number}" for number in range(900))
    columns = (Column(said, 1), Column("Right", 2))
    table = Table(columns, (Row(cells("left", "right")),), heading_level=level)
    paper = written((Heading(1, "A table"), table), tmp_path)
    assert paper.faults() == []
    found = paper.text().split()
    assert [word for word in said.split() if found.count(word) != 1] == []
    assert found.count("left") == found.count("right") == 1


def test_an_endless_word_of_joined_letters_takes_no_endless_time() -> None:
    before = process_time()
    assert shaped("م" * 40_000, "NotoSansArabic-Regular", True).width > 0
    assert process_time() - before < 10


@pytest.mark.parametrize(
    "held",
    [
        "01632 960 001",
        "(01632) 960-001",
        "+44 1632 960001",
        "call 999",
        *(
            day_in(one, date(2026, month, 2 + month))
            for one in languages().values()
            for month in (1, 5, 12)
        ),
    ],
)
def test_what_belongs_together_is_not_parted_at_the_end_of_a_line(held: str) -> None:
    style = TextStyle(fonts.face(), 10.0, look.INK)
    whole = style.width(held)
    for before in range(1, 40):
        said = Fragment(f"{'o' * before} is {held}, so it is.", style)
        for room in (whole + style.width(",") + 1, 3 * whole):
            lines = ["".join(one.text for one in line.fragments) for line in broken([said], room)]
            assert any(held in line for line in lines), lines
    narrow = broken([Fragment(held, style)], whole * 0.9)
    parts = ["".join(one.text for one in line.fragments) for line in narrow]
    assert " ".join(parts) == held


def test_a_spare_row_to_sign_in_is_as_high_as_the_others() -> None:
    def height(*names: str) -> float:
        return set_document((SignatureLines(names),), Look(12.0)).height(500.0)

    assert height("Dana", "") == pytest.approx(height("Dana", "Jean"))


def test_words_beside_hanging_letters_stand_on_their_line_and_have_room() -> None:
    paper = Look(12.0, nastaliq=True)
    urdu = set_document((paragraph("جمعرات"),), paper)
    english = set_document((paragraph("Thursday"),), paper)
    assert GridRow((urdu, english)).drops() == [
        0.0,
        pytest.approx((urdu.baseline() or 0) - (english.baseline() or 0)),
    ]
    assert GridRow((english, english)).drops() == [0.0, 0.0]
    lines = [set_document((paragraph("کیا " * count),), paper).height(100.0) for count in (1, 12)]
    rows = len(broken([Fragment("کیا " * 12, paper.style(12.0, Tone.PLAIN))], 100.0))
    assert lines[1] > rows * lines[0]


@pytest.mark.parametrize("before", range(32, 44))
def test_a_heading_has_three_lines_below_it_on_its_page(before: int, tmp_path: Path) -> None:
    short = tuple(paragraph(f"line{number}") for number in range(8))
    blocks = (*(paragraph("word"),) * before, Heading(2, "Chapter"), *short)
    for size in (11.0, 12.0, 13.0):
        document = Document("A paper", "R", "footer", blocks, flowing_size=size)
        for page in on_paper(document, tmp_path).page_texts():
            assert ("Chapter" in page) <= ("line2" in page)


def test_text_that_runs_on_ends_well_over_the_footer(tmp_path: Path) -> None:
    paper = written((Heading(1, "Long"), paragraph("word " * 3000)), tmp_path)
    boxes = subprocess.run(
        ["pdftotext", "-bbox", paper.path, "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    feet = [float(foot) for foot in re.findall(r'yMax="([\d.]+)">word<', boxes)]
    rule = look.PAGE_HEIGHT - look.FOOTER - 12
    assert 8 <= (rule - max(feet)) / 72 * 25.4 < 16
