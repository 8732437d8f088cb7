"""Records of invented families for the measurements, written through the services."""

import gc
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication

from benchmarks.painting import until_quiet
from taf_desktop.app import Application, places_for
from taf_desktop.services.practice import tell_all
from taf_desktop.services.vault import Owner, Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.ui.ask import Answers

PASSPHRASE = "plum ladder quiet seven"  # noqa: S105  # opens invented records only
NOW = datetime(2026, 3, 12, 15, 30, tzinfo=UTC)
GIVEN = ("Ada", "Ben", "Cleo", "Dev", "Esme", "Farid", "Gwen", "Hugo", "Isla", "Jonah", "Kit")
FAMILY = ("Ashdown", "Birley", "Cransley", "Dunmore", "Eastwell", "Fenwick", "Garton", "Holme")
WORRIED = "The mould in the bedroom is back and nobody sleeps well"
WELL = "Breakfast is calm since the rota hangs on the fridge"
NEEDED = "Somebody rings about the housing list every Friday"


def clock() -> datetime:
    """The time of the measurements: the day of the Marlow review."""
    return NOW


def records(folder: Path) -> Vault:
    """The records below a folder, as the program finds them."""
    return Vault(places_for(folder).records, clock, work=LEAST_WORK)


def start_records(folder: Path) -> None:
    """Make records that hold the practice families."""
    owner = Owner(given_name="Amira", family_name="Hall", job_title="pastoral lead")
    workspace, _code = records(folder).create(PASSPHRASE, owner, "rutland")
    tell_all(workspace)
    workspace.close()


@contextmanager
def opened(qt: QApplication, folder: Path) -> Iterator[Application]:
    """The program with these records open, at home, with nothing left to do."""
    program = Application(qt, places_for(folder), Answers(), clock, work=LEAST_WORK)
    gc.freeze()  # as the program does
    program.open()
    program.go_in(program.vault.unlock(PASSPHRASE))
    if program.beside.looking is not None:
        program.beside.looking.wait()
    until_quiet()
    yield program
    program.close()
    program.window.navigator.drop_pages()
    program.window.hide()
    program.window.deleteLater()
    until_quiet()
    gc.unfreeze()


def grow(workspace: Workspace, wanted: int) -> None:
    """Add families until there are so many, each with a meeting behind it and one to come."""
    for number in range(len(workspace.families.lines()), wanted):
        add_family(workspace, number)


def add_family(workspace: Workspace, number: int) -> None:
    """One family: three people, what they said, two meetings and three actions."""
    chance = random.Random(number)
    family_id = workspace.families.add(f"{chance.choice(FAMILY)} {number}").id
    adult = _add_person(workspace, family_id, "adult", chance)
    child = _add_person(workspace, family_id, "child", chance)
    _add_person(workspace, family_id, "child", chance)
    views = workspace.views
    views.add_statement(family_id, "worried", f"{WORRIED} ({number})", said_by=[adult])
    views.add_statement(family_id, "working_well", WELL, said_by=[child])
    views.add_statement(family_id, "needs_to_happen", NEEDED, said_by=[adult])
    held, to_come = (NOW - timedelta(weeks=6), NOW + timedelta(days=chance.randrange(60)))
    for day in (held, to_come):
        workspace.meetings.add(family_id, changes={"held_on": day.date().isoformat()})
    for days in (-30, 5, 40):
        due = (NOW + timedelta(days=days + chance.randrange(20))).date().isoformat()
        who = str(adult if days < 0 else workspace.owner_id)
        changes = {"what": f"Ring about {NEEDED.lower()}", "by_when": due, "who_id": who}
        workspace.actions.add(family_id, changes)


def _add_person(workspace: Workspace, family_id: UUID, kind: str, chance: random.Random) -> UUID:
    answers = {"given_name": chance.choice(GIVEN), "family_name": chance.choice(FAMILY)}
    return workspace.people.add(family_id, kind, answers).id


def marlow(workspace: Workspace) -> UUID:
    """The family of the example."""
    lines = workspace.families.lines()
    return next(line.family.id for line in lines if line.family.name == "Marlow")
