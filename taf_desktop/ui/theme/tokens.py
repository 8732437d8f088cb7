"""The tokens of the look: colours and sizes, read from `resources/style/tokens.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from taf_desktop.paths import resource

THEMES = ("light", "dark", "contrast")
ZOOM_MIN, ZOOM_MAX, ZOOM_STEP = 80, 250, 10


class Tone(StrEnum):
    """What a coloured thing means; the meaning is always in its words as well."""

    PLAIN = "plain"
    INFO = "info"
    LATE = "late"
    DUE = "due"
    DONE = "done"
    WORRIED = "worried"
    WELL = "well"
    NEEDED = "needed"


_TONE_TOKENS = {
    Tone.PLAIN: ("soft", "page"),
    Tone.INFO: ("brand_ink", "brand_soft"),
    Tone.LATE: ("late", "late_soft"),
    Tone.DUE: ("due", "due_soft"),
    Tone.DONE: ("well", "well_soft"),
    Tone.WORRIED: ("worried", "worried_soft"),
    Tone.WELL: ("well", "well_soft"),
    Tone.NEEDED: ("needed", "needed_soft"),
}

TEXT_PAIRS = (
    *((ink, paper) for ink in ("ink", "soft") for paper in ("page", "card", "field", "hover")),
    *((tone, paper) for tone in ("late", "due", "well", "needed", "worried", "brand_ink")
      for paper in ("card", "page", "hover")),
    *_TONE_TOKENS.values(),
    ("ink", "brand_soft"), ("soft", "brand_soft"), ("ink", "due_soft"), ("ink", "late_soft"),
    ("on_brand", "brand"), ("on_brand", "brand_hover"), ("on_practice", "practice"),
    ("on_selection", "selection"), ("focus_ink", "focus_fill"), ("soft", "focus_fill"),
    ("brand_ink", "focus_fill"), ("late", "focus_fill"), ("well", "focus_fill"),
    ("due", "focus_fill"),
)  # fmt: skip
"""Pairs of words on a ground; each must reach 4.5:1."""

LINE_PAIRS = (
    ("field_line", "card"), ("field_line", "page"), ("field_line", "field"), ("brand", "card"),
    ("brand", "page"), ("focus_line", "page"), ("focus_line", "card"), ("focus_line", "focus_fill"),
    ("focus_line", "field"), ("practice", "page"),
)  # fmt: skip
"""Pairs of a border or mark on its ground; each must reach 3:1."""


@dataclass(frozen=True)
class Theme:
    """One set of colours at one zoom (per cent)."""

    name: str
    zoom: int
    colours: Mapping[str, str]
    people: tuple[str, ...]
    sizes: Mapping[str, int]

    def colour(self, token: str) -> str:
        """The colour of a token as `#RRGGBB`."""
        return self.colours[token]

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Words and ground of a tone."""
        words, ground = _TONE_TOKENS[tone]
        return self.colours[words], self.colours[ground]

    def px(self, length: float) -> int:
        """A length given in pixels at 100 %, at this zoom; never less than one."""
        return max(1, round(length * self.zoom / 100))

    def size(self, token: str) -> int:
        """A size token at this zoom, in pixels."""
        return self.px(self.sizes[token])


@cache
def theme(name: str, zoom: int = 100) -> Theme:
    """The named theme; a zoom out of range is brought back into it."""
    tables = _tables()
    table = dict(tables[name])
    people = tuple(table.pop("people"))
    kept = min(max(zoom, ZOOM_MIN), ZOOM_MAX)
    return Theme(name, kept, table, people, tables["sizes"])


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resource("style", "tokens.toml").read_text("utf-8"))
