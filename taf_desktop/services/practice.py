"""The invented families of the practice store, told to the services verb by verb."""

import re
import shutil
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from taf_desktop.model.audience import Audience
from taf_desktop.paths import resource
from taf_desktop.services.desk import Clock
from taf_desktop.services.vault import Owner, Vault
from taf_desktop.services.workspace import Workspace
from taf_desktop.store.key_slots import LEAST_WORK

Told = dict[str, Any]
"""A table of a practice file."""

_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}")
_NOT_ANSWERS = frozenset(
    {
        "key",
        "kind",
        "agency",
        "must_not_learn",
        "must_not_learn_reason",
        "notice",
        "updates",
        "is_owner",
    }
)


OPEN_TO_ALL = "practice makes perfect"
"""Not a secret: everything in the practice store is invented and printed in this program."""


def open_practice(folder: Path, clock: Clock) -> Workspace:
    """Open the practice store, making it with its families when there is none."""
    vault = Vault(folder, clock, practice=True, work=LEAST_WORK)
    if vault.exists:
        return vault.unlock(OPEN_TO_ALL)
    owner = Owner(given_name="Amira", family_name="Hall", job_title="pastoral lead")
    workspace, _ = vault.create(OPEN_TO_ALL, owner, "rutland")
    tell_all(workspace)
    return workspace


def start_practice_again(folder: Path, clock: Clock) -> Workspace:
    """Throw the practice store away and make it afresh."""
    shutil.rmtree(folder, ignore_errors=True)
    return open_practice(folder, clock)


def practice_files() -> list[Path]:
    """The files of the practice families."""
    return sorted(resource("practice").glob("*.toml"))


def tell_all(workspace: Workspace) -> None:
    """Put every practice family into an empty store."""
    for path in practice_files():
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        PracticeFamily(workspace, _moved(told, _weeks(told["as_of"], workspace.today))).tell()


