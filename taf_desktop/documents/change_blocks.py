"""How everybody's numbers changed, as blocks: a picture where there were two meetings or more."""

from taf_desktop.documents.change_picture import MOST_LINES, ChangeLine, ChangePicture
from taf_desktop.documents.content import Blocks, Figure
from taf_desktop.documents.languages import ENGLISH, Language
from taf_desktop.documents.plan_facts import MarkFacts, ScaleFacts
from taf_desktop.documents.scale_blocks import mark_words
from taf_desktop.documents.wording import day_words, sentence


def change_figures(scale: ScaleFacts, language: Language = ENGLISH) -> Blocks:
    """Each person's number at each meeting; nothing while there are numbers of one meeting only."""
    occasions = [one for one in reversed(scale.occasions) if _has_numbers(one.marks)]
    if len(occasions) < 2:
        return ()
    given = [{mark.person: mark for mark in one.marks} for one in occasions]
    unknown, nothing = language.say("day_not_known"), language.say("no_number")
    days = tuple(day_words(one.held_on, language) or unknown for one in occasions)
    said: dict[tuple[int | None, ...], dict[str, str]] = {}
    for person in dict.fromkeys(mark.person for one in occasions for mark in one.marks):
        marks = [day.get(person) for day in given]
        numbers = tuple(mark.number if mark else None for mark in marks)
        words = ((mark_words(mark, language) if mark else "") or nothing for mark in marks)
        if any(number is not None for number in numbers):
            said.setdefault(numbers, {})[person] = language.commas(list(words))
    parts = list(said.items())
    return tuple(
        _figure(scale, days, language, parts[start : start + MOST_LINES])
        for start in range(0, len(parts), MOST_LINES)
    )


def _has_numbers(marks: tuple[MarkFacts, ...]) -> bool:
    return any(mark.number is not None for mark in marks)


def _figure(
    scale: ScaleFacts,
    days: tuple[str, ...],
    language: Language,
    said: list[tuple[tuple[int | None, ...], dict[str, str]]],
) -> Figure:
    forms = (language.words["change_then"], language.words["change_long"])
    lines = tuple(
        ChangeLine(language.commas(list(people)), numbers, *forms) for numbers, people in said
    )
    told = (f"{person}: {words}" for _, people in said for person, words in people.items())
    question = sentence(scale.question)
    alt = language.say("change_told", question=question, days="; ".join(days))
    title = language.say("change")
    return Figure(ChangePicture(days, lines), title, f"{alt} {'. '.join(told)}.")
