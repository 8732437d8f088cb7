"""Names and words in any script are right in all three writers, or a sentence says what is not."""

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from taf_desktop.documents.apart import apart
from taf_desktop.documents.bidi import levels, visual_order
from taf_desktop.documents.content import Document, paragraph
from taf_desktop.documents.family_plan import family_plan
from taf_desktop.documents.html import write_html
from taf_desktop.documents.languages import language_of
from taf_desktop.documents.large_print import large_print
from taf_desktop.documents.pdf import write_pdf
from taf_desktop.documents.pdf.faces import shaped
from taf_desktop.documents.pdf.lost import LOST
from taf_desktop.documents.plan_facts import (
    ChildFacts,
    DisagreementFacts,
    PersonFacts,
    PlanFacts,
    StatementFacts,
)
from taf_desktop.documents.scripts import chunks, reads_rtl
from taf_desktop.documents.word import write_word
from tests.documents.plans import FIRST_PLAN
from tests.documents.reading import Paper, on_paper, squeezed

SPOKEN = {
    "ar": "تذهب أمينة كل يوم (منذ مايو) مع خالتها",
    "ur": "امینہ ہر روز اسکول جاتی ہے",
    "he": "היא הולכת (כל יום) לבית הספר",
    "bn": "আমাদের পরিবারে কী ভালো চলছে",
    "pa": "ਸਾਡੀ ਯੋਜਨਾ ਵਿੱਚ ਕੀ ਚੰਗਾ ਹੈ",
    "hi": "हमारी योजना में क्या अच्छा है",
    "gu": "અમારી યોજનામાં શું સારું છે",
    "ta": "எங்கள் திட்டத்தில் என்ன நன்று",
    "ml": "നമ്മുടെ പദ്ധതിയിൽ എന്താണ് നല്ലത്",
    "ti": "ናይ ስድራቤትና መደብ።",
}
RIGHT = {"ar", "ur", "he"}


def plan(said: str) -> Document:
    """An English plan with these words as a child's name, a statement and its speaker."""
    statement = StatementFacts(said, (said,), True)
    children = (ChildFacts(said, "9"), ChildFacts("El", "4"))
    return family_plan(replace(FIRST_PLAN, children=children, working_well=(statement,)))


def letters(text: str) -> Counter[str]:
    """The letters of a text, taken apart, without marks that only steer the direction."""
    plain = unicodedata.normalize("NFKD", text)
    return Counter(one for one in plain if unicodedata.category(one)[0] in "LM")


