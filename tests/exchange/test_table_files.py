"""Tables as CSV and as workbooks: text stays text, days are days, and nothing is a formula."""

import csv
import io
import zipfile
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from taf_desktop.exchange.cells import MOST_UNITS, begins_like_formula, harmless, printable
from taf_desktop.exchange.csv_file import write_csv
from taf_desktop.exchange.tables import Cell, Head, Table
from taf_desktop.exchange.workbook_file import write_workbook

SIGNS = "=+-@＝＋－＠﹢﹣﹦﹫−"
FORMULAS = (
    *(f"{sign}1+1" for sign in SIGNS),
    *(f"{before}=1+1" for before in ("\t", "\r", "\n", " ", "\u200b", "\ufeff", "\u00a0", "\x00")),
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("//host/x")',
)
NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
ANYTHING = st.text(st.characters(), max_size=30)


def table(*cells: Cell) -> Table:
    heads = tuple(Head(title=f"Column {at}", width=12) for at in range(len(cells)))
    return Table(title="Actions", heads=heads, rows=(cells,))


def csv_row(*cells: Cell) -> list[str]:
    told = write_csv(table(*cells)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(told, newline="")))[1]


def parts(made: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def sheet(*cells: Cell) -> etree._Element:
    return parts(write_workbook(table(*cells)))["xl/worksheets/sheet1.xml"]


def texts(found: etree._Element) -> list[str]:
    return [one.text or "" for one in found.iterfind(".//m:row[@r='2']//m:t", NAMES)]


def test_a_csv_file_begins_with_the_mark_that_excel_knows_and_ends_its_lines_as_the_rule_says() -> (
    None
):
    assert write_csv(table("Zoë", 3)) == '\ufeff"Column 0","Column 1"\r\n"Zoë",3\r\n'.encode()


def test_commas_quotes_and_line_ends_stay_in_their_cell() -> None:
    said = 'Mum said: "No, not now"\nThen she left, and came back'
    assert csv_row(said, "next") == [said, "next"]


def test_days_are_words_in_csv_and_days_in_a_workbook() -> None:
    assert csv_row(date(2026, 5, 14), None) == ["14 May 2026", ""]
    cell = sheet(date(2026, 5, 14)).find(".//m:c[@r='A2']", NAMES)
    assert cell is not None
    day = date(1899, 12, 30) + timedelta(days=int(cell.findtext("m:v", namespaces=NAMES) or 0))
    assert day == date(2026, 5, 14)


def test_no_text_begins_like_a_formula_in_csv() -> None:
    for formula in FORMULAS:
        (cell,) = csv_row(formula)
        assert cell.startswith("'"), repr(formula)


def test_a_workbook_holds_every_text_as_it_is_and_as_text() -> None:
    typed = [formula for formula in FORMULAS if formula[0] not in "\t\r\x00"]
    found = sheet(*typed, "_x0041_ <b>&amp;")
    assert texts(found) == [*typed, "_x005F_x0041_ <b>&amp;"]
    cells = found.findall(".//m:row[@r='2']/m:c", NAMES)
    assert {cell.get("t") for cell in cells} == {"inlineStr"}
    styles = parts(write_workbook(table("x")))["xl/styles.xml"]
    formats = styles.findall(".//m:cellXfs/m:xf", NAMES)
    assert {formats[int(cell.get("s") or 0)].get("quotePrefix") for cell in cells} == {"1"}


@settings(max_examples=150, deadline=None)
@given(st.lists(ANYTHING, min_size=1, max_size=30))
def test_whatever_is_typed_no_cell_is_a_formula(typed: list[str]) -> None:
    assert not any(begins_like_formula(cell) for cell in csv_row(*typed))
    found = sheet(*typed)
    assert not found.findall(".//m:f", NAMES)
    assert len(texts(found)) == sum(bool(one) for one in typed)


def test_what_nobody_can_see_is_left_out_and_emoji_stay() -> None:
    assert printable("a\x00b\x1b\tc\r\nd\ud800 👩‍👧") == "ab c\nd 👩‍👧"
    assert harmless("plain") == "plain"


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_says_so() -> None:
    cut = printable("🙂" * MOST_UNITS)
    assert cut.endswith("…")
    assert len(cut.encode("utf-16-le")) // 2 <= MOST_UNITS
    assert printable("a" * MOST_UNITS) == "a" * MOST_UNITS


def test_the_head_is_frozen_printed_on_every_page_and_wide_enough() -> None:
    whole = parts(write_workbook(table("x", "y")))
    found = whole["xl/worksheets/sheet1.xml"]
    pane = found.find(".//m:pane", NAMES)
    assert pane is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert [one.get("width") for one in found.iterfind(".//m:col", NAMES)] == ["12", "12"]
    names = {
        one.get("name"): one.text
        for one in whole["xl/workbook.xml"].iterfind(".//m:definedName", NAMES)
    }
    assert names["_xlnm.Print_Titles"] == "'Actions'!$1:$1"


def test_columns_beyond_the_alphabet_have_two_letters() -> None:
    places = [one.get("r") for one in sheet(*range(1, 29)).iterfind(".//m:row[@r='2']/m:c", NAMES)]
    assert places[25:] == ["Z2", "AA2", "AB2"]
