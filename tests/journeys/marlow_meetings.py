"""Sections 3 and 4 of the Marlow scenario: the first meeting and the review."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from taf_desktop.ui.halfway import BACK_HERE
from tests.conftest import PASSPHRASE
from tests.journeys.marlow import (
    DAMP,
    DANA_SEES,
    DRY,
    GOAL,
    NINE,
    PROMISES,
    WORRY,
    Journey,
    Promise,
)

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

BREAKFAST = "breakfast three days"
HALF = 24
"""Letters after which a sentence is interrupted."""

TO_TAKE_HOME = ("Full plan of the team around the family", "Our family plan")

FIRST_NUMBERS = {
    "Mum": 4,
    "El": 3,
    "Nan": 3,
    "Miss Hall": 5,
    "Ruth Okafor": 4,
    "Sam Reed": 4,
}
REVIEW_NUMBERS = {
    "Mum": 6,
    "El": 6,
    "Nan": 5,
    "Miss Hall": 7,
    "Ruth Okafor": 6,
    "Sam Reed": 6,
}
REVIEW_UPDATES = {
    1: ("Done, and going on", "", ""),
    2: ("Done", "On 4 February", ""),
    3: ("Done", "On 30 January", ""),
    4: ("Done", "Assessment dated 20 April", ""),
    5: ("Partly done", "Housing came, no date", "2 April 2026"),
    6: ("Done", "", ""),
}


def open_the_first_meeting(journey: Journey) -> None:
    """Planned from the record, then who is here."""
    hand = journey.hand
    journey.at("2026-01-29", "15:25")
    hand.rail("Meetings")
    hand.press("Plan the first meeting")
    hand.day("Day", "29 January 2026")
    hand.fill("Time", "15:30")
    hand.fill("How many minutes", "50")
    hand.fill("Where", "Oakfield Primary, the Snug")
    hand.choose("How we meet", "In one room")
    hand.choose("Who leads the meeting", "Miss Hall")
    hand.choose("Who writes it down", "Sam Reed")
    journey.at("2026-01-29", "15:29:30")
    for name in ("El", "Mum", "Nan", "Miss Hall", "Ruth Okafor", "Sam Reed"):
        hand.tick(f"{name} is here")
    hand.press("Finn: not here, or a note")
    hand.choose("Finn: here or not", "Not invited")
    hand.press("Priya Nair: not here, or a note")
    hand.choose("Priya Nair: here or not", "Sent apologies and a report")
    journey.shot("who is here")


def speak_first(journey: Journey) -> None:
    """The agreement round; then El in her own words, before anybody else."""
    hand = journey.hand
    journey.at("2026-01-29", "15:32")
    hand.press("Next: Is it still all right?")
    hand.press("Mum: still right, today")
    journey.shot("what we share")
    journey.at("2026-01-29", "15:36")
    hand.press("Next: The family first")
    hand.keys(f'"{NINE}"')
    hand.key(Key.Key_Return)
    journey.at("2026-01-29", "15:38")
    hand.keys('"Reading to Finn"')
    hand.key(Key.Key_Return)
    journey.at("2026-01-29", "15:40")
    hand.choose("Where does it belong?", "What are we worried about?")
    hand.fill("In El’s words", '"Mum crying in the kitchen"')
    hand.key(Key.Key_Return)
    journey.shot("the family first")
    hand.press("Next: What others see")
    journey.at("2026-01-29", "15:42")
    hand.fill("What their report says: Priya Nair", "Finn has about 40 words and joins two.")
    journey.shot("what others see")


def say_the_worry(journey: Journey) -> None:
    """The worry, how Dana sees it, and the goal for it."""
    hand = journey.hand
    journey.at("2026-01-29", "15:44")
    hand.press("Next: Worries and good things")
    hand.key(Key.Key_1, ALT)
    hand.choose("Add a worry: said by", "Miss Hall")
    hand.fill("Add a worry", WORRY)
    hand.key(Key.Key_Return)
    journey.at("2026-01-29", "15:46:30")
    hand.press(f"Sees it differently: {WORRY[:30]}…")
    hand.choose("Who sees it differently", "Mum")
    hand.fill("How they see it, in their words", DANA_SEES)
    hand.press("Done")
    journey.at("2026-01-29", "15:48")
    hand.press(f"Goal for this worry: {WORRY[:30]}…")
    hand.keys(GOAL)
    hand.key(Key.Key_Return)


def hide_amid_the_damp(journey: Journey) -> None:
    """Somebody looks in while the second worry is typed; then it is typed to its end."""
    hand = journey.hand
    journey.at("2026-01-29", "15:49:50")
    hand.key(Key.Key_1, ALT)
    hand.choose("Add a worry: said by", "Mum")
    hand.to("Add a worry")
    hand.keys(DAMP[:HALF])
    journey.at("2026-01-29", "15:50")
    hand.key(Key.Key_F12)
    journey.shot("the screen is hidden")
    journey.at("2026-01-29", "15:51")
    hand.key(Key.Key_F12)
    journey.shot("shown again")
    hand.key(Key.Key_Up)
    _go_on(journey, "In their words", DAMP)
    hand.press("Done")
    hand.press(f"Goal for this worry: {DAMP[:30]}…")
    hand.keys(DRY)
    hand.key(Key.Key_Return)
    journey.shot("three columns")


def _go_on(journey: Journey, box: str, words: str) -> None:
    """Type what is missing of some words in a box that has their beginning."""
    entry = journey.hand.to(box)
    kept = written_in(entry)
    assert words.startswith(kept), f"{kept!r} stands in {box!r}"
    journey.hand.key(Key.Key_End)
    journey.hand.keys(words.removeprefix(kept))


def written_in(entry: QWidget) -> str:
    """What stands in a box to type in."""
    if isinstance(entry, QPlainTextEdit):
        return entry.toPlainText()
    assert isinstance(entry, QLineEdit)
    return entry.text()


def lock_amid_the_numbers(journey: Journey) -> None:
    """Everybody's own number; the laptop is locked while Dana says what one higher would be."""
    hand = journey.hand
    journey.at("2026-01-29", "15:52")
    hand.press("Next: Everybody's number")
    for name, number in FIRST_NUMBERS.items():
        _give(journey, name, number)
    _give(journey, "Mum", 4)
    journey.at("2026-01-29", "15:55")
    hand.fill("What makes it that and not lower", "Nan came Tuesdays")
    journey.at("2026-01-29", "15:57:55")
    hand.fill("What would make it one higher", BREAKFAST[:13])
    journey.at("2026-01-29", "15:58")
    hand.key(Key.Key_L, CTRL)


