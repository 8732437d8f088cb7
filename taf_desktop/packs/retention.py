"""How long things are kept: years after a day that a rule names."""

from dataclasses import dataclass
from datetime import date

from taf_desktop.packs.dates import PartialDate, parse_partial

CLOSING = "closing"
BIRTH = "birth_of_youngest"
DECISION = "decision"
LAST_CHANGE = "last_change"
TRIGGERS = {
    CLOSING: "the day the help ended",
    BIRTH: "the birth of the youngest child",
    DECISION: "the decision on the request",
    LAST_CHANGE: "the day something was written last",
}
"""What a rule may count from, in words."""

FAMILY, REQUEST, COPIES, PRACTICE = (
    "family_record",
    "request_without_plan",
    "issued_document",
    "practice",
)
TITLES = {
    FAMILY: "A family with whom a plan was made, or began",
    REQUEST: "A request that led to no plan",
    COPIES: "The note of copies that were given out",
    PRACTICE: "Practice families",
}
"""What there may be a rule for."""

MOST_YEARS = 100


@dataclass(frozen=True, kw_only=True)
class Retention:
    """How long a kind of record is kept: years after a trigger, and why."""

    trigger: str
    years: int
    basis: str

    @property
    def words(self) -> str:
        """The rule in words: "25 years from the birth of the youngest child"."""
        length = "1 year" if self.years == 1 else f"{self.years} years"
        return f"{length} from {TRIGGERS[self.trigger]}"

    def ends(self, start: date) -> date:
        """The last day on which the record is kept."""
        return years_later(start, self.years)


def years_later(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def latest_day(text: str | None) -> date | None:
    """The last day that a partial date may mean: nothing is let go of a day too early."""
    found = parse_partial((text or "").partition("T")[0])
    if found is None:
        return None
    return found.as_date() or _end_of(found)


def _end_of(known: PartialDate) -> date:
    if known.month is None:
        # "About 2019" may be a year out.
        return date(known.year + (1 if known.about else 0), 12, 31)
    year, month = divmod(known.year * 12 + known.month, 12)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)
