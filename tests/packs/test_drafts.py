"""A form that is being answered keeps everything, says what is odd, and blocks nothing."""

from uuid import uuid4

from taf_desktop.packs import load
from taf_desktop.packs.draft import Draft, answer_key, progress, split_key
from taf_desktop.packs.pack import Field, Form, Section

SECTION = Section(
    id="a",
    title="How {name} is",
    question="How is {name}?",
    each="child",
    fields=(
        Field(key="health", kind="long_text", label="Health of {name}", hint="What {name} likes"),
        Field(key="born", kind="date", label="Born"),
    ),
)
FORM = Form(id="f", version="1", title="F", sections=(SECTION,))


def test_a_wrong_answer_is_kept_and_named_with_the_child_it_is_about() -> None:
    child = str(uuid4())
    key = answer_key(SECTION.fields[1], child)
    draft = Draft(FORM, {})
    draft.set(key, "when the clocks changed")
    assert draft.value(key) == "when the clocks changed"
    assert set(draft.problems()) == {key}
    assert split_key(key) == (child, "born")


def test_only_what_was_changed_is_saved_and_only_once() -> None:
    draft = Draft(FORM, {"health": "well", "born": "2016"})
    draft.set("health", "well")
    assert draft.changes() == {}
    draft.set("born", None)
    assert draft.changes() == {"born": None}
    draft.saved()
    assert draft.changes() == {}


def test_progress_is_told_in_words() -> None:
    assert progress(SECTION, {}) == "not yet"
    assert progress(SECTION, {"health": "well", "born": None}) == "1 of 2"
    assert progress(SECTION, {"health": "well", "born": "2016"}) == "done"


def test_a_section_asked_of_each_child_speaks_of_that_child_everywhere() -> None:
    named = SECTION.named("El")
    assert (named.title, named.question) == ("How El is", "How is El?")
    assert (named.fields[0].label, named.fields[0].hint) == ("Health of El", "What El likes")


def test_no_shipped_section_leaves_a_name_unfilled() -> None:
    for form in load("default").forms.values():
        for section in form.sections:
            assert "{" not in repr(section.named("El"))
            assert section.each or "{name}" not in repr(section)


def test_what_is_asked_once_has_no_person() -> None:
    assert split_key(answer_key(SECTION.fields[0])) == (None, "health")