def show_the_numbers(journey: Journey) -> None:
    """Unlocked at the same person; the sentence is ended, and all numbers shown together."""
    hand = journey.hand
    journey.shot("locked")
    assert "nobody touched it" not in hand.reads(), "it was locked before Lock was pressed"
    journey.at("2026-01-29", "15:59")
    unlock(journey)
    journey.shot("unlocked at the same place")
    _go_on(journey, "What would make it one higher", BREAKFAST)
    hand.press("Show all the numbers together")
    journey.shot("numbers")
    hand.press("Goal 2 of 2…")
    for name, number in (("Mum", 2), ("Ruth Okafor", 3)):
        _give(journey, name, number)


def go_to_the_family(journey: Journey) -> None:
    """From home: the one family there is."""
    journey.hand.press("Marlow…")


def open_again(journey: Journey) -> None:
    """After a cut: the passphrase, and the action that was being said, at the same part."""
    unlock(journey)
    journey.shot("after the power was cut, at the same place")
    words = journey.hand.reads()
    assert BACK_HERE in words
    assert "Action 4" in words


def unlock(journey: Journey) -> None:
    """The passphrase, at the door."""
    journey.hand.to("Your passphrase")
    journey.hand.keys(PASSPHRASE)
    journey.hand.key(Key.Key_Return)


