"""Pictures of the demo in order, on one plain page that needs no other file to be looked at."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODeviceBase, QSize
from PySide6.QtGui import QImage

from taf_desktop.ui.pdf_pages import PdfPages

WIDTH = 1280
PAPER_WIDTH = 760

_HEAD = """<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The Marlow family in TAF Desktop</title>
<style>
  body { font: 17px/1.5 sans-serif; color: #1d1d1d; background: #f4f4f2; max-width: 1320px;
         margin: 0 auto; padding: 24px; }
  figure { margin: 40px 0; }
  figcaption { margin-bottom: 10px; }
  figcaption time { color: #555; }
  h2 { margin: 48px 0 0; }
  img { max-width: 100%; height: auto; border: 1px solid #999; background: #fff; }
</style>
<h1>The Marlow family in TAF Desktop</h1>
<p>Everything here is invented. A program typed it from the keyboard alone into the real window;
each picture was taken at the moment named above it, by the clock of the story.</p>
"""


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture: what it shows, when that was in the story, and what was being done."""

    moment: str
    at: datetime
    doing: str
    file: Path

    def figure(self) -> str:
        """The picture with its words."""
        when = f"{self.at:%A} {self.at.day} {self.at:%B %Y, %H:%M}"
        title = f"<strong>{escape(self.moment[:1].upper() + self.moment[1:])}</strong>"
        number = escape(self.file.name.partition(" ")[0])
        return (
            f'<figure><figcaption>{number}. {title} <time datetime="{self.at.isoformat()}">'
            f"{when}</time><br>{escape(self.doing)}</figcaption>"
            f'<img width="{WIDTH}" alt="{escape(self.moment)}" src="{_embedded(self.file)}">'
            "</figure>\n"
        )


def write_album(folder: Path, shots: list[Shot]) -> Path:
    """The page with all pictures, and below them every page of the papers in the folder."""
    papers = sorted(folder.glob("*.pdf"))
    parts = [_HEAD, *(shot.figure() for shot in shots), "<h2>The papers</h2>\n"]
    parts += [figure for paper in papers for figure in _pages(paper)]
    index = folder / "index.html"
    index.write_text("".join(parts) + "</html>\n", encoding="utf-8")
    return index


def _pages(paper: Path) -> Iterator[str]:
    """Each page of a paper as a picture, with the way to the paper itself."""
    pages = PdfPages(paper.read_bytes())
    title = escape(paper.stem)
    for number in range(len(pages)):
        points = pages.points(number)
        high = round(PAPER_WIDTH * points.height() / points.width())
        source = _as_source(_png(pages.picture(number, QSize(PAPER_WIDTH, high))))
        caption = f"{title}, page {number + 1} of {len(pages)}"
        link = f'<a href="{escape(paper.name)}">{caption}</a>'
        yield (
            f"<figure><figcaption>{link}</figcaption>"
            f'<img width="{PAPER_WIDTH}" alt="{caption}" src="{source}"></figure>\n'
        )


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODeviceBase.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        raise OSError("no picture could be made of a page")
    return bytes(buffer.data().data())


def _embedded(file: Path) -> str:
    return _as_source(file.read_bytes())


def _as_source(png: bytes) -> str:
    return f"data:image/png;base64,{b64encode(png).decode('ascii')}"
