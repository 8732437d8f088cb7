"""Tables for a spreadsheet: choose one, tick its columns, look at the first rows, save it."""

from PySide6.QtCore import Qt

from taf_desktop.errors import UserError
from taf_desktop.packs.dates import date_words
from taf_desktop.services.tables import TableCopy
from taf_desktop.services.ways import TABLE_WAYS, WORKBOOK, how_words
from taf_desktop.services.workspace import Workspace
from taf_desktop.ui.announce import announce
from taf_desktop.ui.page import Page, Shell
from taf_desktop.ui.pages.copy_choices import OneOf
from taf_desktop.ui.pages.desk_rail import desk_rail
from taf_desktop.ui.pages.desk_words import counted
from taf_desktop.ui.pages.trouble import TroubleNote
from taf_desktop.ui.widgets import (
    Aside,
    Card,
    Columns,
    FlowRow,
    InsetNote,
    Label,
    PairRow,
    PrimaryButton,
    RailEntry,
    TextBox,
    TickBox,
    Tone,
)
from taf_desktop.ui.widgets.text import show_if

ROWS_SHOWN = 4
NOT_LOCKED = (
    "Nothing locks this file: whoever gets it can read it. Keep it where only those can who may, "
    "and take it away when it has done its work."
)
ALL_THE_SAME = "Put it in all the same"
STAYS_OUT = (
    "In {many} somebody must not learn where another lives, the school, the GP or where meetings "
    "are. Where a cell would say it, the table says “(kept back)”."
)


class TablesPage(Page):
    """The choices at the left; what comes of them, and the way out, at the right."""

    name = "tables"

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell)
        self.workspace = workspace
        self.copy: TableCopy | None = None
        self.ticks: dict[str, TickBox] = {}
        self.set_heading(
            "What goes into the table?",
            "A table for Excel or another program, of all the families in whose team you are.",
        )
        self.columns = self.body.add(Columns((2, 3), stack_below=820))
        self._build_choices()
        self._build_copy()

    def _build_choices(self) -> None:
        card = self.columns.add(0, Card("Which table?"))
        self.table = card.add(OneOf("The table"))
        self.about = card.add(Aside(""))
        self.table.edited.connect(self._choose_table)
        self.which = self.columns.add(0, Card("Which columns?"))
        self.hidden = self.columns.add(0, Card("What somebody must not learn"))
        self.stays_out = self.hidden.add(Label(""))
        self.all_the_same = self.hidden.add(TickBox(ALL_THE_SAME))
        self.reason = self.hidden.add(TextBox("Why it has to be in", "Kept with the note of it."))
        self.all_the_same.edited.connect(lambda _on: self._change())

    def _build_copy(self) -> None:
        self.card = self.columns.add(1, Card("This table"))
        self.many = self.card.add(Label("", bold=True))
        self.left_out = self.card.add(Label(""))
        self.card.add(InsetNote(NOT_LOCKED, "", Tone.DUE))
        self.way = self.card.add(OneOf("Save it as"))
        self.way.show_options({key: one.label for key, one in TABLE_WAYS.items()}, WORKBOOK)
        self.trouble = self.card.add(TroubleNote())
        self.card.add(FlowRow([PrimaryButton("Save this table", self.save)], gap=12))
        self.done = self.card.add(Aside(""))
        self.first = self.columns.add(1, Card("The first rows"))

    def open(self, table: str = "", **args: object) -> None:
        """Show a table with its usual columns; the actions unless another is named."""
        kinds = self.workspace.tables.kinds()
        self.table.show_options(kinds, table if table in kinds else next(iter(kinds)))
        self._show_columns()
        super().open(**args)

    def refresh(self) -> None:
        """Make the table again of what is ticked."""
        tables, table_id = self.workspace.tables, self.table.value()
        ticked = [key for key, box in self.ticks.items() if box.value()]
        shows_hidden = self.all_the_same.value()
        self.copy = copy = tables.preview(table_id, ticked, shows_hidden=shows_hidden)
        self.about.setText(tables.about(table_id))
        hiding = sum(bool(facts) for facts in copy.hides.values())
        self.stays_out.setText(STAYS_OUT.format(many=counted(hiding, "family", "families")))
        show_if(self.hidden, hiding > 0)
        show_if(self.reason, shows_hidden)
        families = counted(len(copy.left_out), "family", "families")
        self.many.setText(
            f"{counted(len(copy.table.rows), 'row', 'rows').capitalize()} of {families}."
        )
        self.left_out.setText(left_out_words(copy))
        self.trouble.hide()
        self._say_done("")
        self.first.clear()
        rows = copy.first_rows(ROWS_SHOWN)
        for (_head, words), *others in rows:
            row = self.first.add_row(PairRow(words))
            row.add(Aside(" · ".join(f"{head}: {words}" for head, words in others)))
        show_if(self.first, bool(rows))

    def rail(self) -> list[RailEntry]:
        """The pages that belong to no family."""
        return desk_rail(self.workspace)

    def rail_key(self) -> tuple[str, dict[str, object]]:
        """It belongs to the home page."""
        return "home", {}

    def _show_columns(self) -> None:
        """A tick for each column; nothing that is hidden is in before somebody says so."""
        self.which.clear()
        self.ticks = {}
        for key, words, is_usual in self.workspace.tables.columns(self.table.value()):
            box = self.ticks[key] = TickBox(words)
            box.setAccessibleDescription("Which columns?")
            box.set_value(is_usual)
            box.edited.connect(lambda _on: self._change())
        self.which.add(FlowRow(list(self.ticks.values()), gap=12))
        self.all_the_same.set_value(False)
        self.reason.set_text("")

    def _choose_table(self, _table_id: str) -> None:
        self._show_columns()
        self._change()

    def _change(self) -> None:
        self.refresh()
        announce(self, f"{self.many.text()} {self.left_out.text()}")

    def save(self) -> None:
        """Write the table to a file, and note that it left."""
        copy, way, tables = self.copy, self.way.value(), self.workspace.tables
        if copy is None:
            return
        try:
            tables.refuse(copy, self.reason.text())
        except UserError as error:
            self.trouble.tell(error)
            if copy.shows_hidden and not self.reason.text().strip():
                self.reason.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        name = copy.name_as(way, self.workspace.today)
        title = "Where shall this table go?"
        where = self.shell.ask.save_where(self, title, name, TABLE_WAYS[way].filter)
        if where is None:
            return
        if self.trouble.try_to(lambda: tables.save(copy, where, way, self.reason.text())):
            words = how_words(way)
            day = date_words(self.workspace.today.isoformat())
            self._say_done(f"{words[:1].upper()}{words[1:]} on {day}, and noted with each family.")
            self.shell.say("The table is saved, and noted")

    def _say_done(self, words: str) -> None:
        self.done.setText(words)
        show_if(self.done, bool(words))


def left_out_words(copy: TableCopy) -> str:
    """How much is not in a table, in words; never what."""
    parts = []
    if copy.all_left_out:
        things = counted(copy.all_left_out, "thing is", "things are")
        parts.append(f"{things.capitalize()} left out or kept back: not everybody may learn it.")
    if copy.families_out:
        families = counted(copy.families_out, "family is", "families are")
        parts.append(f"{families.capitalize()} not in it: you are not in their team.")
    return " ".join(parts) or "Nothing is left out."
