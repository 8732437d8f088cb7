"""What a document says of itself: what it is made from, whom it is for, and how much it may say."""

from enum import StrEnum


class Part(StrEnum):
    """A part of the records that a document is made from; what is not named is not gathered."""

    MEETING = "meeting"
    AGENDA = "agenda"
    VIEWS = "views"
    OWN_VIEWS = "own views, with what was drawn"
    OPEN_ACTIONS = "open actions"
    ALL_ACTIONS = "all actions"
    AGREEMENT = "agreement"
    SHARING = "sharing"
    HISTORY = "history"
    CONSENT = "consent"
    ASSESSMENT = "assessment"
    CLOSING = "closing"
    RECORD = "record"


PLAN = frozenset(
    {Part.MEETING, Part.VIEWS, Part.ALL_ACTIONS, Part.AGREEMENT, Part.SHARING, Part.HISTORY}
)
"""What a whole plan is made from."""


class Concern(StrEnum):
    """Of what a reader may see, how much goes into this document."""

    EVERYTHING = "everything"
    ABOUT_READER = "what is about the reader, or the children they are responsible for"
    READERS_OWN = "what the reader said or promised"


class Usual(StrEnum):
    """Whose copy a document usually is."""

    FAMILY = "the family who came"
    TEAM = "the team who took part"
    EVERYBODY = "everybody who is asked or came"
    ADULTS = "the adults of the family who came"
    CHILD = "the first child who came"
    NOBODY = "nobody until somebody is chosen"
