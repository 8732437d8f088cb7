"""The council's logo on the head of a paper, and papers that are made without it."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image, ImageDraw

from taf_desktop.documents.pdf import fonts
from taf_desktop.errors import UserError
from taf_desktop.packs.logo import Logo
from taf_desktop.paths import resource
from taf_desktop.services.plans import PlanCopy
from taf_desktop.services.ways import HTML, WORD, content
from taf_desktop.services.workspace import Workspace
from tests.documents.reading import Paper

COUNCIL, REGULAR = "Borough of Somewhere", "NotoSans-Regular"


def logo() -> Logo:
    picture = Image.new("RGB", (300, 90), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, 200, 80), fill="#0B5566")
    made = io.BytesIO()
    picture.save(made, "PNG")
    return Logo(png=made.getvalue(), width=300, height=90, alt=COUNCIL)


def with_pack(practice: Workspace, **changes: object) -> None:
    desk = practice._desk
    object.__setattr__(desk, "pack", replace(desk.pack, **changes))  # type: ignore[arg-type]


def copy_for(practice: Workspace, given_name: str, document: str = "family_plan") -> PlanCopy:
    lines = practice.families.lines()
    family_id = next(one.family.id for one in lines if one.family.name == "Marlow")
    people = practice.people.everyone(family_id)
    reader: UUID = next(one.id for one in people if one.given_name == given_name)
    return practice.plans.preview(document, practice.plans.usual_meeting(family_id), [reader])


def test_a_paper_has_the_logo_with_the_councils_name_in_pdf_word_and_html(
    practice: Workspace, tmp_path: Path
) -> None:
    with_pack(practice, logo=logo())
    copy = copy_for(practice, "Dana")
    (tmp_path / "copy.pdf").write_bytes(copy.pdf)
    paper = Paper(tmp_path / "copy.pdf")
    assert paper.faults() == []
    assert COUNCIL.encode() in copy.pdf or COUNCIL.encode("utf-16-be") in copy.pdf
    page = content(HTML, copy.pdf, copy.paper).decode()
    assert len(re.findall(rf'<img class="logo" alt="{COUNCIL}" src="data:image/png;', page)) == 1
    assert "img-src data:" in page
    with zipfile.ZipFile(io.BytesIO(content(WORD, copy.pdf, copy.paper))) as word:
        assert [name for name in word.namelist() if name.endswith(".png")]
        assert f'descr="{COUNCIL}"' in word.read("word/document.xml").decode()


def test_a_paper_without_a_logo_allows_no_picture_at_all(practice: Workspace) -> None:
    copy = copy_for(practice, "Dana")
    page = content(HTML, copy.pdf, copy.paper).decode()
    assert "<img" not in page
    assert "img-src" not in page


def test_a_family_plan_still_fits_on_its_page_with_a_logo(
    practice: Workspace, tmp_path: Path
) -> None:
    with_pack(practice, logo=logo())
    (tmp_path / "copy.pdf").write_bytes(copy_for(practice, "Dana").pdf)
    assert Paper(tmp_path / "copy.pdf").pages() == 1


def test_somebody_outside_the_plan_is_not_told_whose_it_is_by_a_logo(practice: Workspace) -> None:
    with_pack(practice, logo=logo())
    assert copy_for(practice, "Craig").paper.logo is None


def test_a_paper_is_made_without_a_bad_logo_and_the_copy_says_why(practice: Workspace) -> None:
    with_pack(practice, logo_fault="own/pack.toml, branding, logo, x.png: the picture is broken.")
    copy = copy_for(practice, "Dana")
    assert copy.pdf.startswith(b"%PDF")
    assert copy.logo_fault.endswith("the picture is broken.")


HALF_A_FONT = resource("third_party", "noto", f"{REGULAR}.ttf").read_bytes()[:100_000]


@pytest.mark.parametrize("spoilt", [None, b"", b"This is no font", HALF_A_FONT])
def test_a_font_that_is_missing_or_spoilt_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoilt: bytes | None
) -> None:
    path = tmp_path / f"{REGULAR}.ttf"
    if spoilt is not None:
        path.write_bytes(spoilt)
    monkeypatch.setattr(fonts.paths, "resource", lambda *parts: tmp_path / parts[-1])
    fonts._font.cache_clear()
    try:
        with pytest.raises(UserError, match="The document was not made") as said:
            fonts.face()
        assert "font that belongs to the program" in said.value.message
    finally:
        monkeypatch.undo()
        fonts._font.cache_clear()