def _give(journey: Journey, name: str, number: int) -> None:
    hand = journey.hand
    hand.press(name)
    hand.keys(str(number))


def promise_three(journey: Journey) -> None:
    """The first three actions."""
    journey.at("2026-01-29", "16:02")
    journey.hand.press("Next: Who does what")
    for promised in PROMISES[:3]:
        journey.hand.fill("What will be done", promised.what)
        _say_who_and_when(journey, promised)
        journey.hand.press("Next action")


def begin_the_fourth(journey: Journey) -> None:
    """Half a sentence: the power may go now."""
    journey.at("2026-01-29", "16:04:55")
    journey.hand.fill("What will be done", PROMISES[3].what[:HALF])


def promise_the_rest(journey: Journey) -> None:
    """The fourth to its end, and two more; the family holds three of the six."""
    hand = journey.hand
    _go_on(journey, "What will be done", PROMISES[3].what)
    _say_who_and_when(journey, PROMISES[3])
    for at, promised in zip(("16:07", "16:09"), PROMISES[4:], strict=True):
        journey.at("2026-01-29", at)
        hand.press("Next action")
        hand.fill("What will be done", promised.what)
        _say_who_and_when(journey, promised)
    journey.shot("who does what")


def _say_who_and_when(journey: Journey, promised: Promise) -> None:
    hand = journey.hand
    hand.choose("Who will do it", promised.who)
    if promised.helped_by:
        hand.tick(promised.helped_by, question="Who helps")
    hand.fill("By when", promised.by_when)
    hand.choose("For which goal?", promised.goal[:20])


def read_back(journey: Journey) -> None:
    """Dana puts one word right; then each says whether they agree."""
    hand = journey.hand
    journey.at("2026-01-29", "16:12")
    hand.rail("Worries and good things")
    hand.press(f"Change: {WORRY[:30]}…")
    hand.to("In their words")
    hand.key(Key.Key_Home, CTRL)
    for _word in WORRY.partition("very")[0].split():
        hand.key(Key.Key_Right, CTRL)
    hand.key(Key.Key_Right, CTRL | SHIFT)
    hand.key(Key.Key_Right, CTRL | SHIFT)
    hand.keys("poorly ")
    hand.press("Done")
    hand.rail("Is that right?")
    journey.at("2026-01-29", "16:14")
    journey.shot("reading it out")
    while not hand.at.accessibleName().startswith("Yes: who agrees?"):
        hand.key(Key.Key_Right)
    hand.key(Key.Key_Return)
    for name in ("Mum", "Nan"):
        hand.choose(name, "Agrees")
    hand.press("El says yes aloud")
    hand.press("Heard by Miss Hall")
    hand.choose("Craig", "Not asked")
    hand.fill("Why not, or why not asked (Craig)", "He must not learn where we meet")
    journey.shot("reading it back")


def decide(journey: Journey) -> None:
    """What next, the next date, and the end of the meeting."""
    hand = journey.hand
    journey.at("2026-01-29", "16:16")
    hand.press("Next: What next")
    hand.tick("Go on with this plan", question="What we decide")
    hand.choose("Did we think about whether every child is safe", "Yes")
    hand.day("Day of the next meeting", "12 March 2026")
    hand.fill("Time of the next meeting", "15:30")
    hand.fill("How was this meeting for the family", "8")
    journey.shot("what next")
    journey.at("2026-01-29", "16:19")
    hand.press("Finish the plan")
    journey.shot("papers")


def take_papers(journey: Journey) -> None:
    """Before coats are on: the family's plan, and the full plan for the team."""
    hand = journey.hand
    for document in TO_TAKE_HOME:
        hand.press(f"{document}: look at it, and save or print it")
        hand.press("I have turned it. Go on")
        held_on = journey.clock.now.date()
        path = journey.papers / f"{held_on} {document}.pdf"
        journey.save_next_to(path)
        journey.shot(f"{document} of {held_on}")
        hand.press("Save this copy")
        hand.press("Back to the meeting")


