"""Every document that can be made: adding one is one declaration here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from taf_desktop.documents import (
    agenda,
    agreement_page,
    assessment_paper,
    blank_sheet,
    child_plan,
    closing_summary,
    family_plan,
    invitation,
    large_print,
    professional_plan,
    report_form,
    single_person,
    whole_record,
)
from taf_desktop.documents.content import Document
from taf_desktop.documents.languages import ENGLISH
from taf_desktop.documents.needs import PLAN, Concern, Part, Usual
from taf_desktop.documents.plan_facts import PlanFacts


@dataclass(frozen=True, kw_only=True)
class DocumentKind:
    """What a document is called, what it is made from, and how it is built from what may be said.

    A document `for_one` is for a single reader; one that needs no meeting can be made before the
    first is planned. What is made `before_meeting` is usually of the next meeting, anything else of
    the last. One that is also `of_past` can be made of the records as they stood on an earlier day.
    The headings of one that is `translated` are there in every language there is a file of. One
    that is `for_learners` is offered in letters for people who learn to read.
    """

    title: str
    build: Callable[[PlanFacts], Document]
    needs: frozenset[Part]
    usual: Usual
    concern: Concern = Concern.EVERYTHING
    for_one: bool = False
    needs_meeting: bool = True
    before_meeting: bool = False
    of_past: bool = False
    translated: bool = False
    for_learners: bool = False


_FAMILY_PLAN = PLAN - {Part.ALL_ACTIONS} | {Part.OPEN_ACTIONS}

DOCUMENTS: Mapping[str, DocumentKind] = MappingProxyType(
    {
        "family_plan": DocumentKind(
            title=ENGLISH.say("family_plan"),
            translated=True,
            build=family_plan.family_plan,
            needs=_FAMILY_PLAN,
            usual=Usual.FAMILY,
            of_past=True,
        ),
        "professional_plan": DocumentKind(
            title=professional_plan.TITLE,
            build=professional_plan.professional_plan,
            needs=PLAN,
            usual=Usual.TEAM,
            of_past=True,
        ),
        "child_plan": DocumentKind(
            title=ENGLISH.say("child_plan"),
            translated=True,
            for_learners=True,
            build=child_plan.child_plan,
            needs=frozenset({Part.MEETING, Part.OWN_VIEWS, Part.OPEN_ACTIONS}),
            usual=Usual.CHILD,
            concern=Concern.READERS_OWN,
            for_one=True,
        ),
        "large_print": DocumentKind(
            title=ENGLISH.say("large_print"),
            translated=True,
            build=large_print.large_print,
            needs=_FAMILY_PLAN,
            usual=Usual.FAMILY,
        ),
        "largest_print": DocumentKind(
            title=ENGLISH.say("largest_print"),
            translated=True,
            build=large_print.largest_print,
            needs=_FAMILY_PLAN,
            usual=Usual.FAMILY,
        ),
        "single_person": DocumentKind(
            title=ENGLISH.say("single_person"),
            translated=True,
            build=single_person.single_person,
            needs=frozenset({Part.MEETING, Part.VIEWS, Part.ALL_ACTIONS, Part.AGREEMENT}),
            usual=Usual.NOBODY,
            concern=Concern.ABOUT_READER,
            for_one=True,
        ),
        "invitation": DocumentKind(
            title=ENGLISH.say("invitation"),
            translated=True,
            build=invitation.invitation,
            needs=frozenset({Part.MEETING, Part.AGENDA}),
            usual=Usual.ADULTS,
            before_meeting=True,
        ),
        "agenda": DocumentKind(
            title=ENGLISH.say("agenda"),
            translated=True,
            build=agenda.agenda,
            needs=frozenset({Part.MEETING, Part.AGENDA, Part.OPEN_ACTIONS}),
            usual=Usual.EVERYBODY,
            before_meeting=True,
        ),
        "agreement_page": DocumentKind(
            title=ENGLISH.say("agreement_page"),
            translated=True,
            build=agreement_page.agreement_page,
            needs=frozenset({Part.CONSENT}),
            usual=Usual.ADULTS,
            needs_meeting=False,
        ),
        "report_form": DocumentKind(
            title=report_form.TITLE,
            build=report_form.report_form,
            needs=frozenset({Part.MEETING}),
            usual=Usual.TEAM,
            before_meeting=True,
        ),
        "blank_sheet": DocumentKind(
            title=ENGLISH.say("blank_sheet"),
            translated=True,
            build=blank_sheet.blank_sheet,
            needs=frozenset({Part.MEETING, Part.AGENDA}),
            usual=Usual.EVERYBODY,
            before_meeting=True,
        ),
        "assessment": DocumentKind(
            title=assessment_paper.TITLE,
            build=assessment_paper.assessment_paper,
            needs=frozenset({Part.ASSESSMENT}),
            usual=Usual.ADULTS,
            needs_meeting=False,
        ),
        "closing_summary": DocumentKind(
            title=ENGLISH.say("closing_summary"),
            translated=True,
            build=closing_summary.closing_summary,
            needs=frozenset({Part.MEETING, Part.VIEWS, Part.ALL_ACTIONS, Part.CLOSING}),
            usual=Usual.FAMILY,
        ),
        "whole_record": DocumentKind(
            title=whole_record.TITLE,
            build=whole_record.whole_record,
            needs=PLAN | {Part.ASSESSMENT, Part.CLOSING, Part.RECORD},
            usual=Usual.NOBODY,
            for_one=True,
            needs_meeting=False,
        ),
    }
)
