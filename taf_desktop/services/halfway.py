"""Half a sentence and the place where it stood outlive a power cut; neither is a record yet."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from taf_desktop.model.halfway import Halfway
from taf_desktop.services.desk import Desk


@dataclass(frozen=True, kw_only=True)
class Half:
    """A place as the window tells it, by ids alone, and what stands in each box there."""

    place: str
    family_id: UUID | None = None
    boxes: Mapping[str, Any] = field(default_factory=dict)
    day: str = field(default="", compare=False)
    """The day on which somebody was there, as a partial date; the desk fills it in."""


class Halves:
    """Keeps where the person at the desk is, and takes words away in the step that enters them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: Half | None = None
        self._is_read = False

    @property
    def kept(self) -> Half | None:
        """What was kept last, also before the program was started; None when nothing waits."""
        # Records that are only read may be of an older form, without a place for it.
        if not self._is_read and not self._desk.store.is_read_only:
            with self._desk.store.read() as session:
                row = session.get(Halfway, self._desk.owner_id)
            self._kept, self._is_read = _half(row) if row is not None else None, True
        return self._kept

    def keep(self, half: Half | None) -> None:
        """Keep where somebody is, in place of where they were; None when nothing waits any more."""
        if half == self.kept or self._desk.store.is_read_only:
            return
        if half is None:
            self._desk.store.forget_beside(Halfway, self._desk.owner_id)
        else:
            self._desk.store.keep_beside(self._row(half))
        self._kept = half

    @contextmanager
    def entering(self, box: str) -> Iterator[None]:
        """Let go of the words of a box in the very step that is written in here, or not at all."""
        kept = self.kept
        if kept is None or box not in kept.boxes:
            yield
            return
        boxes = {one: held for one, held in kept.boxes.items() if one != box}
        rest = replace(kept, boxes=boxes)
        with self._desk.store.beside_next(self._row(rest)) as is_written:
            try:
                yield
            finally:
                self._kept = rest if is_written() else kept

    def _row(self, half: Half) -> Halfway:
        return Halfway(
            owner_id=self._desk.owner_id,
            family_id=half.family_id,
            place=half.place,
            boxes=dict(half.boxes),
            at=self._desk.now_text,
        )


def _half(row: Halfway) -> Half:
    return Half(place=row.place, family_id=row.family_id, boxes=row.boxes, day=row.at[:10])
