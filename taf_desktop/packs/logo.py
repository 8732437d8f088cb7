"""A council's logo: a picture of its pack, bounded, opened with care, made into plain dots."""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from PIL import Image, UnidentifiedImageError

from taf_desktop.packs.faults import PackError

MOST_BYTES = 1_000_000
MOST_DOTS = 4_000_000
WIDEST, HIGHEST = 1200, 300
"""What a logo is made smaller to, in dots: sharp on paper at the size it has there."""

_KINDS = ("PNG", "JPEG")
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error)
_TOO_MANY = (Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True, kw_only=True)
class Logo:
    """A picture without anything but its dots, as PNG; `alt` is the name of the council."""

    png: bytes = field(repr=False)
    width: int
    height: int
    alt: str


def read_logo(folder: Path, name: str, alt: str) -> Logo:
    """The logo of this name beside a pack's files; a PackError says in a sentence why not."""
    content = _content(folder, name)
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(content), formats=_KINDS) as picture:
                _check(picture, name)
                return _plain(picture, alt)
        except _TOO_MANY:
            raise _too_many(name) from None
        except UnidentifiedImageError:
            raise PackError(
                name,
                "it is not a PNG or JPEG picture. Save the logo as PNG; an SVG has to be as well.",
            ) from None
        except _BROKEN:
            raise PackError(name, "the picture is broken. Save it as PNG once more.") from None


def _content(folder: Path, name: str) -> bytes:
    if PurePosixPath(name).name != name or "\\" in name or ":" in name or name.startswith("."):
        raise PackError(name, "it should be the name of a file beside the pack's own files")
    path = folder / name
    try:
        if not path.is_file():
            raise PackError(name, "there is no such file beside the pack's own files")
        if path.stat().st_size > MOST_BYTES:
            raise PackError(name, "the file is larger than 1 MB. Save the logo smaller.")
        return path.read_bytes()
    except OSError:
        raise PackError(name, "the file cannot be read") from None


def _check(picture: Image.Image, name: str) -> None:
    """Look at what the head of the file says, before any dot is unpacked."""
    if picture.width * picture.height > MOST_DOTS:
        raise _too_many(name)
    if getattr(picture, "is_animated", False):
        raise PackError(name, "the picture moves. Paper needs one that stands still.")


def _too_many(name: str) -> PackError:
    return PackError(
        name, f"the picture has more than 4 million dots. {WIDEST} across are plenty on paper."
    )


def _plain(picture: Image.Image, alt: str) -> Logo:
    """The dots on white, and nothing else that was in the file."""
    seen = picture.convert("RGBA")
    flat = Image.new("RGB", seen.size, "white")
    flat.paste(seen, mask=seen.getchannel("A"))
    flat.thumbnail((WIDEST, HIGHEST))
    made = io.BytesIO()
    flat.save(made, "PNG", optimize=True)
    return Logo(png=made.getvalue(), width=flat.width, height=flat.height, alt=alt)
