"""Papers in the family's language: sound, in the right direction, and marked until checked."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from taf_desktop.documents.content import Document, Letters
from taf_desktop.documents.family_plan import family_plan
from taf_desktop.documents.html import write_html
from taf_desktop.documents.languages import NOT_CHECKED, Language, languages
from taf_desktop.documents.pdf import write_pdf
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.documents.word import write_word
from tests.documents.plans import FIRST_PLAN
from tests.documents.reading import on_paper, squeezed
from tests.documents.test_papers import BEFORE, CHILD, CONSENT
from tests.documents.test_scripts import letters, told

OTHERS = [one for one in languages().values() if not one.is_english]
FROM_RIGHT = ("ar", "ur")
QUOTE = "I like it when Nan comes"


def paper(document: str, code: str) -> Document:
    """One of the papers about the example family, in this language."""
    facts = {"child_plan": CHILD, "agreement_page": CONSENT, "agenda": BEFORE}
    return DOCUMENTS[document].build(replace(facts.get(document, FIRST_PLAN), language=code))


def test_there_is_a_file_of_each_language_that_is_promised() -> None:
    assert list(languages()) == ["en-GB", "ar", "bn", "pl", "pa", "ro", "uk", "ur", "cy"]


@pytest.mark.parametrize("language", OTHERS, ids=lambda one: one.english)
def test_the_family_plan_is_sound_in_every_language_and_says_that_nobody_checked_it(
    language: Language, tmp_path: Path
) -> None:
    made = on_paper(paper("family_plan", language.code), tmp_path)
    assert made.faults() == []
    assert made.sound()
    found = made.text()
    wanted = (language.say("working_well"), language.say("not_checked"), language.say("own_words"))
    for words in wanted:
        assert not letters(words) - letters(found)
    assert squeezed(QUOTE) in squeezed(found)
    assert squeezed(f"headings in {language.english}: {NOT_CHECKED}") in squeezed(found)
    spoken = {one for _, one in told(made)} - {""}
    assert spoken <= {"en-GB"}


def test_a_language_that_was_checked_names_who_did() -> None:
    polish = replace(languages()["pl"], checked_by="Ewa Nowak")
    assert polish.mark == "checked by Ewa Nowak"
    assert all(one.mark == NOT_CHECKED for one in OTHERS)


@pytest.mark.parametrize("document", ["child_plan", "agreement_page", "agenda"])
@pytest.mark.parametrize("code", FROM_RIGHT)
def test_papers_read_from_the_right_are_sound(code: str, document: str, tmp_path: Path) -> None:
    made = on_paper(paper(document, code), tmp_path)
    assert made.faults() == []
    assert made.sound()


@pytest.mark.parametrize("code", ["en-GB", *FROM_RIGHT])
def test_columns_begin_on_the_side_where_reading_begins(code: str, tmp_path: Path) -> None:
    made = on_paper(paper("family_plan", code), tmp_path)
    boxes = subprocess.run(
        ["pdftotext", "-bbox", made.path, "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    what, who, when = (_left(boxes, word) for word in ("Chase", "Okafor", "13"))
    assert (what > who > when) is (code in FROM_RIGHT)
    assert (what < who < when) is (code not in FROM_RIGHT)


def _left(boxes: str, word: str) -> float:
    found = re.search(rf'xMin="([\d.]+)"[^>]*>{word}<', boxes)
    assert found is not None
    return float(found[1])


@pytest.mark.parametrize("code", FROM_RIGHT)
def test_the_web_page_and_the_word_file_are_read_from_the_right_too(code: str) -> None:
    page = write_html(paper("family_plan", code)).decode("utf-8")
    assert f'<html lang="{code}" dir="rtl">' in page
    assert f'<span lang="en-GB">{QUOTE}' in page
    file = docx.Document(BytesIO(write_word(paper("family_plan", code))))
    assert file.sections[0]._sectPr.find(qn("w:bidi")) is not None
    tables = file.element.body.findall(f".//{qn('w:tblPr')}")
    assert tables
    assert all(one.find(qn("w:bidiVisual")) is not None for one in tables)
    title = next(one for one in file.paragraphs if one.style.name == "Heading 1")
    assert title._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    run = title._p.find(f".//{qn('w:lang')}")
    assert run.get(qn("w:bidi")) == code


def test_urdu_papers_hang_in_nastaliq_and_urdu_names_elsewhere_stand_in_naskh() -> None:
    assert b"NotoNastaliqUrdu" in write_pdf(paper("agenda", "ur"))
    assert b"NotoNastaliqUrdu" not in write_pdf(paper("agenda", "ar"))
    assert b"NotoNastaliqUrdu" not in write_pdf(family_plan(replace(FIRST_PLAN, family_name="خان")))


def test_a_letter_that_nastaliq_lacks_is_drawn_in_naskh(tmp_path: Path) -> None:
    facts = replace(BEFORE, language="ur", family_name="\u0750")
    made = on_paper(DOCUMENTS["agenda"].build(facts), tmp_path)
    assert made.faults() == []
    assert "\u0750" in made.text()


def test_letters_for_learners_are_sound_and_borrow_what_they_lack(tmp_path: Path) -> None:
    plan = replace(paper("child_plan", "uk"), letters=Letters.FOR_LEARNERS)
    facts = replace(CHILD, greeted=("امینہ Ελένη",))
    named = replace(DOCUMENTS["child_plan"].build(facts), letters=Letters.FOR_LEARNERS)
    for one in (plan, named):
        made = on_paper(one, tmp_path)
        assert made.faults() == []
        assert b"Andika" in made.path.read_bytes()
    assert not letters("امینہ Ελένη") - letters(made.text())
    assert 'font-family: "Andika"' in write_html(plan).decode("utf-8")
    style = docx.Document(BytesIO(write_word(plan))).styles["Normal"]
    assert style.font.name == "Andika"
