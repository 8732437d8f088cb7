"""Papers that tell of an earlier day: what stood there then, for what readers may see today."""

import subprocess
from pathlib import Path

import pytest

from taf_desktop.model.audience import Audience, Level
from taf_desktop.services.plans import PlanCopy
from taf_desktop.services.workspace import Workspace
from tests.conftest import TestClock
from tests.documents.reading import Paper, squeezed

FIRST = "2026-01-29"
FEBRUARY = "2026-02-10"


class Told:
    """The Marlow family of practice, changed in February."""

    def __init__(self, workspace: Workspace, clock: TestClock) -> None:
        self.workspace = workspace
        line = next(one for one in workspace.families.lines() if one.family.name == "Marlow")
        self.family_id = line.family.id
        self.then = clock().date()
        clock.set(FEBRUARY)

    def person(self, name: str) -> object:
        everyone = self.workspace.people.everyone(self.family_id)
        return next(one for one in everyone if one.given_name == name).id

    def statement(self, words: str) -> object:
        rows = self.workspace.views.statements(self.family_id)
        return next(row for row in rows if words in row.text).id

    def copy(self, document: str, *names: str, past: bool = True) -> PlanCopy:
        return self.workspace.plans.preview(
            document,
            self.workspace.past.usual_meeting(self.family_id, self.then),
            [self.person(name) for name in names],
            self.family_id,
            stood_on=self.then if past else None,
        )


@pytest.fixture
def told(told_workspace: Workspace, clock: TestClock) -> Told:
    return Told(told_workspace, clock)


def printed(copy: PlanCopy, folder: Path) -> Paper:
    path = folder / "copy.pdf"
    path.write_bytes(copy.pdf)
    return Paper(path)


@pytest.mark.parametrize("document", ["family_plan", "professional_plan"])
def test_a_paper_of_the_past_has_the_words_of_then_and_says_so_on_every_page(
    told: Told, tmp_path: Path, document: str
) -> None:
    worry = told.statement("poorly")
    told.workspace.views.save_statement(worry, {"text": "All is well with Mum"})
    told.workspace.views.add_statement(told.family_id, "worried", "The car is broken")
    paper = printed(told.copy(document, "Amira"), tmp_path)
    assert paper.faults() == []
    whole = squeezed(paper.text())
    assert squeezed("when Mum is poorly and stays in bed") in whole
    assert squeezed("All is well with Mum") not in whole
    assert squeezed("The car is broken") not in whole
    assert len(paper.page_texts()) == paper.pages()
    for page in paper.page_texts():
        assert "The past: the plan as it stood on 29 January 2026" in " ".join(page.split())
    assert "10 February 2026" in paper.text()


def test_a_paper_of_today_says_nothing_of_the_past(told: Told, tmp_path: Path) -> None:
    copy = told.copy("family_plan", "Amira", past=False)
    assert "as it stood on" not in printed(copy, tmp_path).text()
    assert "as at" not in copy.file_name


def test_what_is_kept_from_somebody_since_is_not_in_a_paper_of_the_past(told: Told) -> None:
    worry = told.statement("Damp")
    before = told.copy("family_plan", "Jean")
    told.workspace.views.show_to(worry, Audience(level=Level.LEAD))
    after = told.copy("family_plan", "Jean")
    assert after.left_out == before.left_out + 1


def test_an_address_kept_from_somebody_since_is_not_in_a_paper_of_the_past(
    told: Told, tmp_path: Path
) -> None:
    place = "the Snug"
    assert squeezed(place) in squeezed(printed(told.copy("family_plan", "Jean"), tmp_path).text())
    told.workspace.people.protect(told.family_id, told.person("Jean"), ["venue"], "Safety")
    copy = told.copy("family_plan", "Jean")
    assert copy.is_outside
    assert squeezed(place) not in squeezed(printed(copy, tmp_path).text())


def test_a_paper_of_the_past_is_noted_as_one(told: Told, tmp_path: Path) -> None:
    copy = told.copy("family_plan", "Amira")
    assert copy.name_as("saved").endswith(f"family plan as at {FIRST} version 1.pdf")
    told.workspace.plans.save(copy, tmp_path / copy.file_name)
    newest = told.workspace.history.of_family(told.family_id)[0]
    assert newest.words == "Record that a plan as it stood on 29 January 2026 was made"
    title = subprocess.run(
        ["pdfinfo", tmp_path / copy.file_name], capture_output=True, text=True, check=True
    ).stdout
    assert "as it stood on 29 January 2026" in title
    assert "Marlow" not in title


def test_papers_that_are_not_of_a_plan_are_not_offered_for_the_past(workspace: Workspace) -> None:
    assert list(workspace.plans.kinds(of_past=True)) == ["family_plan", "professional_plan"]


def test_words_that_were_kept_from_somebody_then_are_not_in_a_paper_of_the_past(
    told: Told, clock: TestClock, tmp_path: Path
) -> None:
    clock.set(told.then.isoformat())
    worry = told.statement("Damp")
    told.workspace.views.save_statement(worry, {"text": "Damp, and Mum is expecting"})
    told.workspace.views.show_to(worry, Audience(level=Level.LEAD))
    clock.set(FEBRUARY)
    told.workspace.views.save_statement(worry, {"text": "Damp"})
    told.workspace.views.show_to(worry, Audience())
    assert "expecting" not in printed(told.copy("family_plan", "Jean"), tmp_path).text()
    assert "expecting" in printed(told.copy("family_plan", "Amira"), tmp_path).text()
