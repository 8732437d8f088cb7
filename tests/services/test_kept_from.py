"""What is kept from somebody is found however the records tell of it, and whoever reads along."""

from pathlib import Path
from uuid import UUID

import pytest

from taf_desktop.errors import UserError
from taf_desktop.model.audience import Audience, Level
from taf_desktop.services.copies import Decided
from taf_desktop.services.findings import Settlement
from taf_desktop.services.plans import PlanCopy
from taf_desktop.services.workspace import Workspace


class Told:
    """The Marlow family of practice, with Craig, who must not learn where they are."""

    def __init__(self, practice: Workspace) -> None:
        self.practice = practice
        lines = practice.families.lines()
        self.family_id = next(line.family.id for line in lines if line.family.name == "Marlow")
        self.meeting_id = practice.plans.usual_meeting(self.family_id)

    def person(self, name: str) -> UUID:
        everyone = self.practice.people.everyone(self.family_id)
        return next(one.id for one in everyone if one.given_name == name)

    def say(self, words: str, *names: str, **how: object) -> UUID:
        """Somebody says it, for these people by name."""
        people = frozenset(map(self.person, names))
        audience = Audience(level=Level.NAMED, people=people) if names else Audience()
        how.setdefault("audience", audience)
        return self.practice.views.add_statement(self.family_id, "worried", words, **how).id

    def copy(self, *names: str, document: str = "single_person", **how: object) -> PlanCopy:
        readers = [self.person(name) for name in names]
        return self.practice.plans.preview(
            document, self.meeting_id, readers, self.family_id, **how
        )

    def found(self, words: str, *names: str) -> str:
        """What these words, for these readers alone, seem to give away in a copy for them."""
        statement = self.say(words, *names)
        document = "single_person" if len(names) == 1 else "family_plan"
        findings = self.copy(*names, document=document).findings
        self.practice.views.take_away(statement)
        return next((one.gives_away for one in findings if one.text == words), "")


@pytest.fixture
def told(practice: Workspace) -> Told:
    return Told(practice)


def test_what_is_a_readers_own_is_kept_from_the_other_reader(told: Told) -> None:
    dana = told.person("Dana")
    told.practice.people.save(dana, {"address": "3 Quillon Mews", "telephone": "07700 900123"})
    for words in ("She sleeps at Quillon Mews", "Ring 07700 900 123"):
        assert told.found(words, "Craig")
        assert told.found(words, "Craig", "Dana")
    assert told.found("Craig's own place", "Craig") == ""


def test_how_people_are_reached_and_when_they_meet_is_kept(told: Told) -> None:
    practice = told.practice
    practice.people.save(told.person("Dana"), {"email": "d.m@example.org"})
    practice.meetings.save(told.meeting_id, {"next_on": "2026-03-12"})
    assert told.found("write to d.m@example.org", "Craig")
    for words in ("on 12 March", "on Thursday the 12th of March", "12/03/2026", "March 12th"):
        assert "when a meeting is" in told.found(f"See you {words}", "Craig")
    assert told.found("In March there are 12 of them", "Craig") == ""


def test_a_service_whose_name_says_where_it_is_is_kept(told: Told) -> None:
    agencies = told.practice.agencies
    refuge = agencies.add("Melton Womens Refuge", "domestic_abuse")
    worker = {"given_name": "Una", "job_title": "worker at Melton", "agency_id": str(refuge.id)}
    una = agencies.add_professional(worker, told.family_id).id
    assert told.found("She goes to the refuge on Tuesdays", "Craig")
    assert told.found("Early help support for young people", "Craig") == ""
    only_craig = Audience(level=Level.NAMED, people=frozenset({told.person("Craig")}))
    action = {"what": "Ring Finn", "who_id": str(una)}
    told.practice.actions.add(told.family_id, action, told.meeting_id, audience=only_craig)
    copy = told.copy("Craig")
    assert "worker at Melton" in {one.text for one in copy.findings}
    assert "Melton" not in repr(copy.paper)


def test_whoever_left_still_gives_it_away(told: Told) -> None:
    agencies = told.practice.agencies
    school = agencies.add("Brambledown Academy", "school")
    teacher = {"given_name": "Teo", "family_name": "Marsh", "agency_id": str(school.id)}
    teo = agencies.add_professional(teacher, told.family_id).id
    agencies.release(told.family_id, teo)
    told.practice.people.take_away(told.person("Jean"))
    for words in ("Finn likes Brambledown", "Teo is kind", "Jean's house"):
        assert told.found(words, "Craig")


