"""One person's own number: eleven buttons, and why, each with the way into its column."""

from functools import partial
from typing import TYPE_CHECKING

from taf_desktop.model.base import answers
from taf_desktop.model.family import Person
from taf_desktop.model.views import NEEDS_TO_HAPPEN, WORKING_WELL, ScaleMark
from taf_desktop.packs.pack import Column
from taf_desktop.services.people import spoken_name
from taf_desktop.ui.widgets import Aside, Card, FlowRow, LongLink, ScaleChoice, SecondaryButton
from taf_desktop.ui.widgets.text import show_if

if TYPE_CHECKING:
    from taf_desktop.ui.pages.meeting.numbers import NumbersPart

COLUMN_OF = {"why_not_lower": WORKING_WELL, "one_higher": NEEDS_TO_HAPPEN}
"""The column that each answer also belongs to."""

HINT = "Type the number; Enter goes on to the next person."

CATEGORY_OF = {WORKING_WELL: "strength", NEEDS_TO_HAPPEN: "next_step"}


class NumberCard(Card):
    """The choice of one person; a number given before stays covered until all are shown."""

    def __init__(self, part: "NumbersPart", person: Person, mark: ScaleMark | None) -> None:
        self.part, self.person, self.name = part, person, spoken_name(person)
        super().__init__(f"{self.name}, where are you today?")
        words = part.workspace.pack.scale_words["goal"]
        self.choice = self.add(ScaleChoice(f"{self.name}'s number", words.low, words.high, HINT))
        self.choice.edited.connect(partial(part.set_number, person.id))
        self.choice.entered.connect(part.go_on)
        has_chosen = mark is not None and (mark.value is not None or mark.withheld is not None)
        covered = Aside(f"{self.name} has chosen. Another number takes the place of that one.")
        self.add(covered)
        show_if(covered, has_chosen and not part.shown)
        if mark is not None and part.shown:
            self.choice.set_value(mark.withheld if mark.value is None else mark.value)
        if part.room.keeps_words(person.id):
            self.add(
                Aside(f"Why is not shown here: {self.name}'s own words stay with {self.name}.")
            )
        else:
            self._add_why(mark)
        self.add(FlowRow([SecondaryButton("Next person", part.next_person)]))
        self.setFocusProxy(self.choice)

    def _add_why(self, mark: ScaleMark | None) -> None:
        part, pack = self.part, self.part.workspace.pack
        form = pack.forms["scale_mark"]
        self.why = self.add(part.form(tuple(form.field(key) for key in COLUMN_OF)))
        if mark is not None:
            self.why.show_answers(answers(mark))
        self.saver = part.autosaved(self.why, partial(part.save_mark, self.person.id))
        self.ways = {key: self._way(key, pack.column(one)) for key, one in COLUMN_OF.items()}
        self.add(self.saver.note)

    def _way(self, key: str, column: Column) -> LongLink:
        words = f"Write it under “{column.title}”"
        way = LongLink(words, partial(self._say_in, key, column), f"{words}, as {self.name} said")
        self.why.insert_after(key, way)
        return way

    def _say_in(self, key: str, column: Column) -> None:
        """Put an answer into its column as well, once, in the name of who said it."""
        workspace, family_id = self.part.workspace, self.part.family_id
        said = str(self.why.editor(key).value() or "").strip()
        if not said:
            self.part.shell.say("There are no words to put there yet")
            self.why.focus_field(key)
            return
        if not self.saver.flush():
            return
        who = str(self.person.id)
        known = workspace.views.statements(family_id)
        if any(one.text == said and one.said_by == [who] for one in known):
            self.part.shell.say(f"It stands under “{column.title}” already")
            return
        workspace.views.add_statement(
            family_id,
            column.id,
            said,
            said_by=[self.person.id],
            meeting_id=self.part.meeting.id,
            changes={"category": _category(column)},
        )
        self.part.shell.say(f"Written under “{column.title}”")
        self.ways[key].set_words(f"It stands under “{column.title}” now")


def _category(column: Column) -> str | None:
    """The kind of statement it is, where the pack knows that kind."""
    wanted = CATEGORY_OF[column.id]
    return next((one.code for one in column.categories if one.code == wanted), None)
