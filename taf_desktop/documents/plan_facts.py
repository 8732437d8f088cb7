"""What a plan may print: words that were already allowed for the reader and already resolved.

The builders see nothing else, so what is not handed over here cannot reach the paper. Names are
the words this reader may read, in the form they may read them; every text may be empty.
"""

from dataclasses import dataclass
from datetime import date

from taf_desktop.documents.shapes import Polyline
from taf_desktop.packs.logo import Logo

When = date | str
"""A day, or the words that somebody typed instead of one; "" where nothing is known."""


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """A child of the family, with the age in years ("9"), or the day on which it is `due`."""

    name: str
    age: str = ""
    due: When = ""
    unborn: bool = False


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person and what they are to the family, with a note where there is one to print.

    The note is an apology's report, a reason for not being invited, or how to reach somebody.
    """

    name: str
    role: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HeardFacts:
    """Who told their part in one way ("By telephone"), where there was no meeting."""

    how: str
    people: tuple[PersonFacts, ...]


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """The meeting at which the plan was made: when, where, who, and what was noted.

    `is_apart` says that there was none: each of those `heard` told their part by themselves.
    """

    number: int = 1
    kind: str = ""
    held_on: When = ""
    starts_at: str = ""
    place: str = ""
    chair: str = ""
    notes_by: str = ""
    asked: tuple[PersonFacts, ...] = ()
    here: tuple[PersonFacts, ...] = ()
    apologies: tuple[PersonFacts, ...] = ()
    no_reply: tuple[PersonFacts, ...] = ()
    not_invited: tuple[PersonFacts, ...] = ()
    notes: str = ""
    is_apart: bool = False
    heard: tuple[HeardFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class DisagreementFacts:
    """Who sees a statement differently, in their words."""

    who: str
    words: str


@dataclass(frozen=True, slots=True)
class DrawingFacts:
    """What a child drew in one of the three houses: which, what it is called, and the lines."""

    house: str
    title: str
    lines: tuple[Polyline, ...]


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """One thing that was said; `exact_words` prints it in quotation marks with its speaker.

    What was drawn may have no words.
    """

    text: str
    said_by: tuple[str, ...] = ()
    exact_words: bool = False
    category: str = ""
    seen_differently: tuple[DisagreementFacts, ...] = ()
    drawing: DrawingFacts | None = None


@dataclass(frozen=True, slots=True)
class MarkFacts:
    """One person's own number from 0 to 10, or None with the words why ("rather not say")."""

    person: str
    number: int | None
    words: str = ""
    why_not_lower: str = ""
    one_higher: str = ""


@dataclass(frozen=True, slots=True)
class OccasionFacts:
    """Everybody's numbers on one day."""

    held_on: When
    marks: tuple[MarkFacts, ...]


