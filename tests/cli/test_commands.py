"""The commands without a window: what they do, what they answer, and where secrets come from."""

import json
import os
import pty
import shutil
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from taf_desktop.cli.commands import COMMANDS, EXIT_CODES, Outcome
from taf_desktop.errors import UserError, WrongPassphraseError
from taf_desktop.services.keys import Colleague
from taf_desktop.services.vault import Vault
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.key_turning import opens
from taf_desktop.store.store import KEYS, RECORDS
from tests.conftest import PASSPHRASE, TestClock
from tests.store.soundness import data_key
from tests.store.test_audit import raw

HERS = "heron lantern copper twelve"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def closed(vault: Vault, one_family: Path) -> Vault:
    """Closed records with one family."""
    shutil.copytree(one_family, vault.folder)
    return vault


def do(name: str, vault: Vault, passphrase: str = PASSPHRASE, **told: Any) -> Outcome:
    """Run a command here, with keys that are quick to make."""
    usual = {"accept": False, "to": None, "into": None, "work": LEAST_WORK}
    return COMMANDS[name](vault, passphrase, Namespace(**usual | told))


def started(
    *arguments: str, passphrase: str | None = PASSPHRASE, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The program as a command, with the passphrase in a file descriptor."""
    read, write = os.pipe()
    if passphrase is not None:
        arguments = (*arguments, "--passphrase-fd", str(read))
        os.write(write, f"{passphrase}\n".encode())
    os.close(write)
    try:
        return subprocess.run(
            [sys.executable, "-m", "taf_desktop", *arguments],
            capture_output=True,
            text=True,
            check=False,
            pass_fds=(read,),
            stdin=subprocess.DEVNULL,
            env=os.environ | environment,
            cwd=ROOT,
            timeout=60,
        )
    finally:
        os.close(read)


def damage(vault: Vault) -> None:
    """Flip a bit in the last page."""
    content = bytearray((vault.folder / RECORDS).read_bytes())
    content[-100] ^= 1
    (vault.folder / RECORDS).write_bytes(content)


def test_whole_records_are_told_whole(closed: Vault) -> None:
    assert do("check", closed) == Outcome(lines=("The records are whole.",))


def test_damaged_records_are_told_damaged_with_the_newest_backup(closed: Vault) -> None:
    made = do("backup", closed).facts["backup"]
    damage(closed)
    outcome = do("check", closed)
    assert not outcome.is_well
    assert outcome.facts == {"newest_backup": made}


def test_what_another_program_changed_is_found(closed: Vault) -> None:
    assert do("verify", closed).is_well
    with raw(closed.folder, data_key(closed.folder)) as file:
        file.execute("UPDATE family SET name = 'Other'")
    outcome = do("verify", closed)
    assert not outcome.is_well
    [found] = outcome.facts["found"]
    assert found.startswith("a record is not what its journal says: family ")
    assert "Other" not in found


def test_an_older_file_is_found_until_it_is_taken_for_the_newest(closed: Vault) -> None:
    older = (closed.folder / RECORDS).read_bytes()
    workspace = closed.unlock(PASSPHRASE)
    workspace.families.add("Osei")
    workspace.close()
    (closed.folder / RECORDS).write_bytes(older)
    assert not do("verify", closed).is_well
    assert do("verify", closed, accept=True).is_well
    assert do("verify", closed).is_well


def test_taking_records_for_the_newest_hides_no_change_within_them(closed: Vault) -> None:
    with raw(closed.folder, data_key(closed.folder)) as file:
        file.execute("UPDATE step SET who = 'Ruth'")
    assert not do("verify", closed, accept=True).is_well


def test_a_backup_is_made_and_copied(closed: Vault, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    made = Path(str(do("backup", closed, to=second).facts["backup"]))
    assert made.is_file()
    assert (second / made.name).read_bytes() == made.read_bytes()
    assert (second / KEYS).is_file()


def names(folder: Path, passphrase: str, clock: TestClock) -> list[str]:
    """The families in a folder of records."""
    workspace = Vault(folder, clock, work=LEAST_WORK).unlock(passphrase)
    found = [line.family.name for line in workspace.families.lines()]
    workspace.close()
    return found


def backup_then_more(closed: Vault) -> Path:
    """A backup with the Marlow family, after which the Osei family came."""
    made = Path(str(do("backup", closed).facts["backup"]))
    workspace = closed.unlock(PASSPHRASE)
    workspace.families.add("Osei")
    workspace.close()
    return made


def test_a_backup_is_brought_back_beside_and_the_records_stay_as_they_are(
    closed: Vault, clock: TestClock
) -> None:
    backup = backup_then_more(closed)
    before = (closed.folder / RECORDS).read_bytes()
    into = Path(str(do("restore", closed, backup=backup).facts["folder"]))
    assert into == closed.folder.with_name(f"records-{backup.stem}")
    assert names(into, PASSPHRASE, clock) == ["Marlow"]
    assert (closed.folder / RECORDS).read_bytes() == before
    restored = Vault(into, clock, work=LEAST_WORK)
    assert do("verify", restored).is_well
    assert into.stat().st_mode & 0o077 == 0


def test_nothing_is_ever_brought_back_over_something(closed: Vault, tmp_path: Path) -> None:
    backup = backup_then_more(closed)
    there = tmp_path / "there"
    there.mkdir()
    for into in (there, closed.folder):
        with pytest.raises(UserError) as caught:
            do("restore", closed, backup=backup, into=into)
        assert "is there already" in caught.value.message
    assert list(there.iterdir()) == []
    assert names(closed.folder, PASSPHRASE, TestClock()) == ["Marlow", "Osei"]


def test_a_backup_is_brought_back_where_the_records_and_their_keys_are_gone(
    closed: Vault, clock: TestClock, tmp_path: Path
) -> None:
    backup = backup_then_more(closed)
    kept = tmp_path / "kept"
    shutil.copytree(backup.parent, kept)
    shutil.rmtree(closed.folder)
    do("restore", closed, backup=kept / backup.name, into=tmp_path / "new")
    assert names(tmp_path / "new", PASSPHRASE, clock) == ["Marlow"]


def test_whoever_was_shut_out_since_does_not_open_what_is_brought_back(
    closed: Vault, tmp_path: Path
) -> None:
    workspace = closed.unlock(PASSPHRASE)
    closed.keys.let_in(workspace, PASSPHRASE, Colleague(given_name="Ruth"), HERS)
    old = tmp_path / "stick"
    old.mkdir()
    made = workspace.backups.make(old)
    closed.keys.shut_out(workspace, PASSPHRASE, "Ruth")
    workspace.close()
    do("restore", closed, backup=old / made.path.name, into=tmp_path / "new")
    with pytest.raises(WrongPassphraseError):
        names(tmp_path / "new", HERS, TestClock())
    assert opens(tmp_path / "new" / RECORDS, data_key(closed.folder))


def test_a_damaged_backup_is_not_brought_back(closed: Vault, tmp_path: Path) -> None:
    backup = backup_then_more(closed)
    content = bytearray(backup.read_bytes())
    content[-100] ^= 1
    backup.write_bytes(content)
    with pytest.raises(UserError):
        do("restore", closed, backup=backup, into=tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_the_key_is_changed_and_the_passphrase_stays(closed: Vault) -> None:
    before = data_key(closed.folder)
    assert do("rekey", closed).is_well
    assert data_key(closed.folder) != before
    assert not opens(closed.folder / RECORDS, before)
    assert do("check", closed).is_well
    assert do("verify", closed).is_well


def test_as_a_command_it_answers_in_words_and_in_json(closed: Vault) -> None:
    folder = str(closed.folder.parent)
    run = started("check", "--data-folder", folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, "The records are whole.\n", "")
    run = started("--data-folder", folder, "verify", "--json")
    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout) == {"command": "verify", "ok": True, "found": []}


def test_what_is_found_ends_with_code_1(closed: Vault) -> None:
    damage(closed)
    run = started("check", "--json", "--data-folder", str(closed.folder.parent))
    assert run.returncode == 1
    assert json.loads(run.stdout) == {"command": "check", "ok": False, "newest_backup": None}


def test_a_wrong_passphrase_ends_with_code_4_and_a_sentence(closed: Vault) -> None:
    run = started("check", "--data-folder", str(closed.folder.parent), passphrase=HERS)
    assert run.returncode == 4
    assert run.stderr.startswith("That is not the passphrase.")
    assert run.stdout == ""


def test_where_there_are_no_records_it_ends_with_code_5(tmp_path: Path) -> None:
    run = started("backup", "--json", "--data-folder", str(tmp_path))
    assert run.returncode == 5
    assert json.loads(run.stdout)["title"] == "Nothing was done."
    assert not (tmp_path / "records").exists()


def test_a_wrong_command_line_ends_with_code_2() -> None:
    assert started("restore", passphrase=None).returncode == 2
    assert started("check", "--passphrase", PASSPHRASE, passphrase=None).returncode == 2


def test_the_passphrase_is_not_taken_from_the_environment_or_a_pipe(closed: Vault) -> None:
    run = started(
        "check",
        "--data-folder",
        str(closed.folder.parent),
        passphrase=None,
        PASSPHRASE=PASSPHRASE,
        TAF_PASSPHRASE=PASSPHRASE,
        TAF_DESKTOP_PASSPHRASE=PASSPHRASE,
    )
    assert run.returncode == 5
    assert "nobody can be asked for the passphrase" in run.stderr


def test_a_descriptor_that_is_not_open_is_said(closed: Vault) -> None:
    run = started(
        "check", "--data-folder", str(closed.folder.parent), "--passphrase-fd", "99",
        passphrase=None,
    )  # fmt: skip
    assert run.returncode == 5
    assert "could not be read" in run.stderr


def test_at_a_terminal_the_passphrase_is_asked_for_and_not_shown(closed: Vault) -> None:
    ours, theirs = pty.openpty()
    arguments = ["check", "--data-folder", str(closed.folder.parent)]
    process = subprocess.Popen(
        [sys.executable, "-m", "taf_desktop", *arguments],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=ROOT,
    )
    assert process.stderr is not None
    asked = process.stderr.read(len("Passphrase: "))
    os.write(ours, f"{PASSPHRASE}\n".encode())
    out, more = process.communicate(timeout=60)
    os.close(theirs)
    os.set_blocking(ours, False)
    try:
        shown = os.read(ours, 1000).decode()
    except OSError:
        shown = ""
    os.close(ours)
    assert (process.returncode, asked) == (0, "Passphrase: ")
    assert out == "The records are whole.\n"
    assert PASSPHRASE not in shown + asked + more


@pytest.mark.parametrize("name", COMMANDS)
def test_help_tells_the_exit_codes(name: str) -> None:
    run = started(name, "--help", passphrase=None)
    assert run.returncode == 0
    assert EXIT_CODES.splitlines()[1] in run.stdout
    assert "--passphrase-fd" in run.stdout


def test_no_window_library_is_loaded(closed: Vault) -> None:
    told = (
        "import sys; from taf_desktop.__main__ import main; "
        "code = main(sys.argv[1:]); "
        "sys.exit(code if 'PySide6' not in sys.modules else 99)"
    )
    read, write = os.pipe()
    os.write(write, PASSPHRASE.encode())
    os.close(write)
    arguments = ["check", "--data-folder", str(closed.folder.parent), "--passphrase-fd", str(read)]
    run = subprocess.run(
        [sys.executable, "-c", told, *arguments], pass_fds=(read,), check=False, cwd=ROOT
    )
    os.close(read)
    assert run.returncode == 0
