"""A letter that asks somebody to a meeting, in words that welcome."""

from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Document,
    Heading,
    KeepTogether,
    paragraph,
    strong,
)
from taf_desktop.documents.frame import framed, hanging_sizes, last_panel, part, when_and_where
from taf_desktop.documents.languages import Language, language_of
from taf_desktop.documents.plan_facts import PlanFacts
from taf_desktop.documents.wording import day_words, joined

_SIZES = (13.5, 13.0, 12.5, 12.0, 11.5, 11.0)


def invitation(facts: PlanFacts) -> Document:
    """One page to send or to hand over."""
    language = language_of(facts.language)
    names = joined(facts.greeted, language)
    blocks = (
        Heading(1, language.say("please_come")),
        paragraph(day_words(facts.made_on, language)),
        paragraph(language.say("dear", names=names) if names else language.say("dear_all")),
        paragraph(_why(facts, language)),
        *when_and_where(facts),
        *_who(facts, language),
        *part(language.say("will_talk_about"), *_agenda(facts, language)),
        *part(language.say("you_can"), _you_can(language)),
        paragraph(language.say("you_speak_first")),
        *_from(facts, language),
        last_panel(facts, is_form=True),
    )
    title = language.say("invitation")
    return framed(
        facts, title, blocks, flowing_size=12.5, body_sizes=hanging_sizes(_SIZES, facts.language)
    )


def _you_can(language: Language) -> BulletList:
    lines = (
        language.say("bring_somebody"),
        language.say("say_who"),
        language.say("ask_other_day"),
        language.say("ask_interpreter"),
        language.say("say_no"),
    )
    return BulletList(tuple((paragraph(line),) for line in lines))


def _why(facts: PlanFacts, language: Language) -> str:
    children = joined([child.name for child in facts.children], language)
    if not children:
        return language.say("sit_down")
    return language.say("sit_down_about", children=children)


def _who(facts: PlanFacts, language: Language) -> Blocks:
    asked = [
        language.commas([one for one in (person.name, person.role) if one])
        for person in facts.meeting.asked
        if person.name not in facts.reader.split(", ")
    ]
    if not asked:
        return ()
    names = BulletList(tuple((paragraph(name),) for name in asked))
    return part(language.say("who_else"), names)


def _agenda(facts: PlanFacts, language: Language) -> Blocks:
    titles = tuple((paragraph(language.label(item.title)),) for item in facts.agenda)
    return (BulletList(titles),) if titles else ()


def _from(facts: PlanFacts, language: Language) -> Blocks:
    lead = facts.lead.name if facts.lead else facts.organisation
    if not lead:
        return ()
    return (KeepTogether((paragraph(language.say("good_wishes")), paragraph(strong(lead)))),)