@dataclass(frozen=True, slots=True)
class ScaleFacts:
    """A question from 0 to 10 with both ends in words; the newest occasion stands first."""

    question: str
    low_words: str
    high_words: str
    occasions: tuple[OccasionFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What the family wants to reach, the worries it answers, and its scale."""

    text: str
    worries: tuple[str, ...] = ()
    scale: ScaleFacts | None = None


@dataclass(frozen=True, slots=True)
class ActionNoteFacts:
    """What was said about an action on one day, status included."""

    held_on: When
    words: str


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """One promise; `late` says in words how late it is, "" when it is not, and `days_late` counts.

    A family plan lists what is `done` by itself, after what is still to be done.
    """

    number: int
    what: str
    who: str = ""
    by_when: When = ""
    goal: str = ""
    helped_by: tuple[str, ...] = ()
    how_we_will_know: str = ""
    outcome: str = ""
    status: str = ""
    late: str = ""
    days_late: int = 0
    done: bool = False
    history: tuple[ActionNoteFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionFacts:
    """What was put right after the meeting: which question, both wordings, who did it, when."""

    what: str
    old: str
    new: str
    who: str
    on: date


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """A signature drawn on the screen: whose in full, on which day, and its lines."""

    name: str
    drawn_on: When
    lines: tuple[Polyline, ...]


@dataclass(frozen=True, slots=True)
class PlanAgreementFacts:
    """What one person answered about the plan ("Agrees", "Not asked"), how, and why.

    `given_on` is when; `changed_on` is the day of the last change of the plan after that, or the
    time of it where it was the same day. `in_own_words` is that the reason is theirs.
    """

    who: str
    answer: str
    reason: str = ""
    how: str = ""
    heard_by: str = ""
    given_on: When = ""
    changed_on: When = ""
    in_own_words: bool = False
    signature: SignatureFacts | None = None


@dataclass(frozen=True, slots=True)
class SharingFacts:
    """What one person agreed to share and with whom, with the limits in their own words."""

    who: str
    words: str
    limits: str = ""
    agreed_on: When = ""


@dataclass(frozen=True, slots=True)
class NextMeetingFacts:
    """When and where everybody meets again."""

    held_on: When = ""
    starts_at: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class PastMeetingFacts:
    """An earlier meeting in one line."""

    number: int
    kind: str
    held_on: When
    words: str = ""


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """One part of a meeting and the minutes it usually takes; 0 where nobody said."""

    title: str
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """A question of a form and what was answered, ready to print.

    An answer that was chosen and not typed is a `label` of the pack; one that is a whole date
    has its `day` as well.
    """

    question: str
    answer: str
    is_label: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class AnswersFacts:
    """Answers that belong together: a page of a form, a person, a request."""

    title: str
    answers: tuple[AnswerFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentFacts:
    """What a page to sign says: the statement, and with whom things may be shared."""

    statement: str
    kinds: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    notice_version: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentFacts:
    """An assessment: when it was made and its answers, page by page."""

    started_on: When = ""
    completed_on: When = ""
    pages: tuple[AnswersFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """One chapter of the whole record, such as the people or the agreements."""

    title: str
    entries: tuple[AnswersFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """Everything that one reader's copy of one document may say.

    `reader` is who the copy is for, in words, `greeted` what a letter calls them, and `is_outside`
    that this is somebody outside the plan; `replaces` is the day of the plan before it
    and `corrections` what was put right in it since its meeting;
    `left_out` counts, and never names, what this reader may not see; `danger_words` is the line
    about whom to call in an emergency, from the pack; `practice` marks every page as not real,
    `stood_on` as one that shows how things stood at the end of that day. The headings are in
    `language`.
    """

    reference: str
    version: str
    made_on: date
    reader: str
    family_name: str
    children: tuple[ChildFacts, ...] = ()
    lead: PersonFacts | None = None
    meeting: MeetingFacts = MeetingFacts()
    working_well: tuple[StatementFacts, ...] = ()
    worried: tuple[StatementFacts, ...] = ()
    needs_to_happen: tuple[StatementFacts, ...] = ()
    goals: tuple[GoalFacts, ...] = ()
    overall_scales: tuple[ScaleFacts, ...] = ()
    actions: tuple[ActionFacts, ...] = ()
    agreement: tuple[PlanAgreementFacts, ...] = ()
    decisions: tuple[str, ...] = ()
    next_meeting: NextMeetingFacts | None = None
    sharing: tuple[SharingFacts, ...] = ()
    history: tuple[PastMeetingFacts, ...] = ()
    agenda: tuple[AgendaFacts, ...] = ()
    consent: ConsentFacts | None = None
    assessment: AssessmentFacts | None = None
    closing: AnswersFacts | None = None
    record: tuple[RecordFacts, ...] = ()
    greeted: tuple[str, ...] = ()
    is_outside: bool = False
    replaces: When = ""
    corrections: tuple[CorrectionFacts, ...] = ()
    left_out: int = 0
    danger_words: str = "If a child is in danger now, call 999."
    organisation: str = ""
    logo: Logo | None = None
    practice: bool = False
    stood_on: date | None = None
    language: str = "en-GB"
