"""Makes one paper for many families beside the window, which goes on answering meanwhile."""

from collections.abc import Sequence

from PySide6.QtCore import QThread, Signal

from taf_desktop.services.batches import Batches, BatchFamily, Order, Outcome

PAUSE = 10
"""Milliseconds after each family, in which whoever is at the desk is served first."""


class MakingMany(QThread):
    """Makes the copies one family after the other; `made` is sent after each."""

    made = Signal()

    def __init__(self, batches: Batches, order: Order, families: Sequence[BatchFamily]) -> None:
        super().__init__()
        self._batches, self._order, self._families = batches, order, families
        self.outcomes: list[Outcome] = []
        self.is_done = False

    def run(self) -> None:
        """Make them, until all are made or somebody stops it."""
        try:
            for family in self._families:
                if self.isInterruptionRequested():
                    return
                self.outcomes.append(self._batches.make(self._order, family))
                self.made.emit()
                self.msleep(PAUSE)
        finally:
            self.is_done = True

    def stop(self) -> None:
        """Begin no other copy."""
        self.requestInterruption()

    def end(self) -> None:
        """Begin no other copy, and wait for the one that is being made."""
        self.stop()
        self.wait()
