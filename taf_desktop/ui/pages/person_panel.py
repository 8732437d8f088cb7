"""One person: their details, what they are to each child, and what they must not learn."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from taf_desktop.model.base import answers
from taf_desktop.model.family import Person
from taf_desktop.ui.autosave import Autosaver, Save
from taf_desktop.ui.pages.absences_card import AbsencesCard, Whose
from taf_desktop.ui.pages.baby_card import BabyCard
from taf_desktop.ui.widgets import (
    Card,
    FlowRow,
    InsetNote,
    Label,
    QuietButton,
    SecondaryButton,
    TextBox,
    TickBox,
    Tone,
)

if TYPE_CHECKING:
    from taf_desktop.ui.pages.people_page import PeoplePage

ANOTHER = {
    "child": "child",
    "unborn": "baby to come",
    "adult": "adult",
    "professional": "professional",
}
REASON_OF_NOTHING = "Tick above what they must not learn: then the reason is kept."


class PersonPanel(QWidget):
    """The chosen person of the people page."""

    def __init__(self, page: "PeoplePage", person: Person) -> None:
        super().__init__()
        self.page = page
        self.workspace = page.workspace
        self.person = person
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.cards: dict[Card, tuple[str, str]] = {}
        """The cards that say whose they are, with the words before and after the name."""
        self._build_details()
        if person.is_professional:
            self._build_service()
        elif person.kind == "unborn":
            card = BabyCard(page.shell, page.workspace, person, page.family_id)
            self.column.addWidget(card)
        elif person.kind == "adult":
            self._build_children()
            self._build_protected()
        if person.kind != "unborn":
            self._build_absences()
        self._name_cards()

    def _name_cards(self) -> None:
        """Say on every card whose it is: further down the list of people is out of sight."""
        for card, (before, after) in self.cards.items():
            card.set_title(f"{before}{self._name()}{after}")
        self.take.set_words(f"Take {self._name()} away")

    def _build_absences(self) -> None:
        """When they cannot come, with the reason: this page is not for the family."""
        whose = Whose(
            people=[self.person],
            read=partial(self.workspace.absences.of_person, self.person.id),
            only=self.person.id,
            with_why=True,
        )
        self.absences = AbsencesCard(self.page, whose, f"When {self._name()} cannot come")
        self.column.addWidget(self.absences)

    def _build_details(self) -> None:
        form = self.workspace.pack.forms[self.person.kind]
        card = Card(form.title)
        self.form = self.page.form(form.fields)
        self.form.show_answers(answers(self.person))
        saver = self.page.keep(Autosaver(self._save, self.page.shell))
        self.form.edited.connect(saver.set)
        self.form.left.connect(lambda _key: self._left(saver))
        card.add(self.form)
        card.add(saver.note)
        another = f"Add another {ANOTHER[self.person.kind]}"
        self.another = SecondaryButton(f"{another} (Alt+A)", self.page.add_another, another)
        card.add(FlowRow([self.another]))
        self.take = QuietButton("", self._take_away)
        card.add(FlowRow([self.take]))
        self.column.addWidget(card)
        self.cards[card] = (f"{form.title}: ", "")

    def _name(self) -> str:
        return self.person.short_name or "this person"

    def _save(self, changes: Mapping[str, Any]) -> None:
        self.person = self.workspace.people.save(self.person.id, changes)

    def _left(self, saver: Autosaver) -> None:
        if saver.flush():
            self._rename_row()

    def _rename_row(self) -> None:
        row = self.page.rows.get(self.person.id)
        if row is not None:
            row.show_words(*self.page.row_words(self.person))
        self._name_cards()

    def _take_away(self) -> None:
        if not self.page.leave():
            return
        if self.person.is_professional:
            self.workspace.agencies.release(self.page.family_id, self.person.id)
        else:
            self.workspace.people.take_away(self.person.id)
        self.page.shell.say(f"{self._name()} is taken away. Ctrl+Z brings them back.")
        self.page.refresh()
        self.page.shell.refresh_around()

    def _build_service(self) -> None:
        card = Card()
        self.cards[card] = ("Where ", " comes from")
        agencies = {agency.id: agency.name for agency in self.workspace.agencies.all()}
        self.agency = TextBox("School, team or service")
        self.agency.set_text(agencies.get(self.person.agency_id or UUID(int=0), ""))
        saver = self._kept_on_leaving(self.agency, self._save_agency)
        card.add(self.agency)
        card.add(saver.note)
        lead = self.workspace.families.one(self.page.family_id).lead_id
        if lead == self.person.id:
            card.add(Label("They are the family's lead professional."))
        else:
            card.add(SecondaryButton("Make them the lead professional", self._make_lead))
        self.column.addWidget(card)

    def _kept_on_leaving(self, question: TextBox, save: Save) -> Autosaver:
        """Save what stands in a box when the person goes on, to another box or another page."""
        saver = self.page.keep(Autosaver(save, self.page.shell))
        question.edited.connect(partial(saver.hold, "typed"))
        question.box.left.connect(saver.flush)
        return saver

    def _save_agency(self, changes: Mapping[str, Any]) -> None:
        typed = changes["typed"].strip()
        known = {agency.id: agency.name for agency in self.workspace.agencies.all()}
        if typed == known.get(self.person.agency_id or UUID(int=0), ""):
            return
        agency_id = str(self.workspace.agencies.add(typed).id) if typed else None
        self._save({"agency_id": agency_id})

    def _make_lead(self) -> None:
        if self.page.leave():
            self.workspace.agencies.make_lead(self.page.family_id, self.person.id)
            self.page.shell.say_saved()
            self.page.refresh()

    def _build_children(self) -> None:
        everyone = self.workspace.people.of(self.page.family_id)
        known = {
            (row.person_id, row.child_id): row
            for row in self.workspace.people.relationships(self.page.family_id)
        }
        form = self.workspace.pack.forms["relationship"]
        for child in everyone:
            if not child.is_child:
                continue
            card = Card()
            self.cards[card] = ("What ", f" is to {child.short_name or 'this child'}")
            panel = self.page.form(form.fields)
            row = known.get((self.person.id, child.id))
            if row is not None:
                panel.show_answers(answers(row))
            saver = self.page.keep(Autosaver(self._relate(child.id), self.page.shell))
            panel.edited.connect(saver.set)
            panel.left.connect(lambda _key, saver=saver: saver.flush())
            card.add(panel)
            self.column.addWidget(card)

    def _relate(self, child_id: UUID) -> partial[Any]:
        return partial(self.workspace.people.relate, self.page.family_id, self.person.id, child_id)

    def _build_protected(self) -> None:
        card = Card()
        self.cards[card] = ("What ", " must not learn")
        rows = [
            row
            for row in self.workspace.people.protected_facts(self.page.family_id)
            if row.person_id == self.person.id
        ]
        kept = {row.fact for row in rows}
        facts = self.workspace.pack.lists["protected_fact"]
        self.facts = {fact.code: TickBox(fact.label) for fact in facts}
        for fact, box in self.facts.items():
            box.set_value(fact in kept)
            box.edited.connect(lambda _on: self._protect())
            card.add(box)
        self.reason = TextBox("Why, and who decided")
        self.reason.set_text(rows[0].reason or "" if rows else "")
        saver = self._kept_on_leaving(self.reason, self._protect_reason)
        card.add(self.reason)
        card.add(saver.note)
        card.add(
            InsetNote(
                "The program leaves these out of everything made for this person. "
                "They then see only what names them.",
                "",
                Tone.DUE,
            )
        )
        self.column.addWidget(card)

    def _protect_reason(self, _changes: Mapping[str, Any]) -> None:
        self._write_protected()

    def _protect(self) -> None:
        self._write_protected()
        self.page.shell.say_saved()

    def _write_protected(self) -> None:
        facts = [fact for fact, box in self.facts.items() if box.value()]
        reason = self.reason.text().strip() or None
        self.workspace.people.protect(self.page.family_id, self.person.id, facts, reason)
        self.page.read_limits()
        self._rename_row()
        self.reason.show_problem(REASON_OF_NOTHING if reason and not facts else None)
