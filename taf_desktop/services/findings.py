"""Protected facts that were typed into free text: found in words, and settled by somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from taf_desktop.documents.plan_facts import PlanFacts
from taf_desktop.services.free_text import texts_of, without
from taf_desktop.services.kept_words import Kept, found_in


class Settlement(StrEnum):
    """What was decided about one text in one copy."""

    LEFT_OUT = "left out"
    MAY_STAND = "may stand"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A text that seems to give something away: the text, what, by which words; and the decision.

    This is for whoever makes the copy and never stands on the copy itself.
    """

    text: str
    gives_away: str
    settlement: Settlement | None = None

    def as_json(self) -> dict[str, str]:
        """How the decision is kept with the record of the copy."""
        decided = self.settlement.value if self.settlement else ""
        return {"text": self.text, "gives_away": self.gives_away, "decided": decided}


def find(
    facts: PlanFacts, kept: Sequence[Kept], settled: Mapping[str, Settlement]
) -> tuple[Finding, ...]:
    """Every text of a copy that seems to give away what its readers must not learn."""
    found = ((text, _gives_away(text, kept)) for text in texts_of(facts))
    return tuple(
        Finding(text=text, gives_away=words, settlement=settled.get(text))
        for text, words in found
        if words
    )


def _gives_away(text: str, kept: Sequence[Kept]) -> str:
    """What a text gives away and by which words: "the school (oakfield)"."""
    by_what: dict[str, dict[str, None]] = {}
    told: set[str] = set()
    for one in kept:
        for word in found_in(text, one):
            if word not in told:
                by_what.setdefault(one.what, {}).setdefault(word)
            told.add(word)
    return "; ".join(f"{what} ({', '.join(words)})" for what, words in by_what.items())


def cleared(facts: PlanFacts, findings: Sequence[Finding]) -> PlanFacts:
    """The facts without every text that was found, unless somebody said that it may stand."""
    refused = {one.text for one in findings if one.settlement is not Settlement.MAY_STAND}
    return without(facts, refused)
