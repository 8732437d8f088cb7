"""The first step of the first start: who works with these records, and for which council."""

from datetime import date

from PySide6.QtWidgets import QWidget

from taf_desktop.packs.pack import Pack
from taf_desktop.ui.editors import EditorContext
from taf_desktop.ui.editors.field_editor import FieldEditor
from taf_desktop.ui.editors.making import make_editor
from taf_desktop.ui.page import Shell
from taf_desktop.ui.pages.door import Door
from taf_desktop.ui.pages.start_step import StartStep
from taf_desktop.ui.widgets import Choices, Columns, TextBox

_ASKED = ("given_name", "family_name", "job_title", "telephone")
_NEEDED = {
    "given_name": "Write your first name: it stands beside what you write.",
    "family_name": "Write your family name, as it should stand on a plan.",
}


class AboutYouPage(StartStep):
    """Who you are: it stands on plans as the person to ring."""

    name = "start.you"
    step = 0

    def __init__(self, shell: Shell, door: Door) -> None:
        super().__init__(shell, door)
        self.set_heading(
            "Who are you?",
            "Your name and telephone number stand on the plans you make, so that a family knows "
            "who to ring.",
        )
        self.editors = self._make_editors(next(iter(door.packs.values())), shell.clock().date())
        self.agency = TextBox("Your school, team or charity")
        self.pack = Choices(
            "Which council’s words and time limits?",
            [(pack.id, pack.name) for pack in door.packs.values()],
            "It sets the forms, the names of the levels and who to ring. You can read it under "
            "Settings.",
        )
        self._lay_out()
        self.pack.edited.connect(lambda _code: self.pack.show_problem(None))

    def _make_editors(self, pack: Pack, today: date) -> dict[str, FieldEditor]:
        context = EditorContext(pack=pack, today=today)
        form = pack.forms["professional"]
        editors = {key: make_editor(form.field(key), context) for key in _ASKED}
        for key, editor in editors.items():
            editor.edited.connect(lambda _key, _value, at=key: self.editors[at].show_problem(None))
        return editors

    def _lay_out(self) -> None:
        for left, right in (
            (self.editors["given_name"], self.editors["family_name"]),
            (self.editors["job_title"], self.agency),
            (self.editors["telephone"], None),
        ):
            row = Columns((1, 1), stack_below=640)
            row.add(0, left)
            if right is not None:
                row.add(1, right)
            self.card.add(row)
        self.card.add(self.pack)

    def open(self, **args: object) -> None:
        """Show what was typed before."""
        super().open(**args)
        first = self.door.first
        for key, editor in self.editors.items():
            editor.set_value(first.answers.get(key))
        self.agency.set_text(first.agency)
        self.pack.set_value(first.pack_id or next(iter(self.door.packs)))

    def first_focus(self) -> QWidget:
        """The first box: whoever comes here begins to type."""
        return self.editors["given_name"]

    def leave(self) -> bool:
        """Keep what was typed for coming back."""
        first = self.door.first
        first.answers = {key: _text(editor.value()) for key, editor in self.editors.items()}
        first.agency = self.agency.text()
        first.pack_id = self.pack.value() or ""
        return super().leave()

    def go_on(self) -> None:
        """On to the passphrase, once there is a name."""
        missing = [key for key in _NEEDED if not _text(self.editors[key].value())]
        for key in _NEEDED:
            self.editors[key].show_problem(_NEEDED[key] if key in missing else None)
        if missing:
            self.editors[missing[0]].focus_field()
        else:
            self.shell.navigator.go("start.passphrase")


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
