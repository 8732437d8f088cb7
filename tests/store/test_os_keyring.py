"""The keyring of the computer: known ones alone, and an answer within the limit in any case."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from taf_desktop.store.os_keyring import LONGEST_VALUE, NoAnswerError, OsKeyring, find_backend
from tests.store.keyrings import Forgetful, Keeping, Refusing, Silent

ROOT = Path(__file__).parents[2]


@pytest.fixture
def silent() -> Iterator[Silent]:
    """One that does not answer before the test is over."""
    backend = Silent()
    yield backend
    backend.end.set()


def test_what_was_put_in_is_there_until_it_is_forgotten() -> None:
    backend = Keeping()
    ours = OsKeyring(lambda: backend)
    assert ours.get("name") is None
    ours.put("name", "value")
    assert ours.get("name") == "value"
    assert backend.kept == {("TAF Desktop", "name"): "value"}
    ours.forget("name")
    assert ours.get("name") is None


def test_where_there_is_none_it_is_said() -> None:
    with pytest.raises(NoAnswerError, match="cannot be used here"):
        OsKeyring(lambda: None).get("name")


def test_one_that_refuses_is_told_apart_and_its_words_are_not_repeated() -> None:
    ours = OsKeyring(Refusing)
    for ask in (
        lambda: ours.get("name"),
        lambda: ours.put("name", "secret"),
        lambda: ours.forget("name"),
    ):
        with pytest.raises(NoAnswerError) as caught:
            ask()
        assert str(caught.value) == "This computer’s sign-in is locked, or refused."
        assert caught.value.__cause__ is None


def test_one_that_keeps_nothing_is_noticed() -> None:
    with pytest.raises(NoAnswerError, match="did not keep it"):
        OsKeyring(Forgetful).put("name", "value")


def test_one_that_does_not_answer_is_waited_for_once(silent: Silent) -> None:
    ours = OsKeyring(lambda: silent, seconds=0.05)
    for _ in range(3):
        with pytest.raises(NoAnswerError, match="did not answer"):
            ours.get("name")
    assert silent.asked == 1


def test_finding_one_may_be_slow_as_well(silent: Silent) -> None:
    def find() -> None:
        silent.end.wait(60)

    with pytest.raises(NoAnswerError, match="did not answer"):
        OsKeyring(find, seconds=0.05).get("name")


def test_a_value_that_is_too_long_was_not_put_in_by_us() -> None:
    backend = Keeping()
    backend.kept["TAF Desktop", "name"] = "x" * (LONGEST_VALUE + 1)
    assert OsKeyring(lambda: backend).get("name") is None
    backend.kept["TAF Desktop", "name"] = "x" * LONGEST_VALUE
    assert OsKeyring(lambda: backend).get("name") == "x" * LONGEST_VALUE


def test_a_back_end_that_is_not_on_the_list_is_never_used(tmp_path: Path) -> None:
    class PlainFile(KeyringBackend):
        """Keeps passwords where everybody can read them."""

        priority = 99

        def get_password(self, service: str, username: str) -> str | None:
            return (tmp_path / username).read_text()

        def set_password(self, service: str, username: str, password: str) -> None:
            (tmp_path / username).write_text(password)

        def delete_password(self, service: str, username: str) -> None:
            (tmp_path / username).unlink()

    before = keyring.get_keyring()
    keyring.set_keyring(PlainFile())
    try:
        keyring.set_password("TAF Desktop", "known", "x")
        assert (tmp_path / "known").exists(), "this back end would be the one that is used"
        assert not isinstance(find_backend(), PlainFile)
        with pytest.raises(NoAnswerError):
            OsKeyring().put("name", "secret")
    finally:
        keyring.set_keyring(before)
    assert not (tmp_path / "name").exists()


REAL = """
import sys
from taf_desktop.store.os_keyring import NoAnswerError, OsKeyring, find_backend
ours = OsKeyring(seconds=20)
backend = find_backend()
print(type(backend).__module__)
ours.put("a name", "a value")
print(OsKeyring(seconds=20).get("a name"))
ours.forget("a name")
print(ours.get("a name"))
"""


@pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring and dbus-run-session are not installed here",
)
def test_a_real_keyring_in_a_session_of_its_own(tmp_path: Path) -> None:
    script = (
        "printf 'only for this test' | gnome-keyring-daemon --unlock --components=secrets "
        f"> /dev/null && exec {sys.executable} -c '{REAL}'"
    )
    run = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=ROOT,
        env=os.environ | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)},
    )
    assert run.stdout.splitlines() == ["keyring.backends.SecretService", "a value", "None"], (
        run.stderr
    )
