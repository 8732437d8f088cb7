"""Who agrees to what: a card for each person, and who has not been asked yet."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from taf_desktop.model.episode import Agreement
from taf_desktop.model.family import Person
from taf_desktop.packs.dates import date_words
from taf_desktop.services.people import spoken_name
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.agreement_panel import AgreementPanel
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Card,
    Columns,
    EmptyState,
    InsetNote,
    Label,
    LinkButton,
    PairRow,
    Pill,
    RowButton,
    SecondaryButton,
)

TONES = {"yes": Tone.DONE, "yes_with_limits": Tone.DONE, "no": Tone.LATE, "withdrawn": Tone.LATE}


class AgreementsPage(FamilyPage):
    """Agreements at the left, the chosen one at the right; a privacy notice is kept apart."""

    name = "family.agreements"
    short = "Agreement"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.set_heading(
            "Who agrees to what?",
            "Each person for themselves, in their own words. They can change their mind any time.",
        )
        self.columns = self.body.add(Columns((2, 3), stack_below=820))
        self.people_card = Card("What each person says")
        self.notice_card = Card("Privacy notice")
        self.columns.add(0, self.people_card)
        self.columns.add(0, self.notice_card)
        words = workspace.pack.words["agreement_statement"]
        self.columns.add(0, InsetNote(words, "To read out together:", Tone.INFO))
        self.chosen: object = None
        self.panel: AgreementPanel | None = None
        self.rows: dict[UUID, tuple[RowButton, Pill, str]] = {}

    def open(self, **args: object) -> None:
        """Show a family's agreements, the first of them whole."""
        self.chosen = None
        super().open(**args)

    def refresh(self) -> None:
        """Read the agreements again."""
        people = [
            person for person in self.workspace.people.of(self.family_id) if person.kind != "unborn"
        ]
        agreements = self.workspace.agreements.of(self.family_id)
        if self.chosen not in {row.id for row in agreements}:
            self.chosen = agreements[0].id if agreements else None
        self._show_people(people, agreements)
        self._show_notices(people)
        self._show_chosen([row for row in agreements if row.id == self.chosen])

    def _show_people(self, people: Sequence[Person], agreements: Sequence[Agreement]) -> None:
        card = self.people_card
        card.clear()
        self.rows = {}
        if not people:
            card.add(
                EmptyState(
                    "First say who is in the family; then ask each of them.",
                    "Who is in the family",
                    lambda: self.shell.navigator.go("family.people", family_id=self.family_id),
                )
            )
        for person in people:
            mine = [row for row in agreements if row.person_id == person.id]
            for row in mine:
                card.add_row(self._row(person, row))
            name = spoken_name(person)
            ask = partial(self.ask_person, person)
            if mine:
                card.add(LinkButton(f"Ask {name} something else", ask))
            else:
                card.add_row(PairRow(name, SecondaryButton(f"Ask {name}", ask), "not asked yet"))

    def _row(self, person: Person, row: Agreement) -> RowButton:
        pill, name = Pill(*self._decision(row)), spoken_name(person)
        line = RowButton(name, self._about(row), pill=pill, on_click=partial(self.choose, row))
        line.set_chosen(row.id == self.chosen)
        self.rows[row.id] = (line, pill, name)
        return line

    def show_row(self, row: Agreement) -> None:
        """Show what was answered just now, where the agreement stands in the list."""
        line, pill, name = self.rows[row.id]
        pill.set(*self._decision(row))
        line.show_words(name, self._about(row))

    def _about(self, row: Agreement) -> str:
        about = self.workspace.pack.lists["agreement_kind"].label(row.kind)
        return ", ".join(part for part in (about, date_words(row.given_on)) if part)

    def _decision(self, row: Agreement) -> tuple[str, Tone]:
        words = self.workspace.pack.lists["agreement_decision"].label(row.decision)
        return words or "not filled in", TONES.get(row.decision or "", Tone.DUE)

    def _show_notices(self, people: Sequence[Person]) -> None:
        card = self.notice_card
        card.clear()
        card.setVisible(bool(people))
        given = {row.person_id: row for row in self.workspace.agreements.notices(self.family_id)}
        version = self.workspace.pack.branding.privacy_notice_version
        for person in people:
            row = given.get(person.id)
            right: QWidget
            if row is not None:
                words = f"version {row.version} on {date_words(row.given_on)}"
                right = Label(words)
            else:
                words = f"Mark as given today (version {version})"
                name = f"Privacy notice given to {spoken_name(person)} today"
                right = SecondaryButton(words, partial(self._give_notice, person), name)
            card.add_row(PairRow(spoken_name(person), right))

    def _give_notice(self, person: Person) -> None:
        version = self.workspace.pack.branding.privacy_notice_version
        today = self.workspace.today.isoformat()
        self.workspace.agreements.give_notice(self.family_id, person.id, version, today)
        self.shell.say_saved()
        self.refresh()

    def ask_person(self, person: Person) -> None:
        """Begin an agreement with a person."""
        if self.leave():
            row = self.workspace.agreements.add(
                self.family_id, person.id, {"recorded_by": str(self.workspace.owner_id)}
            )
            self.shell.say_saved()
            self._choose(row)

    def choose(self, row: Agreement) -> None:
        """Show one agreement at the right."""
        if self.leave():
            self._choose(row)

    def _choose(self, row: Agreement) -> None:
        self.chosen = row.id
        self.refresh()
        if self.panel is not None:
            self.panel.form.setFocus()

    def _show_chosen(self, found: Sequence[Agreement]) -> None:
        self.columns.clear(1)
        self.forget_savers()
        self.panel = None
        if not found:
            card = self.columns.add(1, Card("One agreement"))
            card.add(Label("Ask somebody, or choose what they said at the left."))
            return
        self.panel = AgreementPanel(self, found[0])
        self.columns.add(1, self.panel)
