"""The early help assessment: the pack's form, answered bit by bit and never blocked."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from taf_desktop.model.base import Answer
from taf_desktop.model.episode import Assessment
from taf_desktop.model.family import Person
from taf_desktop.packs.draft import answer_key, progress
from taf_desktop.packs.pack import Form, Section
from taf_desktop.services.desk import Desk
from taf_desktop.services.people import family_people
from taf_desktop.services.records import living, one

FORM = "assessment"


@dataclass(frozen=True, kw_only=True)
class AssessmentPage:
    """One section of the form, for one person where it is asked of each child or adult."""

    section: Section
    person: Person | None
    title: str
    question: str
    progress: str

    def keys(self) -> dict[str, str]:
        """Where the answer to each field of this page is kept, by field key."""
        person_id = str(self.person.id) if self.person else None
        return {field.key: answer_key(field, person_id) for field in self.section.fields}


class Assessments:
    """Everything about the assessment of a family."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def form(self) -> Form:
        """The pack's form of today."""
        return self._desk.pack.forms[FORM]

    def current(self, family_id: UUID) -> Assessment | None:
        """The newest assessment of a family, if one was started."""
        with self._desk.store.read() as session:
            found = living(session, Assessment, family_id=family_id)
        return found[-1] if found else None

    def start(self, family_id: UUID) -> Assessment:
        """Start an assessment with today's form; it remembers the pack it was made under."""
        pack = self._desk.pack
        assessment = Assessment(
            family_id=family_id,
            form_id=self.form.id,
            form_version=self.form.version,
            pack_id=pack.id,
            pack_version=pack.version,
            started_on=self._desk.today_text,
            policy=pack.policy(),
        )
        with self._desk.store.write("Start the assessment", family_id) as session:
            session.add(assessment)
        return assessment

    def pages(self, family_id: UUID) -> list[AssessmentPage]:
        """The sections in their order, one for each child where the form asks of each."""
        assessment = self.current(family_id)
        answers = assessment.answers if assessment else {}
        with self._desk.store.read() as session:
            people = family_people(session, family_id)
        return [
            _page(section, person, answers)
            for section in self.form.sections
            for person in _asked_of(section, people)
        ]

    def save(self, assessment_id: UUID, changes: Mapping[str, Answer]) -> Assessment:
        """Save answers by their whole keys; an answer of None is taken out."""
        with self._desk.store.read() as session:
            family_id = one(session, Assessment, assessment_id).family_id
        with self._desk.store.write("Change the assessment", family_id) as session:
            assessment = one(session, Assessment, assessment_id)
            kept = {**assessment.answers, **changes}
            assessment.answers = {key: value for key, value in kept.items() if value is not None}
        return assessment

    def date(self, assessment_id: UUID, started_on: str, completed_on: str | None) -> None:
        """Set the days on which an assessment was started and done, when it was done on paper."""
        with self._desk.store.read() as session:
            family_id = one(session, Assessment, assessment_id).family_id
        with self._desk.store.write("Change the days of the assessment", family_id) as session:
            assessment = one(session, Assessment, assessment_id)
            assessment.started_on = started_on
            assessment.completed_on = completed_on

    def complete(self, assessment_id: UUID, on: str | None = None) -> list[str]:
        """Mark an assessment as done, unless a needed answer is missing; those are listed."""
        with self._desk.store.read() as session:
            assessment = one(session, Assessment, assessment_id)
        missing = self.missing(assessment)
        if missing:
            return missing
        self._set_completed(assessment, on or self._desk.today_text)
        return []

    def open_again(self, assessment_id: UUID) -> None:
        """Open a completed assessment again."""
        with self._desk.store.read() as session:
            assessment = one(session, Assessment, assessment_id)
        self._set_completed(assessment, None)

    def _set_completed(self, assessment: Assessment, on: str | None) -> None:
        words = "Finish the assessment" if on else "Open the assessment again"
        with self._desk.store.write(words, assessment.family_id) as session:
            one(session, Assessment, assessment.id).completed_on = on

    def missing(self, assessment: Assessment) -> list[str]:
        """What is needed before the assessment is done, as "page: field" in words."""
        return [
            f"{page.title}: {field.label}"
            for page in self.pages(assessment.family_id)
            for field in page.section.fields
            if field.needed and not assessment.answers.get(page.keys()[field.key])
        ]


def _asked_of(section: Section, people: list[Person]) -> list[Person | None]:
    if section.each == "child":
        return [person for person in people if person.is_child]
    if section.each == "adult":
        return [person for person in people if person.kind == "adult"]
    return [None]


def _page(section: Section, person: Person | None, answers: Mapping[str, Answer]) -> AssessmentPage:
    named = section.named(person.short_name) if person else section
    keys = {
        field.key: answer_key(field, str(person.id) if person else None) for field in section.fields
    }
    own = {key: answers.get(whole) for key, whole in keys.items()}
    return AssessmentPage(
        section=named,
        person=person,
        title=named.title,
        question=named.question,
        progress=progress(section, own),
    )
