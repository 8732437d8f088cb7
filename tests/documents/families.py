"""Random families with things that not everybody may see; each text carries a word of its own."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from taf_desktop.model.audience import Audience, Level
from taf_desktop.model.family import Person
from taf_desktop.services.workspace import Workspace

FACTS = ("address", "school", "gp", "venue")
_COLUMNS = ("working_well", "worried", "needs_to_happen")
_LEVELS = (Level.EVERYONE, Level.EVERYONE, Level.TEAM, Level.NAMED, Level.LEAD)
_FAMILY_KINDS = ("child", "child", "adult", "adult", "adult")


@dataclass
class RandomFamily:
    """A family in the store, and for each telling word who may read it."""

    family_id: UUID
    meeting_id: UUID
    people: dict[UUID, Person]
    lead_id: UUID
    outsider_id: UUID
    child_id: UUID
    audiences: dict[str, Audience] = field(default_factory=dict)
    own: dict[str, UUID] = field(default_factory=dict)
    """By telling word, who alone said or promised the thing that it stands in."""
    facts: dict[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    speakers: dict[str, UUID] = field(default_factory=dict)
    """By telling word, who said or wrote the thing that it stands in."""
    exact: set[str] = field(default_factory=set)
    """The telling words that stand in somebody's exact words."""
    not_to: dict[UUID, UUID] = field(default_factory=dict)
    """By person, to whom nothing of theirs must be shown."""
    keeping: set[UUID] = field(default_factory=set)
    """Those who said no to showing their own words."""

    def forbidden(self, reader_id: UUID) -> list[str]:
        """The telling words that must be nowhere in a copy for this reader."""
        words = [
            word
            for word, audience in self.audiences.items()
            if self._is_refused(reader_id, word)
            or (not self._may(reader_id, audience) and not self._said_it(reader_id, word))
        ]
        if reader_id == self.outsider_id:
            kept = self.kept | ({"service"} if self.kept & {"address", "venue"} else set())
            words += [word for word, fact in self.facts.items() if fact in kept]
            theirs = (reader_id, self.child_id)
            others = (self.people[one] for one in self.people if one not in theirs)
            words += [person.given_name for person in others]
        return words

    def _is_refused(self, reader_id: UUID, word: str) -> bool:
        """Whether whoever said it does not want this reader to have it."""
        speaker = self.speakers.get(word)
        if speaker is None or speaker == reader_id:
            return False
        keeps = speaker in self.keeping and word in self.exact and reader_id != self.lead_id
        return keeps or self.not_to.get(speaker) == reader_id

    def _said_it(self, reader_id: UUID, word: str) -> bool:
        """Whether it is the reader's own, and nobody narrowed who may see it."""
        audience = self.audiences[word]
        untouched = audience.level is Level.EVERYONE and reader_id not in audience.never
        return untouched and self.own.get(word) == reader_id

    def _may(self, reader_id: UUID, audience: Audience) -> bool:
        """The rule in plain words, written apart from the program's own."""
        if reader_id in audience.never:
            return False
        if reader_id == self.lead_id or reader_id in audience.people:
            return True
        if reader_id == self.outsider_id:
            return False
        is_team = self.people[reader_id].kind == "professional"
        return audience.level is Level.EVERYONE or (audience.level is Level.TEAM and is_team)


