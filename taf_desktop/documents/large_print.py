"""The family's plan in large print: one column, no tables, each promise a small block."""

from taf_desktop.documents.agreement_blocks import agreement_lines, answered
from taf_desktop.documents.content import (
    Blocks,
    BulletList,
    Document,
    Heading,
    Paragraph,
    Size,
    Tone,
    joined_blocks,
    paragraph,
    strong,
)
from taf_desktop.documents.frame import framed, last_panel, made_words, opening, part, said_part
from taf_desktop.documents.languages import Language, language_of
from taf_desktop.documents.plan_facts import (
    ActionFacts,
    MarkFacts,
    PlanFacts,
    ScaleFacts,
)
from taf_desktop.documents.scale_blocks import legend, mark_words, scale_figures
from taf_desktop.documents.wording import (
    day_at_time,
    day_words,
    helped_words,
    late_words,
    sentence,
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
    when = day_words(action.by_when, language)
    lines += [
        paragraph(f"{label}: ", text)
        for label, text in ((language.say("who"), who), (language.say("when"), when))
        if text
    ]
    late = late_words(action, language)
    if late:
        lines.append(paragraph(strong(late, Tone.LATE)))
    if action.done:
        lines.append(paragraph(language.say("is_done")))
    return tuple(lines)


def _goals(facts: PlanFacts, language: Language) -> Blocks:
    goals = joined_blocks(_scale(goal.text, goal.scale, language) for goal in facts.goals)
    overall = joined_blocks(
        _scale(scale.question, scale, language) for scale in facts.overall_scales
    )
    scales = tuple(goal.scale for goal in facts.goals if goal.scale)
    key = legend((*scales, *facts.overall_scales), language, Size.BODY)
    return part(language.say("wants_and_numbers"), *goals, *overall, *key)


def _scale(title: str, scale: ScaleFacts | None, language: Language) -> Blocks:
    """A goal with everybody's number in words, last time's beside it, and then as a picture."""
    lines: list[Paragraph] = []
    if scale is not None and scale.occasions:
        lines.append(paragraph(f"0: {sentence(scale.low_words)} 10: {sentence(scale.high_words)}"))
        before = {m.person: m for occasion in scale.occasions[1:2] for m in occasion.marks}
        given = scale.occasions[0].marks
        lines += [_mark(mark, before.get(mark.person), language) for mark in given]
    pictures = scale_figures(scale, language, large=True) if scale else ()
    return (Heading(3, title), *lines, *pictures)


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
    words = language.commas([one for one in (when, following.place) if one])
    return part(language.say("meeting_again"), paragraph(sentence(words)))
