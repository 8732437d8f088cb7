"""The page that proves an erasure: reference, days, rule, who; no name of the family."""

from dataclasses import dataclass
from datetime import date

from taf_desktop.documents.content import (
    Blocks,
    Document,
    Fact,
    Heading,
    KeyFacts,
    Panel,
    Size,
    Tone,
    paragraph,
    quiet,
)
from taf_desktop.documents.wording import count_words, day_words, listed
from taf_desktop.packs.clocks import moment_words
from taf_desktop.packs.dates import date_words

TITLE = "Certificate of erasure"
_WHAT = (
    "The record with this reference was erased: its people, what they said, meetings, plans, "
    "agreements, notes and drawings, and every wording of them in the history. The file was "
    "written anew, so that nothing of it is left in it. It cannot be brought back from the records."
)
_NOT = (
    "Copies that were printed, saved or sent before cannot be called back by this program. Whoever "
    "has one lets go of it by their own rules."
)


@dataclass(frozen=True, slots=True)
class ErasureFacts:
    """What the page says; `copies` holds, for each old copy, the day by which it has gone."""

    reference: str
    erased_at: str
    erased_by: str
    rule: str
    due_on: str
    reason: str
    rows: int
    steps: int
    copies: tuple[str, ...]
    entry: int
    seal: str
    organisation: str
    made_on: date


def erasure_certificate(facts: ErasureFacts) -> Document:
    """One page."""
    made = day_words(facts.made_on)
    return Document(
        title=listed(TITLE, facts.reference, made),
        reference=facts.reference,
        footer=listed(TITLE, facts.reference, made, facts.organisation, by=" · "),
        blocks=_blocks(facts),
        body_sizes=(12.0,),
    )


def _blocks(facts: ErasureFacts) -> Blocks:
    pairs = (
        ("Reference", facts.reference),
        ("Erased", moment_words(facts.erased_at)),
        ("By", facts.erased_by),
        ("Rule", f"Kept for {facts.rule}" if facts.rule else "No rule of the council"),
        ("Time came", date_words(facts.due_on)),
        ("Why earlier", facts.reason),
        ("What went", _went(facts)),
        ("Copies", _copies(facts.copies)),
        ("Proof", f"Entry {facts.entry} of the sealed journal: {facts.seal}" if facts.seal else ""),
    )
    known = tuple(Fact(label, (paragraph(text),)) for label, text in pairs if text)
    return (
        Panel(Tone.BRAND, (Heading(1, TITLE), paragraph(_WHAT))),
        KeyFacts(known),
        paragraph(quiet(_NOT), size=Size.SMALL),
    )


def _went(facts: ErasureFacts) -> str:
    entries = count_words(facts.rows, "entry", "entries")
    steps = count_words(facts.steps, "step", "steps")
    return f"{entries} of the record, and the words of {steps} of its history"


def _copies(gone_by: tuple[str, ...]) -> str:
    if not gone_by:
        return "No copy of the records known to this program holds it any more."
    still = count_words(len(gone_by), "copy still holds it", "copies still hold it")
    if "" in gone_by:
        return f"{still}; at least one stays until somebody takes it away."
    return f"{still}; the last will have gone by {date_words(max(gone_by))}."