def open_the_review(journey: Journey) -> None:
    """Six weeks later: the open actions and both scales are in place."""
    hand = journey.hand
    journey.at("2026-03-12", "15:25")
    hand.press("Leave the meeting")
    hand.rail("Meetings")
    journey.shot("meetings")
    hand.press("Plan the review")
    hand.day("Day", "12 March 2026")
    hand.fill("Time", "15:30")
    hand.fill("Where", "Oakfield Primary, the Snug")
    for name in ("Mum", "Nan", "Miss Hall", "Ruth Okafor", "Sam Reed", "Priya Nair"):
        hand.tick(f"{name} is here")
    hand.press("El: not here, or a note")
    hand.choose("El: here or not", "Sent apologies")
    journey.at("2026-03-12", "15:32")
    hand.press("Next: Is it still all right?")
    hand.press("Next: The family first")
    hand.press("El")
    hand.fill("In El’s words", '"Mum laughed on Friday."')
    hand.choose("How it was gathered", "They said it themselves")
    hand.choose("Who gathered it", "Miss Hall")
    hand.day("Day", "11 March 2026")
    hand.press("Add it: In El’s words")
    journey.shot("review the family first")


def hear_what_came_of_it(journey: Journey) -> None:
    """One by one: what has happened to each action."""
    hand = journey.hand
    hand.press("Next: What others see")
    hand.press("Next: What came of it")
    journey.shot("what came of it")
    for number, (status, note, day) in REVIEW_UPDATES.items():
        promised = PROMISES[number - 1]
        card = f"{number}. {promised.what}"
        hand.choose("How it stands now", status, card=card)
        if note:
            hand.fill("What has happened", note)
        if day:
            hand.day("A new day", day)
        hand.press(f"Write down what came of action {number}")
    journey.shot("what came of it, told")


def give_numbers_again(journey: Journey) -> None:
    """The same questions, beside the numbers of last time."""
    hand = journey.hand
    hand.press("Next: Everybody's number")
    for name, number in REVIEW_NUMBERS.items():
        _give(journey, name, number)
    hand.press("Show all the numbers together")
    journey.shot("review numbers")
    hand.press("Goal 2 of 2…")
    for name in ("Mum", "Ruth Okafor"):
        _give(journey, name, 2)


def promise_again(journey: Journey) -> None:
    """A new action that only Ruth and Sam may see."""
    hand = journey.hand
    hand.press("Next: Worries and good things")
    hand.press("Next: Who does what")
    hand.fill("What will be done", "Antenatal booking")
    hand.choose("Who will do it", "Ruth Okafor")
    hand.fill("By when", "20 March 2026")
    hand.choose("Who may see this action?", "Named people only")
    hand.tick("Shown to Ruth Okafor", "Shown to Sam Reed")
    journey.shot("review who does what")


def close_the_review(journey: Journey) -> None:
    """Everybody agrees; the lead professional stays; the next date."""
    hand = journey.hand
    hand.press("Next: Is that right?")
    for name in ("Mum", "Nan"):
        hand.choose(name, "Agrees")
    hand.press("Next: What next")
    hand.tick("Go on with this plan", question="What we decide")
    hand.day("Day of the next meeting", "23 April 2026")
    hand.fill("Time of the next meeting", "15:30")
    hand.press("Finish the plan")
    journey.shot("review papers")


FIRST_MEETING = (
    open_the_first_meeting,
    speak_first,
    say_the_worry,
    hide_amid_the_damp,
    lock_amid_the_numbers,
    show_the_numbers,
    promise_three,
    begin_the_fourth,
    promise_the_rest,
    read_back,
    decide,
    take_papers,
)
REVIEW = (
    open_the_review,
    hear_what_came_of_it,
    give_numbers_again,
    promise_again,
    close_the_review,
    take_papers,
)
MEETINGS = FIRST_MEETING + REVIEW
