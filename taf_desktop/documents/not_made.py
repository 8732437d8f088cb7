"""The list of papers that a batch could not make: references and reasons, nobody's name."""

from collections.abc import Mapping, Sequence
from datetime import date

from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Document,
    Heading,
    Size,
    Tone,
    paragraph,
    quiet,
)
from taf_desktop.documents.wording import count_words, day_words, joined, listed

TITLE = "What could not be made"


def not_made(paper: str, reasons: Mapping[str, Sequence[str]], made: int, day: date) -> Document:
    """One list: under each reason the references of the families, after how many were made."""
    on = day_words(day)
    many = count_words(made, "copy was made", "copies were made")
    blocks: Blocks = (
        Heading(1, f"{TITLE}: {paper}"),
        paragraph(f"On {on}. {many} all the same, and each is noted."),
        *(block for why, whose in reasons.items() for block in _reason(why, whose)),
        paragraph(quiet("Families stand here by their reference."), size=Size.SMALL),
    )
    return Document(
        title=listed(TITLE, paper, on),
        reference="",
        footer=listed(TITLE, on, by=" · "),
        blocks=blocks,
        body_sizes=(12.0,),
    )


def _reason(why: str, whose: Sequence[str]) -> Blocks:
    return (
        Heading(2, why),
        BulletList((((paragraph(joined(whose))),),), Tone.BRAND),
    )
