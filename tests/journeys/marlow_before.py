"""Sections 1 and 2 of the Marlow scenario: the first start, the people, the request, January."""

from tests.accessibility.walk import settle
from tests.conftest import PASSPHRASE
from tests.journeys.marlow import CONCERN, DANA_SEES, Journey

PEOPLE = {
    "Ellie": ("Add a child", {"First name": "Ellie", "I like to be called": "El"}),
    "Finn": ("Add a child", {"First name": "Finn"}),
    "Dana": (
        "Add an adult",
        {"First name": "Dana", "Family name": "Marlow", "What the children call them": "Mum"},
    ),
    "Craig": (
        "Add an adult",
        {
            "First name": "Craig",
            "Family name": "Pike",
            "More about where": "Peterborough",
            "Is it safe to contact them, and how": "By letter, through the lead professional",
        },
    ),
    "Jean": (
        "Add an adult",
        {
            "First name": "Jean",
            "Family name": "Marlow",
            "What the children call them": "Nan",
            "More about where": "Oakham",
        },
    ),
    "Ruth": (
        "Add a professional",
        {"First name": "Ruth", "Family name": "Okafor", "Job": "health visitor"},
    ),
    "Sam": (
        "Add a professional",
        {"First name": "Sam", "Family name": "Reed", "Job": "family support worker"},
    ),
    "Priya": (
        "Add a professional",
        {"First name": "Priya", "Family name": "Nair", "Job": "speech and language therapist"},
    ),
}
SERVICES = {
    "Ruth": "Health visiting",
    "Sam": "Early help",
    "Priya": "Speech and language therapy",
}
BORN = {"Ellie": "14 November 2016", "Finn": "3 May 2021"}
BORN_IN = {"Dana": "1993", "Craig": "1990", "Jean": "1959"}
SECRET = (
    "Where the family lives",
    "Where a child goes to school or nursery",
    "Which GP or clinic the family uses",
    "Where and when we meet",
)
ASSESSMENT = {
    "Why now": {"What has led to this": CONCERN},
    "How El is": {"How El sees themselves: what is hard": "Calls herself the spare grown-up."},
    "How Finn is": {
        "Talking and understanding: what is hard": (
            "About 40 words; joins two; strangers understand half."
        )
    },
    "Looking after the children": {
        "Warmth: what is going well": "Dana never misses a school play.",
        "Steadiness: what is hard": "Mornings depend on how Mum slept.",
    },
    "Family and home": {
        "Wider family and friends: what is going well": "Nan on Tuesdays.",
        "Housing: what is hard": "Damp in the back bedroom.",
    },
    "El's own words": {"What I like and am good at": "Reading to Finn."},
    "What it means": {
        "What we think is going on": "Dana is often poorly in the mornings, and El does the rest.",
        "What somebody sees differently": f"Dana: {DANA_SEES}",
    },
}


def begin(journey: Journey) -> None:
    """The first start: who I am, a passphrase, the recovery code confirmed."""
    hand = journey.hand
    journey.at("2026-01-05", "08:35")
    journey.application.open()
    settle()
    journey.shot("welcome")
    hand.press("Start my own records")
    hand.fill("First name", "Amira")
    hand.fill("Family name", "Hall")
    hand.fill("Job", "pastoral lead")
    hand.fill("Your school, team or charity", "Oakfield Primary")
    hand.choose("Which council’s words and time limits?", "Rutland")
    journey.shot("who I am")
    hand.press("Next")
    hand.fill("Passphrase", PASSPHRASE)
    hand.fill("The same passphrase again", PASSPHRASE)
    journey.shot("passphrase")
    hand.press("Next")
    first = journey.application.door.first
    code = first.code.split("-")
    for group in first.asked:
        hand.fill(f"Group {group + 1}", code[group].lower())
    journey.shot("recovery code")
    hand.press("Open my records")
    journey.shot("empty home")


def add_the_family(journey: Journey) -> None:
    """Everybody of the family and of the team, and what Craig must not learn."""
    hand = journey.hand
    journey.at("2026-01-05", "08:50")
    hand.press("Add the first family")
    hand.fill("Family name", "Marlow")
    hand.press("Add the family")
    for name, (button, words) in PEOPLE.items():
        hand.press(button)
        for label, said in words.items():
            hand.fill(label, said)
        if name in BORN:
            hand.day("Date of birth", BORN[name])
        if name in BORN_IN:
            hand.fill("Date of birth, year", BORN_IN[name])
        if name in SERVICES:
            hand.fill("School, team or service", SERVICES[name])
    hand.press("Amira Hall")
    hand.fill("What the children call them", "Miss Hall")
    hand.fill("Home address", "4 Weaver's Yard, Oakham")
    hand.fill("Postcode", "LE15 0XX")
    _about_the_children(journey)
    _how_they_belong(journey)
    journey.shot("people")


