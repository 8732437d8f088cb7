"""A page to sign in ink: what may be shared with whom, with limits in the person's own words."""

from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Document,
    SideBySide,
    SignatureLines,
    TickBoxes,
    WritingRoom,
    paragraph,
    strong,
)
from taf_desktop.documents.frame import children_words, framed, last_panel, opening, part
from taf_desktop.documents.plan_facts import ConsentFacts, PlanFacts

TITLE = "Agreement to sign"
_SIZES = (13.0, 12.5, 12.0, 11.5)
_KNOW = (
    "You can say no to any part of this, and you can change your mind at any time.",
    "You can see what is written about you, and say if it is not right.",
)


def agreement_page(facts: PlanFacts) -> Document:
    """One page, read out and talked over before anybody signs."""
    consent = facts.consent or ConsentFacts("")
    blocks = (
        opening("What may be shared, and with whom", _about(facts)),
        *_statement(consent),
        SideBySide(
            (
                part("I agree to", *_ticks(consent.kinds)),
                part("It may be shared with", *_ticks(consent.agencies), WritingRoom(1)),
            )
        ),
        *part("What must not be shared, or with whom not, in my own words", WritingRoom(2)),
        *part("Good to know", BulletList(tuple((paragraph(line),) for line in _KNOW))),
        *part("Signed", SignatureLines((*facts.greeted, ""))),
        *_notice(consent),
        last_panel(facts),
    )
    return framed(facts, TITLE, blocks, flowing_size=12.0, body_sizes=_SIZES)


def _about(facts: PlanFacts) -> str:
    children = children_words(facts)
    return f"About {children}." if children else ""


def _statement(consent: ConsentFacts) -> Blocks:
    return (paragraph(strong(consent.statement)),) if consent.statement else ()


def _ticks(options: tuple[str, ...]) -> Blocks:
    return (TickBoxes(options),) if options else ()


def _notice(consent: ConsentFacts) -> Blocks:
    if not consent.notice_version:
        return ()
    return (TickBoxes((f"I was given privacy notice {consent.notice_version}.",)),)
