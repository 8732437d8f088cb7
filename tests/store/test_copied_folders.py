"""Records do not begin in a folder that is copied to a cloud or lies on another computer."""

from pathlib import Path

import pytest

from taf_desktop.errors import UserError
from taf_desktop.services.vault import Vault
from taf_desktop.store.copied_folders import NETWORK, copied_by
from taf_desktop.store.key_slots import LEAST_WORK
from tests.conftest import OWNER, PASSPHRASE, TestClock

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/homes /media nfs4 rw 0 0
//files/share /mnt/service\\040files cifs rw 0 0
/dev/sdb1 /media/amira/stick vfat rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/srv/OneDrive/taf", "OneDrive"),
        ("/srv/OneDrive - Rutland County Council/taf", "OneDrive"),
        ("/srv/Dropbox/taf", "Dropbox"),
        ("/srv/Library/Mobile Documents/com~apple~CloudDocs/taf", "iCloud"),
        ("/srv/Google Drive/My Drive", "Google Drive"),
        ("/media/amira/taf", NETWORK),
        ("/mnt/service files/taf", NETWORK),
        ("//files/share/taf", NETWORK),
        ("/media/amira/stick/taf", ""),
        ("/srv/taf", ""),
        ("/srv/dropboxes/taf", ""),
        ("/srv/my onedrive notes/taf", ""),
    ],
)
def test_what_copies_a_folder_is_known_by_name(mounts: Path, folder: str, name: str) -> None:
    assert copied_by(Path(folder), mounts, {}) == name


def test_a_folder_that_windows_says_is_copied_is_known(mounts: Path) -> None:
    told = {"OneDriveCommercial": "/mnt/work"}
    assert copied_by(Path("/mnt/work/taf"), mounts, told) == "OneDrive"
    assert copied_by(Path("/srv/other"), mounts, told) == ""


def test_a_computer_that_tells_nothing_forbids_nothing(tmp_path: Path) -> None:
    assert copied_by(tmp_path / "taf", tmp_path / "no mounts", {}) == ""


def test_records_are_not_begun_there_and_nothing_is_left_behind(
    tmp_path: Path, clock: TestClock
) -> None:
    folder = tmp_path / "Dropbox" / "records"
    vault = Vault(folder, clock, work=LEAST_WORK)
    with pytest.raises(UserError, match="Dropbox"):
        vault.create(PASSPHRASE, OWNER, "rutland")
    assert not folder.exists()


def test_records_that_were_moved_there_open_and_say_so(
    vault: Vault, tmp_path: Path, clock: TestClock
) -> None:
    opened, _code = vault.create(PASSPHRASE, OWNER, "rutland")
    assert opened.notes == ()
    opened.close()
    moved = tmp_path / "Dropbox"
    vault.folder.rename(moved)
    there = Vault(moved, clock, work=LEAST_WORK).unlock(PASSPHRASE)
    (note,) = there.notes
    assert "Dropbox" in note
    there.close()


def test_backups_may_lie_there(vault: Vault, tmp_path: Path) -> None:
    opened, _code = vault.create(PASSPHRASE, OWNER, "rutland")
    opened.families.add("Marlow")
    cloud = tmp_path / "OneDrive"
    cloud.mkdir()
    opened.backups.make(cloud)
    assert len(opened.backups.kept(cloud)) == 1
    opened.close()
