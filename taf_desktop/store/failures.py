"""What the file system and the database say, turned into one clear sentence each, in one place."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from taf_desktop.errors import UserError

_SENTENCES = {
    "database or disk is full": UserError(
        "Nothing was saved: the disk is full.",
        "Your words are still on the screen. Make room on this computer; saving is tried again.",
    ),
    "disk i/o error": UserError(
        "Nothing was saved: the disk did not answer.",
        "Your words are still on the screen. If the records are on a stick, put it back in.",
    ),
    "attempt to write a readonly database": UserError(
        "Nothing was saved: these records can only be read here.",
        "The folder is read-only, or the file was replaced by another program. "
        "Your words are still on the screen; copy them before you close.",
    ),
    "database is locked": UserError(
        "These records are open already.",
        "TAF Desktop is running in another window. Use that one, or close it and try again.",
    ),
    "file is not a database": UserError(
        "The records could not be opened: the file is damaged or has another key.",
        "Nothing was changed. Bring back the newest whole copy from the “backups” folder.",
    ),
    "database disk image is malformed": UserError(
        "The records could not be read: the file is damaged.",
        "Nothing was changed. Bring back the newest whole copy from the “backups” folder.",
    ),
    "unable to open database file": UserError(
        "The records could not be opened.",
        "The folder is gone, or you may not read it. Check where the records are kept.",
    ),
}


@contextmanager
def in_words() -> Iterator[None]:
    """Turn what the database says into a UserError; what is not known stays a bug."""
    try:
        yield
    except Exception as error:
        if (known := sentence_for(error)) is not None:
            raise UserError(known.title, known.message) from None
        raise


def sentence_for(error: BaseException) -> UserError | None:
    """The sentence for an error of the database, when it has one."""
    said = str(error.orig if isinstance(error, DBAPIError) else error).lower()
    return next((known for words, known in _SENTENCES.items() if words in said), None)
