"""What is said of a pack that cannot be used."""

from taf_desktop.errors import UserError


class PackError(UserError):
    """A pack that cannot be used: in which place of which file, and why."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__("The council pack could not be used.", f"{place}: {reason}")
        self.place = place
        self.reason = reason
