"""The HTML writer: one file that needs nothing else, for a screen reader or any browser."""

from collections.abc import Callable, Iterable
from html import escape

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
from taf_desktop.documents.svg import numbered, svg

_STYLE = """
:root { color-scheme: light; }
body { font-family: "Noto Sans", Verdana, Arial, sans-serif; font-size: 1.125rem; line-height: 1.5;
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
svg { display: block; max-width: 100%; height: auto; margin: .6rem 0; }
.small { font-size: 1rem; } .large { font-size: 1.35rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { border-bottom: 1px solid #8f8778; padding: .4rem; text-align: left; vertical-align: top; }
blockquote { border-left: .25rem solid #8f8778; margin-left: 0; padding-left: 1rem; }
.line { border-bottom: 1px solid #4b5768; height: 2rem; } .room { height: 2rem; }
ul.ticks { list-style: none; padding-left: 0; } footer { font-size: 1rem; color: #4b5768; }
@media print { body { max-width: none; } h1, h2, h3 { break-after: avoid; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(document: Document) -> bytes:
    """The document as one HTML file; everything typed is escaped and nothing is loaded."""
    banner = f'<p class="banner">{_line(document.banner)}</p>' if document.banner else ""
    parts = (
        "<!doctype html>",
        f'<html lang="{escape(document.language)}">',
        f'<head><meta charset="utf-8"><title>{_line(document.title)}</title>',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_STYLE}</style></head>",
        f"<body>{banner}<main>",
        _blocks(document.blocks),
        f"</main><footer><p>{_line(document.footer)}</p></footer></body></html>",
    )
    return numbered("\n".join(parts)).encode("utf-8")


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n".join(_WRITERS[type(block)](block) for block in blocks)


def _line(text: str) -> str:
    return escape(plain_line(text))


def _tone(tone: Tone) -> str:
    return tone.value.replace(" ", "-")


def _words(words: Words) -> str:
    return "".join(map(_run, words))


def _run(run: Run) -> str:
    text = "<br>".join(escape(line) for line in plain_lines(run.text))
    if run.slanted:
        text = f"<em>{text}</em>"
    if run.strong:
        return f'<strong class="{_tone(run.tone)}">{text}</strong>'
    return text if run.tone is Tone.PLAIN else f'<span class="{_tone(run.tone)}">{text}</span>'


def _heading(heading: Heading) -> str:
    tag = f"h{heading.level}"
    return f'<{tag} class="{_tone(heading.tone)}">{_line(heading.text)}</{tag}>'


def _paragraph(paragraph: Paragraph) -> str:
    size = "" if paragraph.size is Size.BODY else f' class="{paragraph.size.value}"'
    return f"<p{size}>{_words(paragraph.words)}</p>"


def _quote(quote: Quote) -> str:
    said = "<br>".join(escape(line) for line in plain_lines(quote.text))
    speaker = f"<footer>{_line(quote.speaker)}</footer>" if quote.speaker else ""
    return f"<blockquote><p>“{said}”</p>{speaker}</blockquote>"


def _bullets(bullets: BulletList) -> str:
    items = "".join(f"<li>{_blocks(item)}</li>" for item in bullets.items)
    return f"<ul>{items}</ul>" if items else ""


def _table(table: Table) -> str:
    if not table.rows:
        return ""
    heads = "".join(_head(table, place) for place in range(len(table.columns)))
    rows = "".join(
        f"<tr>{''.join(_cell(table, place, cell) for place, cell in enumerate(row.cells))}</tr>"
        for row in table.rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _head(table: Table, place: int) -> str:
    """A column's heading; where it is also the heading of this part, a voice is told so."""
    text = _line(table.columns[place].heading)
    if table.heading_level and place == 0:
        text = f'<span class="h" role="heading" aria-level="{table.heading_level}">{text}</span>'
    return f'<th scope="col">{text}</th>'


def _cell(table: Table, place: int, blocks: Blocks) -> str:
    if table.first_column_names_row and place == 0:
        return f'<th scope="row">{_blocks(blocks)}</th>'
    return f"<td>{_blocks(blocks)}</td>"


def _key_facts(facts: KeyFacts) -> str:
    rows = "".join(
        f'<tr><th scope="row">{_line(fact.label)}</th><td>{_blocks(fact.blocks)}</td></tr>'
        for fact in facts.facts
    )
    return f"<table><tbody>{rows}</tbody></table>" if rows else ""


def _panel(panel: Panel) -> str:
    return f'<section class="{_tone(panel.tone)}">{_blocks(panel.blocks)}</section>'


def _side_by_side(beside: SideBySide) -> str:
    return "".join(f"<div>{_blocks(part)}</div>" for part in beside.parts)


def _signatures(lines: SignatureLines) -> str:
    rows = "".join(
        f'<tr><th scope="row">{_line(n)}</th><td></td><td></td></tr>' for n in lines.names
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Name", "Signature", "Date"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""


def _writing_room(room: WritingRoom) -> str:
    return f'<div class="{"line" if room.ruled else "room"}"></div>' * room.lines


def _tick_boxes(ticks: TickBoxes) -> str:
    items = "".join(
        f'<li><span aria-hidden="true">☐ </span>{_line(one)}</li>'
        for one in ticks.options
        if one.strip()
    )
    return f'<ul class="ticks">{items}</ul>' if items else ""


def _drawn(drawn: Drawn) -> str:
    return f'<section class="{_tone(drawn.tone)}">{_blocks(drawn.blocks)}</section>'


_WRITERS: dict[type[object], Callable[..., str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Quote: _quote,
    BulletList: _bullets,
    Table: _table,
    KeyFacts: _key_facts,
    Figure: svg,
    Panel: _panel,
    SideBySide: _side_by_side,
    SignatureLines: _signatures,
    WritingRoom: _writing_room,
    TickBoxes: _tick_boxes,
    Drawn: _drawn,
    KeepTogether: lambda kept: _blocks(kept.blocks),
    PageBreak: lambda _: "",
}
