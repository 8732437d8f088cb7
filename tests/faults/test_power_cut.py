"""The power goes while somebody types: what the window called saved is there when it is back."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from taf_desktop.app import places_for
from taf_desktop.errors import UserError
from taf_desktop.model.episode import Episode
from taf_desktop.services.vault import Vault
from taf_desktop.store.engine import open_engine
from taf_desktop.store.failures import in_words
from taf_desktop.store.key_slots import LEAST_WORK
from taf_desktop.store.store import RECORDS, Store
from tests.conftest import OWNER, PASSPHRASE
from tests.faults.counting import SIZE, Count, count, often
from tests.faults.killing import victims
from tests.faults.places import in_memory
from tests.faults.power import HOW, Disk, Files
from tests.faults.shim import NOTE, Call, calls_in, environment, make_shim, needs_the_shim
from tests.faults.typing_child import WEAKER, is_as_typed, last_number
from tests.store.soundness import data_key

pytestmark = needs_the_shim

STATES = 20_000
RECORDINGS = 1 if SIZE == "short" else 4
CLOSELY = 40
"""Of how many states one is opened as the program opens records, which takes five times as long."""
TYPED_FOR = 3.0
"""Seconds of typing that are recorded."""

_CHECKS = ("cipher_integrity_check", "integrity_check")
_TEXTS = """
SELECT coalesce(max(concern), ''), coalesce((
    SELECT json_extract(new, '$') FROM change JOIN step ON step.id = step_id
    WHERE field = 'concern' ORDER BY hlc DESC LIMIT 1), '') FROM episode
"""


@dataclass(frozen=True, kw_only=True)
class State:
    """The files after a cut, whether anything was on its way to disk, the last word said saved."""

    files: Files
    is_busy: bool
    said: int


@dataclass(frozen=True, kw_only=True)
class Found:
    """The last word that is there, and whether everything fits together."""

    last: int
    is_sound: bool


@dataclass(frozen=True, kw_only=True)
class Recording:
    """What a real window did to the disk while somebody typed, from the records as they were."""

    folder: Path
    key: bytes
    family_id: UUID
    calls: list[Call]

    @property
    def times_said(self) -> int:
        """How often the window said that all was saved."""
        return sum(call.kind == NOTE for call in self.calls)

    def states(self, times: int, chance: random.Random) -> Iterator[State]:
        """What there may be after each of so many cuts."""
        disk, said, done = Disk(self.folder / "before"), 0, 0
        cuts = sorted(chance.choices(range(1, len(self.calls) + 1), k=times))
        for number, cut in enumerate(cuts):
            for call in self.calls[done:cut]:
                disk.do(call)
                said = int(call.content.split()[-1]) if call.kind == NOTE else said
            done = cut
            files = disk.after_a_cut(HOW[number % len(HOW)], chance)
            yield State(files=files, is_busy=disk.is_busy, said=said)


@contextmanager
def recorded(synchronous: str | None = None) -> Iterator[Recording]:
    """Somebody types through the shim for a while, in a process that is killed then."""
    with in_memory() as folder:
        data = folder / "data"
        vault = Vault(places_for(data).records, _now, work=LEAST_WORK)
        workspace, _code = vault.create(PASSPHRASE, OWNER, "rutland")
        family = workspace.families.add("Marlow")
        workspace.close()
        shutil.copytree(data, folder / "before")
        told = environment(make_shim(folder), data, folder / "log")
        if synchronous is not None:
            told[WEAKER] = synchronous
        with victims("tests.faults.typing_child", data, told) as typists:
            typists.kill(str(family.id), at_least=TYPED_FOR)
        calls = list(calls_in(folder / "log"))
        key = data_key(vault.folder)
        yield Recording(folder=folder, key=key, family_id=family.id, calls=calls)


class Judge:
    """Opens the records of one state after another with the real store, and counts."""

    def __init__(self, row: Count, recording: Recording) -> None:
        self._row, self._recording = row, recording
        self._after = recording.folder / "after"
        self._known: dict[frozenset[tuple[str, bytes]], Found] = {}

    def judge(self, state: State) -> None:
        """Count one state; states that are alike are opened once."""
        alike = frozenset(state.files.items())
        if alike not in self._known:
            self._known[alike] = self._open(state.files)
        found = self._known[alike]
        is_lost = found.last < state.said or not found.is_sound
        self._row.tried += 1
        self._row.met += state.is_busy
        self._row.lost += is_lost
        self._row.undetected += is_lost and found.is_sound

    def _open(self, files: Files) -> Found:
        shutil.rmtree(self._after, ignore_errors=True)
        for name, content in files.items():
            path = self._after / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        try:
            is_turn = len(self._known) % CLOSELY == 0
            look = self._look_closely if is_turn else self._look_quickly
            return look(places_for(self._after).records)
        except UserError:
            return Found(last=0, is_sound=False)

    def _look_closely(self, records: Path) -> Found:
        """Open as the program does, and read the whole journal."""
        store = Store.open(records, self._recording.key, _now, OWNER.given_name)
        try:
            with store.read() as session:
                query = select(Episode.concern).where(
                    Episode.family_id == self._recording.family_id
                )
                text = session.scalars(query).one() or ""
            is_sound = store.is_whole() and not store.breaks() and is_as_typed(text)
            return Found(last=last_number(text), is_sound=is_sound)
        finally:
            store.close()

    def _look_quickly(self, records: Path) -> Found:
        """Open the file alone: the text, what the journal says of it, and every page."""
        engine = open_engine(records / RECORDS, self._recording.key)
        try:
            with in_words(), engine.connect() as connection:
                text, journal = connection.exec_driver_sql(_TEXTS).one()
                bad = [connection.exec_driver_sql(f"PRAGMA {check}").all() for check in _CHECKS]
        finally:
            engine.dispose()
        is_sound = bad == [[], [("ok",)]] and text == journal and is_as_typed(text)
        return Found(last=last_number(text), is_sound=is_sound)


def cut(row: Count, recording: Recording, times: int, seed: int) -> Count:
    """Cut the power so many times in the course of a recording."""
    judge = Judge(row, recording)
    for state in recording.states(times, random.Random(seed)):
        judge.judge(state)
    return row


@pytest.mark.parametrize("seed", range(RECORDINGS))
def test_after_a_power_cut_nothing_is_missing_that_was_said_to_be_saved(seed: int) -> None:
    with recorded() as recording:
        assert recording.times_said > 3
        row = cut(count("power cut while typing"), recording, often(STATES) // RECORDINGS, seed)
    assert row.met > 0
    assert row.costs == (0, 0)


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL"])
def test_the_cuts_find_out_a_database_that_forces_less_to_disk(synchronous: str) -> None:
    with recorded(synchronous) as recording:
        row = Count(what="")
        judge = Judge(row, recording)
        for state in recording.states(often(2_000), random.Random(0)):
            judge.judge(state)
            if row.lost:
                break
    assert row.lost > 0, (
        "the power was cut, and what was never forced to disk was there all the same"
    )


def _now() -> datetime:
    return datetime.now().astimezone()