def told(paper: Paper) -> list[tuple[str, str]]:
    """What each part of the file says of itself, with its language."""
    found: list[tuple[str, str]] = []
    waiting = [pypdf.PdfReader(paper.path).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        part = waiting.pop().get_object()
        if isinstance(part, list):
            waiting += reversed(part)
        elif isinstance(part, dict):
            if "/ActualText" in part:
                found.append((part["/ActualText"], part.get("/Lang", "")))
            if "/K" in part:
                waiting.append(part["/K"])
    return found


@pytest.mark.parametrize("language", SPOKEN)
def test_words_of_any_script_are_printed_told_and_marked_with_their_language(
    language: str, tmp_path: Path
) -> None:
    said = SPOKEN[language]
    paper = on_paper(plan(said), tmp_path)
    assert paper.faults() == []
    assert paper.sound()
    assert LOST[:20] not in paper.text()
    missing = letters(said * 3) - letters(paper.text())
    assert not missing, missing
    spoken = told(paper)
    assert {one for _, one in spoken} - {""} == {language}
    assert squeezed(said) in squeezed("".join(text for text, _ in spoken))


def test_letters_that_join_are_joined_and_drawn_from_the_right() -> None:
    run = shaped("لا", "NotoSansArabic-Regular", True)
    assert [glyph.text for glyph in run.glyphs] == ["لا"]
    joined = shaped("امینہ", "NotoSansArabic-Regular", True)
    assert [glyph.text for glyph in joined.glyphs] == list("امینہ")
    places = [glyph.at for glyph in joined.glyphs]
    assert places == sorted(places, reverse=True)
    alone = shaped("م", "NotoSansArabic-Regular", True).glyphs[0]
    assert alone.number not in {glyph.number for glyph in joined.glyphs}


@pytest.mark.parametrize(
    ("text", "rtl", "seen"),
    [
        ("abc אבג.", False, "abc גבא."),
        ("abc אבג.", True, ".גבא abc"),
        ("אב (12) גד", True, "דג )12( בא"),
        ("אב (ab) גד", True, "דג )ab( בא"),
        ("a (אב) b", False, "a (בא) b"),
        ("اب 14/5", True, "14/5 با"),
    ],
)
def test_a_line_is_ordered_as_the_unicode_algorithm_says(text: str, rtl: bool, seen: str) -> None:
    assert "".join(text[place] for place in visual_order(levels(text, rtl))) == seen


def test_an_age_after_a_name_read_from_the_right_stays_after_it(tmp_path: Path) -> None:
    facts = replace(FIRST_PLAN, children=(ChildFacts("امینہ", "9"), ChildFacts("El", "4")))
    first = on_paper(family_plan(facts), tmp_path).text()
    assert re.search(r"For \W*امینہ\W*, 9 and El, 4", first)


def test_most_letters_decide_the_direction_and_otherwise_the_paper_does() -> None:
    assert reads_rtl("امینہ goes", False)
    assert not reads_rtl("Amina goes with امی", False)
    assert not reads_rtl("6 February 2026", True)
    assert reads_rtl("12.", True)
    assert reads_rtl("کون: Amira Hall, pastoral lead", True)
    assert [(one.text, one.language) for one in chunks("For امینہ (9), El", "en-GB")] == [
        ("For ", ""),
        ("امینہ", "ur"),
        (" (9), El", ""),
    ]
    assert [one.text for one in chunks("El, שלום (כן) (9)", "en-GB")] == [
        "El, ",
        "שלום (כן)",
        " (9)",
    ]


@pytest.mark.parametrize("text", ["你好", "สวัสดี"])
def test_letters_that_no_face_has_are_marked_and_a_sentence_says_so(
    text: str, tmp_path: Path
) -> None:
    paper = on_paper(plan(text), tmp_path)
    assert paper.faults() == []
    assert squeezed(LOST) in squeezed(paper.text())
    assert text in write_html(plan(text)).decode("utf-8")


def test_a_paper_without_lost_letters_says_nothing_of_them(tmp_path: Path) -> None:
    assert LOST[:20] not in on_paper(plan("Zoë Müller 🙂"), tmp_path).text()


@pytest.mark.parametrize("language", sorted(RIGHT))
def test_the_web_page_says_language_and_direction_of_each_part(language: str) -> None:
    said = SPOKEN[language]
    page = write_html(plan(said)).decode("utf-8")
    assert f'<bdi lang="{language}" dir="rtl">' in page
    assert f'<p dir="rtl"><em>“<bdi lang="{language}"' in page


def test_the_word_file_says_language_and_direction_of_each_run() -> None:
    file = docx.Document(BytesIO(write_word(plan(SPOKEN["ur"]))))
    runs = [run for run in file.element.body.iter(qn("w:r")) if "امینہ" in (_text(run) or "")]
    assert len(runs) >= 3
    for run in runs:
        assert run.find(f".//{qn('w:rtl')}") is not None
        assert run.find(f".//{qn('w:lang')}").get(qn("w:bidi")) == "ur"
    assert not any(map(_is_from_right, file.element.body.iter(qn("w:p"))))
    (statement,) = [one for one in file.paragraphs if one.text.startswith("\u202b“امینہ")]
    assert statement.style.name == "List Bullet"
    assert statement.text.endswith("\u202c")
    assert "امینہ ہر روز اسکول جاتی ہے\u200e, 9" in "".join(one.text for one in file.paragraphs)
    bengali = docx.Document(BytesIO(write_word(plan(SPOKEN["bn"]))))
    assert bengali.element.body.find(f".//{qn('w:cs')}") is not None
    assert not any(map(_is_from_right, bengali.element.body.iter(qn("w:p"))))


def _is_from_right(paragraph: object) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None


def _text(run: object) -> str:
    return "".join(part.text or "" for part in run.iter(qn("w:t")))


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (
            ["Mum کی رائے: ", "“It is fair, he is quiet.”"],
            ["Mum", "“It is fair, he is quiet.”"],
        ),
        (["ہم ملیں گے: ", "Oakfield, the Snug. "], ["Oakfield, the Snug."]),
        (["فون: ", "Amira Hall", ", pastoral lead."], ["Amira Hall", ", pastoral lead."]),
        (["لأن “Nan came.” قالت"], ["“Nan came.”"]),
        (["لأن “جاءت Nan.” قالت"], ["Nan"]),
        (["15:30 ", "، ", "جمعرات"], []),
        (["فون: 01632 960 001 یا (01632) 960-002۔"], ["01632 960 001", "(01632) 960-002"]),
        (["فون: ", "+44 1632 960001"], ["+44 1632 960001"]),
        (["01632 960 001"], ["01632 960 001"]),
        (["Nan، 23 دسمبر 2025"], ["Nan"]),
        (["Mum، Ruth Okafor اور El-Mae O'Neill، 9"], ["Mum", "Ruth Okafor", "El-Mae O'Neill"]),
        (["مع E. Marlow. Nan هنا"], ["E. Marlow", "Nan"]),
        ([], []),
        ([""], []),
    ],
)
def test_words_read_from_the_left_keep_their_own_order(texts: list[str], kept: list[str]) -> None:
    parts = apart(texts)
    assert ["".join(text for text, _ in of_one) for of_one in parts] == texts
    assert [text for of_one in parts for text, stands in of_one if stands] == kept