def _about_the_children(journey: Journey) -> None:
    hand = journey.hand
    hand.press("Ellie Marlow (El)")
    hand.choose("Where they live", "In the family home")
    hand.fill("School, nursery or college", "Oakfield Primary")
    hand.fill("Year group", "Year 4")
    hand.choose("Looks after somebody at home", "Yes")
    hand.fill("Unique pupil number (UPN)", "H801200001001")
    hand.press("Finn Marlow")
    hand.fill("With whom, and when", "with Mum; every other weekend with Nan")
    hand.fill("School, nursery or college", "Oakfield Primary")
    hand.fill("Year group", "Reception")
    hand.choose("Special educational needs", "SEN support")
    hand.tick("Speech, language and communication", question="What kind of need")
    hand.choose("First language", "English")


def _how_they_belong(journey: Journey) -> None:
    hand = journey.hand
    hand.press("Dana Marlow (Mum)")
    hand.choose("How they want their papers", "On paper, in the hand")
    hand.choose("Reads English", "Yes")
    journey.relate("El", "Mother", "Yes")
    journey.relate("Finn", "Mother", "Yes")
    hand.press("Jean Marlow (Nan)")
    hand.choose("Helps keep things going for the children", "Yes")
    journey.relate("El", "Grandparent", "No")
    journey.relate("Finn", "Grandparent", "No")
    hand.press("Craig Pike")
    journey.relate("Finn", "Father", "Yes", "On the birth certificate")
    hand.tick(*SECRET)
    hand.fill("Why, and who decided", "Safety of Dana and the children; Amira Hall")


def record_the_request(journey: Journey) -> None:
    """Received, screened, decided, told: both clocks are met."""
    hand = journey.hand
    hand.rail("Request")
    hand.moment("When it was received", "5 January 2026", "8.40")
    hand.choose("How it came", "By telephone")
    hand.fill("Who asked", "Amira Hall")
    hand.choose("Where they come from", "School")
    hand.fill("What they said, in their words", CONCERN)
    hand.choose("Does the family know and agree to a conversation", "Yes")
    hand.moment("When it was screened", "5 January 2026", "10:05")
    hand.fill("Who screened it", "Duty social worker with Lena Ward")
    hand.moment("When it was decided", "5 January 2026", "15:20")
    hand.fill("Who decided", "Lena Ward")
    hand.choose("What was decided", "Early help assessment, multi-agency")
    hand.moment("When whoever asked was told", "5 January 2026", "15:30")
    hand.choose("How they were told", "By telephone")
    journey.shot("request")


def agree(journey: Journey) -> None:
    """Dana at home, El by herself in school; the privacy notice given."""
    hand = journey.hand
    journey.at("2026-01-08", "16:00")
    hand.rail("Agreement")
    hand.press("Ask Mum")
    hand.choose("What it is about", "Sharing with the services named")
    hand.choose("What they say", "Yes, with limits")
    hand.tick("Craig", question="Must not be shown to")
    hand.fill("Limits, in their own words", 'Not "my depression" to school')
    hand.choose("How it was given", "Signed on the screen")
    hand.day("When", "8 January 2026")
    hand.fill("Where", "at home")
    hand.tick("Oakfield Primary", "Health visiting", "Early help", "Speech and language therapy")
    hand.press("Privacy notice given to Mum today")
    journey.at("2026-01-09", "12:30")
    hand.press("Ask El")
    hand.choose("What it is about", "Showing my own words or drawings")
    hand.choose("What they say", "Yes, with limits")
    hand.tick("Craig", question="Must not be shown to")
    hand.fill("Limits, in their own words", "My drawing may be shown to Mum and Miss Hall")
    hand.choose("How it was given", "Said out loud")
    hand.day("When", "9 January 2026")
    hand.fill("Where", "in school")
    journey.shot("agreement")


def assess(journey: Journey) -> None:
    """The assessment, page by page, finished on the eighth working day."""
    hand = journey.hand
    journey.at("2026-01-08", "16:20")
    hand.rail("Assessment")
    hand.press("Start the assessment")
    hand.choose("Is anybody being seriously hurt", "No")
    for title, answers in ASSESSMENT.items():
        hand.rail(title)
        for label, words in answers.items():
            hand.fill(label, words)
        journey.shot(f"assessment {title}")
    journey.at("2026-01-20", "16:40")
    hand.rail("What next")
    hand.choose("Level of need", "Early Help and Targeted")
    hand.fill("Why this level", "Several needs, more than one service, and the family agrees.")
    hand.choose("What we have decided", "Plan with a Team Around the Family")
    hand.press("Finish the assessment")
    journey.shot("assessment finished")
    hand.rail("Back to the family")


BEFORE = (begin, add_the_family, record_the_request, agree, assess)
