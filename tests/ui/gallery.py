"""One of everything: the widgets and the editors, as the pages use them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from taf_desktop.packs.pack import Code, CodeList, Field
from taf_desktop.ui.editors import EditorContext, FormPanel
from taf_desktop.ui.page import Page, Shell, actions_row
from taf_desktop.ui.widgets import (
    Card,
    ChangeChart,
    Choices,
    Columns,
    Crumb,
    EmptyState,
    ErrorSummary,
    InsetNote,
    Label,
    Line,
    LinkButton,
    Mark,
    PairRow,
    Pill,
    PrimaryButton,
    QuietButton,
    RailEntry,
    RowButton,
    ScaleChoice,
    ScalePicture,
    SecondaryButton,
    Stage,
    StageStrip,
    StatementCard,
    TextBox,
    TickBox,
    Tone,
)

HOSTILE = '<img src="/etc/hostname"><b>bold</b> & she said <b'


@dataclass(frozen=True)
class SamplePack:
    """Just the lists."""

    lists: dict[str, CodeList] = field(default_factory=dict)


def _codes(*words: str) -> CodeList:
    codes = tuple(Code(code=one.lower().replace(" ", "_"), label=one) for one in words)
    return CodeList(id="sample", codes=codes)


PACK = SamplePack(
    {
        "stage": _codes("Nursery", "Primary", "Secondary"),
        "language": _codes("English", "Polish", "Ukrainian", "Urdu", "Welsh", "Arabic", "Punjabi"),
        "help": _codes("Breakfast club", "Family group", "Speech and language", "Housing"),
    }
)
PEOPLE = [("p1", "Dana Marlow"), ("p2", "Nan (Sheila O'Neill-Ní Bhriain)"), ("p3", "Łukasz")]


def sample_field(key: str, kind: str, label: str, hint: str = "", **more: Any) -> Field:
    """A field as a pack declares it."""
    return Field(key=key, kind=kind, label=label, hint=hint, **more)


FIELDS = (
    sample_field("name", "short_text", "What people call her", "The name she likes"),
    sample_field("feeling", "long_text", "Feeling and behaving", "Friends, worries, what helps"),
    sample_field("born", "date", "Date of birth", "For example, 14 11 2016"),
    sample_field("rang", "moment", "When did they ring?", "For example, 5 1 2026 at 8:40"),
    sample_field("rooms", "number", "How many bedrooms?"),
    sample_field("cares", "yes_no", "Does El look after somebody at home?"),
    sample_field("stage", "choice", "Which kind of school?", list="stage"),
    sample_field("language", "choice", "Language at home", list="language"),
    sample_field("help", "choices", "What would help?", "As many as you like", list="help"),
    sample_field("told", "person", "Who told you?"),
    sample_field("there", "people", "Who was there?"),
    sample_field(
        "visits",
        "rows",
        "Visits",
        fields=(
            sample_field("on", "date", "When"),
            sample_field("seen", "short_text", "What was seen"),
        ),
    ),
)


CONTEXT = EditorContext(pack=PACK, people=PEOPLE, today=date(2026, 3, 12))
RAIL = [
    RailEntry("Overview", "gallery"),
    RailEntry("People and network", "gallery", {"part": 1}),
    RailEntry("Assessment", "gallery", {"part": 2}, status="done", tone=Tone.DONE),
    RailEntry("Looking after the children", "gallery", {"part": 3}, status="not yet"),
    RailEntry("Plan and actions", "gallery", {"part": 4}, status="1 late", tone=Tone.LATE),
    RailEntry("Settings", "gallery", {"part": 5}, above="Amira Hall, Oakfield Primary"),
]


class WidgetsPage(Page):
    """A family's overview with one of every widget."""

    name = "gallery"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.heading_buttons = (
            SecondaryButton("Make the plan"),
            PrimaryButton("Start the meeting"),
        )
        self.set_heading(
            "The Marlow family",
            "El (9) and Finn (4), with Mum Dana. Lead professional: Amira Hall.",
            *self.heading_buttons,
        )
        self.body.add(
            StageStrip(
                [
                    Stage("Request 5 Jan", "done"),
                    Stage("Agreement 8 Jan", "done"),
                    Stage("Assessment 20 Jan", "done"),
                    Stage("Meeting 29 Jan", "done"),
                    Stage("Review today 15:30", "now"),
                    Stage("Closing"),
                    Stage("Six-month check"),
                ]
            )
        )
        columns = self.body.add(Columns((2, 1)))
        for part in (self._numbers(), self._families(), self._statements()):
            columns.add(0, part)
        for part in (self._before(), self._must_not(), self._empty(), self._asking()):
            columns.add(1, part)
        self.scale = self.body.add(
            ScaleChoice(
                "An adult gets both children up, fed and to school by 8.50",
                "this is not happening at all",
                "it happens all the time, whoever is watching",
            )
        )
        self.picture = self.body.add(ScalePicture())
        self.picture.set_marks(
            [
                Mark("Nan", 5), Mark("Mum", 6, before=4), Mark("El", 6, before=3), Mark("Ruth", 6),
                Mark("Miss Hall", 7, before=5), Mark("Sam", 7),
            ],
            "this is not happening at all", "it happens all the time", "29 January",
        )  # fmt: skip

    def _numbers(self) -> Card:
        card = Card("How things are, from 0 to 10")
        chart = card.add(ChangeChart())
        chart.set_lines(
            ["29 Jan", "12 Mar"],
            [Line("Amira", [5, 7]), Line("Dana", [4, 6]), Line("El", [3, 6])],
        )
        return card

    def _families(self) -> Card:
        card = Card("Families", "sorted by what is due next")
        card.add_row(
            RowButton(
                "Marlow",
                "El 9, Finn 4 · lead: you",
                when="Today 15:30",
                when_aside="review 2, Oakfield",
                pill=Pill("1 action late", Tone.LATE),
            )
        )
        card.add_row(
            RowButton(
                "Osei-Grant",
                "Kofi 14 · lead: you",
                when="Thu 26 Nov",
                when_aside="first meeting",
                pill=Pill("agree the agenda", Tone.DUE),
            )
        )
        card.add_row(
            RowButton("Iqbal", "Hana 3 · closed in July", when="16 Jan", when_aside="check")
        )
        return card

    def _statements(self) -> Card:
        card = Card("What are we worried about?", tone=Tone.WORRIED)
        card.add_row(
            StatementCard(
                "When Mum is poorly and stays in bed, El gets herself and Finn up.",
                said_by="Miss Hall and Nan",
                disagreement=("Mum sees it differently", "The mornings are fair."),
                buttons=(LinkButton("Change", name="Change: When Mum is poorly"),),
            )
        )
        card.add_row(StatementCard(HOSTILE, said_by="El", exact=True))
        return card

    def _before(self) -> Card:
        card = Card("Before the meeting", "5")
        card.add_row(PairRow("Who is coming", Pill("6 of 7 answered", Tone.DONE)))
        card.add_row(PairRow("Reports", Pill("Priya's is missing", Tone.DUE), aside="due Fri"))
        card.add_row(PairRow("Agreement", Pill("ask again: housing", Tone.INFO)))
        return card

    def _must_not(self) -> Card:
        card = Card("Must not be told", tone=Tone.LATE)
        card.add(Label("Craig Pike must not learn the address, the school or the GP."))
        return card

    def _empty(self) -> Card:
        card = Card("Meetings")
        card.add(EmptyState("A meeting brings everybody together.", "Plan the first meeting"))
        return card

    def _asking(self) -> Card:
        card = Card("Asking")
        self.secret = card.add(TextBox("Passphrase", "At least five words", secret=True))
        self.choices = card.add(Choices("Size", [("a", "Smaller"), ("b", "Larger")]))
        self.tick = card.add(TickBox("Show what is done"))
        card.add(QuietButton("Not now"))
        return card

    def crumbs(self) -> list[Crumb]:
        return [Crumb("Home", "gallery", {"part": 9}), Crumb("Marlow")]

    def rail(self) -> list[RailEntry]:
        return RAIL


