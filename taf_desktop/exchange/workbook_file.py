"""A table as an Excel workbook (ECMA-376), written here part by part.

The libraries for it write text without a shared list only by way of a file on the disk that anybody
can read, and can write formulas. This knows no formula: every text is an inline string in a cell
whose format says that it is text, also when somebody edits it later. Nothing touches the disk.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from taf_desktop.exchange.cells import printable
from taf_desktop.exchange.tables import Cell, Table

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD, _TEXT, _DAY, _NUMBER = 1, 2, 3, 4
_EARLIEST = date(1900, 3, 1)
_DAY_NOUGHT = date(1899, 12, 30)
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MADE = (1980, 1, 1, 0, 0, 0)

_TYPES = f"""{_XML}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_SHEETS}.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEETS}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{_SHEETS}.styles+xml"/></Types>"""

_STYLES = f"""{_XML}<styleSheet {_MAIN}>\
<numFmts count="1"><numFmt numFmtId="164" formatCode="d mmmm yyyy"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
<fills count="3"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill>\
<fill><patternFill patternType="solid"><fgColor rgb="FFE3EEF0"/></patternFill></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
{
    "".join(
        f'<xf {xf}<alignment vertical="top" wrapText="1"/></xf>'
        for xf in (
            'numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" quotePrefix="1" '
            'applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">',
            'numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" '
            'applyNumberFormat="1" applyAlignment="1">',
            'numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
            'applyAlignment="1">',
            'numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
            'applyAlignment="1">',
        )
    )
}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


def write_workbook(table: Table) -> bytes:
    """The bytes of the file: one sheet, its head frozen and printed on every page."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _links([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(table),
        "xl/_rels/workbook.xml.rels": _links(
            [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
        "xl/worksheets/sheet1.xml": _sheet(table),
    }
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _MADE), xml, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _links(targets: Iterable[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _workbook(table: Table) -> str:
    name, whole = escape(f"'{table.title}'"), _whole(table, "$")
    return (
        f'{_XML}<workbook {_MAIN} xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
        f'<sheets><sheet name={quoteattr(table.title)} sheetId="1" r:id="rId1"/></sheets>'
        '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'
        f"{name}!{whole}</definedName>"
        f'<definedName name="_xlnm.Print_Titles" localSheetId="0">{name}!$1:$1'
        "</definedName></definedNames></workbook>"
    )


def _sheet(table: Table) -> str:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{head.width}" customWidth="1"/>'
        for at, head in enumerate(table.heads, start=1)
    )
    return (
        f'{_XML}<worksheet {_MAIN}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="{_whole(table)}"/><sheetViews><sheetView tabSelected="1" '
        'workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
        'state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f"<cols>{columns}</cols><sheetData>{''.join(_rows(table))}</sheetData>"
        f'<autoFilter ref="{_whole(table)}"/>'
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>"
        "</worksheet>"
    )


def _rows(table: Table) -> Iterator[str]:
    heads = "".join(
        _text(head.title, f"{_letters(at)}1", _HEAD) for at, head in enumerate(table.heads)
    )
    yield f'<row r="1">{heads}</row>'
    for number, row in enumerate(table.rows, start=2):
        cells = "".join(_cell(cell, f"{_letters(at)}{number}") for at, cell in enumerate(row))
        yield f'<row r="{number}">{cells}</row>'


def _cell(cell: Cell, place: str) -> str:
    if isinstance(cell, date):
        if cell < _EARLIEST:
            return _text(cell.isoformat(), place, _TEXT)
        return f'<c r="{place}" s="{_DAY}"><v>{(cell - _DAY_NOUGHT).days}</v></c>'
    if isinstance(cell, int):
        return f'<c r="{place}" s="{_NUMBER}"><v>{cell}</v></c>'
    return _text(cell, place, _TEXT) if cell else ""


def _text(text: str, place: str, style: int) -> str:
    # What looks like an escape of the format itself would be read as the letter it stands for.
    plain = escape(_LOOKS_ESCAPED.sub("_x005F_", printable(text)))
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{plain}</t></is></c>'
    )


def _whole(table: Table, mark: str = "") -> str:
    last = _letters(max(0, len(table.heads) - 1))
    return f"{mark}A{mark}1:{mark}{last}{mark}{len(table.rows) + 1}"


def _letters(at: int) -> str:
    """The letters of a column, the first being "A"."""
    above, here = divmod(at, 26)
    return (_letters(above - 1) if above else "") + chr(ord("A") + here)
