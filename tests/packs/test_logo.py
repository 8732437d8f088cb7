"""A council's logo: bounded and opened with care; a bad one is said, and stops nothing."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from taf_desktop.cli.self_check import self_check
from taf_desktop.packs import PackError, load
from taf_desktop.packs.logo import HIGHEST, MOST_BYTES, WIDEST, read_logo
from taf_desktop.paths import resource

COUNCIL = "Borough of Somewhere"


def png(width: int = 90, height: int = 30, mode: str = "RGBA") -> bytes:
    made = io.BytesIO()
    Image.new(mode, (width, height)).save(made, "PNG")
    return made.getvalue()


def vast_png() -> bytes:
    """A PNG of a few bytes whose head says that it is 30,000 dots by 30,000."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    packed = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + packed + chunk(b"IEND", b"")


def moving_png() -> bytes:
    made, frames = io.BytesIO(), [Image.new("RGB", (9, 9), one) for one in ("red", "blue")]
    frames[0].save(made, "PNG", save_all=True, append_images=frames[1:])
    return made.getvalue()


def moving_gif() -> bytes:
    made, frames = io.BytesIO(), [Image.new("RGB", (9, 9), one) for one in ("red", "blue")]
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:])
    return made.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="//host/x"/></svg>'
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "words": (lambda: b"This is not a picture", "not a PNG or JPEG"),
    "nothing": (lambda: b"", "not a PNG or JPEG"),
    "an SVG": (lambda: SVG, "not a PNG or JPEG"),
    "a moving GIF": (moving_gif, "not a PNG or JPEG"),
    "a moving PNG": (moving_png, "the picture moves"),
    "900 million dots": (vast_png, "more than 4 million dots"),
    "one dot too many": (lambda: png(4001, 1000, "L"), "more than 4 million dots"),
    "half a picture": (lambda: png(300, 200)[:120], "broken"),
    "too many bytes": (lambda: png() + b"\0" * MOST_BYTES, "larger than 1 MB"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of packs with one that stands on the neutral words."""
    for name in ("default", "own"):
        (tmp_path / name).mkdir()
    for path in resource("packs", "default").iterdir():
        (tmp_path / "default" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "own" / "pack.toml").write_text(
        'id = "own"\nbase = "default"\nname = "Own"\nversion = "1"\n'
        f'[branding]\norganisation = "{COUNCIL}"\nlogo = "logo.png"\n',
        encoding="utf-8",
    )
    return tmp_path


@pytest.mark.parametrize("what", BAD)
def test_a_bad_logo_is_said_in_a_sentence_and_the_pack_works_without(
    folder: Path, what: str
) -> None:
    make, words = BAD[what]
    (folder / "own" / "logo.png").write_bytes(make())
    pack = load("own", folder)
    assert pack.logo is None
    assert pack.logo_fault.startswith("own/pack.toml, branding, logo, logo.png: ")
    assert words in pack.logo_fault
    assert pack.branding.organisation == COUNCIL


def test_a_logo_that_is_not_there_is_said(folder: Path) -> None:
    assert "there is no such file" in load("own", folder).logo_fault


@pytest.mark.parametrize("name", ["../default/pack.toml", "/etc/hostname", "C:x.png", ".x", "a\\b"])
def test_a_logo_is_a_file_beside_the_packs_own_and_no_other(folder: Path, name: str) -> None:
    with pytest.raises(PackError, match="council pack") as refused:
        read_logo(folder / "own", name, COUNCIL)
    assert "beside the pack's own files" in refused.value.reason


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "P"), ("JPEG", "CMYK"), ("PNG", "I;16")])
def test_every_kind_of_png_and_jpeg_becomes_plain_dots(folder: Path, kind: str, mode: str) -> None:
    Image.new(mode, (1600, 800)).save(folder / "own" / "logo.png", kind)
    pack = load("own", folder)
    assert pack.logo is not None
    assert pack.logo_fault == ""
    assert pack.logo.alt == COUNCIL
    with Image.open(io.BytesIO(pack.logo.png)) as made:
        assert made.mode == "RGB"
        assert made.size == (pack.logo.width, pack.logo.height)
        assert made.width <= WIDEST
        assert made.height <= HIGHEST


def test_what_cannot_be_seen_through_is_white_and_nothing_but_dots_is_kept(folder: Path) -> None:
    picture = Image.new("RGBA", (20, 10), (255, 0, 0, 0))
    exif = Image.Exif()
    exif[0x010E] = "Taken by somebody"
    picture.save(folder / "own" / "logo.png", exif=exif)
    logo = load("own", folder).logo
    assert logo is not None
    assert b"Taken by somebody" not in logo.png
    with Image.open(io.BytesIO(logo.png)) as made:
        assert made.getpixel((0, 0)) == (255, 255, 255)


def test_a_logo_of_the_base_is_used_where_a_pack_has_none_of_its_own(folder: Path) -> None:
    told = (folder / "own" / "pack.toml").read_text(encoding="utf-8")
    (folder / "own" / "pack.toml").write_text(
        told.replace('logo = "logo.png"\n', ""), encoding="utf-8"
    )
    main = folder / "default" / "pack.toml"
    words = main.read_text(encoding="utf-8")
    main.write_text(words.replace("[branding]", '[branding]\nlogo = "l.png"'), encoding="utf-8")
    (folder / "default" / "l.png").write_bytes(png())
    logo = load("own", folder).logo
    assert logo is not None
    assert logo.alt == COUNCIL


def test_no_file_of_a_pack_says_by_itself_what_its_picture_is(folder: Path) -> None:
    path = folder / "own" / "pack.toml"
    path.write_text(f'logo = "x"\n{path.read_text(encoding="utf-8")}', encoding="utf-8")
    with pytest.raises(PackError, match="council pack") as refused:
        load("own", folder)
    assert "nobody knows this key" in refused.value.reason


def test_the_check_of_an_installation_names_a_pack_whose_logo_is_bad(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "own" / "logo.png").write_bytes(SVG)
    monkeypatch.setattr("taf_desktop.packs.loading.resource", lambda *_parts: folder)
    said: list[str] = []
    assert self_check(said.append, lambda: None) == 1
    assert said[0].startswith("Council packs: papers have no logo: own/pack.toml, branding, logo")
