"""The Marlow family from the first start to the review, typed, and then read from screen and paper.

What must be true afterwards is in the last functions, each with the words of the scenario.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from taf_desktop.app import Application
from taf_desktop.ui.widgets import Card, ChangeChart
from tests.conftest import TestClock
from tests.documents.reading import Paper, squeezed
from tests.journeys.hand import Hand
from tests.journeys.marlow import (
    DAMP,
    DANA_SEES,
    DRY,
    GOAL,
    PROMISES,
    WORRY,
    WORRY_PUT_RIGHT,
    Journey,
    Key,
)
from tests.journeys.marlow_before import BEFORE
from tests.journeys.marlow_meetings import FIRST_MEETING, REVIEW
from tests.ui.application_fixture import application

__all__ = ["application"]

Looks = dict[str, Callable[[Journey], None]]
"""What is looked at during the journey, by the name of the moment."""


def test_the_marlow_family_from_the_first_start_to_the_review(
    application: Application, clock: TestClock, tmp_path: Path, qapp: QApplication
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    journey = Journey(application, clock, Hand(application.window), papers)
    waiting: Looks = {
        "request": both_clocks_are_met,
        "what came of it": the_review_opened_with_six_actions,
        "review numbers": the_review_shows_the_numbers_of_last_time,
        "review who does what": what_only_two_may_see_is_not_in_the_room,
    }

    def look(name: str) -> None:
        check = waiting.pop(name, None)
        if check is not None:
            check(journey)

    journey.after_step = look
    for step in (*BEFORE, *FIRST_MEETING, *REVIEW):
        step(journey)
    assert waiting == {}, "a moment of the journey never came"
    nothing_was_typed_twice(journey)
    the_history_shows_both_wordings(journey)
    the_plan_as_at_the_first_meeting_is_the_plan_agreed_then(journey)
    the_distance_travelled_is_each_persons_own(journey)
    words_are_found_where_they_stand(journey)
    the_family_plan_fits_on_one_page(journey)
    the_full_plan_prints_disagreement_and_who_may_be_told(journey)
    no_paper_tells_what_only_two_may_see(journey)
    everything_is_there_after_locking(journey)


def both_clocks_are_met(journey: Journey) -> None:
    """2 hours and 24 hours."""
    words = journey.hand.reads()
    assert "met, after 1 hour 25 minutes" in words
    assert "met, after 6 hours 40 minutes" in words


def the_review_opened_with_six_actions(journey: Journey) -> None:
    """Six actions, as they were promised, each waiting for what came of it."""
    page = journey.application.window.navigator.page
    assert page is not None
    titles = [card.accessibleName() for card in page.findChildren(Card)]
    asked = [title for title in titles if title[:1].isdigit()]
    assert sorted(asked) == [f"{at}. {one.what}" for at, one in enumerate(PROMISES, 1)]


def the_review_shows_the_numbers_of_last_time(journey: Journey) -> None:
    """Both scales are in place, with the marks of January beside those of today."""
    assert "last time, 29 January 2026" in journey.hand.reads()
    assert [goal.text for goal in journey.workspace.views.goals(journey.family_id)] == [GOAL, DRY]


def what_only_two_may_see_is_not_in_the_room(journey: Journey) -> None:
    """An action for Ruth and Sam alone leaves the list that everybody can see."""
    page = journey.application.window.navigator.page
    assert page is not None
    rows = [row.accessibleName() for row in page.part.rows.values()]
    assert not any("Antenatal" in name for name in rows)
    assert "1 thing is not shown here" in journey.hand.reads()


def nothing_was_typed_twice(journey: Journey) -> None:
    """One family, one record of each person, service, goal and action."""
    workspace, family_id = journey.workspace, journey.family_id
    everyone = [person.full_name for person in workspace.people.everyone(family_id)]
    assert len(everyone) == len(set(everyone)) == 9
    services = [agency.name for agency in workspace.agencies.all()]
    assert sorted(services) == [
        "Early help",
        "Health visiting",
        "Oakfield Primary",
        "Speech and language therapy",
    ]
    statements = [row.text for row in workspace.views.statements(family_id)]
    assert len(statements) == len(set(statements))
    assert [row.number for row in workspace.actions.of(family_id)] == [1, 2, 3, 4, 5, 6, 7]


def the_history_shows_both_wordings(journey: Journey) -> None:
    """Who changed "very low" to "poorly", and when."""
    hand = journey.hand
    hand.press("Leave the meeting")
    hand.press("I have turned it. Go on")
    hand.rail("History")
    hand.fill("Find in the history", "poorly 29 January")
    words = hand.reads()
    assert f"“{WORRY}” became “{WORRY_PUT_RIGHT}”" in words
    assert "Thursday 29 January 2026" in words
    assert "16:12, Amira" in words


def the_plan_as_at_the_first_meeting_is_the_plan_agreed_then(journey: Journey) -> None:
    """As at 29 January: "poorly", before it "very low", and nothing of the review."""
    hand = journey.hand
    hand.day("The plan as it stood on", "29 January 2026")
    hand.press("Show the plan of that day")
    words = hand.reads()
    assert "The plan as it stood on Thursday 29 January 2026" in words
    assert "Not the plan of today" in words
    assert "In these words since 16:12 on 29 January 2026 (Amira)" in words
    assert f"Before, from 15:44 on 29 January 2026 (Amira): “{WORRY}”" in words
    assert f"Mum sees it differently: “{DANA_SEES}”" in words
    assert "Mum 4, El 3, Nan 3, Miss Hall 5, Ruth Okafor 4, Sam Reed 4" in words
    assert "Next meeting: Thursday 12 March 2026, 15:30" in words
    assert all(f"{at}. {one.what}" in words for at, one in enumerate(PROMISES, 1))
    assert "7. " not in words
    assert "Mum laughed on Friday" not in words
    assert "Mum 6" not in words


def the_distance_travelled_is_each_persons_own(journey: Journey) -> None:
    """Dana 4 to 6, El 3 to 6; nothing is averaged."""
    journey.hand.rail("Overview")
    page = journey.application.window.navigator.page
    assert page is not None
    told = [chart.accessibleDescription() for chart in page.findChildren(ChangeChart)]
    assert told[0] == (
        "29 Jan, 12 Mar: Mum 4 → 6; El 3 → 6; Nan 3 → 5; Miss Hall 5 → 7; Ruth Okafor 4 → 6; "
        "Sam Reed 4 → 6"
    )
    assert told[1] == "29 Jan, 12 Mar: Mum 2 → 2; Ruth Okafor 3 → 2"


def paper(journey: Journey, day: str, title: str) -> Paper:
    """A saved copy, looked into as any reader of PDF would."""
    return Paper(journey.papers / f"{day} {title}.pdf")


def the_family_plan_fits_on_one_page(journey: Journey) -> None:
    """One page each time; the words of the family, the actions, the next date."""
    for day, next_day in (("2026-01-29", "12 March 2026"), ("2026-03-12", "23 April 2026")):
        plan = paper(journey, day, "Our family plan")
        assert plan.faults() == []
        assert plan.sound()
        assert plan.pages() == 1
        printed = squeezed(plan.text())
        for words in (WORRY_PUT_RIGHT, DANA_SEES, next_day, "Page 1 of 1"):
            assert squeezed(words) in printed
        assert "very low" not in printed


def the_full_plan_prints_disagreement_and_who_may_be_told(journey: Journey) -> None:
    """Disagreement beside the statement, everybody's number, limits, each action's story."""
    plan = paper(journey, "2026-03-12", "Full plan of the team around the family")
    assert plan.faults() == []
    printed = squeezed(plan.text())
    for words in (
        f"Mum sees it differently: “{DANA_SEES}”",
        'Not "my depression" to school',
        "Housing came, no date",
        "Partly done",
        "“Mum laughed on Friday.”",
        "Priya Nair",
    ):
        assert squeezed(words) in printed


def no_paper_tells_what_only_two_may_see(journey: Journey) -> None:
    """The action for Ruth and Sam alone is on no copy that others read too."""
    for path in journey.papers.iterdir():
        told = subprocess.run(
            ["pdftotext", path, "-"], capture_output=True, text=True, check=True
        ).stdout
        assert "Antenatal" not in told


def words_are_found_where_they_stand(journey: Journey) -> None:
    """damp, Okafor, breakfast club and ellie find the family and say where."""
    hand = journey.hand
    for typed, row in (
        ("damp", f"{DAMP}, Marlow · In their words"),
        ("Okafor", "Ruth Okafor Health visiting, Marlow · People and network"),
        ("breakfast club", "Breakfast-club place for both children, Marlow · What will be done"),
        ("ellie", "Ellie Marlow El, Marlow · People and network"),
    ):
        hand.key(Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        hand.keys(typed)
        page = journey.application.window.navigator.page
        assert page is not None
        assert row in [found.accessibleName() for found in page.found.rows]


def everything_is_there_after_locking(journey: Journey) -> None:
    """Locked, unlocked by a new vault: the same families, actions and numbers."""
    family_id = journey.family_id
    before = journey.workspace.history.count()
    journey.application.window.lock()
    with pytest.raises(AssertionError):
        _ = journey.workspace
    opened = journey.application.vault.unlock("plum ladder quiet seven")
    assert opened.history.count() == before
    assert len(opened.actions.of(family_id)) == 7
    opened.close()