def test_a_baby_that_was_lost_is_still_not_told_of(told: Told) -> None:
    people = told.practice.people
    baby = people.add(told.family_id, "unborn", {"due_date": "2026-07-14"}).id
    people.relate(told.family_id, told.person("Dana"), baby, {"kind": "mother"})
    words = ("She is pregnant", "the baby's cot", "due on 14 July", "the midwives came")
    for one in words:
        assert told.found(one, "Jean")
        assert told.found(one, "Dana") == ""
    people.take_away(baby)
    for one in words:
        assert told.found(one, "Jean")
        assert told.found(one, "Dana") == ""


def test_a_baby_does_not_show_in_what_a_paper_says_is_left_out(told: Told) -> None:
    before = told.copy("Jean", document="agenda")
    told.practice.people.add(told.family_id, "unborn", {"due_date": "2026-07-14"})
    after = told.copy("Jean", document="agenda")
    assert after.left_out == before.left_out + 1
    assert after.paper == before.paper


def test_what_others_wrote_of_somebodys_own_promise_is_not_theirs(told: Told) -> None:
    actions, craig = told.practice.actions, told.person("Craig")
    action = {"what": "Send a card each month", "who_id": str(craig), "by_when": "each month"}
    row = actions.add(told.family_id, action, told.meeting_id)
    changes = {"outcome": "feels safe from him", "how_we_know": "no drink again", "status": "done"}
    actions.save(row.id, changes)
    for document in ("single_person", "professional_plan", "whole_record"):
        paper = repr(told.copy("Craig", document=document).paper)
        assert "Send a card each month" in paper
        assert [one for one in ("feels safe", "no drink", "Done") if one in paper] == []


def test_everybody_reads_what_they_agreed_to_in_their_own_whole_record(told: Told) -> None:
    dana = told.person("Dana")
    answer = {"kind": "photo", "decision": "yes", "limits": "only at school"}
    told.practice.agreements.add(told.family_id, dana, answer)
    assert "only at school" in repr(told.copy("Dana", document="whole_record").paper)
    assert "only at school" not in repr(told.copy("Jean", document="whole_record").paper)


def test_words_stay_where_a_child_says_no(told: Told) -> None:
    el, words = told.person("Ellie"), "I hide on the stairs"
    told.say(words, said_by=[el], changes={"exact_words": True})
    for name in ("Dana", "Ruth"):
        assert words in repr(told.copy(name, document="family_plan").paper)
    told.practice.agreements.say(told.family_id, el, "own_words", {"decision": "no"})
    for name in ("Dana", "Ruth"):
        copy = told.copy(name, document="family_plan")
        assert words not in repr(copy.paper)
        assert copy.left_out
    assert words in repr(told.copy("Ellie", document="family_plan").paper)
    told.practice.agreements.say(told.family_id, el, "own_words", {"decision": "yes"})
    assert words in repr(told.copy("Dana", document="family_plan").paper)


def test_nothing_somebody_said_goes_to_whom_it_must_not_be_shown(told: Told) -> None:
    el, jean, words = told.person("Ellie"), told.person("Jean"), "Nan shouts"
    told.say(words, said_by=[el])
    assert words in repr(told.copy("Jean", document="family_plan").paper)
    limits = {"decision": "yes_with_limits", "not_to": [str(jean)]}
    told.practice.agreements.say(told.family_id, el, "own_words", limits)
    for names in (("Jean",), ("Jean", "Ellie")):
        assert words not in repr(told.copy(*names, document="family_plan").paper)
    assert words in repr(told.copy("Dana", document="family_plan").paper)


def test_an_answer_of_nobody_who_may_be_named_is_on_no_copy(told: Told) -> None:
    only = Audience(level=Level.NAMED, people=frozenset({told.person("Craig")}))
    answer = {"decision": "agrees", "audience": only}
    told.practice.meetings.agree(told.meeting_id, told.person("Dana"), answer)
    assert "Agrees" not in repr(told.copy("Craig", document="professional_plan").paper)


def test_that_words_may_stand_needs_a_reason_and_is_recorded(told: Told, tmp_path: Path) -> None:
    practice, words = told.practice, "Finn likes Oakfield"
    told.say(words, "Craig")
    copy = told.copy("Craig", settled={words: Settlement.MAY_STAND})
    path = tmp_path / "copy.pdf"
    with pytest.raises(UserError, match="not said why"):
        practice.plans.save(copy, path, Decided(by=practice.owner_id, reason=" "))
    assert not path.exists()
    row = practice.plans.save(copy, path, Decided(by=practice.owner_id, reason=" A judge said so "))
    assert (row.reason, row.decided_by) == ("A judge said so", practice.owner_id)


def test_a_reader_who_is_named_twice_is_one_reader(told: Told) -> None:
    assert told.copy("Jean", "Jean", document="family_plan").readers == "Jean Marlow"
