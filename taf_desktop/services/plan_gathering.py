"""Puts together what one copy of a plan may say, as words that are ready to print."""

from dataclasses import replace

from taf_desktop.documents.plan_facts import PlanFacts
from taf_desktop.model.family import Family
from taf_desktop.model.views import Statement
from taf_desktop.services.copy import Copy
from taf_desktop.services.gathering_actions import ActionsGathering
from taf_desktop.services.gathering_meeting import MeetingGathering
from taf_desktop.services.gathering_views import ViewsGathering
from taf_desktop.services.records import one


def gather(copy: Copy, *, version: str, reader: str, open_only: bool, practice: bool) -> PlanFacts:
    """Everything this copy may say; `left_out` counts the rest."""
    family = one(copy.session, Family, copy.allow.family_id)
    statements = [row for row in copy.allow.rows(Statement) if row.settled_on is None]
    about, views = MeetingGathering(copy), ViewsGathering(copy)
    said = views.said(statements)
    facts = PlanFacts(
        reference=family.reference,
        version=version,
        made_on=copy.today,
        reader=reader,
        family_name=family.name,
        children=about.children(),
        lead=about.lead(family),
        meeting=about.meeting(),
        working_well=tuple(said[row.id] for row in statements if row.column == "working_well"),
        worried=tuple(said[row.id] for row in statements if row.column == "worried"),
        needs_to_happen=tuple(
            said[row.id]
            for row in statements
            if row.column == "needs_to_happen" and row.category != "goal"
        ),
        goals=views.goals(statements),
        actions=ActionsGathering(copy).actions(statements, open_only),
        agreement=about.agreement(),
        decisions=about.decisions(),
        next_meeting=about.next_meeting(),
        sharing=about.sharing(),
        history=about.history(),
        replaces=about.replaces(),
        organisation=copy.pack.branding.organisation,
        practice=practice,
    )
    return replace(facts, left_out=copy.allow.left_out)
