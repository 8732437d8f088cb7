"""The backups that lie in a folder: which there are, which may go, and looking into one."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from taf_desktop.errors import UserError
from taf_desktop.store import migrations
from taf_desktop.store.anchor import ANCHOR
from taf_desktop.store.atomic import sync_folder, write_atomically
from taf_desktop.store.backup import backups
from taf_desktop.store.engine import open_engine
from taf_desktop.store.failures import in_words

STAMP = "records-%Y%m%d-%H%M%S-%f"
ALL_OF_THEM = timedelta(hours=24)
DAYS, WEEKS, MONTHS = 14, 8, 12
"""How many days, weeks and months are kept one backup each, before today."""

Bucket = Callable[[datetime], object]


@dataclass(frozen=True, kw_only=True)
class Backup:
    """One backup: its file, when it was made by the clock of the computer, its size in bytes."""

    path: Path
    made_at: datetime
    size: int


def shelf(folder: Path) -> list[Backup]:
    """The backups in a folder, the newest first; files with other names are nobody's business."""
    found = []
    for path in backups(folder):
        with suppress(ValueError, OSError):
            made_at = datetime.strptime(path.stem, STAMP)
            found.append(Backup(path=path, made_at=made_at, size=path.stat().st_size))
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def worth_keeping(made: Sequence[datetime], now: datetime) -> set[datetime]:
    """Of all moments those to keep: a day's all, then one a day, one a week, one a month.

    The newest is always kept, and so is what is from later than now: a clock may be wrong.
    """
    newest_first = sorted(set(made), reverse=True)
    kept = set(newest_first[:1])
    kept |= {moment for moment in newest_first if now - moment < ALL_OF_THEM}
    for oldest, bucket in (
        (timedelta(days=DAYS), _day),
        (timedelta(weeks=WEEKS), _week),
        (timedelta(days=31 * MONTHS), _month),
    ):
        kept |= _newest_of_each(newest_first, now - oldest, bucket)
    return kept


def _newest_of_each(
    newest_first: Sequence[datetime], since: datetime, bucket: Bucket
) -> set[datetime]:
    found: dict[object, datetime] = {}
    for moment in newest_first:
        if moment >= since:
            found.setdefault(bucket(moment), moment)
    return set(found.values())


def _day(moment: datetime) -> object:
    return moment.date()


def _week(moment: datetime) -> object:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> object:
    return moment.year, moment.month


def thin(folder: Path, now: datetime) -> list[Path]:
    """Take away the backups that are not worth keeping; those that went."""
    made = shelf(folder)
    kept = worth_keeping([backup.made_at for backup in made], now.replace(tzinfo=None))
    gone = [backup.path for backup in made if backup.made_at not in kept]
    for path in gone:
        with suppress(OSError):
            path.unlink()
    return gone


def gone_by(made_at: datetime) -> date:
    """The day by which a backup will have been thinned out, however few are made after it."""
    return made_at.date() + timedelta(days=31 * MONTHS + 1)


def set_aside(folder: Path) -> list[tuple[Path, datetime]]:
    """The files that stood in the place of records before, with when they were changed last."""
    found = []
    for path in sorted(folder.glob("set-aside-*/records.db")):
        with suppress(OSError):
            found.append((path, datetime.fromtimestamp(path.stat().st_mtime)))
    return found


def forget(copy: Path) -> bool:
    """Take one copy away for good; whether it is gone."""
    with suppress(OSError):
        copy.unlink(missing_ok=True)
        copy.with_name(f"{copy.name}-journal").unlink(missing_ok=True)
        if copy.parent.name.startswith("set-aside-"):
            copy.parent.rmdir()
    return not copy.exists()


def copy_to(backup: Path, keys: Path, folder: Path) -> Path:
    """Put a backup, its key file and the note of its end into another folder, as on a stick.

    Raises UserError when the folder is not there or cannot be written.
    """
    target, half = folder / backup.name, folder / f"{backup.stem}.part"
    try:
        if not folder.is_dir():
            raise FileNotFoundError
        shutil.copyfile(backup, half)
        half.chmod(0o600)
        half.replace(target)
        write_atomically(folder / keys.name, keys.read_bytes())
        if (noted := backup.with_name(ANCHOR)).exists():
            write_atomically(folder / noted.name, noted.read_bytes())
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise UserError(
            "The second copy was not made.",
            "Its folder is not there, cannot be written, or is full. The copy on this computer "
            "was made all the same.",
        ) from None
    return target


def put_in_place(backup: Path, records: Path, now: datetime) -> Path:
    """Let a backup be the records again; the file that was there is set aside, never thrown away.

    The records must be closed. The folder in which the old file lies is given back. Until the copy
    has the name of one that is coming back the old records count, and from then on the copy.
    """
    aside = records.parent / f"set-aside-{now:%Y%m%d-%H%M%S}"
    half = records.with_suffix(".part")
    try:
        shutil.copyfile(backup, half)
        half.chmod(0o600)
        with half.open("rb+") as file:
            os.fsync(file.fileno())
        aside.mkdir(mode=0o700)
        for old in (records, _journal_of(records)):
            if old.exists():
                _keep_too(old, aside / old.name)
        sync_folder(aside)
        half.replace(_coming_back(records))
        sync_folder(records.parent)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise UserError(
            "Nothing was put back.",
            "The folder of the records cannot be written, or the disk is full. The records are as "
            "they were.",
        ) from None
    # What cannot be done now is done, or said, at the next unlocking.
    with suppress(UserError):
        end_putting_in_place(records)
    return aside


def end_putting_in_place(records: Path) -> None:
    """Let a copy that is coming back be the records, also where that was broken off before.

    A journal of the file before goes first: it would be played back into the copy.
    """
    copy = _coming_back(records)
    if not copy.exists():
        return
    try:
        _journal_of(records).unlink(missing_ok=True)
        sync_folder(records.parent)
        copy.replace(records)
        sync_folder(records.parent)
    except OSError:
        raise UserError(
            "The copy was not put back yet.",
            "The folder of the records cannot be written. Make that possible and try again; the "
            "records from before are in the newest folder whose name begins with “set-aside”.",
        ) from None


def _coming_back(records: Path) -> Path:
    return records.with_suffix(".coming-back")


def _journal_of(records: Path) -> Path:
    return records.with_name(f"{records.name}-journal")


def _keep_too(old: Path, new: Path) -> None:
    """Let a file have a second name, or a copy where the disk knows no second names."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


@contextmanager
def looked_into(backup: Path, data_key: bytes) -> Iterator[Session]:
    """A session that reads a backup; it is not changed, nor brought to today's form."""
    engine = open_engine(backup, data_key, read_only=True)
    try:
        with in_words():
            if migrations.version_of(engine) != migrations.newest_version():
                raise UserError(
                    "This copy is from another version of TAF Desktop.",
                    "It can be put back as a whole, but nobody can look into it before.",
                )
            with Session(engine, expire_on_commit=False) as session:
                yield session
    finally:
        engine.dispose()
