"""The page of the demo has every picture with its moment and time, every paper, nothing outside."""

import re
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from tests.journeys.album import Shot, write_album


def test_the_page_needs_no_other_file_and_leaves_out_no_picture_and_no_page(
    qapp: QApplication, tmp_path: Path
) -> None:
    shots = [_shot(tmp_path, number) for number in (1, 2)]
    _paper(tmp_path / "Our <plan>.pdf", pages=2)
    words = write_album(tmp_path, shots).read_text(encoding="utf-8")
    sources = re.findall(r'src="([^"]*)"', words)
    assert len(sources) == 4
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert "http" not in words
    assert "Thursday 29 January 2026, 15:50" in words
    assert words.index("Moment 1 &amp; no more") < words.index("Moment 2 &amp; no more")
    assert "Our &lt;plan&gt;, page 2 of 2" in words


def _shot(folder: Path, number: int) -> Shot:
    file = folder / f"{number:02} moment.png"
    picture = QImage(4, 3, QImage.Format.Format_RGB32)
    picture.fill(number)
    assert picture.save(str(file))
    at = datetime(2026, 1, 29, 15, 50, tzinfo=UTC)
    return Shot(moment=f"moment {number} & no more", at=at, doing="Somebody looks in.", file=file)


def _paper(path: Path, pages: int) -> None:
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for _ in range(pages - 1):
        writer.newPage()
    painter.end()
