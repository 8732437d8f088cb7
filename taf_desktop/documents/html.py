"""The HTML writer: one file that needs nothing else, for a screen reader or any browser."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from html import escape

from taf_desktop.documents.apart import Part, apart
from taf_desktop.documents.content import (
    Block,
    Blocks,
    BulletList,
    Document,
    Drawn,
    Figure,
    Heading,
    KeepTogether,
    KeyFacts,
    PageBreak,
    Panel,
    Paragraph,
    Quote,
    Row,
    Run,
    SideBySide,
    SignatureLines,
    Size,
    Table,
    TickBoxes,
    Tone,
    Words,
    WritingRoom,
)
from taf_desktop.documents.plain import plain_line, plain_lines
from taf_desktop.documents.scripts import Chunk, chunks, is_rtl_language, reads_rtl
from taf_desktop.documents.svg import numbered, svg

_STYLE = """
:root { color-scheme: light; }
body { font-family: FACE, Verdana, Arial, sans-serif; font-size: 1.125rem; line-height: 1.5;
  color: #1d2733; background: #fff; max-width: 50rem; margin: 0 auto; padding: 1rem; }
h1, h2, h3, .h { color: #0b5566; line-height: 1.25; } .h { font-size: 1.5rem; font-weight: bold; }
.banner { background: #5b3b8c; color: #fff; font-weight: bold; padding: .4rem 1rem; }
section { background: #e3eff1; border-radius: .5rem; padding: .6rem 1rem; margin: 1rem 0; }
.working-well { background: #e8f3eb; } .worried { background: #fbefe6; }
.needs-to-happen { background: #e7eff9; }
h2.working-well, h3.working-well { color: #1f6b3a; background: none; }
h2.worried, h3.worried { color: #8a3b12; background: none; }
h2.needs-to-happen, h3.needs-to-happen { color: #1b4f8f; background: none; }
strong.late { color: #a32020; background: none; } .quiet { color: #4b5768; background: none; }
svg { display: block; max-width: 100%; height: auto; margin: .6rem 0; direction: ltr; }
.logo { display: block; max-height: 3rem; max-width: 14rem; margin-inline-start: auto; }
.small { font-size: 1rem; } .large { font-size: 1.35rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { border-bottom: 1px solid #8f8778; padding: .4rem; text-align: start; vertical-align: top; }
p[dir] { text-align: match-parent; }
blockquote { border-inline-start: .25rem solid #8f8778; margin-inline-start: 0;
  padding-inline-start: 1rem; }
.line { border-bottom: 1px solid #4b5768; height: 2rem; } .room { height: 2rem; }
ul.ticks { list-style: none; padding-inline-start: 0; } footer { font-size: 1rem; color: #4b5768; }
@media print { body { max-width: none; } h1, h2, h3 { break-after: avoid; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_WITH_PICTURE = f"{_POLICY}; img-src data:"


def write_html(document: Document) -> bytes:
    """The document as one HTML file; everything typed is escaped and nothing is loaded."""
    policy = _WITH_PICTURE if document.logo else _POLICY
    way = "rtl" if is_rtl_language(document.language) else "ltr"
    style = _STYLE.replace("FACE", f'"{document.letters.value}"')
    parts = (
        "<!doctype html>",
        f'<html lang="{escape(document.language)}" dir="{way}">',
        f'<head><meta charset="utf-8"><title>{escape(plain_line(document.title))}</title>',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{style}</style></head>",
        _Page(document.language).write(document),
    )
    return numbered("\n".join(parts)).encode("utf-8")


def _tone(tone: Tone) -> str:
    return tone.value.replace(" ", "-")


def _chunk(chunk: Chunk) -> str:
    said = escape(chunk.text)
    if chunk.rtl and chunk.language:
        return f'<bdi lang="{chunk.language}" dir="rtl">{said}</bdi>'
    return f'<span lang="{chunk.language}">{said}</span>' if chunk.language else said


class _Page:
    """Writes blocks as parts of a page in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._rtl = is_rtl_language(language)
        self._writers: dict[type[object], Callable[..., str]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Quote: self._quote,
            BulletList: self._bullets,
            Table: self._table,
            KeyFacts: self._key_facts,
            Figure: svg,
            Panel: self._panel,
            SideBySide: self._side_by_side,
            SignatureLines: self._signatures,
            WritingRoom: self._writing_room,
            TickBoxes: self._tick_boxes,
            Drawn: self._drawn,
            KeepTogether: lambda kept: self._blocks(kept.blocks),
            PageBreak: lambda _: "",
        }

    def write(self, document: Document) -> str:
        """The words of the page, with its banner and its footer."""
        banner = f'<p class="banner">{self._line(document.banner)}</p>' if document.banner else ""
        return "\n".join(
            (
                f"<body>{banner}{self._logo(document)}<main>",
                self._blocks(document.blocks),
                f"</main><footer><p>{self._line(document.footer)}</p></footer></body></html>",
            )
        )

    def _logo(self, document: Document) -> str:
        logo = document.logo
        if logo is None:
            return ""
        dots = b64encode(logo.png).decode("ascii")
        alt = escape(plain_line(logo.alt))
        return f'<header><img class="logo" alt="{alt}" src="data:image/png;base64,{dots}"></header>'

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(self._writers[type(block)](block) for block in blocks)

    def _line(self, text: str) -> str:
        line = plain_line(text)
        if not reads_rtl(line, self._rtl):
            return self._told(line)
        return "".join(map(self._part, apart([line])[0]))

    def _told(self, line: str) -> str:
        """The line escaped, each part in another script with its language and direction."""
        return "".join(map(_chunk, chunks(line, self._language)))

    def _way(self, text: str) -> str:
        """The direction of a paragraph, where it is not that of the page."""
        rtl = reads_rtl(text, self._rtl)
        return "" if rtl == self._rtl else f' dir="{"rtl" if rtl else "ltr"}"'

    def _words(self, words: Words) -> str:
        rtl = reads_rtl("".join(run.text for run in words), self._rtl)
        lines = [plain_lines(run.text) for run in words]
        if not rtl:
            return "".join(map(self._run, words, lines))
        parts = iter(apart([line for of_run in lines for line in of_run]))
        told = [["".join(map(self._part, next(parts))) for _ in of_run] for of_run in lines]
        return "".join(map(self._dressed, words, told))

    def _part(self, part: Part) -> str:
        """What keeps its own order within a paragraph that is read from the right, or not."""
        text, stands = part
        told = self._told(text)
        return f'<bdi dir="ltr">{told}</bdi>' if stands else told

    def _run(self, run: Run, lines: Sequence[str]) -> str:
        return self._dressed(run, [self._told(line) for line in lines])

    def _dressed(self, run: Run, lines: Sequence[str]) -> str:
        text = "<br>".join(lines)
        if run.slanted:
            text = f"<em>{text}</em>"
        if run.strong:
            return f'<strong class="{_tone(run.tone)}">{text}</strong>'
        return text if run.tone is Tone.PLAIN else f'<span class="{_tone(run.tone)}">{text}</span>'

    def _heading(self, heading: Heading) -> str:
        tag = f"h{heading.level}"
        return f'<{tag} class="{_tone(heading.tone)}">{self._line(heading.text)}</{tag}>'

    def _paragraph(self, paragraph: Paragraph) -> str:
        size = "" if paragraph.size is Size.BODY else f' class="{paragraph.size.value}"'
        way = self._way("".join(run.text for run in paragraph.words))
        return f"<p{size}{way}>{self._words(paragraph.words)}</p>"

    def _quote(self, quote: Quote) -> str:
        said = "<br>".join(self._told(line) for line in plain_lines(quote.text))
        speaker = f"<footer>{self._line(quote.speaker)}</footer>" if quote.speaker else ""
        return f"<blockquote><p{self._way(quote.text)}>“{said}”</p>{speaker}</blockquote>"

    def _bullets(self, bullets: BulletList) -> str:
        items = "".join(f"<li>{self._blocks(item)}</li>" for item in bullets.items)
        return f"<ul>{items}</ul>" if items else ""

    def _table(self, table: Table) -> str:
        if not table.rows:
            return ""
        heads = "".join(self._head(table, place) for place in range(len(table.columns)))
        rows = "".join(f"<tr>{self._cells(table, row)}</tr>" for row in table.rows)
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"

    def _head(self, table: Table, place: int) -> str:
        """A column's heading; where it is also the heading of this part, a voice is told so."""
        text = self._line(table.columns[place].heading)
        if table.heading_level and place == 0:
            text = (
                f'<span class="h" role="heading" aria-level="{table.heading_level}">{text}</span>'
            )
        return f'<th scope="col">{text}</th>'

    def _cells(self, table: Table, row: Row) -> str:
        return "".join(self._cell(table, place, cell) for place, cell in enumerate(row.cells))

    def _cell(self, table: Table, place: int, blocks: Blocks) -> str:
        if table.first_column_names_row and place == 0:
            return f'<th scope="row">{self._blocks(blocks)}</th>'
        return f"<td>{self._blocks(blocks)}</td>"

    def _key_facts(self, facts: KeyFacts) -> str:
        rows = "".join(
            f'<tr><th scope="row">{self._line(fact.label)}</th>'
            f"<td>{self._blocks(fact.blocks)}</td></tr>"
            for fact in facts.facts
        )
        return f"<table><tbody>{rows}</tbody></table>" if rows else ""

    def _panel(self, panel: Panel) -> str:
        return f'<section class="{_tone(panel.tone)}">{self._blocks(panel.blocks)}</section>'

    def _side_by_side(self, beside: SideBySide) -> str:
        return "".join(f"<div>{self._blocks(part)}</div>" for part in beside.parts)

    def _signatures(self, lines: SignatureLines) -> str:
        rows = "".join(
            f'<tr><th scope="row">{self._line(n)}</th><td></td><td></td></tr>' for n in lines.names
        )
        heads = "".join(f'<th scope="col">{self._line(head)}</th>' for head in lines.headings)
        return (
            f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
        )

    def _writing_room(self, room: WritingRoom) -> str:
        return f'<div class="{"line" if room.ruled else "room"}"></div>' * room.lines

    def _tick_boxes(self, ticks: TickBoxes) -> str:
        items = "".join(
            f'<li><span aria-hidden="true">☐ </span>{self._line(one)}</li>'
            for one in ticks.options
            if one.strip()
        )
        return f'<ul class="ticks">{items}</ul>' if items else ""

    def _drawn(self, drawn: Drawn) -> str:
        return f'<section class="{_tone(drawn.tone)}">{self._blocks(drawn.blocks)}</section>'
