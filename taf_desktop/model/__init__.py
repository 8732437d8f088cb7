"""What a Team Around the Family is made of: mapped classes with rules, without a screen or disk."""

from taf_desktop.model import (
    drawing,
    episode,
    family,
    halfway,
    issued,
    keeping,
    meeting,
    occurrence,
    views,
)

__all__ = [
    "drawing",
    "episode",
    "family",
    "halfway",
    "issued",
    "keeping",
    "meeting",
    "occurrence",
    "views",
]
