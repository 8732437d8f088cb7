"""What an editor has to know beside its field: lists of the pack, people to choose from, today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from taf_desktop.packs.pack import CodeList

Options = Sequence[tuple[str, str]]
"""Codes or ids with their words, in order."""


class HasLists(Protocol):
    """What editors read of a pack."""

    @property
    def lists(self) -> Mapping[str, CodeList]:
        """The code lists by id."""


@dataclass(frozen=True, kw_only=True)
class EditorContext:
    """Where editors get options and people from, and which day it is."""

    pack: HasLists
    people: Options = ()
    today: date

    def options(self, list_id: str) -> Options:
        """Codes and words of a code list."""
        return [(one.code, one.label) for one in self.pack.lists[list_id].codes]
