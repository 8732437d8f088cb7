"""What every paper has around its own words: title, footer, banner, and its usual sentences."""

from collections.abc import Iterable
from dataclasses import replace

from taf_desktop.documents.content import (
    Block,
    Blocks,
    BulletList,
    Document,
    Fact,
    Heading,
    KeepTogether,
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
_HANGING_SIZES = (12.0, 11.5, 11.0)
_MOST_IN_FOOTER, _FEW_IN_FOOTER = 3, 2


def framed(
    facts: PlanFacts,
    title: str,
    blocks: Blocks,
    *,
    flowing_size: float,
    body_sizes: tuple[float, ...] = (),
    wanted_pages: int = 1,
    shorter: Blocks = (),
    least_sizes: tuple[float, ...] = (),
    roomier: tuple[Blocks, ...] = (),
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
            title, facts.reference, version, day, _mark(language), _short_readers(facts), by=" · "
        ),
        blocks=(*blocks, *note),
        shorter=(*shorter, *note) if shorter else (),
        least_sizes=least_sizes,
        roomier=tuple((*blocks, *note) for blocks in roomier),
        language=language.code,
        logo=facts.logo,
        banner=banner(facts),
        page_words=language.words["page"],
        body_sizes=body_sizes,
        wanted_pages=wanted_pages,
        flowing_size=flowing_size,
    )


def hanging_sizes(sizes: tuple[float, ...], language: str) -> tuple[float, ...]:
    """Sizes to try: hanging letters are taller than others, and read well at smaller ones too."""
    smaller = (size for size in _HANGING_SIZES if size < sizes[-1])
    return (*sizes, *smaller) if language == "ur" else sizes


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


def _short_readers(facts: PlanFacts) -> str:
    """Whom the copy is for, so that a footer has room for all that it has to say."""
    names = facts.reader.split(", ")
    if len(names) <= _MOST_IN_FOOTER:
        return reader_words(facts)
    few = f"{', '.join(names[:_FEW_IN_FOOTER])} + {len(names) - _FEW_IN_FOOTER}"
    return reader_words(replace(facts, reader=few))


def translated_note(facts: PlanFacts, *, helper: bool) -> Blocks:
    """That only the headings are translated, who reads the rest with somebody, and who checked it.

    Whoever hands the paper over reads the same in English below each page. A `helper` who reads
    it with somebody may write a name.
    """
    language = language_of(facts.language)
    if language.is_english:
        return ()
    checked = language.say("not_checked")
    if language.checked_by:
        checked = language.say("checked_by", name=language.checked_by)
    ask = language.say("ask_to_read", name=facts.lead.name) if facts.lead else ""
    said = listed(checked, language.say("own_words"), ask, by=" ")
    note = paragraph(quiet(said), size=Size.SMALL)
    by_hand = paragraph(language.say("interpreter"), f" {_DOTS}", size=Size.SMALL)
    return (note, by_hand) if helper else (note,)


def made_words(facts: PlanFacts, language: Language) -> str:
    """How and when the plan was made, together or by asking each apart; or for which meeting."""
    day = weekday_words(facts.meeting.held_on or facts.made_on, language)
    if is_to_come(facts):
        return language.say("meeting_on", day=day)
    return language.say("reviewed_apart" if facts.meeting.is_apart else "made_on", day=day)


def is_to_come(facts: PlanFacts) -> bool:
    """Whether the meeting is on a day after the one on which the paper was made."""
    held = facts.meeting.held_on
    return not isinstance(held, str) and held > facts.made_on


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


def last_panel(facts: PlanFacts, *, is_form: bool = False) -> KeepTogether:
    """The tinted panel at the end: whom to call, and that something is left out.

    On a form to fill in or a letter nobody expects everything that is kept.
    """
    said = () if is_form else left_out_note(facts)
    return closing_panel((*who_to_call(facts), *danger(facts), *said))


def closing_panel(blocks: Blocks) -> KeepTogether:
    """The tinted panel at the end of a paper, on one page."""
    return KeepTogether((Panel(Tone.BRAND, blocks),))


def left_out_note(facts: PlanFacts) -> Blocks:
    """That not everything is in this copy; neither what, nor how much, which could tell."""
    if not facts.left_out:
        return ()
    words = language_of(facts.language).say("left_out")
    return (paragraph(quiet(words), size=Size.SMALL),)
