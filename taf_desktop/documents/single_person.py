"""One person's own copy: what is about them, or about the children they are responsible for."""

from taf_desktop.documents.agreement_blocks import agreement_lines
from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Document,
    KeepTogether,
    Tone,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.frame import (
    about_children,
    closing_panel,
    danger,
    framed,
    hanging_sizes,
    left_out_note,
    opening,
    part,
    who_to_call,
)
from taf_desktop.documents.goal_blocks import goals_and_scales
from taf_desktop.documents.languages import Language, language_of
from taf_desktop.documents.plan_facts import ActionFacts, PlanFacts, StatementFacts
from taf_desktop.documents.statement_blocks import full_statement
from taf_desktop.documents.wording import (
    helped_words,
    sentence,
    when_words,
    within,
)

_SIZE = 13.0


def single_person(facts: PlanFacts) -> Document:
    """What one person may see of a plan, as short parts that need no table."""
    language = language_of(facts.language)
    body = (
        *_said("working_well", Tone.WORKING_WELL, facts.working_well, language),
        *_said("worried", Tone.WORRIED, facts.worried, language),
        *_said("needs_to_happen", Tone.NEEDS_TO_HAPPEN, facts.needs_to_happen, language),
        *goals_and_scales(facts),
        *_actions(facts.actions, language),
        *part(language.say("agreement_to_plan"), *agreement_lines(facts.agreement, language)),
    )
    title, nothing = language.say("single_person"), paragraph(language.say("nothing_for_you"))
    heading = language.say("copy_for", name=facts.reader) if facts.reader else title
    blocks = (opening(heading, about_children(facts)), *(body or (nothing,)), _closing(facts))
    return framed(
        facts, title, blocks, flowing_size=_SIZE, body_sizes=hanging_sizes((_SIZE,), facts.language)
    )


def _said(
    key: str, tone: Tone, statements: tuple[StatementFacts, ...], language: Language
) -> Blocks:
    items = tuple(full_statement(statement, language) for statement in statements)
    return part(language.say(key), *((BulletList(items, tone),) if items else ()), tone=tone)


def _actions(actions: tuple[ActionFacts, ...], language: Language) -> Blocks:
    tone = Tone.NEEDS_TO_HAPPEN
    items = tuple(_action(action, language) for action in actions)
    title = language.say("who_does_what")
    return part(title, *((BulletList(items, tone),) if items else ()), tone=tone)


def _action(action: ActionFacts, language: Language) -> Blocks:
    known = (
        action.who,
        helped_words(action, language),
        "".join(run.text for run in when_words(action, language)),
        within(language.label(action.status)),
    )
    who = language.commas([one for one in known if one])
    last = action.history[-1].words if action.history else ""
    lines = (paragraph(strong(action.what)), paragraph(who), paragraph(quiet(last)))
    return tuple(line for line in lines if line.words)


def _closing(facts: PlanFacts) -> KeepTogether:
    ask = language_of(facts.language).say("ask_by_letter")
    whom = (paragraph(sentence(ask)),) if facts.is_outside else who_to_call(facts)
    return closing_panel((*whom, *danger(facts), *left_out_note(facts)))
