"""The family's plan in large print: one column, no tables, each promise a small block."""

from taf_desktop.documents.agreement_blocks import agreement_lines, answered
from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Size,
    Tone,
    paragraph,
    strong,
    words,
)
from taf_desktop.documents.frame import framed, last_panel, made_words, opening, part, said_part
from taf_desktop.documents.languages import Language, language_of
from taf_desktop.documents.plan_facts import (
    ActionFacts,
    MarkFacts,
    PlanFacts,
    ScaleFacts,
)
from taf_desktop.documents.scale_blocks import mark_words, scale_ends, shared_ends
from taf_desktop.documents.wording import (
    day_at_time,
    helped_words,
    sentence,
    when_words,
)

_LARGE, _LARGEST = 18.0, 28.0


def large_print(facts: PlanFacts) -> Document:
    """The plan at 18 points."""
    title = language_of(facts.language).say("large_print")
    return framed(facts, title, _blocks(facts), flowing_size=_LARGE)


def largest_print(facts: PlanFacts) -> Document:
    """The plan at 28 points."""
    title = language_of(facts.language).say("largest_print")
    return framed(facts, title, _blocks(facts), flowing_size=_LARGEST)


def _blocks(facts: PlanFacts) -> Blocks:
    language = language_of(facts.language)
    heading = language.say("plan_of", name=facts.family_name)
    needs = language.say("needs_to_happen")
    return (
        opening(heading, made_words(facts, language)),
        *said_part(language.say("working_well"), Tone.WORKING_WELL, facts.working_well, language),
        *said_part(language.say("worried"), Tone.WORRIED, facts.worried, language),
        *_actions(facts.actions, language),
        *_goals(facts, language),
        *said_part(needs, Tone.NEEDS_TO_HAPPEN, facts.needs_to_happen, language),
        *part(language.say("agreement_to_plan"), *agreement_lines(answered(facts), language)),
        *_next(facts, language),
        last_panel(facts),
    )


def _actions(actions: tuple[ActionFacts, ...], language: Language) -> Blocks:
    tone = Tone.NEEDS_TO_HAPPEN
    items = tuple(_action(action, language) for action in actions)
    title = language.say("will_do")
    return part(title, *((BulletList(items, tone),) if items else ()), tone=tone)


def _action(action: ActionFacts, language: Language) -> Blocks:
    lines: list[Paragraph] = [paragraph(strong(f"{action.number}. {action.what}"))]
    who = language.commas([one for one in (action.who, helped_words(action, language)) if one])
    told = ((language.say("who"), words(who)), (language.say("when"), when_words(action, language)))
    lines += [paragraph(f"{label}: ", *text) for label, text in told if text]
    if action.done:
        lines.append(paragraph(language.say("is_done")))
    return tuple(lines)


def _goals(facts: PlanFacts, language: Language) -> Blocks:
    """Every goal with the numbers in words: that says all that a picture would."""
    told = [(goal.text, goal.scale) for goal in facts.goals]
    told += [(scale.question, scale) for scale in facts.overall_scales]
    scales = [scale for _, scale in told if scale is not None and scale.occasions]
    ends = shared_ends(scales, language, Size.BODY)
    goals = (_scale(title, scale, language, own_ends=not ends) for title, scale in told)
    return part(language.say("wants_and_numbers"), *goals, *ends)


def _scale(
    title: str, scale: ScaleFacts | None, language: Language, *, own_ends: bool
) -> KeepTogether:
    """A goal with everybody's number, and last time's beside it."""
    if scale is None or not scale.occasions:
        return KeepTogether((Heading(3, title),))
    before = {mark.person: mark for day in scale.occasions[1:2] for mark in day.marks}
    given = scale.occasions[0].marks
    lines = (_mark(mark, before.get(mark.person), language) for mark in given)
    ends = scale_ends(scale, language, Size.BODY) if own_ends else ()
    return KeepTogether((Heading(3, title), *ends, *lines))


def _mark(mark: MarkFacts, last: MarkFacts | None, language: Language) -> Paragraph:
    now = strong(mark_words(mark, language))
    if last is None:
        return paragraph(f"{mark.person}: ", now)
    before = language.say("last_time", number=mark_words(last, language))
    return paragraph(f"{mark.person}: ", now, language.commas(["", before]))


def _next(facts: PlanFacts, language: Language) -> Blocks:
    following = facts.next_meeting
    if following is None:
        return ()
    when = day_at_time(following.held_on, following.starts_at, language)
    place = language.commas(["", following.place]) if when and following.place else following.place
    told = words(when, sentence(place)) if place else words(sentence(when))
    return part(language.say("meeting_again"), paragraph(*told))
