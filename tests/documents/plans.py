"""Plans to print: the invented Marlow family of the example, at both of its meetings."""

from datetime import date

from taf_desktop.documents.plan_facts import (
    ActionFacts,
    ActionNoteFacts,
    ChildFacts,
    DisagreementFacts,
    GoalFacts,
    MarkFacts,
    MeetingFacts,
    NextMeetingFacts,
    OccasionFacts,
    PastMeetingFacts,
    PersonFacts,
    PlanAgreementFacts,
    PlanFacts,
    ScaleFacts,
    SharingFacts,
    StatementFacts,
)

FIRST, REVIEW = date(2026, 1, 29), date(2026, 3, 12)
MORNINGS = (
    "On school days an adult in the family gets both children up, fed and to school by 8.50, "
    "six weeks in a row."
)
DRY_ROOM = "Finn sleeps in a dry room."
WORRY = (
    "Miss Hall and Nan are worried that when Mum is poorly and stays in bed, El gets herself and "
    "Finn up and they miss breakfast and school. If nothing changes they worry El will be too "
    "tired and worried to learn or play, and Finn will fall further behind in talking."
)
DAMP = "Damp in Finn's bedroom; he coughs at night."
PEOPLE = ("Dana", "El", "Jean", "Amira", "Ruth", "Sam")


def marks(numbers: dict[str, int], **more: MarkFacts) -> tuple[MarkFacts, ...]:
    """A mark for each person's number."""
    return tuple(more.get(name, MarkFacts(name, number)) for name, number in numbers.items())


def action(
    number: int, what: str, who: str, by_when: str, know: str, status: str, **rest: object
) -> ActionFacts:
    """One action of the Marlow plan."""
    return ActionFacts(
        number, what, who, by_when, MORNINGS, how_we_will_know=know, status=status, **rest
    )


ACTIONS = (
    action(
        1,
        "Come on Tuesday and Thursday mornings",
        "Nan (Jean)",
        "From 3 February 2026",
        "Both children in school by 8.50 on those days",
        "Not started",
    ),
    action(
        2,
        "Ring the GP for a review",
        "Dana",
        "6 February 2026",
        "Dana has been seen",
        "Not started",
        helped_by=("Sam",),
    ),
    action(
        3,
        "Get a breakfast-club place for both children",
        "Amira Hall",
        "2 February 2026",
        "El and Finn have a place",
        "Not started",
    ),
    action(
        4,
        "Chase the speech and language referral",
        "Ruth Okafor",
        "13 February 2026",
        "There is a date for Finn",
        "Not started",
    ),
    action(
        5,
        "Write to housing about the damp, with photographs",
        "Sam Reed",
        "10 February 2026",
        "Housing has given a date for the work",
        "Not started",
    ),
    action(
        6,
        "Choose Friday's breakfast",
        "El",
        "Every Friday",
        "El says it was good",
        "Not started",
    ),
)

MORNING_MARKS = marks(
    {"Dana": 4, "El": 3, "Jean": 3, "Amira": 5, "Ruth": 4, "Sam": 4},
    Dana=MarkFacts("Dana", 4, "", "Nan came Tuesdays", "breakfast three days"),
)

FIRST_PLAN = PlanFacts(
    reference="TAF-2026-0001",
    version="1",
    made_on=FIRST,
    reader="Dana Marlow",
    family_name="Marlow",
    children=(ChildFacts("El", "9"), ChildFacts("Finn", "4")),
    lead=PersonFacts(
        "Amira Hall",
        "pastoral lead, Oakfield Primary",
        "01632 960 001, Monday to Friday, 8:15 to 16:00",
    ),
    meeting=MeetingFacts(
        1,
        "First meeting",
        FIRST,
        "15:30",
        "Oakfield Primary, the Snug",
        "Amira Hall",
        "Sam Reed",
        here=(
            PersonFacts("Dana", "mother"),
            PersonFacts("Jean", "Nan"),
            PersonFacts("El", "first 15 minutes"),
            PersonFacts("Amira Hall", "pastoral lead, chair"),
            PersonFacts("Ruth Okafor", "health visitor"),
            PersonFacts("Sam Reed", "family support worker, notes"),
        ),
        apologies=(PersonFacts("Priya Nair", "speech and language therapist", "sent a report"),),
        notes=(
            "El stayed for the first 15 minutes and showed her drawing.\n"
            "The plan was read back; Dana changed “very low” to “poorly”."
        ),
    ),
    working_well=(
        StatementFacts("Nan comes on Tuesdays.", ("Dana",), category="Support"),
        StatementFacts("Dana never misses a school play.", ("Amira Hall",), category="School"),
        StatementFacts("El reads to Finn.", ("El",), category="Brothers and sisters"),
        StatementFacts(
            "I like it when Nan comes because then I can just be nine.",
            ("El",),
            True,
            "Being looked after",
        ),
    ),
    worried=(
        StatementFacts(
            WORRY,
            ("Amira Hall", "Jean"),
            False,
            "Getting up and to school",
            (
                DisagreementFacts(
                    "Dana", "The mornings are fair. Finn is not behind, he is just quiet."
                ),
            ),
        ),
        StatementFacts(DAMP, ("Dana", "Ruth Okafor"), False, "Home"),
    ),
    needs_to_happen=(
        StatementFacts(MORNINGS, ("Dana", "Jean"), category="Getting up and to school"),
        StatementFacts(DRY_ROOM, ("Dana",), category="Home"),
    ),
    goals=(
        GoalFacts(
            MORNINGS,
            (WORRY,),
            ScaleFacts(
                "How are school mornings going?",
                "nobody gets up",
                "everyone up, fed and in school on time",
                (OccasionFacts(FIRST, MORNING_MARKS),),
            ),
        ),
        GoalFacts(
            DRY_ROOM,
            (DAMP,),
            ScaleFacts(
                "How dry is Finn's room?",
                "black walls, coughing every night",
                "dry and warm",
                (OccasionFacts(FIRST, marks({"Dana": 2, "Ruth": 3})),),
            ),
        ),
    ),
    actions=ACTIONS,
    agreement=(
        PlanAgreementFacts("Dana", "agrees"),
        PlanAgreementFacts("Jean", "agrees"),
        PlanAgreementFacts("El", "agrees"),
        PlanAgreementFacts("Craig", "not asked", "reason recorded"),
    ),
    decisions=("Carry on with the team around the family.",),
    next_meeting=NextMeetingFacts(REVIEW, "15:30", "Oakfield Primary, the Snug"),
    sharing=(
        SharingFacts(
            "Dana",
            "Oakfield Primary, health visiting, early help, speech and language, housing",
            "Not my health to school",
            date(2026, 1, 8),
        ),
        SharingFacts("El", "Mum and Miss Hall may see my drawing", "Nobody else", date(2026, 1, 9)),
    ),
)


