"""The page that lists every key."""

from taf_desktop.ui.page import Page
from taf_desktop.ui.widgets import Card, Columns, Label, PairRow


class KeyboardPage(Page):
    """Everything that can be done from the keyboard."""

    name = "keyboard"

    def refresh(self) -> None:
        """List the keys that are there now."""
        self.body.clear_after(self.heading)
        self.set_heading(
            "What can I do from the keyboard?",
            "Tab goes to the next thing, Shift+Tab back; Space or Enter presses a button.",
        )
        columns = self.body.add(Columns((2, 1)))
        for area, shortcuts in self.shell.shortcuts.areas().items():
            card = columns.add(0, Card(area))
            for shortcut in shortcuts:
                card.add_row(PairRow(shortcut.words, Label(shortcut.keys, wrap=False)))
