"""Who agrees to a plan: the answer, why in their own words, and a signature as it was drawn."""

from collections.abc import Iterable

from taf_desktop.documents.content import (
    Blocks,
    Column,
    Figure,
    Heading,
    KeepTogether,
    Row,
    SideBySide,
    Size,
    Table,
    cells,
    paragraph,
    quiet,
    strong,
)
from taf_desktop.documents.languages import ENGLISH, Language
from taf_desktop.documents.plan_facts import PlanAgreementFacts, PlanFacts, SignatureFacts
from taf_desktop.documents.statement_blocks import quoted
from taf_desktop.documents.strokes_picture import StrokesPicture
from taf_desktop.documents.wording import day_words, joined, listed, within

_SHEET = (1000.0, 300.0)
_WIDEST = 10.0
"""How wide a signature is at most, in letters of the body text."""

_BESIDE, _IN_A_ROW = 4, 8.0


def signature_figure(
    signature: SignatureFacts, widest: float = _WIDEST, language: Language = ENGLISH
) -> Figure:
    """A signature as a picture, with the words that say whose it is and from when."""
    day = day_words(signature.drawn_on, language)
    told = language.say("signature_drawn", name=signature.name, date=day)
    return Figure(StrokesPicture(signature.lines, _SHEET, widest), told, told)


def answer_words(item: PlanAgreementFacts, language: Language = ENGLISH) -> str:
    """The answer, and how it was given: "Agrees (signed on the screen)"."""
    answer, how = language.label(item.answer), language.label(item.how)
    if item.signature:
        how = language.say("signed_on_screen")
    how = listed(within(how), item.heard_by, by=": ")
    return f"{answer} ({how})" if answer and how else answer


def given_words(item: PlanAgreementFacts, language: Language = ENGLISH) -> str:
    """When, and that the plan was changed since: "29 January 2026, before the change of …"."""
    given, change = day_words(item.given_on, language), item.changed_on
    if not given or not change:
        return given
    if isinstance(change, str):
        return language.say("before_change_at", given=given, time=change)
    return language.say("before_change", given=given, date=day_words(change, language))


def reason_words(item: PlanAgreementFacts, language: Language = ENGLISH) -> str:
    """Why: in quotation marks where somebody said so, and not where they were not asked."""
    return quoted(item.reason, language) if item.reason and item.in_own_words else item.reason


def agreement_table(facts: PlanFacts) -> Blocks:
    """A row for each person: the answer with its day and signature, and why."""
    rows = tuple(
        Row((*cells(item.who), _answered(item), *cells(reason_words(item))))
        for item in facts.agreement
    )
    columns = (Column("Who", 2), Column("Agrees to the plan", 4), Column("Why, in their words", 3))
    table = Table(columns, rows, first_column_names_row=True)
    return (Heading(2, "Agreement to this plan"), table) if rows else ()


def _answered(item: PlanAgreementFacts) -> Blocks:
    return (*cells(answer_words(item))[0], *_given(item, ENGLISH))


def _given(item: PlanAgreementFacts, language: Language) -> Blocks:
    """When it was given, and the signature."""
    given = given_words(item, language)
    blocks: Blocks = (paragraph(quiet(given), size=Size.SMALL),) if given else ()
    if item.signature:
        blocks += (signature_figure(item.signature, language=language),)
    return blocks


def agreement_lines(items: Iterable[PlanAgreementFacts], language: Language = ENGLISH) -> Blocks:
    """Each person's answer below the other, without a table."""
    return tuple(
        KeepTogether(
            (
                paragraph(
                    strong(f"{item.who}: "),
                    listed(answer_words(item, language), reason_words(item, language)),
                ),
                *_given(item, language),
            )
        )
        for item in items
    )


def answered(facts: PlanFacts) -> list[PlanAgreementFacts]:
    """Those who gave an answer of their own; why somebody was not asked is for the team."""
    return [item for item in facts.agreement if item.in_own_words]


def agreement_in_short(facts: PlanFacts, language: Language, *, drawn: bool = True) -> Blocks:
    """What the family's own plan says: who answered what, why not, and signatures in a row.

    Not `drawn`, a signature is told in words, as where a picture would not fit.
    """
    said = answered(facts)
    signed = [item for item in said if item.signature and drawn]
    rows = [
        SideBySide(tuple(_signed(item, language) for item in signed[start : start + _BESIDE]))
        for start in range(0, len(signed), _BESIDE)
    ]
    others = _in_words([item for item in said if item not in signed], language)
    blocks = (*others, *rows)
    return (KeepTogether(blocks),) if blocks else ()


def _in_words(items: list[PlanAgreementFacts], language: Language) -> Blocks:
    """Each answer with all who gave it without a word of why, then the others each in one line."""
    plain: dict[str, list[str]] = {}
    for item in items:
        if not item.reason:
            given = given_words(item, language) if item.signature or item.changed_on else ""
            answer = listed(answer_words(item, language), given)
            plain.setdefault(answer, []).append(item.who)
    lines = [
        paragraph(strong(f"{answer}: "), joined(who, language)) for answer, who in plain.items()
    ]
    lines += [
        paragraph(
            strong(f"{answer_words(item, language)}: "),
            language.commas([item.who, quoted(item.reason, language)]),
        )
        for item in items
        if item.reason
    ]
    return tuple(lines)


def _signed(item: PlanAgreementFacts, language: Language) -> Blocks:
    if item.signature is None:
        return ()
    why = quoted(item.reason, language) if item.reason else ""
    said = language.commas([one for one in (given_words(item, language), why) if one])
    drawn = signature_figure(item.signature, _IN_A_ROW, language)
    return (drawn, paragraph(strong(f"{item.who}: "), said, size=Size.SMALL))
