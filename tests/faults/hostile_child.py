"""Writes papers with hostile texts in a process that may read fonts and nothing else."""

import os
import socket
import sys
from pathlib import Path

import docx

from taf_desktop import paths
from taf_desktop.documents.html import write_html
from taf_desktop.documents.pdf import write_pdf
from taf_desktop.documents.word import write_word
from tests.documents.test_scripts import SPOKEN
from tests.faults.hostile import papers, registered

_OWN = (str(paths.resource()), str(Path(docx.__file__).parent / "templates"))
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.posix_spawn",
    "os.system",
    "os.fork",
    "urllib.",
)
WRITERS = (write_pdf, write_word, write_html)
REFUSED: list[str] = []
"""What was tried and not allowed."""


def is_own(path: object, mode: object) -> bool:
    """Whether a file belongs to the program, and is only read."""
    return os.path.realpath(str(path)).startswith(_OWN) and mode in ("r", "rb")


def refuse(event: str, told: tuple[object, ...]) -> None:
    """Let the process read the program's own resources, and open nothing else at all."""
    if event == "open" and not is_own(told[0], told[1]):
        REFUSED.append(f"open {told[0]!r}")
    elif event.startswith(_REFUSED):
        REFUSED.append(event)
    else:
        return
    raise PermissionError(REFUSED[-1])


def is_guarded() -> bool:
    """Whether a file and a network are really refused."""
    for reach in (lambda: Path("/etc/hostname").read_bytes(), socket.socket):
        try:
            reach()
        except PermissionError:
            continue
        return False
    REFUSED.clear()
    return True


def main(spans: list[str]) -> None:
    """Write the three files of each paper to the parent, each after its length."""
    # What Python loads at its first use is loaded now.
    first_paper = registered(" ".join((*SPOKEN.values(), "🙂𝓗①你\ud800")), 0)
    for write in WRITERS:
        write(first_paper)
    sys.addaudithook(refuse)
    if not is_guarded():
        sys.exit("nothing is refused here")
    for kind, first, last in (span.split(":") for span in spans):
        for number in range(int(first), int(last)):
            for one in papers(kind, number):
                for write in WRITERS:
                    file = write(one.paper)
                    sys.stdout.buffer.write(len(file).to_bytes(4, "big") + file)
    sys.stdout.flush()
    if REFUSED:
        sys.exit("\n".join(REFUSED))


if __name__ == "__main__":
    main(sys.argv[1:])
