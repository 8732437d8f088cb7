"""What every paper has around its own words: title, footer, banner, and its usual sentences."""

from collections.abc import Iterable

from taf_desktop.documents.content import (
    Block,
    Blocks,
    BulletList,
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
from taf_desktop.documents.languages import Language, language_of
from taf_desktop.documents.plan_facts import ChildFacts, PlanFacts, StatementFacts
from taf_desktop.documents.statement_blocks import short_statement
from taf_desktop.documents.wording import day_words, listed, sentence, weekday_words

_DOTS = "…" * 24


def framed(
    facts: PlanFacts,
    title: str,
    blocks: Blocks,
    *,
    flowing_size: float,
    body_sizes: tuple[float, ...] = (),
    wanted_pages: int = 1,
    shorter: Blocks = (),
    helper: bool = True,
) -> Document:
    """The blocks as a whole paper; neither its title nor its footer holds a family's name."""
    language = language_of(facts.language)
    day, version = day_words(facts.made_on, language), language.say("version", number=facts.version)
    note = translated_note(facts, helper=helper)
    return Document(
        title=listed(title, stood_words(facts), facts.reference, version, day),
        reference=facts.reference,
        footer=listed(
            title, facts.reference, version, day, reader_words(facts), _mark(language), by=" · "
        ),
        blocks=(*blocks, *note),
        shorter=(*shorter, *note) if shorter else (),
        language=language.code,
        logo=facts.logo,
        banner=banner(facts),
        page_words=language.words["page"],
        body_sizes=body_sizes,
        wanted_pages=wanted_pages,
        flowing_size=flowing_size,
    )


def _mark(language: Language) -> str:
    return "" if language.is_english else f"headings in {language.english}: {language.mark}"


def banner(facts: PlanFacts) -> str:
    """What stands over every page: that it is not real, or that it is the past."""
    stood = stood_words(facts)
    language = language_of(facts.language)
    past = language.say("past", stood=stood) if stood else ""
    return listed(language.say("practice") if facts.practice else "", past, by=". ")


def stood_words(facts: PlanFacts) -> str:
    """The day of which a copy tells, where it is an earlier one."""
    language = language_of(facts.language)
    return language.say("stood", day=day_words(facts.stood_on, language)) if facts.stood_on else ""


def reader_words(facts: PlanFacts) -> str:
    """Whom the copy is for."""
    return language_of(facts.language).say("reader", name=facts.reader) if facts.reader else ""


def translated_note(facts: PlanFacts, *, helper: bool) -> Blocks:
    """That only the headings are translated, and whether a native reader has checked them.

    Whoever hands the paper over reads the same in English below each page. A `helper` who reads
    it with somebody may write a name.
    """
    language = language_of(facts.language)
    if language.is_english:
        return ()
    checked = language.say("not_checked")
    if language.checked_by:
        checked = language.say("checked_by", name=language.checked_by)
    note = paragraph(quiet(f"{checked} {language.say('own_words')}"), size=Size.SMALL)
    by_hand = paragraph(language.say("interpreter"), f" {_DOTS}", size=Size.SMALL)
    return (note, by_hand) if helper else (note,)


def made_words(facts: PlanFacts, language: Language) -> str:
    """How and when the plan was made: together, or by asking each person apart."""
    day = weekday_words(facts.meeting.held_on or facts.made_on, language)
    return language.say("reviewed_apart" if facts.meeting.is_apart else "made_on", day=day)


def opening(heading: str, *lines: str | Paragraph) -> Panel:
    """The tinted panel at the top with the paper's heading."""
    said = (paragraph(line) if isinstance(line, str) else line for line in lines if line)
    return Panel(Tone.BRAND, (Heading(1, heading), *said))


def part(title: str, *blocks: Block, tone: Tone = Tone.BRAND) -> Blocks:
    """A heading with what stands below it; nothing where nothing does."""
    return (Heading(2, title, tone), *blocks) if blocks else ()


def said_part(
    title: str, tone: Tone, statements: tuple[StatementFacts, ...], language: Language
) -> Blocks:
    """What was said, each with the speaker of exact words, below a heading."""
    items = tuple(short_statement(statement, language) for statement in statements)
    return part(title, *((BulletList(items, tone),) if items else ()), tone=tone)


def key_facts(pairs: Iterable[tuple[str, str]]) -> Blocks:
    """Labels with what is known of them; nothing where nothing is."""
    known = tuple(Fact(label, (paragraph(text),)) for label, text in pairs if text)
    return (KeyFacts(known),) if known else ()


def when_and_where(facts: PlanFacts) -> Blocks:
    """The day, the time and the place of the meeting."""
    meeting = facts.meeting
    language = language_of(facts.language)
    day = weekday_words(meeting.held_on, language)
    labels = (language.say("day"), language.say("time"), language.say("where"))
    return key_facts(zip(labels, (day, meeting.starts_at, meeting.place), strict=True))


def children_words(facts: PlanFacts) -> str:
    """The children with their ages: "El, 9; Finn, 4"."""
    language = language_of(facts.language)
    return "; ".join(child_words(child, language) for child in facts.children)


def child_words(child: ChildFacts, language: Language) -> str:
    """A child with the age, or with the day on which it is due."""
    age = child.age
    if child.unborn:
        due = day_words(child.due, language)
        age = language.say("due", day=due) if due else language.say("not_yet_born")
    return language.say("comma").join(part for part in (child.name, age) if part)


def about_children(facts: PlanFacts) -> str:
    """The children whom a paper is about, as a sentence."""
    children = children_words(facts)
    return language_of(facts.language).say("about", children=children) if children else ""


def who_to_call(facts: PlanFacts) -> Blocks:
    """The lead professional and how to reach them."""
    if facts.lead is None:
        return ()
    rest = "".join(f", {part}" for part in (facts.lead.role, facts.lead.note) if part)
    name = strong(facts.lead.name)
    label = language_of(facts.language).say("who_to_call")
    return (paragraph(strong(f"{label} ", Tone.BRAND), name, sentence(rest)),)


def danger(facts: PlanFacts) -> Blocks:
    """Whom to call in an emergency."""
    words = language_of(facts.language).label(facts.danger_words)
    return (paragraph(strong(words, Tone.LATE)),) if words else ()


def last_panel(facts: PlanFacts) -> Panel:
    """The tinted panel at the end: whom to call, and how much is left out."""
    return Panel(Tone.BRAND, (*who_to_call(facts), *danger(facts), *left_out_note(facts)))


def left_out_note(facts: PlanFacts) -> Blocks:
    """How much is not in this copy; never what."""
    if not facts.left_out:
        return ()
    words = language_of(facts.language).count("left_out", facts.left_out)
    return (paragraph(quiet(words), size=Size.SMALL),)
