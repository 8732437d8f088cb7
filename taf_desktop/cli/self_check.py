"""Checks an installation without a display: whatever the program needs is there and works."""

import tempfile
import tomllib
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from taf_desktop.documents.languages import languages
from taf_desktop.errors import UserError
from taf_desktop.packs.loading import load, pack_ids
from taf_desktop.paths import notice, resource
from taf_desktop.services.practice import practice_files
from taf_desktop.services.vault import Owner, Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.key_slots import LEAST_WORK

Check = Callable[[], object]
"""Returns when all is well; raises with the reason when it is not."""

_FAMILY = "Checking"


class NotWellError(Exception):
    """What a check found, in words."""


def self_check(say: Callable[[str], object], open_window: Check) -> int:
    """Run every check and say one line about each; 0 when all is well, else 1."""
    checks: list[tuple[str, Check]] = [
        ("Council packs", _packs),
        ("Fonts", _fonts),
        ("Look", _look),
        ("Words for passphrases", _words),
        ("Practice families", _practice),
        ("Licences", _licences),
        ("Encrypted records, passphrase and recovery code", _records),
        ("PDF", _pdf),
        ("Window", open_window),
    ]
    reasons = [_run(name, check, say) for name, check in checks]
    well = not any(reasons)
    say("All is well." if well else "This installation cannot be used as it is.")
    return 0 if well else 1


def _run(name: str, check: Check, say: Callable[[str], object]) -> str:
    try:
        check()
        reason = ""
    except UserError as error:
        reason = f"{error.title} {error.message}"
    except NotWellError as error:
        reason = str(error)
    except Exception as error:  # the reason is what this command is for
        place = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
    say(f"{name}: {reason or 'ok'}")
    return reason


def _packs() -> None:
    found = pack_ids()
    if "default" not in found:
        raise NotWellError(f"no pack “default” in {resource('packs')}")
    for pack_id in found:
        pack = load(pack_id)
        if pack.logo_fault:
            raise NotWellError(f"papers have no logo: {pack.logo_fault}")
    languages()


def _fonts() -> None:
    _need_files("third_party/noto", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "OFL.txt")


def _look() -> None:
    _need_files("style", "tokens.toml")
    tomllib.loads(resource("style", "tokens.toml").read_text(encoding="utf-8"))


def _words() -> None:
    vault = Vault(Path("nowhere"), datetime.now)
    suggested = vault.suggest_passphrase()
    if vault.passphrase_problem(suggested) is not None:
        raise NotWellError("a suggested passphrase is not strong enough")


def _practice() -> None:
    if not practice_files():
        raise NotWellError(f"no families in {resource('practice')}")
    for path in practice_files():
        tomllib.loads(path.read_text(encoding="utf-8"))


def _licences() -> None:
    for name in ("LICENSE", "THIRD_PARTY_NOTICES.md"):
        if not notice(name).is_file():
            raise NotWellError(f"{notice(name)} is missing")


def _records() -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault = Vault(
            Path(folder) / "records", lambda: datetime.now().astimezone(), work=LEAST_WORK
        )
        passphrase = vault.suggest_passphrase()
        workspace, code = vault.create(passphrase, Owner(given_name="Somebody"), "default")
        workspace.families.add(_FAMILY)
        workspace.close()
        if any(_FAMILY.encode() in path.read_bytes() for path in _files(vault.folder)):
            raise NotWellError("a name can be read in a file that should be encrypted")
        ways: list[Callable[[], Workspace]] = [
            lambda: vault.unlock(passphrase),
            lambda: vault.recover(code, passphrase),
        ]
        for go_in in ways:
            workspace = go_in()
            names = [line.family.name for line in workspace.families.lines()]
            workspace.close()
            if names != [_FAMILY]:
                raise NotWellError("what was written was not read back")


def _pdf() -> None:
    vault = Vault(Path("nowhere"), datetime.now)
    if not vault.recovery_sheet(vault.new_recovery_code()).startswith(b"%PDF-"):
        raise NotWellError("no PDF was written")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _need_files(folder: str, *names: str) -> None:
    for name in names:
        if not resource(*folder.split("/"), name).is_file():
            raise NotWellError(f"{resource(*folder.split('/'), name)} is missing")
