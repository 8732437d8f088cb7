"""The request for help, with its clocks in words beside it."""

from collections.abc import Mapping
from typing import Any

from taf_desktop.model.base import answers
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.editors import EditorContext, FormPanel
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.desk_words import capital
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import Card, Columns, Label, PairRow, Pill
from taf_desktop.ui.widgets.text import show_if


class RequestPage(FamilyPage):
    """Received, screened, decided, told; the sections of the pack's form one below the other."""

    name = "family.request"
    short = "Request"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.set_heading(
            "How did this begin?", "What was asked, when it was looked at, what was decided."
        )
        self.columns = self.body.add(Columns((13, 6), stack_below=880))
        self.clocks = Card("How long it took")
        self.contacts = Card(capital(workspace.pack.words["front_door"]))
        self.columns.add(1, self.clocks)
        self.columns.add(1, self.contacts)
        self.saver = self.keep(Autosaver(self._save, shell))
        form = workspace.pack.forms["request"]
        self.panels = []
        for section in form.sections:
            card = self.columns.add(0, Card(section.title))
            panel = FormPanel(
                section.fields, EditorContext(pack=workspace.pack, today=workspace.today)
            )
            panel.edited.connect(self.saver.set)
            panel.left.connect(lambda _key: self.saver.flush())
            card.add(panel)
            self.panels.append(panel)
        self.columns.add(0, self.saver.note)
        self._show_contacts()

    def refresh(self) -> None:
        """Read the request again."""
        episode = self.workspace.requests.current(self.family_id)
        for panel in self.panels:
            panel.show_answers(answers(episode))
        self._show_clocks()

    def _save(self, changes: Mapping[str, Any]) -> None:
        episode = self.workspace.requests.current(self.family_id)
        self.workspace.requests.save(episode.id, changes)
        self._show_clocks()

    def _show_clocks(self) -> None:
        episode = self.workspace.requests.current(self.family_id)
        self.clocks.clear()
        for reading in self.workspace.requests.clocks(episode):
            self.clocks.add_row(
                PairRow(reading.label, Pill(reading.words, Tone(reading.tone)), under=True)
            )

    def _show_contacts(self) -> None:
        for contact in self.workspace.pack.contacts:
            row = PairRow(contact.name, Label(contact.telephone, bold=True), contact.when)
            self.contacts.add_row(row)
        show_if(self.contacts, bool(self.workspace.pack.contacts))
