"""The family at a glance: where we are, how things are, who does what, and what comes next."""

from collections.abc import Sequence
from functools import partial

from taf_desktop.model.meeting import Action, Meeting
from taf_desktop.packs.dates import date_words, day_words
from taf_desktop.services.actions import day_of, days_late, due_words, late_words
from taf_desktop.services.families import children_words
from taf_desktop.services.people import spoken_name
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.desk_words import listed_or
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.pages.number_lines import lines_of_scale
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Card,
    ChangeChart,
    Columns,
    EmptyState,
    Label,
    LinkButton,
    PairRow,
    Pill,
    PrimaryButton,
    RowButton,
    SecondaryButton,
    Stage,
    StageStrip,
)

STATES = {"done": "done", "now": "now", "later": "to come"}
MOST_ACTIONS = 6


class OverviewPage(FamilyPage):
    """What is known, and the one next thing to do."""

    name = "family.overview"
    short = "Overview"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.strip = self.body.add(StageStrip())
        self.columns = self.body.add(Columns((13, 6), stack_below=880))
        self.plan_card = self.columns.add(0, Card("Plan: who will do what"))
        self.scale_card = self.columns.add(0, Card("How things are, from 0 to 10"))
        self.next_card = self.columns.add(1, Card("What comes next"))
        self.protected_card = self.columns.add(1, Card("Must not be told", tone=Tone.LATE))

    def refresh(self) -> None:
        """Read everything about the family again."""
        family = self.workspace.families.one(self.family_id)
        meetings = self.workspace.meetings.of(self.family_id)
        self.set_heading(
            f"The {family.name} family",
            self._under(),
            *(
                [SecondaryButton("Make the plan", partial(self._go, "documents"))]
                if meetings
                else []
            ),
            self._primary(meetings),
        )
        stages = self.workspace.families.stages(self.family_id)
        self.strip.set_stages([Stage(one.words, STATES[one.state]) for one in stages])
        self._show_numbers(meetings)
        self._show_plan()
        self._show_next(meetings)
        self._show_protected()

    def _under(self) -> str:
        people = self.workspace.people.of(self.family_id)
        family = self.workspace.families.one(self.family_id)
        lead = self.workspace.people.one(family.lead_id).full_name if family.lead_id else "nobody"
        level = self.workspace.requests.current(self.family_id).level_of_need
        words = [children_words(people, self.workspace.today) or "No children added yet"]
        words.append(f"Lead professional: {lead}")
        if level:
            words.append(self.workspace.pack.lists["level_of_need"].label(level))
        return ". ".join(words) + "."

    def _primary(self, meetings: Sequence[Meeting]) -> PrimaryButton:
        assessment = self.workspace.assessments.current(self.family_id)
        if not self.workspace.people.of(self.family_id):
            return PrimaryButton("Say who is in the family", partial(self._go, "people"))
        if assessment is None:
            return PrimaryButton("Start the assessment", partial(self._go, "assessment"))
        if assessment.completed_on is None and not meetings:
            return PrimaryButton("Go on with the assessment", partial(self._go, "assessment"))
        if meetings and meetings[-1].finished_at is None:
            return PrimaryButton("Open the meeting", partial(self._open_meeting, meetings[-1]))
        words = "Plan the review" if meetings else "Plan the first meeting"
        return PrimaryButton(words, partial(self._go, "meetings"))

    def _go(self, page: str) -> None:
        self.shell.navigator.go(f"family.{page}", family_id=self.family_id)

    def _open_meeting(self, meeting: Meeting) -> None:
        args = {"family_id": self.family_id, "meeting_id": meeting.id}
        self.shell.navigator.go("family.meeting", **args)

    def _show_numbers(self, meetings: Sequence[Meeting]) -> None:
        card = self.scale_card
        card.clear()
        marks = self.workspace.views.marks(self.family_id)
        names = self.workspace.people.names(self.family_id)
        shown = False
        for scale in self.workspace.views.scales(self.family_id):
            occasions, lines = lines_of_scale(scale, marks, meetings, names)
            if lines:
                shown = True
                chart = ChangeChart()
                chart.set_lines(occasions, lines)
                card.add(Label(scale.question))
                card.add(chart)
        if not shown:
            card.add(EmptyState("Everybody's own number stands here after the first meeting."))

    def _show_plan(self) -> None:
        card = self.plan_card
        card.clear()
        actions = self.workspace.actions.of(self.family_id)
        names = self.workspace.people.names(self.family_id)
        for action in actions[:MOST_ACTIONS]:
            who = names.get(str(action.who_id), "nobody yet")
            card.add_row(
                RowButton(
                    f"{who}: {action.what}",
                    due_words(action.by_when),
                    pill=self._pill(action),
                    on_click=partial(self._go, "actions"),
                )
            )
        if not actions:
            card.add(EmptyState("What everybody will do stands here after the first meeting."))
        if len(actions) > MOST_ACTIONS:
            card.add(LinkButton(f"All {len(actions)} actions", partial(self._go, "actions")))

    def _pill(self, action: Action) -> Pill:
        late = late_words(days_late(action, self.workspace.today))
        if late:
            return Pill(late, Tone.LATE)
        words = self.workspace.pack.lists["action_status"].label(action.status)
        return Pill(words, Tone.DONE if action.status.startswith("done") else Tone.INFO)

    def _show_next(self, meetings: Sequence[Meeting]) -> None:
        card = self.next_card
        card.clear()
        last = meetings[-1] if meetings else None
        if last is None:
            card.add(Label("No meeting is planned yet."))
        elif last.finished_at is None:
            card.add_row(PairRow(self._meeting_words(last), Pill(_when(last), Tone.INFO)))
            self._show_coming(card, last)
        elif last.next_on:
            card.add_row(PairRow("We meet again", Pill(date_words(last.next_on), Tone.INFO)))

    def _meeting_words(self, meeting: Meeting) -> str:
        return self.workspace.pack.lists["meeting_kind"].label(meeting.kind)

    def _show_coming(self, card: Card, meeting: Meeting) -> None:
        rows = self.workspace.meetings.attendance(meeting.id)
        waiting = sum(row.state in (None, "invited") for row in rows)
        words = f"{len(rows) - waiting} of {len(rows)} answered"
        card.add_row(PairRow("Who is coming", Pill(words, Tone.DUE if waiting else Tone.DONE)))

    def _show_protected(self) -> None:
        card = self.protected_card
        card.clear()
        by_person: dict[str, list[str]] = {}
        people = {person.id: person for person in self.workspace.people.everyone(self.family_id)}
        for row in self.workspace.people.protected_facts(self.family_id):
            if row.person_id in people:
                name = people[row.person_id].full_name or spoken_name(people[row.person_id])
                label = self.workspace.pack.lists["protected_fact"].label(row.fact)
                by_person.setdefault(name, []).append(label)
        card.setVisible(bool(by_person))
        for name, facts in by_person.items():
            card.add(Label(f"{name} must not learn {listed_or(facts)}."))
        card.add(Label("The program leaves these out of everything made for them."))


def _when(meeting: Meeting) -> str:
    day = day_of(meeting.held_on)
    words = day_words(day) if day else "no day yet"
    return f"{words}, {meeting.starts_at}" if meeting.starts_at else words
