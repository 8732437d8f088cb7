"""People and network: who is in the family, who helps, and what somebody must not learn."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from taf_desktop.errors import UserError
from taf_desktop.model.base import answers
from taf_desktop.model.family import Person
from taf_desktop.packs.dates import age_on, date_words
from taf_desktop.services.people import spoken_name
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.desk_words import listed_or
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.pages.person_panel import PersonPanel
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Card,
    Columns,
    EmptyState,
    FlowRow,
    Label,
    Pill,
    RowButton,
    SecondaryButton,
)

NO_NAME = "No name yet"
KIND_WORDS = {"child": "child", "unborn": "baby to come", "adult": "adult"}


class PeoplePage(FamilyPage):
    """The family and the team at the left, the chosen person at the right."""

    name = "family.people"
    short = "People and network"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.columns = self.body.add(Columns((2, 3), stack_below=820))
        self.family_card, self.team_card = Card("The family"), Card("The team around them")
        self.columns.add(0, self.family_card)
        self.columns.add(0, self.team_card)
        self.home_card = Card(workspace.pack.forms["family"].sections[0].title)
        self.columns.add(0, self.home_card)
        self.chosen: UUID | None = None
        self.asked_for = False
        self.panel: PersonPanel | None = None
        self.rows: dict[UUID, RowButton] = {}
        self._facts: dict[UUID, list[str]] = {}
        add = shell.shortcuts.add
        add("Alt+A", "Add another person like this one", self.add_another, self.short, within=self)

    def open(self, **args: object) -> None:
        """Show a family's people; the first of them unless one is named."""
        person_id = args.pop("person_id", None)
        self.chosen = person_id if isinstance(person_id, UUID) else None
        self.asked_for = self.chosen is not None
        super().open(**args)

    def refresh(self) -> None:
        """Read the people again."""
        people = self.workspace.people.of(self.family_id)
        team = self.workspace.people.team(self.family_id)
        family = self.workspace.families.one(self.family_id)
        self.set_heading(
            f"Who is in the {family.name} family?",
            "Children, babies to come, adults wherever they live, and everybody who helps.",
        )
        known = {person.id for person in (*people, *team)}
        if self.chosen not in known:
            self.chosen = people[0].id if people else None
        self.rows = {}
        self.read_limits()
        self.forget_savers()
        self._show_family(people)
        self._show_team(team, family.lead_id)
        self._show_home()
        self._show_person([person for person in (*people, *team) if person.id == self.chosen])

    def _show_family(self, people: Sequence[Person]) -> None:
        card = self.family_card
        card.clear()
        if not people:
            card.add(
                EmptyState("Start with the children, then the adults. First names are enough.")
            )
        for person in people:
            card.add_row(self._row(person))
        card.add_foot(
            FlowRow(
                [
                    SecondaryButton("Add a child", partial(self.add, "child")),
                    SecondaryButton("Add a baby to come", partial(self.add, "unborn")),
                    SecondaryButton("Add an adult", partial(self.add, "adult")),
                ]
            )
        )

    def _show_team(self, team: Sequence[Person], lead_id: UUID | None) -> None:
        card = self.team_card
        card.clear()
        for person in team:
            pill = Pill("lead professional", Tone.INFO) if person.id == lead_id else None
            card.add_row(self._row(person, pill))
        card.add_foot(FlowRow([SecondaryButton("Add a professional", self.add_professional)]))
        others = self._not_in_team(team)
        if others:
            card.add(Label("Known from other families:"))
            card.add(
                FlowRow(
                    [
                        SecondaryButton(f"Bring in {person.full_name}", self._bring(person.id))
                        for person in others[:6]
                    ]
                )
            )

    def _show_home(self) -> None:
        self.home_card.clear()
        self.home = self.form(self.workspace.pack.forms["family"].fields)
        self.home.show_answers(answers(self.workspace.families.one(self.family_id)))
        save = partial(self.workspace.families.save, self.family_id)
        saver = self.keep(Autosaver(save, self.shell))
        self.home.edited.connect(saver.set)
        self.home.left.connect(lambda _key: saver.flush())
        self.home_card.add(self.home)
        self.home_card.add(saver.note)

    def _not_in_team(self, team: Sequence[Person]) -> list[Person]:
        here = {person.id for person in team}
        known = self.workspace.agencies.professionals()
        return [person for person in known if person.id not in here and person.full_name]

    def row_words(self, person: Person) -> tuple[str, str]:
        """What stands on the row of a person: the name, and a little about them."""
        name = person.full_name or NO_NAME
        if person.full_name and (person.called or person.known_as):
            name = f"{name} ({spoken_name(person)})"
        about = (person.job_title or "") if person.is_professional else self._about(person)
        return name, " · ".join(part for part in (about, self._kept_from(person)) if part)

    def _kept_from(self, person: Person) -> str:
        """What somebody must not learn, where one looks for them."""
        facts = self._facts.get(person.id)
        return f"must not learn {listed_or(facts)}" if facts else ""

    def read_limits(self) -> None:
        """Read again who must not learn what."""
        labels = self.workspace.pack.lists["protected_fact"]
        self._facts.clear()
        for row in self.workspace.people.protected_facts(self.family_id):
            self._facts.setdefault(row.person_id, []).append(labels.label(row.fact))

    def _row(self, person: Person, pill: Pill | None = None) -> RowButton:
        name, aside = self.row_words(person)
        row = RowButton(name, aside, pill=pill, on_click=partial(self.choose, person.id))
        row.set_chosen(person.id == self.chosen)
        self.rows[person.id] = row
        return row

    def _about(self, person: Person) -> str:
        age = age_on(person.birth_date or "", self.workspace.today)
        parts = [KIND_WORDS[person.kind]]
        if person.is_child and age is not None:
            parts[0] = f"{age} years" if age != 1 else "1 year"
        if person.kind == "unborn" and person.due_date:
            parts.append(f"due {date_words(person.due_date)}")
        parts.append(person.lives_words or "")
        return " · ".join(part for part in parts if part)

    def _bring(self, person_id: UUID) -> Callable[[], None]:
        def bring() -> None:
            self.workspace.agencies.involve(self.family_id, person_id)
            self._after(person_id)

        return bring

    def choose(self, person_id: UUID) -> None:
        """Show one person at the right."""
        if not self.leave():
            return
        self.chosen = person_id
        self.refresh()
        if self.panel is not None:
            self.panel.form.setFocus()

    def add(self, kind: str) -> None:
        """Add somebody to the family, and go straight to their first name."""
        if not self.leave():
            return
        family = self.workspace.families.one(self.family_id)
        known = {"family_name": family.name} if kind != "adult" else {}
        try:
            person = self.workspace.people.add(self.family_id, kind, known)
        except UserError as error:
            self.shell.show_error(error)
            return
        self._after(person.id)

    def add_professional(self) -> None:
        """Add somebody to the team, and go straight to their first name."""
        if not self.leave():
            return
        self._after(self.workspace.agencies.add_professional({}, self.family_id).id)

    def add_another(self) -> None:
        """Add somebody of the same kind as the one who is shown."""
        kind = self.panel.person.kind if self.panel is not None else "child"
        if kind == "professional":
            self.add_professional()
        else:
            self.add(kind)

    def _after(self, person_id: UUID) -> None:
        self.shell.say_saved()
        self.choose(person_id)
        self.shell.refresh_around()

    def _show_person(self, found: Sequence[Person]) -> None:
        self.columns.clear(1)
        self.panel = None
        if not found:
            words = "Add somebody at the left: then their details stand here."
            self.columns.add(1, Card("About one person")).add(Label(words))
            return
        self.panel = PersonPanel(self, found[0])
        self.columns.add(1, self.panel)

    def first_focus(self) -> QWidget | None:
        """The form of the person that was asked for, when there is one."""
        return self.panel.form if self.panel is not None and self.asked_for else None