class FormPage(Page):
    """An assessment's section with one of every editor."""

    name = "form"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.set_heading("How is El?", "Write what you have seen and heard. Half is fine.")
        self.summary = self.body.add(ErrorSummary())
        self.form = self.body.add(FormPanel(FIELDS, CONTEXT, {"feeling": "Mum, Miss Hall"}))
        self.note = InsetNote("“four late marks”. No need to write it again.", "From the request:")
        self.form.insert_after("feeling", self.note)
        self.body.add(actions_row(SecondaryButton("Back"), PrimaryButton("Next: Finn")))

    def crumbs(self) -> list[Crumb]:
        return [Crumb("Home", "gallery"), Crumb("Marlow", "gallery", {}), Crumb("Assessment")]

    def rail(self) -> list[RailEntry]:
        return RAIL


ANSWERS = {
    "name": "El",
    "feeling": "Calls herself the spare grown-up. Laughs most when Nan is there.",
    "born": "2016-11-14",
    "rang": "2026-01-05T08:40",
    "rooms": 2,
    "cares": "yes",
    "stage": "primary",
    "language": "polish",
    "help": ["breakfast_club", "housing"],
    "told": "p2",
    "there": ["p1", "p3"],
    "visits": [{"id": "v1", "on": "2026-01-08", "seen": "Damp in Finn's room"}],
}
