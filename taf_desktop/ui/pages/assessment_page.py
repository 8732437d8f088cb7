"""The assessment: one section a page, always saved, never blocked."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from taf_desktop.model.episode import Assessment
from taf_desktop.packs.draft import DONE as ALL_ANSWERED
from taf_desktop.packs.draft import NOT_YET
from taf_desktop.services.assessments import AssessmentPage as Section
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.autosave import Autosaver
from taf_desktop.ui.editors import FormPanel
from taf_desktop.ui.focus_order import focus_soon
from taf_desktop.ui.page import Shell, actions_row
from taf_desktop.ui.pages.desk_words import capital, counted
from taf_desktop.ui.pages.family_page import FamilyPage
from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets import (
    Card,
    Columns,
    EmptyState,
    InsetNote,
    Label,
    LinkButton,
    PrimaryButton,
    RailEntry,
    SecondaryButton,
)


class AssessmentFormPage(FamilyPage):
    """A section of the form at the left; who may see it and what is known at the right."""

    name = "family.assessment"
    short = "Assessment"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell, workspace)
        self.columns = self.body.add(Columns((13, 6), stack_below=880))
        self.index = 0
        self.pages: list[Section] = []
        self.form_panel: FormPanel | None = None
        self.saver: Autosaver | None = None
        self.missing: Card | None = None

    def open(self, **args: object) -> None:
        """Show a section, the first one unless another is named."""
        index = args.pop("index", 0)
        self.index = index if isinstance(index, int) else 0
        super().open(**args)

    def refresh(self) -> None:
        """Read the answers again."""
        assessment = self.workspace.assessments.current(self.family_id)
        self.pages = self.workspace.assessments.pages(self.family_id)
        self.index = min(self.index, len(self.pages) - 1)
        self.columns.clear(0)
        self.columns.clear(1)
        self.forget_savers()
        self.form_panel = self.saver = self.missing = None
        if assessment is None:
            self._show_start()
            return
        section = self.pages[self.index]
        done = assessment.completed_on is not None
        state = "It is done; what you change is kept in the history." if done else ""
        self.set_heading(section.question or section.title, section.section.hint or state)
        self._show_form(section, assessment)
        self._show_beside(assessment)

    def _show_start(self) -> None:
        title = capital(self.workspace.pack.words["assessment"])
        self.set_heading(f"{title}: not started yet", "Start when the family has agreed.")
        card = self.columns.add(0, Card("One page at a time"))
        card.add(
            EmptyState(
                "It asks about each child, about looking after them, and about home: what is going "
                "well and what is hard. Half an answer is fine. Everything is kept as you type.",
                "Start the assessment",
                self.start,
            )
        )

    def start(self) -> None:
        """Start the assessment."""
        self.workspace.assessments.start(self.family_id)
        self.shell.say_saved()
        self.refresh()
        self.shell.refresh_around()

    def _show_form(self, section: Section, assessment: Assessment) -> None:
        keys = section.keys()
        panel = self.form(section.section.fields)
        panel.show_answers({key: assessment.answers.get(whole) for key, whole in keys.items()})
        saver = self.keep(Autosaver(partial(self._save, assessment, keys), self.shell))
        panel.edited.connect(saver.set)
        panel.left.connect(lambda _key: saver.flush())
        saver.saved.connect(self.shell.refresh_around)
        self.form_panel, self.saver = panel, saver
        self.columns.add(0, panel)
        self.columns.add(0, saver.note)
        self.columns.add(0, actions_row(*self._steps(assessment)))

    def _save(
        self, assessment: Assessment, keys: Mapping[str, str], changes: Mapping[str, Any]
    ) -> None:
        whole = {keys[key]: value for key, value in changes.items()}
        self.workspace.assessments.save(assessment.id, whole)
        self.pages = self.workspace.assessments.pages(self.family_id)

    def _steps(self, assessment: Assessment) -> list[SecondaryButton | PrimaryButton]:
        buttons: list[SecondaryButton | PrimaryButton] = []
        if self.index > 0:
            buttons.append(SecondaryButton("Back", partial(self.go_to, self.index - 1)))
        if self.index + 1 < len(self.pages):
            following = self.pages[self.index + 1].title
            buttons.append(PrimaryButton(f"Next: {following}", partial(self.go_to, self.index + 1)))
        elif assessment.completed_on is None:
            buttons.append(PrimaryButton("Finish the assessment", self.finish))
        else:
            buttons.append(SecondaryButton("Open it again", self.open_again))
        return buttons

    def go_to(self, index: int) -> None:
        """Go to a section; what was typed is saved first."""
        args = {"family_id": self.family_id, "index": index}
        self.shell.navigator.go(self.name, **args)

    def finish(self) -> None:
        """Mark it as done, or list what is missing with links."""
        assessment = self.workspace.assessments.current(self.family_id)
        if assessment is None or not self.leave():
            return
        missing = self.workspace.assessments.complete(assessment.id)
        if missing:
            self._show_missing(missing)
            return
        self.shell.say("The assessment is done.")
        self.refresh()
        self.shell.refresh_around()

    def _show_missing(self, missing: list[str]) -> None:
        if self.missing is not None:
            self.missing.hide()
            self.missing.deleteLater()
        card = self.missing = self.columns.add(0, Card("Still needed", tone=Tone.DUE))
        card.add(Label("Everything is kept. These are needed before it is done:"))
        links = []
        for words in missing:
            index = next(at for at, page in enumerate(self.pages) if words.startswith(page.title))
            links.append(card.add(LinkButton(words, partial(self.go_to, index))))
        focus_soon(links[0])
        many = counted(len(missing), "thing is", "things are")
        self.shell.say(f"{many} still needed".capitalize())

    def open_again(self) -> None:
        """Open a finished assessment again."""
        assessment = self.workspace.assessments.current(self.family_id)
        if assessment is not None and self.leave():
            self.workspace.assessments.open_again(assessment.id)
            self.refresh()
            self.shell.refresh_around()

    def _show_beside(self, assessment: Assessment) -> None:
        done = sum(page.progress == ALL_ANSWERED for page in self.pages)
        begun = sum(page.progress != NOT_YET for page in self.pages)
        card = self.columns.add(1, Card("How far we are"))
        card.add(Label(f"{begun} of {len(self.pages)} sections begun, {done} fully answered."))
        see = self.columns.add(1, Card("Who may see this page"))
        level = self.workspace.pack.lists["audience"].label(assessment.audience.level.value)
        see.add(Label(f"{level}."))
        for name in self._protected_from():
            see.add(Label(f"Not {name}."))
        concern = self.workspace.requests.current(self.family_id).concern
        if concern:
            self.columns.add(
                1, InsetNote(f"“{concern}”", "Already known, from the request:", Tone.DUE)
            )

    def _protected_from(self) -> list[str]:
        names = self.workspace.people.names(self.family_id)
        facts = self.workspace.people.protected_facts(self.family_id)
        return sorted({names.get(str(row.person_id), "") for row in facts} - {""})

    def rail(self) -> list[RailEntry]:
        """The sections with how far each is, below the family's overview."""
        entries = [
            RailEntry("Back to the family", "family.overview", {"family_id": self.family_id})
        ]
        if self.workspace.assessments.current(self.family_id) is None:
            return super().rail()
        return entries + [
            RailEntry(
                page.title,
                self.name,
                {"family_id": self.family_id, "index": index},
                status=page.progress,
                tone=Tone.DONE if page.progress == ALL_ANSWERED else None,
            )
            for index, page in enumerate(self.pages)
        ]

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """The section one is on."""
        if self.workspace.assessments.current(self.family_id) is None:
            return super().rail_key()
        return self.name, {"family_id": self.family_id, "index": self.index}
