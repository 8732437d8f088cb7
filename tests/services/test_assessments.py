"""The assessment: asked of each child by name, kept half-finished, done only when it is whole."""

from uuid import UUID

import pytest

from taf_desktop.services.workspace import Workspace


@pytest.fixture
def family_id(workspace: Workspace) -> UUID:
    family = workspace.families.add("Marlow")
    for name in ("El", "Finn"):
        workspace.people.add(family.id, "child", {"given_name": name})
    workspace.people.add(family.id, "adult", {"given_name": "Dana"})
    return family.id


def test_each_child_is_asked_about_by_name_down_to_every_label(
    workspace: Workspace, family_id: UUID
) -> None:
    workspace.assessments.start(family_id)
    pages = workspace.assessments.pages(family_id)
    words = [
        text
        for page in pages
        for field in page.section.fields
        for text in (page.title, page.question, field.label, field.hint)
    ]
    assert [text for text in words if "{" in text] == []
    assert "How Finn sees themselves: what is hard" in words


def test_the_same_question_about_two_children_has_two_answers(
    workspace: Workspace, family_id: UUID
) -> None:
    kept = workspace.assessments.start(family_id)
    pages = workspace.assessments.pages(family_id)
    el, finn = (page for page in pages if page.section.id == "child")
    workspace.assessments.save(kept.id, {el.keys()["health_needs"]: "Tired."})
    workspace.assessments.save(kept.id, {finn.keys()["health_needs"]: "Coughs."})
    answers = workspace.assessments.current(family_id).answers
    assert answers[el.keys()["health_needs"]] == "Tired."
    assert answers[finn.keys()["health_needs"]] == "Coughs."


def test_a_half_finished_assessment_is_kept_and_says_what_is_missing(
    workspace: Workspace, family_id: UUID
) -> None:
    kept = workspace.assessments.start(family_id)
    missing = workspace.assessments.complete(kept.id)
    assert missing
    assert all(": " in words for words in missing)
    assert workspace.assessments.current(family_id).completed_on is None
