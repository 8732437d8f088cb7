"""A page to sign in ink: what may be shared with whom, with limits in the person's own words."""

from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Document,
    KeepTogether,
    SideBySide,
    SignatureLines,
    TickBoxes,
    WritingRoom,
    paragraph,
)
from taf_desktop.documents.frame import (
    about_children,
    framed,
    hanging_sizes,
    last_panel,
    opening,
    part,
)
from taf_desktop.documents.languages import Language, language_of
from taf_desktop.documents.plan_facts import ConsentFacts, PlanFacts

_SIZES = (13.0, 12.5, 12.0, 11.5)


def agreement_page(facts: PlanFacts) -> Document:
    """One page, read out and talked over before anybody signs."""
    language = language_of(facts.language)
    consent = facts.consent or ConsentFacts("")
    kinds = tuple(map(language.label, consent.kinds))
    blocks = (
        opening(language.say("what_is_shared"), about_children(facts)),
        *_statement(consent, language),
        SideBySide(
            (
                part(language.say("i_agree_to"), *_ticks(kinds)),
                part(language.say("shared_with"), *_ticks(consent.agencies), WritingRoom(1)),
            )
        ),
        *part(language.say("not_shared"), WritingRoom(2)),
        *part(language.say("good_to_know"), _know(language)),
        KeepTogether(part(language.say("signed"), _signatures(facts, language))),
        *_notice(consent, language),
        last_panel(facts, is_form=True),
    )
    title = language.say("agreement_page")
    return framed(
        facts, title, blocks, flowing_size=12.0, body_sizes=hanging_sizes(_SIZES, facts.language)
    )


def _know(language: Language) -> BulletList:
    lines = (language.say("may_say_no"), language.say("may_see"))
    return BulletList(tuple((paragraph(line),) for line in lines))


def _signatures(facts: PlanFacts, language: Language) -> SignatureLines:
    heads = (language.say("name"), language.say("signature"), language.say("date_signed"))
    return SignatureLines((*facts.greeted, ""), heads)


def _statement(consent: ConsentFacts, language: Language) -> Blocks:
    statement = language.label(consent.statement)
    return (paragraph(statement),) if statement else ()


def _ticks(options: tuple[str, ...]) -> Blocks:
    return (TickBoxes(options),) if options else ()


def _notice(consent: ConsentFacts, language: Language) -> Blocks:
    if not consent.notice_version:
        return ()
    return (TickBoxes((language.say("notice_given", number=consent.notice_version),)),)