@pytest.mark.parametrize("code", ["ar", "ur"])
def test_an_english_quotation_ends_with_its_full_stop_in_a_paper_from_the_right(
    code: str, tmp_path: Path
) -> None:
    other = DisagreementFacts("Mum", "The mornings are fair. He is just quiet, that is all.")
    statement = StatementFacts("Finn is behind.", seen_differently=(other,))
    made = family_plan(replace(FIRST_PLAN, worried=(statement,), language=code))
    paper = on_paper(made, tmp_path)
    assert paper.faults() == []
    first, last = language_of(code).quoted(" ").split()
    seen = _words_on_page(paper)
    assert {f"{first}The", f"all.{last}"} <= set(seen)
    assert f"{first}The mornings are fair." in " ".join(paper.text().split())
    page = write_html(made).decode("utf-8")
    assert f'<bdi dir="ltr">{first}<span lang="en-GB">The mornings' in page
    body = docx.Document(BytesIO(write_word(made))).element.body
    spoken = "".join(_text(run) for run in body.iter(qn("w:r")))
    assert f"\u202a{first}{other.words}{last}\u202c" in spoken


@pytest.mark.parametrize("code", ["ar", "ur"])
@pytest.mark.parametrize("build", [family_plan, large_print])
def test_a_telephone_number_is_drawn_in_its_order_in_a_paper_from_the_right(
    code: str, build: Callable[[PlanFacts], Document], tmp_path: Path
) -> None:
    lead = PersonFacts("Amira Hall", "", "01632 960 001")
    called = (replace(FIRST_PLAN.actions[0], what="+44 7700 900 123", who="01632-960 002"),)
    facts = replace(FIRST_PLAN, lead=lead, actions=called, language=code)
    paper = on_paper(build(facts), tmp_path)
    assert paper.faults() == []
    seen = _places(paper)
    for number in ("01632 960 001", "+44 7700 900 123", "01632-960 002"):
        assert number in " ".join(word for _, word in seen), number


@pytest.mark.parametrize(("code", "month"), [("ar", "ديسمبر"), ("ur", "دسمبر")])
def test_a_name_before_a_day_is_not_drawn_into_it(code: str, month: str, tmp_path: Path) -> None:
    said = (paragraph(f"Nan، 23 {month} 2025"), paragraph("01632 960 001"))
    paper = on_paper(Document("Names", "R1", "footer", said, code), tmp_path)
    places = {word: left for left, word in _places(paper)}
    nan = next(left for word, left in places.items() if word.strip("،") == "Nan")
    assert nan > places["23"] > places["2025"]
    assert places["01632"] < places["960"] < places["001"]


def _places(paper: Paper) -> list[tuple[float, str]]:
    """Each word with its place from the left, line by line, as it is seen."""
    boxes = subprocess.run(
        ["pdftotext", "-bbox", paper.path, "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    word = r'xMin="([\d.]+)" yMin="[\d.]+" [^>]*yMax="([\d.]+)">([^<]*)<'
    told = [
        (number, round(float(foot)), float(left), seen)
        for number, of_page in enumerate(boxes.split("<page "))
        for left, foot, seen in re.findall(word, of_page)
    ]
    return [(left, seen) for _, _, left, seen in sorted(told)]


def _words_on_page(paper: Paper) -> list[str]:
    """Each word of a paper as it is seen, with the signs that stand at it."""
    boxes = subprocess.run(
        ["pdftotext", "-bbox", paper.path, "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    return re.findall(r">([^<]*)</word>", boxes)


def test_the_same_words_in_any_script_give_the_same_bytes() -> None:
    document = Document("Names", "R1", "footer", (paragraph(" ".join(SPOKEN.values())),))
    assert write_pdf(document) == write_pdf(document)