def _weeks(as_of: str, today: date) -> timedelta:
    return timedelta(weeks=(today - date.fromisoformat(as_of)).days // 7)


def _moved(told: Any, by: timedelta) -> Any:  # noqa: ANN401  # a TOML value of any shape
    if isinstance(told, dict):
        return {key: _moved(value, by) for key, value in told.items()}
    if isinstance(told, list):
        return [_moved(value, by) for value in told]
    if isinstance(told, str) and _DAY.match(told):
        return (date.fromisoformat(told[:10]) + by).isoformat() + told[10:]
    return told


class PracticeFamily:
    """One practice family and the ids its people and statements were given."""

    def __init__(self, workspace: Workspace, told: Told) -> None:
        self._workspace = workspace
        self._told = told
        self._people: dict[str, UUID] = {"owner": workspace.owner_id}
        self._agencies: dict[str, UUID] = {}
        self._said: dict[str, UUID] = {}

    def tell(self) -> None:
        """Write the whole family, in the order in which things happened."""
        self._family_id = self._workspace.families.add(self._told["family"]["name"]).id
        self._tell_people()
        self._tell_family()
        self._tell_request()
        for agreement in self._told.get("agreements", ()):
            self._tell_agreement(agreement)
        self._tell_assessment()
        for statement in self._told.get("statements", ()):
            self._tell_statement(statement)
        for meeting in self._told.get("meetings", ()):
            self._tell_meeting(meeting)

    def _tell_people(self) -> None:
        agencies = self._workspace.agencies
        for agency in self._told.get("agencies", ()):
            self._agencies[agency["key"]] = agencies.add(agency["name"], agency["kind"]).id
        for person in self._told["people"]:
            answers = _answers(person)
            if "agency" in person:
                answers["agency_id"] = str(self._agencies[person["agency"]])
            if person.get("is_owner"):
                made = self._workspace.people.save(self._workspace.owner_id, answers)
            elif person["kind"] == "professional":
                made = agencies.add_professional(answers, self._family_id)
            else:
                made = self._workspace.people.add(self._family_id, person["kind"], answers)
            self._people[person["key"]] = made.id
            self._protect(person)
        for row in self._told.get("relationships", ()):
            self._workspace.people.relate(
                self._family_id,
                self._people[row["person"]],
                self._people[row["child"]],
                {key: row[key] for key in row if key not in ("person", "child")},
            )

    def _protect(self, person: Told) -> None:
        if "must_not_learn" in person:
            self._workspace.people.protect(
                self._family_id,
                self._people[person["key"]],
                person["must_not_learn"],
                person["must_not_learn_reason"],
            )

    def _tell_family(self) -> None:
        family = self._told["family"]
        changes = {key: family[key] for key in ("address", "postcode") if key in family}
        self._workspace.families.save(self._family_id, changes)
        if family["lead"] != "owner":
            self._workspace.agencies.make_lead(self._family_id, self._people[family["lead"]])

    def _tell_request(self) -> None:
        episode = self._workspace.requests.current(self._family_id)
        self._workspace.requests.save(episode.id, self._told["request"])

    def _tell_agreement(self, told: Told) -> None:
        person_id = self._people[told["person"]]
        answers = _answers(told) | {
            "kind": told["kind"],
            "agencies": [str(self._agencies[key]) for key in told.get("agencies", ())],
            "not_to": self._ids(told.get("not_to", ())),
        }
        answers.pop("person")
        self._workspace.agreements.add(self._family_id, person_id, answers)
        if "notice" in told:
            self._workspace.agreements.give_notice(
                self._family_id, person_id, told["notice"], told["given_on"]
            )

    def _tell_assessment(self) -> None:
        told = self._told.get("assessment")
        if told is None:
            return
        assessments = self._workspace.assessments
        assessment = assessments.start(self._family_id)
        changes = {
            (f"{self._people[row['person']]}/" if "person" in row else "") + row["field"]: row[
                "value"
            ]
            for row in told.get("answers", ())
        }
        assessments.save(assessment.id, changes)
        assessments.date(assessment.id, told["started_on"], told.get("completed_on"))

    def _tell_statement(self, told: Told) -> None:
        never = frozenset(self._people[key] for key in told.get("never", ()))
        statement = self._workspace.views.add_statement(
            self._family_id,
            told["column"],
            told["text"],
            said_by=[self._people[key] for key in told.get("said_by", ())],
            changes={
                key: told[key] for key in ("category", "exact_words", "gathered") if key in told
            },
            audience=Audience(never=never),
        )
        self._said[told["key"]] = statement.id
        for key, words in told.get("seen_differently", {}).items():
            self._workspace.views.disagree(statement.id, self._people[key], words)
        if "answers" in told:
            self._workspace.views.pair(statement.id, self._said[told["answers"]])

    def _tell_meeting(self, told: Told) -> None:
        meetings = self._workspace.meetings
        changes = {key: told[key] for key in _MEETING_ANSWERS if key in told}
        for key in ("chair", "notes_by"):
            if key in told:
                changes[f"{key}_id"] = str(self._people[told[key]])
        meeting_id = meetings.add(self._family_id, changes=changes).id
        self._tell_attendance(meeting_id, told)
        for marks in told.get("marks", ()):
            self._tell_marks(meeting_id, marks)
        for action in told.get("actions", ()):
            self._tell_action(meeting_id, action)
        for key, decision in told.get("agrees", {}).items():
            meetings.agree(meeting_id, self._people[key], {"decision": decision})
        if told.get("finished"):
            meetings.finish(meeting_id)

    def _tell_attendance(self, meeting_id: UUID, told: Told) -> None:
        attend = self._workspace.meetings.attend
        for key in told.get("present", ()):
            attend(meeting_id, self._people[key], {"state": "present"})
        for key, report in told.get("report_sent", {}).items():
            attend(meeting_id, self._people[key], {"state": "report_sent", "report": report})
        for key, reason in told.get("not_invited", {}).items():
            attend(meeting_id, self._people[key], {"state": "not_invited", "note": reason})

    def _tell_marks(self, meeting_id: UUID, told: Told) -> None:
        scale = self._workspace.views.scale_for(self._said[told["goal"]])
        for key, number in told["numbers"].items():
            changes: Told = {"value": number}
            for words in ("why_not_lower", "one_higher"):
                if key in told.get(words, {}):
                    changes[words] = told[words][key]
            self._workspace.views.mark(scale.id, self._people[key], meeting_id, changes)

    def _tell_action(self, meeting_id: UUID, told: Told) -> None:
        changes = {key: told[key] for key in ("what", "by_when") if key in told} | {
            "who_id": str(self._people[told["who"]]),
            "helped_by": self._ids(told.get("helped_by", ())),
            "goal_id": str(self._said[told["goal"]]),
        }
        action = self._workspace.actions.add(self._family_id, changes, meeting_id)
        for update in told.get("updates", ()):
            self._workspace.actions.report(
                action.id, update["status"], update.get("note"), on=update["on"]
            )

    def _ids(self, keys: Sequence[str]) -> list[str]:
        return [str(self._people[key]) for key in keys]


_MEETING_ANSWERS = (
    "held_on", "starts_at", "minutes", "place", "place_kind", "decisions",
    "next_on", "next_at", "next_place", "family_rating", "notes",
)  # fmt: skip


def _answers(told: Mapping[str, Any]) -> Told:
    return {key: value for key, value in told.items() if key not in _NOT_ANSWERS}
