"""In which languages and letters a copy can be made, and which are usual for its readers."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from taf_desktop.documents.content import Letters
from taf_desktop.documents.languages import ENGLISH_CODE, code_of_list, language_of, languages
from taf_desktop.documents.registry import DOCUMENTS
from taf_desktop.model.family import Person
from taf_desktop.services.desk import Desk
from taf_desktop.services.records import one

LETTERS: Mapping[Letters, str] = {
    Letters.USUAL: "The usual letters",
    Letters.FOR_LEARNERS: "Letters for people who learn to read (Andika)",
}


class CopyStyles:
    """What there is to choose from, and what somebody's record says."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def languages(self, document: str) -> dict[str, str]:
        """The languages of a document's headings, by code; nothing where it is in English only."""
        if not DOCUMENTS[document].translated:
            return {}
        return {one_.code: language_words(one_.code) for one_ in languages().values()}

    def letters(self, document: str) -> dict[str, str]:
        """The letters that a document is offered in; nothing where there is nothing to choose."""
        if not DOCUMENTS[document].for_learners:
            return {}
        return {one_.value: words for one_, words in LETTERS.items()}

    def usual_language(self, document: str, reader_ids: Sequence[UUID]) -> str:
        """The language that all of a copy's readers have in their records, else English."""
        if not DOCUMENTS[document].translated:
            return ENGLISH_CODE
        with self._desk.store.read() as session:
            people = [one(session, Person, reader_id) for reader_id in reader_ids]
        codes = {code_of_list(person.details.get("first_language")) for person in people}
        return codes.pop() if len(codes) == 1 else ENGLISH_CODE


def language_words(code: str) -> str:
    """A language in a list: "Polish (polski)"."""
    language = language_of(code)
    return language.english if language.is_english else f"{language.english} ({language.name})"


def language_remark(code: str) -> str:
    """What somebody has to know before they hand over a paper in this language."""
    language = language_of(code)
    if language.is_english:
        return ""
    return (
        f"The headings are in {language.english}: {language.mark}. What people said stays in their "
        "own words, and is not translated."
    )


def language_of_copy(code: str | None, *, marked: bool = False) -> str:
    """The language of a copy, where it is not English: " with headings in Polish".

    With its mark it also says who has checked the language, for whoever has not handed it over yet.
    """
    language = language_of(code or ENGLISH_CODE)
    if language.is_english:
        return ""
    words = f" with headings in {language.english}"
    return f"{words}, {language.mark}" if marked else words