class FamilyMaker:
    """Makes families from one seed, through the services."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self._workspace = workspace
        self._chance = random.Random(seed)
        self._seed = seed
        self._changes: list[Callable[[], object]] = []
        self._count = 0

    def word(self) -> str:
        """A word that stands nowhere else, of letters that are in no everyday word together."""
        self._count += 1
        number = self._seed * 1000 + self._count
        letters = "".join("bcdfghjkmpqrstvwxz"[number // 18**place % 18] for place in range(6))
        return f"zq{letters}"

    def make(self) -> RandomFamily:
        """One family with people, a meeting, statements, numbers, actions and kept facts."""
        workspace, chance = self._workspace, self._chance
        family_id = workspace.families.add(self.word().title()).id
        people = [self._person(family_id, kind) for kind in _FAMILY_KINDS]
        team = [self._professional(family_id) for _ in range(3)]
        lead = chance.choice(team)
        workspace.agencies.make_lead(family_id, lead.id)
        outsider = people[-1]
        meeting = workspace.meetings.add(family_id, changes={"held_on": "2026-01-29"})
        made = RandomFamily(
            family_id=family_id,
            meeting_id=meeting.id,
            people={person.id: person for person in (*people, *team)},
            lead_id=lead.id,
            outsider_id=outsider.id,
            child_id=people[0].id,
        )
        self._keep_facts(made)
        workspace.people.relate(
            family_id,
            outsider.id,
            people[0].id,
            {"kind": "father", "parental_responsibility": "yes"},
        )
        self._say_things(made)
        self._refuse(made)
        if chance.random() < 0.5:
            self._put_right(made)
        return made

    def _person(self, family_id: UUID, kind: str) -> Person:
        answers = {"given_name": f"N{self.word()}", "family_name": "Example"}
        return self._workspace.people.add(family_id, kind, answers)

    def _professional(self, family_id: UUID) -> Person:
        answers = {"given_name": f"N{self.word()}", "family_name": "Worker", "job_title": "worker"}
        return self._workspace.agencies.add_professional(answers, family_id)

    def _keep_facts(self, made: RandomFamily) -> None:
        """Write every kind of protected fact, and keep some of them from one person."""
        words = {fact: self.word() for fact in FACTS}
        made.facts = {word: fact for fact, word in words.items()}
        made.kept = frozenset(self._chance.sample(FACTS, self._chance.randint(1, len(FACTS))))
        workspace = self._workspace
        workspace.families.save(made.family_id, {"address": f"4 {words['address']} Lane"})
        child = next(person for person in made.people.values() if person.kind == "child")
        school, gp = f"{words['school']} Primary", f"{words['gp']} surgery"
        workspace.people.save(child.id, {"school": school, "gp": gp})
        agency = workspace.agencies.add(school, "school")
        workspace.people.save(made.lead_id, {"agency_id": str(agency.id)})
        place = f"{words['venue']} room"
        workspace.meetings.save(made.meeting_id, {"place": place, "next_on": "2026-03-12"})
        service = self.word()
        made.facts[service] = "service"
        helper = next(
            one.id
            for one in made.people.values()
            if one.kind == "professional" and one.id != made.lead_id
        )
        refuge = workspace.agencies.add(f"{service} support for families", "domestic_abuse")
        workspace.people.save(helper, {"agency_id": str(refuge.id)})
        workspace.people.protect(made.family_id, made.outsider_id, made.kept, "Safety")

    def _refuse(self, made: RandomFamily) -> None:
        """One says no to showing their words, another that one person must not have theirs."""
        keeper, speaker, other = self._chance.sample(list(made.people), 3)
        agreements = self._workspace.agreements
        agreements.say(made.family_id, keeper, "own_words", {"decision": "no"})
        limits = {"decision": "yes_with_limits", "not_to": [str(other)]}
        agreements.say(made.family_id, speaker, "own_words", limits)
        made.keeping.add(keeper)
        made.not_to[speaker] = other

    def _put_right(self, made: RandomFamily) -> None:
        """Finish the meeting, and write much of what was said in other words."""
        workspace = self._workspace
        finished = {"finished_at": "2026-01-29T16:20"}
        workspace.meetings.save(made.meeting_id, finished)
        for change in self._changes:
            change()

    def _audience(self, made: RandomFamily) -> Audience:
        """Somebody's choice of who may see a thing; the outsider is named now and then."""
        ids = list(made.people)
        return Audience(
            level=self._chance.choice(_LEVELS),
            people=frozenset(self._chance.sample(ids, self._chance.randint(0, 2))),
            never=frozenset(self._chance.sample(ids, self._chance.randint(0, 1))),
        )

    def _text(self, made: RandomFamily, audience: Audience, who: UUID | None = None) -> str:
        """A text with its own word, and now and then with a protected fact typed into it."""
        word = self.word()
        made.audiences[word] = audience
        if who is not None:
            made.own[word] = who
        return f"They said {word}{self._slip(made) if self._chance.random() < 0.3 else ''}"

    def _slip(self, made: RandomFamily) -> str:
        """A protected fact as somebody might type it."""
        fact = self._chance.choice(list(made.facts))
        forms = (fact, f"{fact}'s place", fact.upper(), f"{fact[:4]}\u00a0{fact[4:]}", f"{fact}s")
        return f" at {self._chance.choice(forms)}"

    def _said(
        self, made: RandomFamily, audience: Audience, who: UUID, *, exact: bool = False
    ) -> str:
        """A text of somebody's, in their exact words or not."""
        text = self._text(made, audience)
        word = text.split()[2]
        made.speakers[word] = who
        made.exact |= {word} if exact else set()
        return text

    def _say_things(self, made: RandomFamily) -> None:
        ids = list(made.people)
        for _ in range(8):
            self._state(made, self._chance.choice(ids))
        for _ in range(5):
            self._promise(made, self._chance.choice(ids))
        for person_id in ids:
            self._workspace.meetings.attend(made.meeting_id, person_id, {"state": "present"})
            self._answer(made, person_id)
        notes = self._text(made, Audience(level=Level.TEAM))
        self._workspace.meetings.save(made.meeting_id, {"notes": notes})

    def _state(self, made: RandomFamily, who: UUID) -> None:
        """A statement, somebody who sees it differently, and a number where it is a goal."""
        views, audience = self._workspace.views, self._audience(made)
        column = self._chance.choice(_COLUMNS)
        is_goal = column == "needs_to_happen"
        exact = self._chance.random() < 0.5
        text = self._said(made, audience, who, exact=exact)
        made.own[text.split()[2]] = who
        statement = views.add_statement(
            made.family_id,
            column,
            text,
            said_by=[who],
            changes={"exact_words": exact} | ({"category": "goal"} if is_goal else {}),
            audience=audience,
        )
        other = self._said(made, audience, who, exact=exact)
        made.own[other.split()[2]] = who
        self._changes.append(lambda: views.save_statement(statement.id, {"text": other}))
        if is_goal:
            self._give_a_number(made, statement.id, audience, who)
            return
        seen = views.disagree(statement.id, who, self._said(made, audience, who, exact=True))
        later = self._said(made, audience, who, exact=True)
        self._changes.append(lambda: views.save_disagreement(seen.id, {"text": later}))

    def _give_a_number(
        self, made: RandomFamily, goal_id: UUID, audience: Audience, who: UUID
    ) -> None:
        views = self._workspace.views
        scale = views.scale_for(goal_id)
        why, later = (self._said(made, audience, who) for _ in range(2))
        views.mark(scale.id, who, made.meeting_id, {"value": 4, "why_not_lower": why})
        changed = {"value": 5, "why_not_lower": later}
        self._changes.append(lambda: views.mark(scale.id, who, made.meeting_id, changed))

    def _answer(self, made: RandomFamily, who: UUID) -> None:
        """What somebody says of the plan and why; now and then signed."""
        audience = self._audience(made)
        decision = self._chance.choice(("agrees", "agrees_in_part", "disagrees", "not_asked"))
        reason = self._said(made, audience, who)
        made.own[reason.split()[2]] = who
        said = {"reason": reason, "audience": audience}
        self._workspace.meetings.agree(made.meeting_id, who, {"decision": decision, **said})
        if decision == "agrees":
            line = {"ink": "black", "width": 5, "points": [[100, 200], [520, 210]]}
            self._workspace.signing.sign(made.meeting_id, who, [line])

    def _promise(self, made: RandomFamily, who: UUID) -> None:
        audience = self._audience(made)
        action = self._workspace.actions.add(
            made.family_id,
            {"what": self._text(made, audience, who), "who_id": str(who)},
            made.meeting_id,
        )
        self._workspace.actions.show_to(action.id, audience)
        note = self._text(made, audience)
        self._workspace.actions.report(action.id, "under_way", note, on="2026-01-29")
