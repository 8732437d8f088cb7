"""A table as a CSV file (RFC 4180): UTF-8 with the mark that Excel knows it by, all text quoted."""

import codecs
import csv
import io
from datetime import date

from taf_desktop.exchange.cells import harmless
from taf_desktop.exchange.tables import Cell, Table
from taf_desktop.packs.dates import date_words


def write_csv(table: Table) -> bytes:
    """The bytes of the file; days are in words: "14 May 2026"."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([harmless(head.title) for head in table.heads])
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return codecs.BOM_UTF8 + lines.getvalue().encode("utf-8")


def _written(cell: Cell) -> str | int:
    if isinstance(cell, date):
        return date_words(cell.isoformat())
    return cell if isinstance(cell, int) else harmless(cell or "")
