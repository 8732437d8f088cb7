"""One agreement: what it is about, what they say, with whom it may be shared."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from taf_desktop.model.base import answers
from taf_desktop.model.episode import Agreement
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.widgets import Card, FlowRow, Label, QuietButton, TextBox, TickBox

if TYPE_CHECKING:
    from taf_desktop.ui.pages.agreements_page import AgreementsPage

WHY = "withdrawn_reason"
"""The key under which `Agreements.withdraw` keeps why."""


class AgreementPanel(Card):
    """The chosen agreement of the agreements page."""

    def __init__(self, page: "AgreementsPage", agreement: Agreement) -> None:
        self.page = page
        self.workspace = page.workspace
        self.agreement = agreement
        names = self.workspace.people.names(page.family_id)
        super().__init__(f"What {names.get(str(agreement.person_id), 'somebody')} says")
        self.form = page.form(self.workspace.pack.forms["agreement"].fields)
        self.form.show_answers(answers(agreement))
        self.saver = page.keep(Autosaver(self._save, page.shell))
        self.form.edited.connect(self.saver.set)
        self.form.left.connect(lambda _key: self.saver.flush())
        self.add(self.form)
        self._add_agencies()
        self.add(self.saver.note)
        self.why = TextBox("If they change their mind: why, in their words")
        self.why.set_text(str(answers(agreement).get(WHY) or ""))
        self.why.edited.connect(lambda words: self.saver.set(WHY, words or None))
        self.why.box.left.connect(self.saver.flush)
        self.add(self.why)
        self.add(
            FlowRow(
                [
                    QuietButton("They have changed their mind", self._withdraw),
                    QuietButton("Written by mistake: take it away", self._take_away),
                ]
            )
        )

    def _add_agencies(self) -> None:
        self.add(Label("May be shared with", bold=True))
        kept = set(self.agreement.agencies)
        self.agencies: dict[str, TickBox] = {}
        for agency in self.workspace.agencies.all():
            box = TickBox(agency.name)
            box.set_value(str(agency.id) in kept)
            box.edited.connect(lambda _on: self._save_agencies())
            self.agencies[str(agency.id)] = box
            self.add(box)
        if not self.agencies:
            self.add(Label("No services are known yet: add the professionals first."))

    def _save_agencies(self) -> None:
        ticked = [agency_id for agency_id, box in self.agencies.items() if box.value()]
        self.saver.set("agencies", ticked)
        self.saver.flush()

    def _save(self, changes: Mapping[str, Any]) -> None:
        self.agreement = self.workspace.agreements.save(self.agreement.id, changes)
        self.page.show_row(self.agreement)

    def _withdraw(self) -> None:
        if self.page.leave():
            self.workspace.agreements.withdraw(self.agreement.id, self.why.text().strip() or None)
            self.page.shell.say("Written down. Nothing more is shared from now on.")
            self.page.refresh()

    def _take_away(self) -> None:
        if self.page.leave():
            self.workspace.agreements.take_away(self.agreement.id)
            self.page.shell.say("Taken away. Ctrl+Z brings it back.")
            self.page.refresh()
