"""Unlocking: the passphrase, and what to do when it is lost or the records cannot be opened."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from taf_desktop.ui.announce import announce
from taf_desktop.ui.page import Page, Shell, actions_row
from taf_desktop.ui.pages.door import Door
from taf_desktop.ui.pages.new_passphrase import NewPassphrase
from taf_desktop.ui.pages.trouble import TroubleNote
from taf_desktop.ui.pages.wait_count import WaitCount
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Crumb,
    FlowRow,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
    TextBox,
)
from taf_desktop.ui.widgets.text import show_if

_UNLOCK, _TRY_AGAIN = "Unlock", "Try again"
SIGN_IN_WORDS = "Unlock with this computer’s sign-in"


class UnlockPage(Page):
    """One box and one button; whatever goes wrong is said above them."""

    name = "unlock"

    def __init__(self, shell: Shell, door: Door) -> None:
        super().__init__(shell)
        self.door = door
        self.trouble = self.body.add(TroubleNote())
        card = self.body.add(Card())
        self.passphrase = card.add(TextBox("Your passphrase", secret=True))
        self.passphrase.submitted.connect(self._unlock)
        self.wait = card.add(WaitCount(door.seconds_to_wait))
        self.unlock = PrimaryButton(_UNLOCK, self._unlock)
        self.lost = LinkButton("I have lost my passphrase", self._lost)
        self.practise = LinkButton("Practise with an example family", self._practise)
        self.copies = LinkButton("Bring back an earlier copy", self._go_to_copies)
        card.add(actions_row(self.unlock, self.lost, self.copies, self.practise))
        self.sign_in = SecondaryButton(SIGN_IN_WORDS, self._unlock_by_sign_in)
        self.why_not = Aside("")
        card.add(FlowRow([self.sign_in]))
        card.add(self.why_not)

    def open(self, **args: object) -> None:
        """An empty box, and no old trouble."""
        super().open(**args)
        why = str(args.get("because") or "")
        locked = "Everything is locked in a file on this laptop until you do."
        words = f"It was locked because {why}. What you typed is saved." if why else locked
        self.set_heading("Unlock your records", words)
        self.passphrase.set_text("")
        self.trouble.hide()
        self.unlock.set_words(_UNLOCK)
        self.why_not.hide()
        show_if(self.sign_in, self.door.has_sign_in)
        self.wait.count()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing counts behind another page."""
        super().hideEvent(event)
        self.wait.stop()

    def crumbs(self) -> list[Crumb]:
        """There is nowhere to go back to."""
        return [Crumb("Unlock")]

    def first_focus(self) -> QWidget:
        """The box."""
        return self.passphrase.box

    def _unlock(self) -> None:
        if self.wait.is_waiting:
            self.wait.tell()
            return
        if not self.passphrase.text():
            self.passphrase.show_problem("Type your passphrase.")
            return
        self.passphrase.show_problem(None)
        if not self.trouble.try_to(lambda: self.door.unlock(self.passphrase.text())):
            # What was typed stays: one letter is quicker to mend than a whole passphrase.
            self.unlock.set_words(_TRY_AGAIN)
            self.passphrase.box.setFocus(Qt.FocusReason.OtherFocusReason)
            self.passphrase.box.selectAll()
            self.wait.count()

    def _unlock_by_sign_in(self) -> None:
        quietly: list[str] = []
        if self.trouble.try_to(lambda: quietly.append(self.door.unlock_by_sign_in())):
            words = f"{quietly[0]} Type your passphrase." if quietly[0] else ""
            self.why_not.setText(words)
            self.why_not.setVisible(bool(words))
            if words:
                announce(self.why_not, words)
                self.passphrase.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_copies(self) -> None:
        self.shell.navigator.go("door.copies")

    def _lost(self) -> None:
        self.shell.navigator.go("lost")

    def _practise(self) -> None:
        self.trouble.try_to(self.door.practise)


class LostPassphrasePage(Page):
    """The recovery code and a new passphrase."""

    name = "lost"

    def __init__(self, shell: Shell, door: Door) -> None:
        super().__init__(shell)
        self.door = door
        self.set_heading(
            "Have you lost your passphrase?",
            "Type the recovery code from your sheet and choose a new passphrase. Your records stay "
            "as they are.",
        )
        self.trouble = self.body.add(TroubleNote())
        code_card = self.body.add(Card("Your recovery code"))
        self.code = code_card.add(
            TextBox(
                "Recovery code",
                "All groups, one after the other. Hyphens, spaces and capitals do not matter.",
            )
        )
        self.code.edited.connect(lambda _words: self.code.show_problem(None))
        card = self.body.add(Card("A new passphrase"))
        self.passphrase = card.add(NewPassphrase(door.suggest_passphrase, door.passphrase_problem))
        self.unlock = PrimaryButton("Set the passphrase and unlock", self._recover)
        self.passphrase.submitted.connect(self._recover)
        self.back = SecondaryButton("Back", lambda: shell.navigator.go("unlock"))
        self.body.add(actions_row(self.back, self.unlock))

    def open(self, **args: object) -> None:
        """Empty boxes, and no old trouble."""
        super().open(**args)
        self.code.set_text("")
        self.code.show_problem(None)
        self.passphrase.clear()
        self.trouble.hide()

    def crumbs(self) -> list[Crumb]:
        """One step from unlocking."""
        return [Crumb("Unlock", "unlock"), Crumb("Lost passphrase")]

    def first_focus(self) -> QWidget:
        """The code."""
        return self.code.box

    def _recover(self) -> None:
        if not self.code.text().strip():
            self.code.show_problem("Type the code from your recovery sheet.")
            self.code.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.passphrase.is_ready():
            return
        code, passphrase = self.code.text(), self.passphrase.text()
        if not self.trouble.try_to(lambda: self.door.recover(code, passphrase)):
            self.code.box.setFocus(Qt.FocusReason.OtherFocusReason)
