"""A letter that asks somebody to a meeting, in words that welcome."""

from taf_desktop.documents.content import Blocks, BulletList, Document, Heading, paragraph, strong
from taf_desktop.documents.frame import framed, last_panel, part, when_and_where
from taf_desktop.documents.plan_facts import PlanFacts
from taf_desktop.documents.wording import day_words, joined, listed

TITLE = "Invitation"
_SIZES = (13.5, 13.0, 12.5, 12.0)
_YOU_CAN = (
    "bring somebody who is good at being on your side",
    "say who you would like to be there, and who not",
    "ask for another day, another place or a shorter meeting",
    "ask for an interpreter, large print, or anything else that makes talking easier",
    "say no: nobody has to come",
)


def invitation(facts: PlanFacts) -> Document:
    """One page to send or to hand over."""
    names = joined(facts.greeted) or "all"
    blocks = (
        Heading(1, "Please come and talk with us"),
        paragraph(day_words(facts.made_on)),
        paragraph(f"Dear {names},"),
        paragraph(_why(facts)),
        *when_and_where(facts),
        *_who(facts),
        *part("What we will talk about", *_agenda(facts)),
        *part("You can", BulletList(tuple((paragraph(line),) for line in _YOU_CAN))),
        paragraph(
            "You speak first, in your own words. Nothing is decided about your family without you."
        ),
        *_from(facts),
        last_panel(facts),
    )
    return framed(facts, TITLE, blocks, flowing_size=12.5, body_sizes=_SIZES)


def _why(facts: PlanFacts) -> str:
    children = joined([child.name for child in facts.children])
    about = f" about what helps {children}" if children else ""
    return (
        f"We would like to sit down together{about}: what is working well, what worries "
        "you or others, and what we can do."
    )


def _who(facts: PlanFacts) -> Blocks:
    asked = [
        listed(person.name, person.role)
        for person in facts.meeting.asked
        if person.name not in facts.reader.split(", ")
    ]
    if not asked:
        return ()
    return part("Who else is asked", BulletList(tuple((paragraph(name),) for name in asked)))


def _agenda(facts: PlanFacts) -> Blocks:
    titles = tuple((paragraph(item.title),) for item in facts.agenda)
    return (BulletList(titles),) if titles else ()


def _from(facts: PlanFacts) -> Blocks:
    lead = facts.lead.name if facts.lead else facts.organisation
    if not lead:
        return ()
    return (paragraph("With good wishes"), paragraph(strong(lead)))
