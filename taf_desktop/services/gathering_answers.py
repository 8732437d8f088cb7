"""Gathers, by allow-list, answers of the pack's forms in the words in which they are printed."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from taf_desktop.documents.plan_facts import (
    AnswerFacts,
    AnswersFacts,
    AssessmentFacts,
    ConsentFacts,
)
from taf_desktop.model.audience import Audience, Level
from taf_desktop.model.base import answers
from taf_desktop.model.episode import Assessment, Episode
from taf_desktop.model.family import Agency, Person
from taf_desktop.packs.draft import answer_key
from taf_desktop.packs.kinds import KINDS, Wording
from taf_desktop.packs.pack import Field, Section
from taf_desktop.services.copy import Copy, when
from taf_desktop.services.readers import SCHOOL, may_learn
from taf_desktop.services.records import living

_EMPTY: tuple[object, ...] = (None, "", [], {})
_CHOSEN = ("choice", "yes_no")


class AnswersGathering:
    """Assessment, closing, and what a page to sign says."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy
        names = {str(one): copy.allow.name(one) for one in copy.allow.people}
        self._wording = Wording(lists=copy.pack.lists, names=names)

    def answers(
        self,
        fields: Iterable[Field],
        given: Mapping[str, Any],
        audiences: Mapping[str, Any] | None = None,
    ) -> tuple[AnswerFacts, ...]:
        """The answers that may be shown; `audiences` are those that differ from the pack's."""
        own = audiences or {}
        found = (
            self._answer(field, given[field.key])
            for field in fields
            if given.get(field.key) not in _EMPTY and self._admits(field, own.get(field.key))
        )
        return tuple(one for one in found if one.answer)

    def _answer(self, field: Field, given: Any) -> AnswerFacts:  # noqa: ANN401  # a JSON value
        words = KINDS[field.kind].words(field, given, self._wording)
        day = when(given) if field.kind == "date" else None
        return AnswerFacts(
            field.label,
            words,
            is_label=field.kind in _CHOSEN,
            day=day if isinstance(day, date) else None,
        )

    def _admits(self, field: Field, own: dict[str, Any] | None) -> bool:
        """Whether the answer may be read; nobody outside the plan reads one unless named."""
        allow = self.copy.allow
        if field.protects and not may_learn(allow.readers, field.protects):
            allow.left_out += 1
            return False
        stated = (
            Audience.from_json(own) if own is not None else Audience(level=Level(field.audience))
        )
        return allow.admits(stated)

    def assessment(self) -> AssessmentFacts | None:
        """The newest assessment, where the readers may see it."""
        rows = living(self.copy.session, Assessment, family_id=self.copy.allow.family_id)
        form = self.copy.pack.forms["assessment"]
        if not rows or not self.copy.allow.admits(rows[-1].audience):
            return None
        made = rows[-1]
        pages = (
            self._page(section, person, made.answers)
            for section in form.sections
            for person in self._asked_of(section)
        )
        return AssessmentFacts(
            started_on=when(made.started_on),
            completed_on=when(made.completed_on),
            pages=tuple(page for page in pages if page.answers),
        )

    def _asked_of(self, section: Section) -> list[Person | None]:
        people = self.copy.allow.people.values()
        if section.each == "child":
            return [person for person in people if person.is_child]
        if section.each == "adult":
            return [person for person in people if person.kind == "adult"]
        return [None]

    def _page(
        self, section: Section, person: Person | None, given: Mapping[str, Any]
    ) -> AnswersFacts:
        named = section.named(person.short_name) if person else section
        person_id = str(person.id) if person else None
        own = {field.key: given.get(answer_key(field, person_id)) for field in named.fields}
        if person and section.own_words and self._stay_with(person, own):
            return AnswersFacts(named.title)
        return AnswersFacts(named.title, self.answers(named.fields, own))

    def _stay_with(self, person: Person, own: Mapping[str, Any]) -> bool:
        """Whether these are somebody's own words that stay with them; they are counted as one."""
        stay = any(own.values()) and self.copy.allow.keeps_words(person.id)
        self.copy.allow.left_out += stay
        return stay

    def closing(self) -> AnswersFacts | None:
        """What was written when the plan was closed."""
        rows = living(self.copy.session, Episode, family_id=self.copy.allow.family_id)
        form = self.copy.pack.forms.get("closing")
        if form is None or not rows:
            return None
        found = self.answers(form.fields, answers(rows[-1]))
        return AnswersFacts(form.title, found) if found else None

    def consent(self) -> ConsentFacts:
        """What a page to sign says, in the pack's words, with the services around the family."""
        pack, allow = self.copy.pack, self.copy.allow
        wanted = {person.agency_id for person in allow.people.values() if person.agency_id}
        agencies = (row for row in living(self.copy.session, Agency) if row.id in wanted)
        named = tuple(name for row in agencies if (name := allow.fact(SCHOOL, row.name)))
        return ConsentFacts(
            statement=pack.words.get("agreement_statement", ""),
            kinds=tuple(code.label for code in pack.lists["agreement_kind"]),
            agencies=named,
            notice_version=pack.branding.privacy_notice_version,
        )
