"""The widgets that pages are built from; all of them show plain text and carry a name."""

from taf_desktop.ui.theme import Tone
from taf_desktop.ui.widgets.around import Crumb, PracticeBand, Rail, RailButton, RailEntry, TopBar
from taf_desktop.ui.widgets.boxes import Card, Columns, PairRow, ScrollPage, empty, line
from taf_desktop.ui.widgets.buttons import (
    Button,
    LinkButton,
    LongButton,
    LongLink,
    PrimaryButton,
    QuietButton,
    RowButton,
    SecondaryButton,
)
from taf_desktop.ui.widgets.chart import ChangeChart, Line
from taf_desktop.ui.widgets.entry import Choice, LineEntry, TextEntry
from taf_desktop.ui.widgets.flow import FlowRow
from taf_desktop.ui.widgets.notes import EmptyState, ErrorSummary, InsetNote, StatementCard
from taf_desktop.ui.widgets.questions import Choices, TextBox, TickBox
from taf_desktop.ui.widgets.scale import RATHER_NOT_SAY, Mark, ScaleChoice, ScalePicture
from taf_desktop.ui.widgets.stages import Stage, StageStrip
from taf_desktop.ui.widgets.text import Aside, Heading, Hint, Label, Pill, Problem, set_mark

__all__ = [
    "RATHER_NOT_SAY", "Aside", "Button", "Card", "ChangeChart", "Choice", "Choices", "Columns",
    "Crumb", "EmptyState", "ErrorSummary", "FlowRow", "Heading", "Hint", "InsetNote", "Label",
    "Line", "LineEntry", "LinkButton", "LongButton", "LongLink", "Mark", "PairRow", "Pill",
    "PracticeBand", "PrimaryButton", "Problem", "QuietButton", "Rail", "RailButton", "RailEntry",
    "RowButton", "ScaleChoice", "ScalePicture", "ScrollPage", "SecondaryButton", "Stage",
    "StageStrip", "StatementCard", "TextBox", "TextEntry", "TickBox", "Tone", "TopBar", "empty",
    "line", "set_mark",
]  # fmt: skip