def _review_goals() -> tuple[GoalFacts, ...]:
    mornings, dry = FIRST_PLAN.goals
    now = marks({"Dana": 6, "El": 6, "Jean": 5, "Amira": 7, "Ruth": 6, "Sam": 6})
    later = MarkFacts("Ruth", None, "rather not say")
    scales = [goal.scale for goal in (mornings, dry) if goal.scale]
    return (
        GoalFacts(
            MORNINGS,
            (WORRY,),
            ScaleFacts(
                scales[0].question,
                scales[0].low_words,
                scales[0].high_words,
                (OccasionFacts(REVIEW, now), *scales[0].occasions),
            ),
        ),
        GoalFacts(
            DRY_ROOM,
            (DAMP,),
            ScaleFacts(
                scales[1].question,
                scales[1].low_words,
                scales[1].high_words,
                (OccasionFacts(REVIEW, (MarkFacts("Dana", 2), later)), *scales[1].occasions),
            ),
        ),
    )


REVIEW_PLAN = PlanFacts(
    reference="TAF-2026-0001",
    version="2",
    made_on=REVIEW,
    reader="Amira Hall, Ruth Okafor, Sam Reed, Priya Nair",
    family_name="Marlow",
    children=FIRST_PLAN.children,
    lead=FIRST_PLAN.lead,
    meeting=MeetingFacts(
        2,
        "Review",
        REVIEW,
        "15:30",
        "Oakfield Primary, the Snug",
        "Amira Hall",
        "Sam Reed",
        here=(
            *FIRST_PLAN.meeting.here[:2],
            *FIRST_PLAN.meeting.here[3:],
            PersonFacts("Priya Nair", "speech and language therapist"),
        ),
        no_reply=(PersonFacts("Tom Bright", "housing officer"),),
        not_invited=(PersonFacts("Craig Pike", "Finn's father", "reason recorded"),),
        notes="El's view was gathered the day before by Amira.",
    ),
    working_well=(
        *FIRST_PLAN.working_well[:3],
        StatementFacts("Mum laughed on Friday.", ("El",), True, "Being looked after"),
    ),
    worried=FIRST_PLAN.worried,
    needs_to_happen=FIRST_PLAN.needs_to_happen,
    goals=_review_goals(),
    actions=(
        action(
            1,
            "Come on Tuesday and Thursday mornings",
            "Nan (Jean)",
            "From 3 February 2026",
            "Both children in school by 8.50 on those days",
            "Done and going on",
            done=True,
        ),
        action(
            5,
            "Write to housing about the damp, with photographs",
            "Sam Reed",
            "2 April 2026",
            "Housing has given a date for the work",
            "Partly done",
            late="30 days late",
            history=(
                ActionNoteFacts(FIRST, "Agreed, by 10 February 2026."),
                ActionNoteFacts(REVIEW, "Housing came, no date. Carried forward."),
            ),
        ),
        action(7, "Antenatal booking", "Ruth Okafor", "20 March 2026", "Booked", "Not started"),
    ),
    agreement=FIRST_PLAN.agreement[:2],
    decisions=("Carry on.", "The lead professional stays Amira Hall."),
    next_meeting=NextMeetingFacts(date(2026, 4, 23), "15:30", "Oakfield Primary, the Snug"),
    sharing=FIRST_PLAN.sharing,
    history=(PastMeetingFacts(1, "First meeting", FIRST, "Plan agreed by Dana, Jean and El."),),
    replaces=FIRST,
    left_out=1,
)
