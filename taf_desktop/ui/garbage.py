"""Has garbage picked up in the thread of the window alone.

Python picks it up in whichever thread comes to need room. A widget among it that goes in another
thread waits for the window, and where the window waits for that thread, both wait for ever.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_A_SECOND = 1000


class Garbage(QObject):
    """From `begin` to `end` looks each second whether there is enough to be picked up."""

    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._pick_up)

    def begin(self) -> None:
        """Let no other thread pick anything up."""
        gc.disable()
        self.timer.start(_A_SECOND)

    def end(self) -> None:
        """Leave it to Python again: there is no other thread any more."""
        self.timer.stop()
        gc.enable()

    def _pick_up(self) -> None:
        """Look through as many generations as Python would by itself."""
        made, enough = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if made[generation] > enough[generation]:
                gc.collect(generation)
                return
