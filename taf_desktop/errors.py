"""The two kinds of error: what a person can put right, and everything else."""


class UserError(Exception):
    """Something a person can put right: the title says what did not happen, the message what to do.

    Neither text may hold anything that a family said, because both can reach a log.
    """

    def __init__(self, title: str, message: str) -> None:
        super().__init__(title)
        self.title = title
        self.message = message


class WrongPassphraseError(UserError):
    """The passphrase was not the right one, or has to wait after several wrong ones."""
