"""What every paper has around its own words: title, footer, banner, and its usual sentences."""

from collections.abc import Iterable

from taf_desktop.documents.content import (
    Block,
    Blocks,
    Document,
    Fact,
    Heading,
    KeyFacts,
    Panel,
    Paragraph,
    Size,
    Tone,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.plan_facts import PlanFacts
from taf_desktop.documents.wording import count_words, day_words, listed, sentence, weekday_words

PRACTICE_BANNER = "Practice: nothing here is real"


def framed(
    facts: PlanFacts,
    title: str,
    blocks: Blocks,
    *,
    flowing_size: float,
    body_sizes: tuple[float, ...] = (),
    wanted_pages: int = 1,
) -> Document:
    """The blocks as a whole paper; neither its title nor its footer holds a family's name."""
    day, version = day_words(facts.made_on), f"version {facts.version}"
    reader = f"for {facts.reader}" if facts.reader else ""
    return Document(
        title=listed(title, stood_words(facts), facts.reference, version, day),
        reference=facts.reference,
        footer=listed(title, facts.reference, version, day, reader, by=" · "),
        blocks=blocks,
        banner=banner(facts),
        body_sizes=body_sizes,
        wanted_pages=wanted_pages,
        flowing_size=flowing_size,
    )


def banner(facts: PlanFacts) -> str:
    """What stands over every page: that it is not real, or that it is the past."""
    stood = stood_words(facts)
    past = f"The past: the plan {stood}" if stood else ""
    return listed(PRACTICE_BANNER if facts.practice else "", past, by=". ")


def stood_words(facts: PlanFacts) -> str:
    """The day of which a copy tells, where it is an earlier one."""
    return f"as it stood on {day_words(facts.stood_on)}" if facts.stood_on else ""


def opening(heading: str, *lines: str | Paragraph) -> Panel:
    """The tinted panel at the top with the paper's heading."""
    said = (paragraph(line) if isinstance(line, str) else line for line in lines if line)
    return Panel(Tone.BRAND, (Heading(1, heading), *said))


def part(title: str, *blocks: Block, tone: Tone = Tone.BRAND) -> Blocks:
    """A heading with what stands below it; nothing where nothing does."""
    return (Heading(2, title, tone), *blocks) if blocks else ()


def key_facts(pairs: Iterable[tuple[str, str]]) -> Blocks:
    """Labels with what is known of them; nothing where nothing is."""
    known = tuple(Fact(label, (paragraph(text),)) for label, text in pairs if text)
    return (KeyFacts(known),) if known else ()


def when_and_where(facts: PlanFacts) -> Blocks:
    """The day, the time and the place of the meeting."""
    meeting = facts.meeting
    day = weekday_words(meeting.held_on)
    return key_facts((("Day", day), ("Time", meeting.starts_at), ("Where", meeting.place)))


def children_words(facts: PlanFacts) -> str:
    """The children with their ages: "El, 9; Finn, 4"."""
    return "; ".join(listed(child.name, child.age) for child in facts.children)


def who_to_call(facts: PlanFacts) -> Blocks:
    """The lead professional and how to reach them."""
    if facts.lead is None:
        return ()
    rest = "".join(f", {part}" for part in (facts.lead.role, facts.lead.note) if part)
    name = strong(facts.lead.name)
    return (paragraph(strong("Who to call: ", Tone.BRAND), name, sentence(rest)),)


def danger(facts: PlanFacts) -> Blocks:
    """Whom to call in an emergency."""
    return (paragraph(strong(facts.danger_words, Tone.LATE)),) if facts.danger_words else ()


def last_panel(facts: PlanFacts) -> Panel:
    """The tinted panel at the end: whom to call, and how much is left out."""
    return Panel(Tone.BRAND, (*who_to_call(facts), *danger(facts), *left_out_note(facts)))


def left_out_note(facts: PlanFacts) -> Blocks:
    """How much is not in this copy; never what."""
    if not facts.left_out:
        return ()
    things = count_words(facts.left_out, "thing is", "things are")
    words = f"{things} not in this copy: not everything is for everybody."
    return (paragraph(quiet(words), size=Size.SMALL),)
