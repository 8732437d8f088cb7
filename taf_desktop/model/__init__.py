"""What a Team Around the Family is made of: mapped classes with rules, without a screen or disk."""

from taf_desktop.model import episode, family, issued, meeting, views

__all__ = ["episode", "family", "issued", "meeting", "views"]
